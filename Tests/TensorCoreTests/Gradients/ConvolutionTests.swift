import TensorCore
import Testing

/// A convolution's sizes, as a test's argument.
struct ConvolutionCase: CustomTestStringConvertible {
    var batch = 1
    let channels: Int
    let height: Int
    let width: Int
    let outputs: Int
    let kernel: (height: Int, width: Int)
    var stride = 1
    var padding = 0
    var groups = 1
    var outputPadding = 0

    init(
        _ shape: [Int], to outputs: Int, kernel: Int, by kernelWidth: Int? = nil, stride: Int = 1, padding: Int = 0,
        groups: Int = 1, outputPadding: Int = 0
    ) {
        (batch, channels, height, width) = (shape[0], shape[1], shape[2], shape[3])
        (self.outputs, self.kernel) = (outputs, (kernel, kernelWidth ?? kernel))
        (self.stride, self.padding, self.groups, self.outputPadding) = (stride, padding, groups, outputPadding)
    }

    var testDescription: String {
        "\(batch)x\(channels)x\(height)x\(width) to \(outputs), kernel \(kernel.height)x\(kernel.width), "
            + "stride \(stride), padding \(padding), groups \(groups), output padding \(outputPadding)"
    }

    /// Cases for every stride, kernel and padding of the grid.
    static func strides(_ cases: (_ stride: Int, _ kernel: Int, _ padding: Int) -> [Self]) -> [Self] {
        var grid: [Self] = []
        for stride in 1...3 {
            for kernel in 1...5 {
                for padding in 0...2 { grid += cases(stride, kernel, padding) }
            }
        }
        return grid
    }

    /// Input, weight and, if wanted, a bias.
    func inputs(seed: UInt64, transposed: Bool = false, withBias: Bool) -> [Tensor] {
        var inputs = Inputs(seed: seed)
        let ends = transposed ? [channels, outputs] : [outputs, channels / groups]
        let tensors = [
            inputs.normal([batch, channels, height, width]), inputs.normal(ends + [kernel.height, kernel.width]),
        ]
        return withBias ? tensors + [inputs.normal([outputs])] : tensors
    }
}

/// Convolution against plain loops and differences.
@Suite("Convolution") struct ConvolutionTests {
    /// Every stride against every kernel and padding, over sizes that the stride divides and does not. Among them are
    /// strides larger than the kernel (some numbers are never seen) and padding as large as the kernel allows.
    static let grid = ConvolutionCase.strides { stride, kernel, padding in
        [
            ConvolutionCase([1, 2, 7, 6], to: 3, kernel: kernel, stride: stride, padding: padding),
            ConvolutionCase([3, 1, 5, 8], to: 2, kernel: kernel, stride: stride, padding: padding),
        ]
    }

    /// The same for results whose rows fill the core's tiles, or pair up to fill them, or nearly fill them, on processors
    /// with vectors of 8 and of 16 numbers; the last number that the stride leaves unseen is among the input.
    static let wideGrid = ConvolutionCase.strides { stride, kernel, padding in
        [(5, 8), (5, 16), (6, 16), (5, 27)].compactMap { height, width in
            let unused = stride > 1 && kernel > 1 ? 1 : 0
            let sides = [height, width].map { ($0 - 1) * stride + kernel - 2 * padding + unused }
            return sides.allSatisfy { $0 > 0 }
                ? ConvolutionCase([1, 2] + sides, to: 3, kernel: kernel, stride: stride, padding: padding) : nil
        }
    }

    static let corners: [ConvolutionCase] = [
        .init([1, 1, 1, 1], to: 1, kernel: 1), .init([2, 3, 1, 1], to: 4, kernel: 1),
        .init([1, 2, 1, 1], to: 2, kernel: 3, padding: 1),
        .init([1, 1, 1, 1], to: 1, kernel: 5, stride: 3, padding: 2),
        .init([1, 2, 5, 5], to: 3, kernel: 5), .init([2, 1, 1, 9], to: 2, kernel: 1, by: 3),
        .init([2, 2, 6, 7], to: 3, kernel: 3, by: 1, stride: 2),
        .init([1, 3, 7, 5], to: 2, kernel: 2, by: 5, padding: 1),
        .init([1, 1, 4, 4], to: 2, kernel: 2, padding: 3), .init([1, 1, 3, 3], to: 1, kernel: 1, stride: 5),
        .init([4, 3, 6, 6], to: 5, kernel: 3, padding: 1),
        .init([5, 2, 4, 3], to: 3, kernel: 3, stride: 2, padding: 1),
    ]

