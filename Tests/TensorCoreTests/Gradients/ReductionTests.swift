import TensorCore
import Testing

/// Sums, means and variances against doubles and their differences.
@Suite("Reductions") struct ReductionTests {
    static let cases: [([Int], [[Int]?])] = [
        ([], [nil, []]),
        ([1], [nil, [0]]),
        ([7], [nil, [0], []]),
        ([3, 5], [nil, [0], [1], [0, 1], [1, 0], []]),
        ([2, 3, 4], [nil, [0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]]),
        (
            [2, 3, 4, 5],
            [nil, [0], [1], [2], [3], [2, 3], [0, 2, 3], [1, 2, 3], [0, 1], [1, 3], [0, 3], [3, 0, 2]]
        ),
        ([1, 3, 1, 4], [nil, [0], [2], [0, 2], [1, 3], [3]]),
        ([1, 1, 1, 1], [nil, [0, 2, 3]]),
        // Longer than the core's blocks: 16 lanes, 1024 to a block.
        ([2, 1031], [nil, [0], [1]]),
        ([1040, 3], [[0], [1]]),
    ]

    @Test(arguments: cases)
    func sumMeanVariance(shape: [Int], subsets: [[Int]?]) {
        var inputs = Inputs(seed: 20)
        let input = [inputs.normal(shape, mean: 1)]
        let samples = input[0].count > 1000 ? 4 : 24
        for axes in subsets {
            for keepingAxes in [false, true] {
                let options = "over \(axes.map { "\($0)" } ?? "all")\(keepingAxes ? ", keeping axes" : "")"
                checkGradients(of: "sum \(options)", input, samples: samples) {
                    $0[0].sum(axes: axes, keepingAxes: keepingAxes)
                } twin: {
                    $0[0].sum(axes: axes, keepingAxes: keepingAxes)
                }
                checkGradients(of: "mean \(options)", input, samples: samples) {
                    $0[0].mean(axes: axes, keepingAxes: keepingAxes)
                } twin: {
                    $0[0].mean(axes: axes, keepingAxes: keepingAxes)
                }
                checkGradients(of: "variance \(options)", input, samples: samples) {
                    $0[0].variance(axes: axes, keepingAxes: keepingAxes)
                } twin: {
                    $0[0].variance(axes: axes, keepingAxes: keepingAxes)
                }
            }
        }
    }

    /// More numbers than the core sums in one piece (2¹⁶), and more rows than in one piece of work.
    @Test(arguments: [([150_001], [0]), ([3, 70_000], [1]), ([70_000, 3], [0]), ([40, 30, 50], [0, 2])])
    func severalPieces(shape: [Int], axes: [Int]) {
        var inputs = Inputs(seed: 21)
        let input = [inputs.normal(shape, mean: 1)]
        checkGradients(of: "sum over \(axes)", input, samples: 2) {
            $0[0].sum(axes: axes)
        } twin: {
            $0[0].sum(axes: axes)
        }
    }

    /// A million numbers far from zero: one running sum in single precision would be off by a thousandth.
    @Test func longSumsKeepTheirDigits() {
        let mean = Tensor(repeating: 1000.1, shape: [1 << 20]).mean().item
        #expect(abs(mean - 1000.1) <= 1e-6 * 1000.1)
        let ramp = Tensor((0..<(1 << 20)).map { Float($0) }).mean().item
        #expect(abs(ramp - 524_287.5) <= 1e-6 * 524_287.5)
    }

    /// The variance of numbers far from zero does not drown in the squares' rounding.
    @Test func varianceFarFromZero() {
        let numbers = Tensor((0..<1000).map { Float(4096 + $0 % 2) })
        #expect(numbers.variance().item == 0.25)
    }
}
