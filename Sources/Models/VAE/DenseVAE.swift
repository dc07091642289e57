import Basics
import Networks
import TensorCore

/// The variational autoencoder of small pictures in the first article's code, all layers linear: 1,488,388 parameters at
/// width 500 with a code of two numbers, 744,384 of them in the decoder.
///
/// - Pictures `[batch, 1, 28, 28]` in [0, 1].
/// - Codes `[batch, latent]`.
/// - What the decoder gives are logits: their sigmoid is each pixel's probability of being ink. The loss wants them so,
///   see `sigmoidCrossEntropy`.
public final class DenseVAE: NamedNetwork {
    public static let side = 28

    let encoder: Sequential
    let decoder: Sequential
    /// The numbers in a code.
    public let latent: Int

    /// An autoencoder whose wide layers have `w` numbers, a multiple of five; the narrow ones have two fifths of that.
    public init(latent: Int = 2, width w: Int = 500) {
        precondition(w > 0 && w % 5 == 0, "DenseVAE: width \(w) is no multiple of 5")
        precondition(latent > 0, "DenseVAE: codes of \(latent) numbers")
        self.latent = latent
        let pixels = Self.side * Self.side
        encoder = Sequential(
            Flatten(), Linear(pixels, w), ReLU(),  // 784 -> 500
            Linear(w, w), ReLU(),  // -> 500
            Linear(w, w * 2 / 5), ReLU(),  // -> 200
            Linear(w * 2 / 5, 2 * latent))  // -> 4
        decoder = Sequential(
            Linear(latent, w * 2 / 5), ReLU(),  // 2 -> 200
            Linear(w * 2 / 5, w), ReLU(),  // -> 500
            Linear(w, w), ReLU(),  // -> 500
            Linear(w, pixels))  // -> 784
    }

    /// The distributions over codes of pictures.
    public func encode(_ pictures: Tensor, _ mode: Mode) -> Encoding {
        Encoding(halvesOf: encoder(pictures, mode))
    }

    /// The logits of the pictures that belong to codes.
    public func decode(_ codes: Tensor, _ mode: Mode) -> Tensor {
        decoder(codes, mode).reshaped(to: [codes.shape[0], 1, Self.side, Self.side])
    }

    /// The logits after the way through the mean codes; nothing is drawn at random.
    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { decode(encode(x, mode).mean, mode) }
}

extension DenseVAE {
    public convenience init(fitting shapes: StoredShapes) {
        let width = shapes.length(of: "encoder.1.weight", axis: 0, upTo: 4000) ?? 500
        self.init(
            latent: shapes.length(of: "decoder.0.weight", axis: 1, upTo: 4096) ?? 2, width: (width + 4) / 5 * 5)
    }

    public var input: InputShape { InputShape(channels: 1, sides: .exactly(Self.side)) }
}
