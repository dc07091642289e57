import Networks
import TensorCore

/// ComixGAN's generator (Pęśko, Svystun, Andruszkiewicz, Rokita and Trzciński, *Comixify: transform video into a comics*,
/// 2018): CartoonGAN's, with two differences. It enlarges by repeating pixels and one convolution, and a convolution has a
/// bias only where no norm follows. 10,940,419 parameters at width 64.
///
/// - Input `[batch, 3, height, width]`: RGB in [-1, 1]. The sides are multiples of 4.
/// - Output of the same shape: RGB in [-1, 1], as the tanh at the end gives them.
///
/// All is padded with zeros as Keras does it, at stride 2 at the bottom and right only. Names are its own, because there
/// are no published weights that it could load. Keras's instance norm adds 1e-3 to the deviation; this one adds 1e-5 to
/// the variance.
public final class ComixGAN: NamedNetwork {
    let flat: Convolution
    let flatNorm: InstanceNorm
    let down1: Halving
    let down2: Halving
    let residuals: [Residual]
    let up1: Doubling
    let up2: Doubling
    let out: Convolution

    /// A generator whose first map has `w` channels; the original's has 64.
    public init(width w: Int = 64) {
        // Channels and side for width 64 and a picture of 256x256.
        flat = Convolution(3, w, kernel: 7, padding: 3, bias: false, weight: .xavierUniform)  // 3, 256 -> 64, 256
        flatNorm = InstanceNorm(w)
        down1 = Halving(w, 2 * w)  // -> 128, 128
        down2 = Halving(2 * w, 4 * w)  // -> 256, 64
        residuals = (1...8).map { _ in Residual(4 * w) }
        up1 = Doubling(4 * w, 2 * w)  // -> 128, 128
        up2 = Doubling(2 * w, w)  // -> 64, 256
        out = Convolution(w, 3, kernel: 7, padding: 3, weight: .xavierUniform, biasInitialiser: .zeros)  // -> 3, 256
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        run([flat, flatNorm, ReLU(), down1, down2] + residuals + [up1, up2, out, Tanh()], x, mode)
    }
}

extension ComixGAN {
    public convenience init(fitting shapes: StoredShapes) {
        self.init(width: shapes.length(of: "flat.weight", axis: 0) ?? 64)
    }

    public var input: InputShape { InputShape(channels: 3, sides: .multiples(of: 4, atLeast: 8)) }
}

extension ComixGAN {
    /// A convolution that halves the sides, and one with a norm.
    final class Halving: Layer {
        let strided: Convolution
        let conv: Convolution
        let norm: InstanceNorm

        init(_ inputs: Int, _ outputs: Int) {
            strided = Convolution(
                inputs, outputs, kernel: 3, stride: 2, padding: Padding(bottom: 1, right: 1), weight: .xavierUniform,
                biasInitialiser: .zeros)
            conv = .keeping(outputs, outputs)
            norm = InstanceNorm(outputs)
        }

        func forward(_ x: Tensor, _ mode: Mode) -> Tensor { run([strided, conv, norm, ReLU()], x, mode) }
    }

    /// Two convolutions and norms, and the input added.
    final class Residual: Layer {
        let conv1: Convolution
        let norm1: InstanceNorm
        let conv2: Convolution
        let norm2: InstanceNorm

        init(_ channels: Int) {
            conv1 = .keeping(channels, channels)
            norm1 = InstanceNorm(channels)
            conv2 = .keeping(channels, channels)
            norm2 = InstanceNorm(channels)
        }

        func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
            x + run([conv1, norm1, ReLU(), conv2, norm2], x, mode)
        }
    }

    /// Each pixel four times, and a convolution.
    final class Doubling: Layer {
        let double = Resizing(by: 2, .nearest)
        let conv: Convolution
        let norm: InstanceNorm

        init(_ inputs: Int, _ outputs: Int) {
            conv = .keeping(inputs, outputs)
            norm = InstanceNorm(outputs)
        }

        func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
            run([double, conv, norm, ReLU()], x, mode)
        }
    }
}

extension Convolution {
    /// 3x3, without a bias.
    fileprivate static func keeping(_ inputs: Int, _ outputs: Int) -> Convolution {
        Convolution(inputs, outputs, kernel: 3, padding: 1, bias: false, weight: .xavierUniform)
    }
}
