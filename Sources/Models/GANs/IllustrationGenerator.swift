import Basics
import Networks
import TensorCore

/// The generator of tdrussell's IllustrationGAN: 21,461,507 parameters at width 64 with 100 latent numbers.
///
/// - Codes `[batch, latent, 1, 1]`, or `[batch, latent]`: normal, cut off at two deviations.
/// - Pictures `[batch, 3, side, side]`: RGB in [-1, 1].
///
/// Dense layers first make features of a code, from which the ``LatentPredictor`` reads the code again; pictures grow out
/// of the features by doubling and convolving. Doubling is by TensorFlow 1's corners there, and by middles here.
public final class IllustrationGenerator: NamedNetwork {
    let dense: Sequential
    let growth: Sequential
    /// The numbers in a code.
    public let latent: Int
    private let width, cells: Int

    /// A generator whose last map has `w` channels, and whose dense layers have 16 · `w` numbers. The side is a multiple of
    /// 16: 64 in the table, less for quick trainings.
    public init(latent: Int = 100, width w: Int = 64, side: Int = 64) {
        precondition(side > 0 && side % 16 == 0, "IllustrationGenerator: side \(side) is no multiple of 16")
        self.latent = latent
        width = w
        cells = side / 16
        func linear(_ inputs: Int, _ outputs: Int) -> Linear {
            Linear(inputs, outputs, weight: .xavierUniform, biasInitialiser: .zeros)
        }
        func convolution(_ inputs: Int, _ outputs: Int) -> Convolution {
            Convolution(inputs, outputs, kernel: 5, padding: 2, weight: .xavierUniform, biasInitialiser: .zeros)
        }

        // Numbers, or channels and side, for width and side 64.
        dense = Sequential(
            linear(latent, 16 * w), ReLU(),  // 100 -> 1024
            linear(16 * w, 16 * w), ReLU(),
            linear(16 * w, 16 * w), ReLU(),
            linear(16 * w, 8 * w * cells * cells), ReLU())  // -> 8192
        growth = Sequential(
            Doubling(), convolution(8 * w, 8 * w), BatchNorm(8 * w), ReLU(),  // 512, 4 -> 512, 8
            Doubling(), convolution(8 * w, 4 * w), BatchNorm(4 * w), ReLU(),  // -> 256, 16
            Doubling(), convolution(4 * w, 2 * w), BatchNorm(2 * w), ReLU(),  // -> 128, 32
            Doubling(), convolution(2 * w, w), BatchNorm(w), ReLU(),  // -> 64, 64
            convolution(w, 3), Tanh())  // -> 3, 64
    }

    /// What the dense layers make of codes: `[batch, 128 · width]` for a side of 64.
    public func features(of codes: Tensor, _ mode: Mode) -> Tensor {
        dense(codes.reshaped(to: [codes.shape[0], latent]), mode)
    }

    /// The pictures that grow out of features.
    public func pictures(from features: Tensor, _ mode: Mode) -> Tensor {
        growth(features.reshaped(to: [features.shape[0], 8 * width, cells, cells]), mode)
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { pictures(from: features(of: x, mode), mode) }
}

extension IllustrationGenerator {
    public convenience init(fitting shapes: StoredShapes) {
        let width = shapes.length(of: "growth.13.weight", axis: 0) ?? 64
        self.init(
            latent: shapes.length(of: "dense.0.weight", axis: 1, upTo: 4096) ?? 100, width: width,
            side: shapes.side(ofFeatures: "dense.6.weight", axis: 0, width: width))
    }

    public var input: InputShape { InputShape(channels: latent, sides: .exactly(1)) }
}
