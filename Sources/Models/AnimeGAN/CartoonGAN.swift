import Networks
import TensorCore

/// CartoonGAN's generator (Chen, Lai and Liu, *CartoonGAN: generative adversarial networks for photo cartoonization*,
/// 2018), which AnimeGAN wants to be smaller and faster than. 11,129,667 parameters at width 64.
///
/// - Input `[batch, 3, height, width]`: **BGR** in [-1, 1]. The sides are multiples of 4.
/// - Output of the same shape: BGR in [-1, 1], as the tanh at the end gives them.
///
/// Names and layouts are those of the weights that were published for four styles: a folder of `.npy` files,
/// `conv01_1.weight.npy` and so on, loads as it is. The wide convolutions at both ends and the residual blocks are padded
/// by reflection, all others with zeros; instance norm's epsilon is 1e-9.
public final class CartoonGAN: NamedNetwork {
    private let flat: Part
    private let down: [Part]
    private let residuals: [Residual]
    private let up: [Part]
    private let out: Convolution

    /// A generator whose first map has `w` channels; the paper's has 64.
    public init(width w: Int = 64) {
        func keeping(_ inputs: Int, _ outputs: Int, stride: Int = 1) -> Convolution {
            Convolution(inputs, outputs, kernel: 3, stride: stride, padding: 1)
        }
        func doubling(_ inputs: Int, _ outputs: Int) -> TransposedConvolution {
            TransposedConvolution(inputs, outputs, kernel: 3, stride: 2, padding: 1, outputPadding: 1)
        }
        func wide(_ inputs: Int, _ outputs: Int) -> Convolution {
            Convolution(inputs, outputs, kernel: 7, padding: 3, paddingMode: .reflect)
        }
        // Channels and side for width 64 and a picture of 256x256.
        flat = Part(["conv01_1": wide(3, w), "in01_1": cartoonNorm(w)])  // 3, 256 -> 64, 256
        down = [
            Part([
                "conv02_1": keeping(w, 2 * w, stride: 2),  // -> 128, 128
                "conv02_2": keeping(2 * w, 2 * w), "in02_1": cartoonNorm(2 * w),
            ]),
            Part([
                "conv03_1": keeping(2 * w, 4 * w, stride: 2),  // -> 256, 64
                "conv03_2": keeping(4 * w, 4 * w), "in03_1": cartoonNorm(4 * w),
            ]),
        ]
        residuals = ["04", "05", "06", "07", "08", "09", "10", "11"].map { Residual($0, 4 * w) }
        up = [
            Part([
                "deconv01_1": doubling(4 * w, 2 * w),  // -> 128, 128
                "deconv01_2": keeping(2 * w, 2 * w), "in12_1": cartoonNorm(2 * w),
            ]),
            Part([
                "deconv02_1": doubling(2 * w, w),  // -> 64, 256
                "deconv02_2": keeping(w, w), "in13_1": cartoonNorm(w),
            ]),
        ]
        out = wide(w, 3)  // -> 3, 256
    }

    /// Each convolution and norm by itself, as in the published weights.
    public var children: [(name: String, module: any Module)] {
        let parts: [any Layer] = [flat] + down + residuals + up
        return parts.flatMap(\.children) + [("deconv03_1", out)]
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        run([flat] + down + residuals + up + [out, Tanh()], x, mode)
    }
}

extension CartoonGAN {
    public convenience init(fitting shapes: StoredShapes) {
        self.init(width: shapes.length(of: "conv01_1.weight", axis: 0) ?? 64)
    }

    public var input: InputShape { InputShape(channels: 3, sides: .multiples(of: 4, atLeast: 8)) }
}

/// Layers under their published names, and a ReLU behind them.
private final class Part: Layer {
    let children: [(name: String, module: any Module)]
    private let layers: [any Layer]

    init(_ named: KeyValuePairs<String, any Layer>, activation: (any Layer)? = ReLU()) {
        children = named.map { (name: $0.key, module: $0.value) }
        layers = named.map(\.value) + (activation.map { [$0] } ?? [])
    }

    func forward(_ x: Tensor, _ mode: Mode) -> Tensor { run(layers, x, mode) }
}

/// Two convolutions and norms, and the input added (He et al., *Deep residual learning*, 2015).
private final class Residual: Layer {
    private let first: Part
    private let second: Part

    init(_ number: String, _ channels: Int) {
        func convolution() -> Convolution {
            Convolution(channels, channels, kernel: 3, padding: 1, paddingMode: .reflect)
        }
        first = Part(["conv\(number)_1": convolution(), "in\(number)_1": cartoonNorm(channels)])
        second = Part(
            ["conv\(number)_2": convolution(), "in\(number)_2": cartoonNorm(channels)], activation: nil)
    }

    var children: [(name: String, module: any Module)] { first.children + second.children }

    func forward(_ x: Tensor, _ mode: Mode) -> Tensor { x + run([first, second], x, mode) }
}

private func cartoonNorm(_ channels: Int) -> InstanceNorm {
    InstanceNorm(channels, epsilon: 1e-9, names: ("scale", "shift"))
}
