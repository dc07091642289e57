/// Knob 03: a formula on lesson 03's own tape, and its slopes on their way back.
struct TapeKnob: Room {
    let queue: WorkQueue

    var actions: [String: Action] { ["knobs/tape": turn] }

    enum Formula: String, Codable, CaseIterable {
        /// Lesson 03's example, tanh(xy) + x·exp(y).
        case example
        /// The squared error of a neuron, (tanh(0.8x + y) − 0.5)²: x is its weight, y its bias.
        case neuron

        func record(_ x: Number, _ y: Number, on tape: ScalarTape) -> Number {
            switch self {
            case .example: return (x * y).tanh() + x * y.exp()
            case .neuron:
                let output = (x * tape.record("0.8", 0.8) + y).tanh()
                let error = output + tape.record("−0.5", -0.5)
                return error * error
            }
        }
    }

    struct Request: Codable {
        var formula: Formula
        var x, y: Double
    }

    struct Answer: Codable, Equatable {
        struct Entry: Codable, Equatable {
            var operation: String
            var value: Double
            var inputs: [Input]
        }

        struct Input: Codable, Equatable {
            var index: Int
            var slope: Double
        }

        var entries: [Entry]
        /// What has come to each entry after each step of the walk; null where nothing has.
        var walk: [[Double?]]
    }

    private func turn(_ body: [UInt8]) async throws -> Reply {
        let request = try decoded(Request.self, body)
        guard (-2...2).contains(request.x), (-2...2).contains(request.y) else { throw Refusal.turnedTooFar }
        return try await queue.run("tape") { try Reply(Self.answer(request)) }
    }

    static func answer(_ request: Request) -> Answer {
        let tape = ScalarTape()
        let (x, y) = (tape.record("x", request.x), tape.record("y", request.y))
        let result = request.formula.record(x, y, on: tape)
        let gradients = tape.gradients(of: result)
        return Answer(
            entries: tape.entries.map { entry in
                Answer.Entry(
                    operation: entry.operation, value: entry.value,
                    inputs: entry.inputs.map { Answer.Input(index: $0.index, slope: $0.slope) })
            },
            walk: (0...tape.entries.count).map { steps in
                (0..<tape.entries.count).map { arrived(at: $0, after: steps, tape, gradients) }
            })
    }

    /// An entry is final when it is visited, so what it has passed on is its own gradient times the local slopes.
    private static func arrived(at index: Int, after steps: Int, _ tape: ScalarTape, _ gradients: [Double]) -> Double?
    {
        let last = tape.entries.count - 1
        if index == last { return 1 }
        let parts = tape.entries.indices.suffix(steps).flatMap { visited in
            tape.entries[visited].inputs.filter { $0.index == index }.map { gradients[visited] * $0.slope }
        }
        return parts.isEmpty ? nil : parts.reduce(0, +)
    }
}
