import Networks
import TensorCore

// The blocks of AnimeGAN's first generator. Their convolutions have no bias, because an instance norm follows, and are
// padded by reflection.

/// Conv-Block: convolution, instance norm, leaky ReLU.
final class ConvBlock: Layer {
    let conv: Convolution
    let norm: InstanceNorm
    private let activation = LeakyReLU(slope: 0.2)

    init(_ inputs: Int, _ outputs: Int, kernel: Int = 3) {
        conv = Convolution(
            inputs, outputs, kernel: kernel, padding: Padding(kernel / 2), paddingMode: .reflect, bias: false,
            weight: .xavierUniform)
        norm = InstanceNorm(outputs, epsilon: 1e-5)
    }

    func forward(_ x: Tensor, _ mode: Mode) -> Tensor { run([conv, norm, activation], x, mode) }
}

/// DSConv: a depthwise separable convolution (Chollet, *Xception*, 2017), that is a convolution of each channel by itself
/// and one over the channels of each pixel, then instance norm and leaky ReLU. At stride 2 it is padded at the bottom
/// and right only.
///
/// The paper's figure has a norm and a leaky ReLU between the two convolutions; the code and its weights do not. Its
/// norm's epsilon is not Conv-Block's: the code left it at TensorFlow's default.
final class SeparableBlock: Layer {
    let depthwise: Convolution
    let pointwise: Convolution
    let norm: InstanceNorm
    private let activation = LeakyReLU(slope: 0.2)

    init(_ inputs: Int, _ outputs: Int, stride: Int = 1) {
        depthwise = Convolution(
            inputs, inputs, kernel: 3, stride: stride, padding: stride == 1 ? 1 : Padding(bottom: 1, right: 1),
            paddingMode: .reflect, groups: inputs, bias: false, weight: .xavierUniform)
        pointwise = Convolution(inputs, outputs, kernel: 1, bias: false, weight: .xavierUniform)
        norm = InstanceNorm(outputs, epsilon: 1e-6)
    }

    func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        run([depthwise, pointwise, norm, activation], x, mode)
    }
}

/// Down-Conv: halves the sides in two ways and adds them up, so that nothing is lost where the stride steps over it.
final class DownBlock: Layer {
    let strided: SeparableBlock
    let half = Resizing(by: 0.5, .bilinearTensorFlow1)
    let resized: SeparableBlock

    init(_ inputs: Int, _ outputs: Int) {
        strided = SeparableBlock(inputs, outputs, stride: 2)
        resized = SeparableBlock(inputs, outputs)
    }

    func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        strided(x, mode) + resized(half(x, mode), mode)
    }
}

/// Up-Conv: doubles the sides by resizing, which leaves no checkerboard as a transposed convolution does.
final class UpBlock: Layer {
    let double = Resizing(by: 2, .bilinearTensorFlow1)
    let block: SeparableBlock

    init(_ inputs: Int, _ outputs: Int) { block = SeparableBlock(inputs, outputs) }

    func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        block(double(x, mode), mode)
    }
}

/// IRB, the inverted residual block (Sandler et al., *MobileNetV2*, 2018): twice the channels, a convolution of each by
/// itself, back to as many as before without an activation, and the input added.
final class InvertedResidual: Layer {
    let expand: ConvBlock
    let depthwise: Convolution
    let depthwiseNorm: InstanceNorm
    let project: Convolution
    let projectNorm: InstanceNorm
    private let activation = LeakyReLU(slope: 0.2)

    init(_ channels: Int) {
        expand = ConvBlock(channels, 2 * channels, kernel: 1)
        depthwise = Convolution(
            2 * channels, 2 * channels, kernel: 3, padding: 1, paddingMode: .reflect, groups: 2 * channels,
            bias: false, weight: .truncatedNormal(deviation: 0.02))
        depthwiseNorm = InstanceNorm(2 * channels, epsilon: 1e-5)
        project = Convolution(2 * channels, channels, kernel: 1, bias: false, weight: .xavierUniform)
        projectNorm = InstanceNorm(channels, epsilon: 1e-5)
    }

    func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        x + run([expand, depthwise, depthwiseNorm, activation, project, projectNorm], x, mode)
    }
}
