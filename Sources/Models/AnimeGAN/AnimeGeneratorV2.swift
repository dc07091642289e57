import Networks
import TensorCore

/// AnimeGANv2's generator (Chen and Liu, 2020, the released code). Against the first one: layer norm in the place of
/// instance norm, whose artefacts it does not have, plain convolutions for separable ones, and half of the size: 2,143,552
/// parameters at width 32.
///
/// - Input `[batch, 3, height, width]`: RGB in [-1, 1]. The sides are multiples of 4.
/// - Output of the same shape: RGB in [-1, 1], as the tanh at the end gives them.
///
/// Names, layouts, epsilon (1e-5) and the resizing with half-pixel centres are those of the PyTorch port
/// (animegan2-pytorch, as its `test.py` runs it), whose weights load as they are. The original in TensorFlow has an epsilon
/// of 1e-12 and ``Resampling/bilinearTensorFlow1``.
public final class AnimeGeneratorV2: NamedNetwork {
    private let a: Sequential
    private let b: Sequential
    private let c: Sequential
    private let double: Resizing
    private let d: Sequential
    private let e: Sequential
    private let out: Sequential

    /// A generator whose first map has `w` channels; the original's has 32.
    public init(width w: Int = 32, resampling: Resampling = .bilinear) {
        double = Resizing(by: 2, resampling)
        // Channels and side for width 32 and a picture of 256x256.
        a = Sequential(
            NormedConvolution(3, w, kernel: 7),  // 3, 256 -> 32, 256
            NormedConvolution(w, 2 * w, stride: 2),  // -> 64, 128
            NormedConvolution(2 * w, 2 * w))
        b = Sequential(
            NormedConvolution(2 * w, 4 * w, stride: 2),  // -> 128, 64
            NormedConvolution(4 * w, 4 * w))
        c = Sequential(
            NormedConvolution(4 * w, 4 * w),
            WideningResidual(4 * w, 8 * w),  // -> 256, 64
            WideningResidual(8 * w, 8 * w),
            WideningResidual(8 * w, 8 * w),
            WideningResidual(8 * w, 8 * w),
            NormedConvolution(8 * w, 4 * w))  // -> 128, 64
        d = Sequential(
            NormedConvolution(4 * w, 4 * w),  // 128, 128
            NormedConvolution(4 * w, 4 * w))
        e = Sequential(
            NormedConvolution(4 * w, 2 * w),  // 128, 256 -> 64, 256
            NormedConvolution(2 * w, 2 * w),
            NormedConvolution(2 * w, w, kernel: 7))  // -> 32, 256
        out = Sequential(Convolution(w, 3, kernel: 1, bias: false, weight: .kaimingNormal()), Tanh())  // -> 3, 256
    }

    public var children: [(name: String, module: any Module)] {
        [
            ("block_a", a), ("block_b", b), ("block_c", c), ("double", double), ("block_d", d), ("block_e", e),
            ("out_layer", out),
        ]
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        let narrow = c(b(a(x, mode), mode), mode)  // 3, 256 -> 128, 64
        let middle = d(double(narrow, mode), mode)  // -> 128, 128
        return out(e(double(middle, mode), mode), mode)  // -> 3, 256
    }
}

extension AnimeGeneratorV2 {
    public convenience init(fitting shapes: StoredShapes) {
        self.init(width: shapes.length(of: "block_a.0.1.weight", axis: 0) ?? 32)
    }

    public var input: InputShape { InputShape(channels: 3, sides: .multiples(of: 4, atLeast: 8)) }
}

/// Convolution, layer norm, leaky ReLU; padded by reflection, at stride 2 at the bottom and right only. The port counts
/// the padding as a layer of its own, so that the convolution is number 1.
private final class NormedConvolution: Layer {
    private let conv: Convolution
    private let norm: LayerNorm
    private let activation = LeakyReLU(slope: 0.2)

    init(
        _ inputs: Int, _ outputs: Int, kernel: Int = 3, stride: Int = 1, groups: Int = 1, bias: Bool = false
    ) {
        conv = Convolution(
            inputs, outputs, kernel: kernel, stride: stride,
            padding: stride == 1 ? Padding(kernel / 2) : Padding(bottom: 1, right: 1), paddingMode: .reflect,
            groups: groups, bias: bias, weight: .kaimingNormal(), biasInitialiser: .zeros)
        norm = LayerNorm(outputs)
    }

    var children: [(name: String, module: any Module)] { [("1", conv), ("2", norm)] }

    func forward(_ x: Tensor, _ mode: Mode) -> Tensor { run([conv, norm, activation], x, mode) }
}

/// The second AnimeGAN's inverted residual block. The depthwise convolution has a bias, and the input is added only where
/// the number of channels stays.
private final class WideningResidual: Layer {
    let layers: Sequential
    private let keepsChannels: Bool

    init(_ inputs: Int, _ outputs: Int) {
        keepsChannels = inputs == outputs
        layers = Sequential(
            NormedConvolution(inputs, 2 * inputs, kernel: 1),
            NormedConvolution(2 * inputs, 2 * inputs, groups: 2 * inputs, bias: true),
            Convolution(2 * inputs, outputs, kernel: 1, bias: false, weight: .kaimingNormal()),
            LayerNorm(outputs))
    }

    func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        keepsChannels ? x + layers(x, mode) : layers(x, mode)
    }
}