    static let grouped: [ConvolutionCase] = [
        .init([1, 4, 5, 6], to: 2, kernel: 3, padding: 1, groups: 2),
        .init([3, 4, 6, 5], to: 6, kernel: 3, stride: 2, padding: 1, groups: 2),
        .init([2, 6, 4, 4], to: 9, kernel: 2, groups: 3), .init([2, 4, 3, 3], to: 4, kernel: 1, groups: 2),
        // Each channel with its own kernels: as many results as channels, or twice as many.
        .init([2, 3, 4, 5], to: 6, kernel: 3, padding: 1, groups: 3),
        .init([2, 3, 5, 6], to: 3, kernel: 3, padding: 1, groups: 3),
        .init([1, 5, 7, 7], to: 5, kernel: 3, stride: 2, padding: 1, groups: 5),
        .init([3, 2, 6, 7], to: 2, kernel: 4, stride: 3, padding: 2, groups: 2),
        .init([1, 3, 5, 5], to: 3, kernel: 1, stride: 2, groups: 3),
        .init([2, 2, 1, 1], to: 2, kernel: 3, padding: 1, groups: 2),
        .init([1, 2, 6, 40], to: 2, kernel: 5, padding: 2, groups: 2),
        .init([1, 2, 5, 5], to: 2, kernel: 2, by: 3, stride: 2, padding: 1, groups: 2),
        // Lines of several vectors and a rest, with and without a border, and planes that are laid out in parts.
        .init([2, 3, 5, 77], to: 3, kernel: 3, groups: 3),
        .init([1, 2, 9, 151], to: 2, kernel: 3, stride: 2, groups: 2),
        .init([1, 2, 70, 71], to: 2, kernel: 3, padding: 1, groups: 2),
        .init([1, 2, 75, 140], to: 2, kernel: 4, stride: 2, padding: 1, groups: 2),
    ]

    @Test(arguments: grid + wideGrid + corners + grouped)
    func small(_ the: ConvolutionCase) { check(the, samples: 12, bothBiases: true) }

    /// The core cuts rows of stops for the threads, blocks of some thousand products for the cache and tiles of 32 stops
    /// by 8 outputs for the registers; stops that do not make whole tiles are taken together across pictures. For
    /// the weight's gradient it takes eight channels and 2¹⁵ numbers of the result at a time. These shapes lie on both
    /// sides of each.
    static let large: [ConvolutionCase] = [
        .init([3, 20, 17, 19], to: 24, kernel: 3, padding: 1),
        .init([3, 20, 17, 19], to: 24, kernel: 4, stride: 2, padding: 1),
        .init([1, 8, 64, 64], to: 8, kernel: 3, padding: 1),
        .init([2, 8, 64, 64], to: 8, kernel: 3, stride: 2, padding: 1),
        .init([1, 8, 64, 64], to: 8, kernel: 4, stride: 2, padding: 1),
        .init([1, 33, 64, 64], to: 4, kernel: 3, padding: 1),
        .init([1, 12, 33, 64], to: 40, kernel: 3, padding: 1),
        .init([2, 64, 31, 33], to: 3, kernel: 3, padding: 1),
        .init([5, 36, 9, 7], to: 17, kernel: 3, padding: 1),
        .init([2, 150, 6, 5], to: 20, kernel: 3, padding: 1),
        .init([1, 130, 5, 27], to: 13, kernel: 3, padding: 1),
        .init([1, 130, 7, 16], to: 12, kernel: 3, padding: 1),
        .init([4, 120, 12, 13], to: 5, kernel: 3, padding: 1),
        .init([1, 16, 4, 4], to: 60, kernel: 3, padding: 1),
        .init([1, 3, 70, 90], to: 6, kernel: 7, padding: 3),
        .init([2, 24, 40, 40], to: 4, kernel: 5, padding: 2, groups: 2),
        .init([1, 40, 50, 50], to: 4, kernel: 1),
        .init([2, 24, 40, 41], to: 24, kernel: 3, padding: 1, groups: 24),
        .init([2, 24, 40, 41], to: 24, kernel: 3, stride: 2, padding: 1, groups: 24),
    ]

    @Test(arguments: large)
    func severalTiles(_ the: ConvolutionCase) { check(the, samples: 2, bothBiases: false) }

