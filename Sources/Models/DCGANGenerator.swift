import Networks
import TensorCore

/// The generator of a deep convolutional GAN (Radford, Metz and Chintala, *Unsupervised representation learning with
/// deep convolutional generative adversarial networks*, 2016) in the shape of jayleicn's animeGAN, with its one extra
/// convolution: 3,613,696 parameters at width 64 with 100 latent numbers.
///
/// - Codes `[batch, latent, 1, 1]`, or `[batch, latent]`: standard normal.
/// - Pictures `[batch, 3, 64, 64]`: RGB in [-1, 1].
public final class DCGANGenerator: NamedNetwork {
    public static let side = 64

    let main: Sequential
    /// The numbers in a code.
    public let latent: Int

    /// A generator whose last map has `w` channels.
    public init(latent: Int = 100, width w: Int = 64) {
        self.latent = latent
        func transposed(_ inputs: Int, _ outputs: Int, stride: Int = 2, padding: Int = 1) -> TransposedConvolution {
            TransposedConvolution(
                inputs, outputs, kernel: 4, stride: stride, padding: padding, bias: false, weight: .ofDCGAN)
        }
        func norm(_ channels: Int) -> BatchNorm { .ofDCGAN(channels) }
        func bend() -> LeakyReLU { LeakyReLU(slope: 0.2) }

        // Channels and side for width 64.
        main = Sequential(
            transposed(latent, 8 * w, stride: 1, padding: 0), norm(8 * w), bend(),  // 100, 1 -> 512, 4
            transposed(8 * w, 4 * w), norm(4 * w), bend(),  // -> 256, 8
            transposed(4 * w, 2 * w), norm(2 * w), bend(),  // -> 128, 16
            transposed(2 * w, w), norm(w), bend(),  // -> 64, 32
            Convolution(w, w, kernel: 3, padding: 1, bias: false, weight: .ofDCGAN), norm(w), bend(),  // -> 64, 32
            transposed(w, 3), Tanh())  // -> 3, 64
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        main(x.reshaped(to: [x.shape[0], latent, 1, 1]), mode)
    }
}

extension DCGANGenerator {
    public convenience init(fitting shapes: StoredShapes) {
        self.init(
            latent: shapes.length(of: "main.0.weight", axis: 0, upTo: 4096) ?? 100,
            width: shapes.length(of: "main.9.weight", axis: 1) ?? 64)
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
