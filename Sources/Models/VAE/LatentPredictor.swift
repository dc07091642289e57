import Basics
import Networks
import TensorCore

/// Reads the code again from the features that ``IllustrationGenerator`` made of it: 10,591,332 parameters at width 64 with
/// 100 latent numbers. Its squared error, of which the generator is told, keeps the dense layers from making the same
/// features of all codes.
///
/// - Features `[batch, 128 · width, 1, 1]`, or `[batch, 128 · width]`, for a side of 64.
/// - Output `[batch, latent]`.
public final class LatentPredictor: NamedNetwork {
    let dense: Sequential
    private let features: Int

    /// A predictor for a generator of the same latent numbers, width and side.
    public init(latent: Int = 100, width w: Int = 64, side: Int = 64) {
        precondition(side > 0 && side % 16 == 0, "LatentPredictor: side \(side) is no multiple of 16")
        features = 8 * w * (side / 16) * (side / 16)
        func linear(_ inputs: Int, _ outputs: Int) -> Linear {
            Linear(inputs, outputs, weight: .xavierUniform, biasInitialiser: .zeros)
        }
        // Numbers for width and side 64.
        dense = Sequential(
            linear(features, 16 * w), ReLU(),  // 8192 -> 1024
            linear(16 * w, 16 * w), ReLU(),
            linear(16 * w, 16 * w), ReLU(),
            linear(16 * w, latent))  // -> 100
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        dense(x.reshaped(to: [x.shape[0], features]), mode)
    }
}

extension LatentPredictor {
    public convenience init(fitting shapes: StoredShapes) {
        let width = shapes.length(of: "dense.0.weight", axis: 0, upTo: 2048).map { max(1, $0 / 16) } ?? 64
        self.init(
            latent: shapes.length(of: "dense.6.weight", axis: 0, upTo: 4096) ?? 100, width: width,
            side: shapes.side(ofFeatures: "dense.0.weight", axis: 1, width: width))
    }

    public var input: InputShape { InputShape(channels: features, sides: .exactly(1)) }
}
