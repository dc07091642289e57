import TensorCore
import Testing

/// Operations that move numbers, against plain loops. Their values are exact.
@Suite("Shapes") struct ShapeTests {
    @Test func reshaping() {
        var inputs = Inputs(seed: 30)
        let cases: [([Int], [Int], [Int])] = [
            ([2, 3], [6], [6]), ([2, 3], [-1], [6]), ([2, 3, 4], [4, -1], [4, 6]),
            ([2, 3, 4], [2, -1, 2], [2, 6, 2]),
            ([1], [], []), ([], [1, 1], [1, 1]), ([4], [1, 4, 1], [1, 4, 1]), ([0, 3], [3, 0], [3, 0]),
        ]
        for (shape, request, target) in cases {
            let input = inputs.normal(shape)
            checkGradients(of: "reshaped(to: \(request))", [input], tolerance: 1e-7) {
                $0[0].reshaped(to: request)
            } twin: {
                $0[0].reshaped(to: target)
            }
        }
    }

    /// Every order of up to four axes, lengths of one among them.
    @Test(arguments: [[3], [2, 3], [2, 3, 4], [2, 1, 4], [2, 3, 4, 5], [1, 3, 1, 5]] as [[Int]])
    func transposing(shape: [Int]) {
        var inputs = Inputs(seed: 31)
        let input = [inputs.normal(shape)]
        for order in orders(of: Array(shape.indices)) {
            checkGradients(of: "transposed(to: \(order))", input, tolerance: 1e-7) {
                $0[0].transposed(to: order)
            } twin: {
                $0[0].transposed(to: order)
            }
        }
        guard shape.count == 2 else { return }
        checkGradients(of: "transposed()", input) {
            $0[0].transposed()
        } twin: {
            $0[0].transposed(to: [1, 0])
        }
    }

    private func orders(of axes: [Int]) -> [[Int]] {
        guard axes.count > 1 else { return [axes] }
        return axes.flatMap { first in orders(of: axes.filter { $0 != first }).map { [first] + $0 } }
    }

    @Test func transposingSeveralPieces() {
        var inputs = Inputs(seed: 32)
        let input = [inputs.normal([5, 70, 101])]
        checkGradients(of: "transposed(to: [2, 0, 1])", input, samples: 3, tolerance: 1e-6) {
            $0[0].transposed(to: [2, 0, 1])
        } twin: {
            $0[0].transposed(to: [2, 0, 1])
        }
    }

    @Test(arguments: [
        ([5], 0, 0..<5), ([5], 0, 1..<4), ([5], 0, 4..<5), ([4, 3], 0, 1..<3), ([4, 3], 1, 0..<2),
        ([2, 5, 3, 4], 1, 2..<5), ([2, 5, 3, 4], 0, 1..<2), ([2, 5, 3, 4], 3, 1..<3), ([2, 5, 3, 4], 2, 0..<1),
        ([1, 1, 1], 1, 0..<1), ([3, 2], 1, 1..<1),
    ])
    func slicing(shape: [Int], axis: Int, range: Range<Int>) {
        var inputs = Inputs(seed: 33)
        checkGradients(of: "sliced(axis: \(axis), \(range))", [inputs.normal(shape)], tolerance: 1e-7) {
            $0[0].sliced(axis: axis, range)
        } twin: {
            $0[0].sliced(axis: axis, range)
        }
    }

    @Test(
        arguments: [
            ([[3]], 0), ([[3], [1], [4]], 0), ([[2, 3], [1, 3]], 0), ([[2, 3], [2, 1], [2, 4]], 1),
            ([[2, 3, 4, 5], [2, 1, 4, 5]], 1), ([[1, 2, 3, 3], [3, 2, 3, 3]], 0),
            ([[2, 2, 3, 1], [2, 2, 3, 4]], 3),
            ([[2, 0, 3], [2, 2, 3]], 1),
        ] as [([[Int]], Int)])
    func concatenating(shapes: [[Int]], axis: Int) {
        var inputs = Inputs(seed: 34)
        let tensors = shapes.map { inputs.normal($0) }
        checkGradients(of: "concatenated(axis: \(axis))", tensors, tolerance: 1e-7) {
            Tensor.concatenated($0, axis: axis)
        } twin: {
            DoubleTensor.concatenated($0, axis: axis)
        }
    }

    /// One tensor beside itself: its gradient is the sum of both parts'.
    @Test func concatenatingWithItself() {
        var inputs = Inputs(seed: 35)
        checkGradients(of: "concatenated with itself", [inputs.normal([2, 3])]) {
            Tensor.concatenated([$0[0], $0[0]], axis: 1)
        } twin: {
            DoubleTensor.concatenated([$0[0], $0[0]], axis: 1)
        }
    }
}