    /// A weight sees every place of every picture, and white paper is one number everywhere: the sum of sixty thousand
    /// equal numbers must not lose more than its last two digits.
    @Test func longSumsOfOneColor() throws {
        let tape = Tape()
        let weight = tape.variable(Tensor(zeros: [3, 2, 1, 1]))
        let paper = Tensor(repeating: 0.9, shape: [4, 2, 128, 128])
        let result = paper.convolved(with: weight)
        let gradients = tape.gradients(of: result, from: Tensor(repeating: 0.1, shape: result.shape))
        let expected = Double(Float(0.9)) * Double(Float(0.1)) * 65_536
        let sums = DoubleTensor(zeros: [3, 2, 1, 1]) + expected
        expectClose(gradients[weight], sums, "gradient of the weight", tolerance: 2e-5)
    }

    func check(_ the: ConvolutionCase, samples: Int, bothBiases: Bool) {
        for withBias in bothBiases ? [true, false] : [true] {
            checkGradients(
                of: "convolution, \(the.testDescription)", the.inputs(seed: 50, withBias: withBias), samples: samples
            ) {
                $0[0].convolved(
                    with: $0[1], bias: withBias ? $0[2] : nil, stride: the.stride, padding: the.padding,
                    groups: the.groups)
            } twin: {
                $0[0].convolved(
                    with: $0[1], bias: withBias ? $0[2] : nil, stride: the.stride, padding: the.padding,
                    groups: the.groups)
            }
        }
    }
}

/// Transposed convolution against plain loops and differences.
@Suite("Transposed convolution") struct TransposedConvolutionTests {
    /// Every stride, kernel, padding and output padding that leave something.
    static let grid = ConvolutionCase.strides { stride, kernel, padding in
        (0..<stride).map { outputPadding in
            ConvolutionCase(
                [1 + padding, 2, 3, 4], to: 3, kernel: kernel, stride: stride, padding: padding,
                outputPadding: outputPadding)
        }.filter { 2 * stride - 2 * padding + kernel + $0.outputPadding > 0 }
    }

    static let corners: [ConvolutionCase] = [
        .init([1, 1, 1, 1], to: 1, kernel: 1), .init([2, 3, 1, 1], to: 2, kernel: 4),
        .init([1, 2, 1, 1], to: 3, kernel: 3, stride: 2, padding: 1, outputPadding: 1),
        .init([1, 2, 3, 3], to: 1, kernel: 1, stride: 3, outputPadding: 2),
        .init([2, 2, 4, 3], to: 3, kernel: 2, by: 4, stride: 2, padding: 1),
        .init([3, 1, 2, 7], to: 2, kernel: 4, stride: 2, padding: 1),
    ]

    static let large: [ConvolutionCase] = [
        .init([3, 24, 9, 10], to: 20, kernel: 4, stride: 2, padding: 1),
        .init([1, 130, 5, 16], to: 14, kernel: 4, stride: 2, padding: 1),
        .init([2, 3, 5, 27], to: 30, kernel: 3, stride: 3, padding: 1, outputPadding: 1),
        .init([1, 8, 32, 32], to: 8, kernel: 4, stride: 2, padding: 1),
        .init([1, 8, 32, 32], to: 8, kernel: 3, stride: 2, padding: 1, outputPadding: 1),
        .init([2, 32, 40, 40], to: 4, kernel: 3, padding: 1),
        .init([5, 100, 4, 4], to: 12, kernel: 4, stride: 2, padding: 1),
    ]

    @Test(arguments: grid + corners)
    func small(_ the: ConvolutionCase) { check(the, samples: 12) }

    @Test(arguments: large)
    func severalTiles(_ the: ConvolutionCase) { check(the, samples: 2) }

    func check(_ the: ConvolutionCase, samples: Int) {
        for withBias in samples > 2 ? [true, false] : [true] {
            checkGradients(
                of: "transposed convolution, \(the.testDescription)",
                the.inputs(seed: 51, transposed: true, withBias: withBias), samples: samples
            ) {
                $0[0].transposeConvolved(
                    with: $0[1], bias: withBias ? $0[2] : nil, stride: the.stride, padding: the.padding,
                    outputPadding: the.outputPadding)
            } twin: {
                $0[0].transposeConvolved(
                    with: $0[1], bias: withBias ? $0[2] : nil, stride: the.stride, padding: the.padding,
                    outputPadding: the.outputPadding)
            }
        }
    }
}
