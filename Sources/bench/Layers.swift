import Basics
import Networks
import TensorCore
import Training

/// Where the time of a case goes: each layer by itself, its time and rate forwards and backwards, and the share of what
/// the processor can do.
enum Layers {
    /// A network that takes part in a case.
    struct Part {
        let network: any Layer
        let inputShape: [Int]
        /// Whether the step works out gradients of its parameters, as well as those of its inputs.
        var isLearnt = true
    }

    /// Prints a table of the layers that differ, and sums over all of them.
    static func print(_ benchCase: BenchCase, repeats: Int) {
        let peak = Kernels.measuredPeak(seconds: 0.3)
        Console.say("\(benchCase.name), \(benchCase.what)")
        Console.say("peak of multiply-adds \(rounded(peak / 1e9)) GFLOP/s with \(Threads.count) threads")
        let parts = benchCase.parts()
        let rows = parts.flatMap(rows)
        let width = (rows.map(\.description.count).max() ?? 0) + 2
        Console.say("layer".filled(to: width) + columns.joined(separator: "  "))
        var sums = Sums()
        for row in rows {
            let seconds = row.measure(repeats: repeats)
            sums.add(row, seconds)
            let cells = zip(columns, seconds).map { column, seconds in
                seconds.map { cell(seconds: $0, operations: row.operations, peak) }?.filled(to: column.count) ?? ""
            }
            Console.say(row.description.filled(to: width) + cells.joined(separator: "  "))
        }
        sums.print(peak: peak)
    }

    private static let columns = ["forward ms  GFLOP/s of peak", "input's gradient           ", "weight's gradient"]

    private static func cell(seconds: Double, operations: Double, _ peak: Double) -> String {
        let time = rounded(seconds * 1e3).filled(to: 8)
        guard operations > 0 else { return time }
        return time + rounded(operations / seconds / 1e9).filled(to: 8) + percent(operations / seconds / peak)
    }

    /// The layers that the network runs; those that do the same work are one row.
    private static func rows(of part: Part) -> [Row] {
        var generator = SeededGenerator(seed: 0)
        part.network.initialise(using: &generator)
        var rows: [Row] = []
        for call in part.network.calls(input: part.inputShape) {
            let row = Row(call, isLearnt: part.isLearnt)
            if let same = rows.firstIndex(where: { $0.work == row.work }) {
                rows[same].count += 1
            } else {
                rows.append(row)
            }
        }
        return rows
    }
}

/// A layer, and how often it runs in a step.
private struct Row: CustomStringConvertible {
    let layer: any Layer
    let inputShape: [Int]
    /// What it is and does: equal for layers that take the same time.
    let work: String
    var count = 1
    private let name: String
    private let isLearnt: Bool
    /// Floating-point operations of each of the three products, two for a multiply-add; 0 for other layers.
    let operations: Double

    init(_ call: Trace.Call, isLearnt: Bool) {
        layer = call.layer
        inputShape = call.inputShape
        name = call.name
        self.isLearnt = isLearnt
        let shapes = layer.parameters.map(\.value.shape)
        work = "\(type(of: layer)) \(shapes.first ?? []) \(inputShape) \(call.outputShape)"
        let stops =
            switch layer {
            case is Convolution, is SpectralNorm: call.outputShape
            case is TransposedConvolution: inputShape
            default: [Int]()
            }
        operations = stops.count == 4 ? 2 * Double(shapes[0].reduce(stops[0] * stops[2] * stops[3], *)) : 0
    }

    var kind: String {
        guard operations > 0 else { return "\(type(of: layer))" }
        let isDepthwise = (layer as? Convolution).map { $0.groups > 1 } ?? false
        return isDepthwise ? "depthwise Convolution" : "\(type(of: layer))"
    }

    var description: String { "\(count)x \(name)  \(work)" }

    /// The least seconds for the result, the input's gradient and the parameters'; nil where there is nothing to learn.
    func measure(repeats: Int) -> [Double?] {
        var generator = SeededGenerator(seed: 0)
        let x = Tensor(normalWithMean: 0, shape: inputShape, using: &generator)
        let dy = layer(x, .inference).detached
        let forward = Timing(of: { _ = layer(x, .inference) }, repeats: repeats, warmUp: 1).minimum
        let clock = ContinuousClock()
        func backward(_ make: () -> (Tape, Tensor)) -> Double {
            (0..<repeats).map { _ in
                let (tape, result) = make()
                return clock.measure { _ = tape.gradients(of: result, from: dy) } / .seconds(1)
            }.min()!
        }
        let ofInput = backward {
            let tape = Tape()
            return (tape, layer(tape.variable(x), .training(tape)))
        }
        guard isLearnt, !layer.parameters.isEmpty else { return [forward, ofInput, nil] }
        let ofParameters = backward {
            let tape = Tape(learning: layer.parameters)
            return (tape, layer(x, .training(tape)))
        }
        return [forward, ofInput, ofParameters]
    }
}

/// Time and work over all layers, and by kind.
private struct Sums {
    private var seconds = [0.0, 0.0, 0.0]
    private var work = [0.0, 0.0, 0.0]
    private var convolutionSeconds = [0.0, 0.0, 0.0]
    private var byKind: [(kind: String, seconds: [Double])] = []

    mutating func add(_ row: Row, _ times: [Double?]) {
        let times = times.map { ($0 ?? 0) * Double(row.count) }
        let place = byKind.firstIndex { $0.kind == row.kind }
        if place == nil { byKind.append((row.kind, [0, 0, 0])) }
        for (index, time) in times.enumerated() {
            seconds[index] += time
            byKind[place ?? byKind.count - 1].seconds[index] += time
            guard row.operations > 0, time > 0 else { continue }
            convolutionSeconds[index] += time
            work[index] += row.operations * Double(row.count)
        }
    }

    func print(peak: Double) {
        let all = seconds.reduce(0, +)
        for (kind, times) in byKind {
            let list = times.map { rounded($0 * 1e3) + " ms" }.joined(separator: ", ")
            Console.say("\(kind): \(list), \(percent(times.reduce(0, +) / all)) of the time")
        }
        for (index, name) in ["forward", "input's gradient", "weight's gradient"].enumerated() where work[index] > 0 {
            let rate = percent(work[index] / convolutionSeconds[index] / peak)
            Console.say("\(name): \(rounded(seconds[index] * 1e3)) ms; convolutions reach \(rate) of the peak")
        }
        let rate = work.reduce(0, +) / convolutionSeconds.reduce(0, +) / peak
        Console.say("together: \(rounded(all * 1e3)) ms; convolutions reach \(percent(rate)) of the peak")
    }
}

private func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }

extension String {
    /// The text, filled up with spaces.
    fileprivate func filled(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
