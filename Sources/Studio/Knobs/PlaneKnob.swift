/// Knob 04: the plane of codes of a small variational autoencoder, which learns while it is looked at.
struct PlaneKnob: Room {
    private let plane: Lazily<LatentPlane>
    private let queue: WorkQueue

    /// `queue` is used by nothing else: networks do not cross threads.
    init(queue: WorkQueue) {
        plane = Lazily { try LatentPlane() }
        self.queue = queue
    }

    var actions: [String: Action] { ["knobs/plane": turn] }

    private struct Request: Codable { var x, y: Double }

    private struct Answer: Codable {
        var step, steps: Int
        /// 28 × 28 numbers from 0, paper, to 255, ink.
        var picture: [UInt8]
        /// Where the test pictures' codes lie: first and second number, in hundredths.
        var codes: [[Int]]
        /// Which sign each of them is, and how the signs are read.
        var labels: [Int]
        var names: [String]
    }

    private func turn(_ body: [UInt8]) async throws -> Reply {
        let request = try decoded(Request.self, body)
        guard (-4...4).contains(request.x), (-4...4).contains(request.y) else { throw Refusal.turnedTooFar }
        return try await queue.run("plane") {
            let plane = try plane.value
            try plane.learn(for: .milliseconds(20))
            return try Reply(
                Answer(
                    step: plane.step, steps: LatentPlane.steps,
                    picture: plane.picture(at: (Float(request.x), Float(request.y))), codes: plane.codes,
                    labels: plane.test.labels, names: plane.names))
        }
    }
}
