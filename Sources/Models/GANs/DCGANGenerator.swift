import Basics
import Networks
import TensorCore

/// The generator of a deep convolutional GAN (Radford, Metz and Chintala, *Unsupervised representation learning with
/// deep convolutional generative adversarial networks*, 2016) in the shape of jayleicn's animeGAN, with its one extra
/// convolution: 3,613,696 parameters at width 64 with 100 latent numbers.
///
/// - Codes `[batch, latent, 1, 1]`, or `[batch, latent]`: standard normal.
/// - Pictures `[batch, 3, side, side]`: RGB in [-1, 1].
public final class DCGANGenerator: NamedNetwork {
    let main: Sequential
    /// The numbers in a code.
    public let latent: Int

    /// A generator whose last map has `w` channels. The side is a multiple of 16: 64 in the table, less for quick trainings.
    public init(latent: Int = 100, width w: Int = 64, side: Int = 64) {
        precondition(side > 0 && side % 16 == 0, "DCGANGenerator: side \(side) is no multiple of 16")
        self.latent = latent
        func transposed(_ inputs: Int, _ outputs: Int) -> TransposedConvolution {
            TransposedConvolution(inputs, outputs, kernel: 4, stride: 2, padding: 1, bias: false, weight: .ofDCGAN)
        }
        let first = TransposedConvolution(latent, 8 * w, kernel: side / 16, bias: false, weight: .ofDCGAN)
        func norm(_ channels: Int) -> BatchNorm { .ofDCGAN(channels) }
        func bend() -> LeakyReLU { LeakyReLU(slope: 0.2) }

        // Channels and side, for width and side 64.
        main = Sequential(
            first, norm(8 * w), bend(),  // 100, 1 -> 512, 4
            transposed(8 * w, 4 * w), norm(4 * w), bend(),  // -> 256, 8
            transposed(4 * w, 2 * w), norm(2 * w), bend(),  // -> 128, 16
            transposed(2 * w, w), norm(w), bend(),  // -> 64, 32
            Convolution(w, w, kernel: 3, padding: 1, bias: false, weight: .ofDCGAN), norm(w), bend(),  // -> 64, 32
            transposed(w, 3), Tanh())  // -> 3, 64
    }

    /// The first map, `[batch, 8 · width, side / 16, side / 16]`, of codes.
    public func features(of codes: Tensor, _ mode: Mode) -> Tensor {
        run(Array(main.layers.prefix(3)), codes.reshaped(to: [codes.shape[0], latent, 1, 1]), mode)
    }

    /// The pictures that grow out of the first map.
    public func pictures(from features: Tensor, _ mode: Mode) -> Tensor {
        run(Array(main.layers.dropFirst(3)), features, mode)
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        main(x.reshaped(to: [x.shape[0], latent, 1, 1]), mode)
    }
}

extension DCGANGenerator {
    public convenience init(fitting shapes: StoredShapes) {
        self.init(
            latent: shapes.length(of: "main.0.weight", axis: 0, upTo: 4096) ?? 100,
            width: shapes.length(of: "main.9.weight", axis: 1) ?? 64,
            side: 16 * (shapes.length(of: "main.0.weight", axis: 3, upTo: 16) ?? 4))
    }

    public var input: InputShape { InputShape(channels: latent, sides: .exactly(1)) }
}

// MARK: - How a DCGAN begins

extension Initialiser {
    /// N(0, 0.02²), for the weights of convolutions.
    static let ofDCGAN = normal(deviation: 0.02)
}

extension BatchNorm {
    /// A norm whose scales begin at N(1, 0.02²), as DCGANs have it.
    static func ofDCGAN(_ channels: Int) -> BatchNorm {
        BatchNorm(channels, weight: .normal(mean: 1, deviation: 0.02))
    }
}
