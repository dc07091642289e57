import TensorCore
import Testing

/// Normalisation against plain loops and differences.
@Suite("Normalisation") struct NormalisationTests {
    /// The last ones have planes longer than the core's blocks of 1024, and more planes than one piece of work.
    static let shapes: [[Int]] = [
        [2, 3, 4, 5], [1, 2, 3, 3], [3, 4, 1, 7], [4, 1, 2, 2], [1, 6, 5, 5], [5, 2, 1, 1], [2, 4, 33, 35],
        [3, 48, 20, 19],
    ]

    private func inputs(_ shape: [Int]) -> [Tensor] {
        var inputs = Inputs(seed: 70)
        return [inputs.normal(shape, mean: 1, deviation: 2), inputs.normal([shape[1]]), inputs.normal([shape[1]])]
    }

    private func samples(_ shape: [Int]) -> Int { shape.reduce(1, *) > 1000 ? 2 : 16 }

    /// Epsilon is as large as 0.01, because a plane of few numbers that happen to be close magnifies rounding by 1/√ε.
    @Test(arguments: shapes)
    func batch(shape: [Int]) {
        checkGradients(of: "batch norm", inputs(shape), samples: samples(shape), tolerance: 2e-5) {
            $0[0].batchNormalized(scale: $0[1], shift: $0[2], epsilon: 0.01).output
        } twin: {
            $0[0].batchNormalized(scale: $0[1], shift: $0[2], epsilon: 0.01)
        }
    }

    @Test(arguments: shapes)
    func instance(shape: [Int]) {
        checkGradients(of: "instance norm", inputs(shape), samples: samples(shape), tolerance: 2e-5, smallestScale: 1)
        {
            $0[0].instanceNormalized(scale: $0[1], shift: $0[2], epsilon: 0.01)
        } twin: {
            $0[0].instanceNormalized(scale: $0[1], shift: $0[2], epsilon: 0.01)
        }
    }

    @Test(arguments: shapes)
    func group(shape: [Int]) {
        for groups in 1...shape[1] where shape[1] % groups == 0 && (groups < 4 || groups == shape[1]) {
            checkGradients(
                of: "group norm of \(groups)", inputs(shape), samples: samples(shape), tolerance: 2e-5,
                smallestScale: 1
            ) {
                $0[0].groupNormalized(groups: groups, scale: $0[1], shift: $0[2], epsilon: 0.01)
            } twin: {
                $0[0].groupNormalized(groups: groups, scale: $0[1], shift: $0[2], epsilon: 0.01)
            }
        }
    }

    @Test(arguments: shapes)
    func layer(shape: [Int]) {
        checkGradients(of: "layer norm", inputs(shape), samples: samples(shape), tolerance: 2e-5) {
            $0[0].layerNormalized(scale: $0[1], shift: $0[2], epsilon: 0.01)
        } twin: {
            $0[0].layerNormalized(scale: $0[1], shift: $0[2], epsilon: 0.01)
        }
    }

    /// Vectors and rows of them have channels too.
    @Test(arguments: [[6, 3], [4, 2, 5]] as [[Int]])
    func ofOtherRanks(shape: [Int]) {
        checkGradients(of: "batch norm", inputs(shape), tolerance: 2e-5) {
            $0[0].batchNormalized(scale: $0[1], shift: $0[2], epsilon: 0.01).output
        } twin: {
            $0[0].batchNormalized(scale: $0[1], shift: $0[2], epsilon: 0.01)
        }
        checkGradients(of: "layer norm", inputs(shape), tolerance: 2e-5) {
            $0[0].layerNormalized(scale: $0[1], shift: $0[2], epsilon: 0.01)
        } twin: {
            $0[0].layerNormalized(scale: $0[1], shift: $0[2], epsilon: 0.01)
        }
    }

    /// With given statistics, which may be learnt themselves.
    @Test(arguments: shapes)
    func givenStatistics(shape: [Int]) {
        var random = Inputs(seed: 71)
        let statistics = [random.normal([shape[1]]), random.uniform([shape[1]], in: 0.5...3)]
        checkGradients(of: "norm", inputs(shape) + statistics, samples: samples(shape), tolerance: 2e-5) {
            $0[0].normalized(mean: $0[3], variance: $0[4], scale: $0[1], shift: $0[2], epsilon: 1e-3)
        } twin: {
            $0[0].normalized(mean: $0[3], variance: $0[4], scale: $0[1], shift: $0[2], epsilon: 1e-3)
        }
    }

    /// Left out, the scale is 1 and the shift 0.
    @Test func withoutScaleAndShift() {
        var random = Inputs(seed: 72)
        let input = [random.normal([2, 3, 4, 5], mean: 1)]
        let (ones, zeros) = (DoubleTensor(Tensor([1, 1, 1])), DoubleTensor(Tensor([0, 0, 0])))
        checkGradients(of: "batch norm", input) {
            $0[0].batchNormalized(epsilon: 0.01).output
        } twin: {
            $0[0].batchNormalized(scale: ones, shift: zeros, epsilon: 0.01)
        }
        checkGradients(of: "instance norm", input) {
            $0[0].instanceNormalized(epsilon: 0.01)
        } twin: {
            $0[0].instanceNormalized(scale: ones, shift: zeros, epsilon: 0.01)
        }
        checkGradients(of: "group norm", input) {
            $0[0].groupNormalized(groups: 3, epsilon: 0.01)
        } twin: {
            $0[0].groupNormalized(groups: 3, scale: ones, shift: zeros, epsilon: 0.01)
        }
        checkGradients(of: "layer norm", input) {
            $0[0].layerNormalized(epsilon: 0.01)
        } twin: {
            $0[0].layerNormalized(scale: ones, shift: zeros, epsilon: 0.01)
        }
    }

    /// The batch's own statistics, for the running ones: the variance is divided by n.
    @Test func statistics() {
        var random = Inputs(seed: 73)
        let input = random.normal([3, 4, 5, 6], mean: 50, deviation: 0.5)
        let normalized = input.batchNormalized(epsilon: 1e-5)
        let twin = DoubleTensor(input)
        expectClose(normalized.mean, twin.mean(axes: [0, 2, 3]), "mean")
        expectClose(normalized.variance, twin.variance(axes: [0, 2, 3]), "variance")
    }

    /// Numbers that are all the same become the shift, not something infinite.
    @Test func constants() {
        let same = Tensor(repeating: 7, shape: [2, 3, 4, 4])
        let shift = Tensor([0.5, -1, 2])
        let expected = DoubleTensor(shift).reshaped(to: [1, 3, 1, 1]).broadcast(to: same.shape)
        expectClose(same.batchNormalized(shift: shift).output, expected, "batch norm", tolerance: 1e-3)
        expectClose(same.instanceNormalized(shift: shift), expected, "instance norm", tolerance: 1e-3)
        expectClose(same.layerNormalized(shift: shift), expected, "layer norm", tolerance: 1e-3)
    }
}
