import LessonKit
import TensorCore

/// Each convolution of the article's U-net by itself: time, rate, and the share of what the processor can do.
enum Layers {
    private struct Row {
        let name: String
        let inputs: Int
        let outputs: Int
        let kernel: Int
        let stride: Int
        let side: Int
        let isTransposed: Bool

        init(name: String, _ sizes: (Int, Int, Int, Int, Int), isTransposed: Bool = false) {
            self.name = name
            (inputs, outputs, kernel, stride, side) = sizes
            self.isTransposed = isTransposed
        }

        /// Floating-point operations for each of the three products, two for a multiply-add.
        func operations(batch: Int) -> Double {
            let stops = isTransposed ? side : side / stride
            return 2 * Double(batch * inputs * outputs * kernel * kernel * stops * stops)
        }
    }

    private static let table = [
        Row(name: "c0", (4, 32, 3, 1, 128)), Row(name: "c1", (32, 64, 4, 2, 128)),
        Row(name: "c2", (64, 64, 3, 1, 64)),
        Row(name: "c3", (64, 128, 4, 2, 64)), Row(name: "c4", (128, 128, 3, 1, 32)),
        Row(name: "c5", (128, 256, 4, 2, 32)), Row(name: "c6", (256, 256, 3, 1, 16)),
        Row(name: "c7", (256, 512, 4, 2, 16)), Row(name: "c8", (512, 512, 3, 1, 8)),
        Row(name: "dc8", (1024, 512, 4, 2, 8), isTransposed: true), Row(name: "dc7", (512, 256, 3, 1, 16)),
        Row(name: "dc6", (512, 256, 4, 2, 16), isTransposed: true), Row(name: "dc5", (256, 128, 3, 1, 32)),
        Row(name: "dc4", (256, 128, 4, 2, 32), isTransposed: true), Row(name: "dc3", (128, 64, 3, 1, 64)),
        Row(name: "dc2", (128, 64, 4, 2, 64), isTransposed: true), Row(name: "dc1", (64, 32, 3, 1, 128)),
        Row(name: "dc0", (64, 3, 3, 1, 128)),
    ]

    static func print(repeats: Int) {
        let batch = 4
        let peak = Kernels.measuredPeak(seconds: 0.3)
        Console.say("peak of multiply-adds \(rounded(peak / 1e9)) GFLOP/s with \(Threads.count) threads")
        Console.say("layer  forward ms  GFLOP/s  of peak   input's gradient           weight's gradient")
        var totals = [0.0, 0.0, 0.0]
        var work = 0.0
        for row in table {
            let operations = row.operations(batch: batch)
            let seconds = measure(row, batch: batch, repeats: repeats)
            work += operations
            var line = row.name.padding(to: 5)
            for (index, time) in seconds.enumerated() {
                totals[index] += time
                let rate = operations / time
                line += "  \(rounded(time * 1e3).padding(to: 6)) \(rounded(rate / 1e9).padding(to: 6))"
                line += " \(Int((100 * rate / peak).rounded())) %".padding(to: 8)
            }
            Console.say(line)
        }
        let names = ["forward", "input's gradient", "weight's gradient"]
        for (name, total) in zip(names, totals) {
            Console.say(
                "\(name): \(rounded(total * 1e3)) ms, \(Int((100 * work / total / peak).rounded())) % of the peak")
        }
        Console.say("together: \(Int((100 * 3 * work / totals.reduce(0, +) / peak).rounded())) % of the peak")
    }

    /// The least seconds for the result, the input's gradient and the weight's.
    private static func measure(_ row: Row, batch: Int, repeats: Int) -> [Double] {
        var generator = SeededGenerator(seed: 0)
        let x = Tensor(normalWithMean: 0, shape: [batch, row.inputs, row.side, row.side], using: &generator)
        let shape = row.isTransposed ? [row.inputs, row.outputs] : [row.outputs, row.inputs]
        let weight = Tensor(
            normalWithMean: 0, deviation: 0.1, shape: shape + [row.kernel, row.kernel], using: &generator)
        func layer(_ x: Tensor, _ weight: Tensor) -> Tensor {
            row.isTransposed
                ? x.transposeConvolved(with: weight, stride: row.stride, padding: 1)
                : x.convolved(with: weight, stride: row.stride, padding: 1)
        }
        let dy = layer(x, weight)
        func backward(input: Bool) -> Double {
            let clock = ContinuousClock()
            return (0..<repeats).map { _ in
                let tape = Tape()
                let result = input ? layer(tape.variable(x), weight) : layer(x, tape.variable(weight))
                return clock.measure { _ = tape.gradients(of: result, from: dy) } / .seconds(1)
            }.min()!
        }
        let forward = Timing(of: { _ = layer(x, weight) }, repeats: repeats, warmUp: 1).minimum
        return [forward, backward(input: true), backward(input: false)]
    }
}

extension String {
    /// The text, filled up with spaces.
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
