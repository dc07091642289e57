import Networks
import TensorCore

/// Reads the code again from the features that ``IllustrationGenerator`` made of it: 10,591,332 parameters at width 64 with
/// 100 latent numbers. Its squared error, of which the generator is told, keeps the dense layers from making the same
/// features of all codes.
///
/// - Features `[batch, 128 · width, 1, 1]`, or `[batch, 128 · width]`.
/// - Output `[batch, latent]`.
public final class LatentPredictor: NamedNetwork {
    let dense: Sequential
    private let width: Int

    /// A predictor for a generator of the same latent numbers and width.
    public init(latent: Int = 100, width w: Int = 64) {
        width = w
        func linear(_ inputs: Int, _ outputs: Int) -> Linear {
            Linear(inputs, outputs, weight: .xavierUniform, biasInitialiser: .zeros)
        }
        // Numbers for width 64.
        dense = Sequential(
            linear(128 * w, 16 * w), ReLU(),  // 8192 -> 1024
            linear(16 * w, 16 * w), ReLU(),
            linear(16 * w, 16 * w), ReLU(),
            linear(16 * w, latent))  // -> 100
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        dense(x.reshaped(to: [x.shape[0], 128 * width]), mode)
    }
}

extension LatentPredictor {
    public convenience init(fitting shapes: StoredShapes) {
        self.init(
            latent: shapes.length(of: "dense.6.weight", axis: 0, upTo: 4096) ?? 100,
            width: shapes.length(of: "dense.0.weight", axis: 0, upTo: 2048).map { max(1, $0 / 16) } ?? 64)
    }

    public var input: InputShape { InputShape(channels: 128 * width, sides: .exactly(1)) }
}
