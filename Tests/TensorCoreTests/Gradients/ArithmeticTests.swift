import TensorCore
import Testing

/// Arithmetic and broadcasting against doubles and their differences.
@Suite("Arithmetic") struct ArithmeticTests {
    /// Pairs of shapes: alike, repeated on the left, on the right, on both sides, in front, inside, behind; of rank 0;
    /// longer than a piece of work of the core (2¹⁴), and with rows longer than one.
    static let pairs: [([Int], [Int])] = [
        ([1], [1]), ([5], [5]), ([2, 3], [2, 3]), ([2, 3, 4, 5], [2, 3, 4, 5]),
        ([], []), ([], [3]), ([3], []), ([1], [2, 2]), ([2, 2], [1]),
        ([2, 3, 4], [4]), ([4], [2, 3, 4]), ([2, 3, 4], [3, 4]), ([2, 3, 4], [3, 1]), ([3, 1], [2, 3, 4]),
        ([3, 1], [1, 4]), ([1, 4], [3, 1]), ([2, 1, 4], [1, 3, 1]), ([2, 1, 3, 1], [1, 4, 1, 5]),
        ([2, 3, 4, 5], [3, 1, 1]), ([2, 3, 4, 5], [1, 3, 1, 1]), ([2, 3, 4, 5], [2, 1, 1, 1]),
        ([2, 3, 4, 5], [1, 1, 4, 5]), ([2, 3, 4, 5], [2, 1, 4, 1]), ([1, 1, 1, 1], [2, 1, 3, 1]),
        ([7, 1, 5], [7, 3, 1]), ([1, 3, 1, 1], [4, 1]),
    ]
    static let large: [([Int], [Int])] = [
        ([20_011], [20_011]), ([3, 5, 40, 41], [5, 1, 1]), ([2, 17_000], [17_000]), ([17_000, 2], [17_000, 1]),
        ([100, 1, 7], [1, 300, 1]),
    ]

    @Test(arguments: pairs)
    func allFour(left: [Int], right: [Int]) {
        var inputs = Inputs(seed: 1)
        let pair = [inputs.normal(left), inputs.awayFromZero(right)]
        checkGradients(of: "+", pair) {
            $0[0] + $0[1]
        } twin: {
            $0[0] + $0[1]
        }
        checkGradients(of: "-", pair) {
            $0[0] - $0[1]
        } twin: {
            $0[0] - $0[1]
        }
        checkGradients(of: "*", pair) {
            $0[0] * $0[1]
        } twin: {
            $0[0] * $0[1]
        }
        checkGradients(of: "/", pair) {
            $0[0] / $0[1]
        } twin: {
            $0[0] / $0[1]
        }
    }

    @Test(arguments: large)
    func severalPieces(left: [Int], right: [Int]) {
        var inputs = Inputs(seed: 2)
        let pair = [inputs.normal(left), inputs.awayFromZero(right)]
        checkGradients(of: "-", pair, samples: 3) {
            $0[0] - $0[1]
        } twin: {
            $0[0] - $0[1]
        }
        checkGradients(of: "/", pair, samples: 3) {
            $0[0] / $0[1]
        } twin: {
            $0[0] / $0[1]
        }
    }

    @Test(arguments: [[], [1], [7], [2, 3, 4, 5]] as [[Int]])
    func withPlainNumbers(shape: [Int]) {
        var inputs = Inputs(seed: 3)
        let input = [inputs.awayFromZero(shape)]
        checkGradients(of: "x + 3", input) {
            $0[0] + 3
        } twin: {
            $0[0] + 3
        }
        checkGradients(of: "3 + x", input) {
            3 + $0[0]
        } twin: {
            3 + $0[0]
        }
        checkGradients(of: "x - 3", input) {
            $0[0] - 3
        } twin: {
            $0[0] - 3
        }
        checkGradients(of: "3 - x", input) {
            3 - $0[0]
        } twin: {
            3 - $0[0]
        }
        checkGradients(of: "x * 3", input) {
            $0[0] * 3
        } twin: {
            $0[0] * 3
        }
        checkGradients(of: "3 * x", input) {
            3 * $0[0]
        } twin: {
            3 * $0[0]
        }
        checkGradients(of: "x / 3", input) {
            $0[0] / 3
        } twin: {
            $0[0] / 3
        }
        checkGradients(of: "3 / x", input) {
            3 / $0[0]
        } twin: {
            3 / $0[0]
        }
        checkGradients(of: "-x", input) {
            -$0[0]
        } twin: {
            -$0[0]
        }
    }

    @Test func broadcasting() {
        var inputs = Inputs(seed: 4)
        let cases: [([Int], [Int])] = [
            ([], [2, 3]), ([1], [4]), ([3], [2, 3]), ([3, 1], [3, 5]), ([1, 3, 1], [2, 3, 4]), ([2, 3], [2, 3]),
            ([2, 1, 1, 1], [2, 3, 4, 5]), ([1, 1, 4, 1], [3, 2, 4, 5]), ([1, 200, 1], [9, 200, 15]),
        ]
        for (shape, target) in cases {
            checkGradients(of: "broadcast to \(target)", [inputs.normal(shape)]) {
                $0[0].broadcast(to: target)
            } twin: {
                $0[0].broadcast(to: target)
            }
        }
    }

    /// Tensors without numbers are no special case.
    @Test func emptyTensors() {
        let empty = Tensor(zeros: [0, 3])
        #expect((empty + Tensor([1, 2, 3])).shape == [0, 3])
        #expect((empty * 2).relu().exp().shape == [0, 3])
        #expect(empty.sum().item == 0)
        #expect(empty.sum(axes: [0]).scalars == [0, 0, 0])
        #expect(empty.transposed().shape == [3, 0])
        #expect(Tensor.concatenated([empty, Tensor(zeros: [2, 3])], axis: 0).shape == [2, 3])
        #expect(Tensor(zeros: [2, 0]).matrixProduct(empty) == Tensor(zeros: [2, 3]))
        let tape = Tape()
        let variable = tape.variable(empty)
        #expect(tape.gradients(of: (variable * 2).sum())[variable]?.shape == [0, 3])
    }

    /// The square of 1e-25 is no Float32, but the quotient's derivative is.
    @Test func smallDivisors() throws {
        let tape = Tape()
        let divisor = tape.variable(Tensor(1e-25))
        let gradient = tape.gradients(of: Tensor(1e-25) / divisor)[divisor]
        #expect(abs(try #require(gradient).item / -1e25 - 1) < 1e-6)
    }

    @Test func oneTensorTwice() {
        var inputs = Inputs(seed: 5)
        let input = [inputs.awayFromZero([3, 4])]
        checkGradients(of: "x + x", input) {
            $0[0] + $0[0]
        } twin: {
            $0[0] + $0[0]
        }
        checkGradients(of: "x - x", input) {
            $0[0] - $0[0]
        } twin: {
            $0[0] - $0[0]
        }
        checkGradients(of: "x * x", input) {
            $0[0] * $0[0]
        } twin: {
            $0[0] * $0[0]
        }
        checkGradients(of: "x / x", input, smallestScale: 1) {
            $0[0] / $0[0]
        } twin: {
            $0[0] / $0[0]
        }
        checkGradients(of: "x * sum of x", input) {
            $0[0] * $0[0].sum(axes: [1], keepingAxes: true)
        } twin: {
            $0[0] * $0[0].sum(axes: [1], keepingAxes: true)
        }
    }
}
