import Basics
import Networks
import TensorCore

/// The variational autoencoder of faces (Kingma and Welling, *Auto-encoding variational Bayes*, 2013) in the shape of the
/// first article's: 8,986,563 parameters at width 64 with 64 latent numbers.
///
/// - Pictures `[batch, 3, side, side]`: RGB in [-1, 1], as the tanh at the end gives them.
/// - Codes `[batch, latent]`.
///
/// It is not the same in everything: TensorFlow's one-sided padding became symmetric.
public final class FaceVAE: NamedNetwork {
    /// The side of the article's faces.
    public static let side = 64

    let encoder: Sequential
    let project: Linear
    let decoder: Sequential
    /// The numbers in a code.
    public let latent: Int
    private let width, pictureSide: Int

    /// An autoencoder whose first map has `w` channels, an even number.
    ///
    /// - lastMap: Channels of the last map before the picture, half of `w` as in the article if none is said. A narrow
    ///   network needs more: colours are mixed from them.
    /// - side: Of the pictures, a multiple of 16; less than the article's 64 for quick trainings.
    /// - normalisesCodes: Whether a batch norm stands behind the encoder's last layer, as in the article's code. Networks
    ///   without it are for experiments: no checkpoint is read as one.
    public init(
        latent: Int = 64, width w: Int = 64, lastMap: Int? = nil, side: Int = FaceVAE.side,
        normalisesCodes: Bool = true
    ) {
        precondition(side > 0 && side % 16 == 0, "FaceVAE: side \(side) is no multiple of 16")
        precondition(w > 0 && w % 2 == 0, "FaceVAE: width \(w) is not even")
        self.latent = latent
        width = w
        pictureSide = side
        let cells = (side / 16) * (side / 16)
        let last = lastMap ?? w / 2
        let weight = Initialiser.normal(deviation: 0.02)
        func convolution(_ inputs: Int, _ outputs: Int) -> Convolution {
            Convolution(inputs, outputs, kernel: 5, stride: 2, padding: 2, weight: weight, biasInitialiser: .zeros)
        }
        func transposed(_ inputs: Int, _ outputs: Int, stride: Int = 2) -> TransposedConvolution {
            TransposedConvolution(
                inputs, outputs, kernel: 5, stride: stride, padding: 2, outputPadding: stride - 1, weight: weight,
                biasInitialiser: .zeros)
        }
        func norm(_ channels: Int) -> BatchNorm { BatchNorm(channels, weight: .normal(mean: 1, deviation: 0.02)) }

        // Channels and side, for width and side 64.
        let table: [any Layer] = [
            convolution(3, w), norm(w), ReLU(),  // 3, 64 -> 64, 32
            convolution(w, 2 * w), norm(2 * w), ReLU(),  // -> 128, 16
            convolution(2 * w, 4 * w), norm(4 * w), ReLU(),  // -> 256, 8
            convolution(4 * w, 8 * w), norm(8 * w), ReLU(),  // -> 512, 4
            Flatten(),  // -> 8192
            Linear(8 * w * cells, 2 * latent, weight: weight, biasInitialiser: .zeros),  // -> 128
        ]
        encoder = Sequential(normalisesCodes ? table + [norm(2 * latent)] : table)
        project = Linear(latent, 16 * w * cells, weight: weight, biasInitialiser: .zeros)  // 64 -> 16384
        decoder = Sequential(
            norm(4 * w), ReLU(),  // 256, 8
            transposed(4 * w, 4 * w), norm(4 * w), ReLU(),  // -> 256, 16
            transposed(4 * w, 2 * w), norm(2 * w), ReLU(),  // -> 128, 32
            transposed(2 * w, last), norm(last), ReLU(),  // -> 32, 64
            transposed(last, 3, stride: 1), Tanh())  // -> 3, 64
    }

    /// The batch norm behind the encoder's last layer, if there is one.
    public var codeNorm: BatchNorm? { encoder.layers.last as? BatchNorm }

    /// Lets the norm of the codes begin with a log-variance, nearly the same for all pictures.
    ///
    /// As the article's code initialises it, half of a code is noise at first, and the norm's parameters move by a learning
    /// rate at a time: a short training would end before its codes are worth something.
    public func beginCodes(withLogVariance logVariance: Float) {
        guard let codeNorm else { return }
        codeNorm.weight.value = Tensor((0..<2 * latent).map { $0 < latent ? 1 : 0.1 })
        codeNorm.bias.value = Tensor((0..<2 * latent).map { $0 < latent ? 0 : logVariance })
    }

    /// The distributions over codes of pictures.
    public func encode(_ pictures: Tensor, _ mode: Mode) -> Encoding {
        Encoding(halvesOf: encoder(pictures, mode))
    }

    /// The pictures that belong to codes.
    public func decode(_ codes: Tensor, _ mode: Mode) -> Tensor {
        decoder(
            project(codes, mode).reshaped(to: [codes.shape[0], 4 * width, pictureSide / 8, pictureSide / 8]), mode)
    }

    /// The pictures after the way through their mean codes; nothing is drawn at random.
    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { decode(encode(x, mode).mean, mode) }
}

extension FaceVAE {
    public convenience init(fitting shapes: StoredShapes) {
        let width = shapes.length(of: "encoder.0.weight", axis: 0) ?? 64
        self.init(
            latent: shapes.length(of: "project.weight", axis: 1, upTo: 4096) ?? 64, width: width + width % 2,
            lastMap: shapes.length(of: "decoder.8.weight", axis: 1),
            side: shapes.side(ofFeatures: "encoder.13.weight", axis: 1, width: width))
    }

    public var input: InputShape { InputShape(channels: 3, sides: .exactly(pictureSide)) }
}
