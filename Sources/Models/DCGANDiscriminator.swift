import Networks
import TensorCore

/// The discriminator of a deep convolutional GAN in the shape of jayleicn's animeGAN: 2,765,568 parameters at width 64. See
/// ``DCGANGenerator``.
///
/// - Pictures `[batch, 3, 64, 64]`: RGB in [-1, 1].
/// - Output `[batch, 1]`: logits, positive for true pictures. The sigmoid of the original belongs to the loss here.
///
/// Batch norm makes the verdict on a picture depend on those beside it: true and made pictures go in separate batches.
public final class DCGANDiscriminator: NamedNetwork {
    let main: Sequential

    /// A discriminator whose first map has `w` channels.
    public init(width w: Int = 64) {
        func convolution(_ inputs: Int, _ outputs: Int, stride: Int = 2, padding: Int = 1) -> Convolution {
            Convolution(
                inputs, outputs, kernel: 4, stride: stride, padding: Padding(padding), bias: false, weight: .ofDCGAN)
        }
        func norm(_ channels: Int) -> BatchNorm { .ofDCGAN(channels) }
        func bend() -> LeakyReLU { LeakyReLU(slope: 0.2) }

        // Channels and side for width 64.
        main = Sequential(
            convolution(3, w), bend(),  // 3, 64 -> 64, 32
            convolution(w, 2 * w), norm(2 * w), bend(),  // -> 128, 16
            convolution(2 * w, 4 * w), norm(4 * w), bend(),  // -> 256, 8
            convolution(4 * w, 8 * w), norm(8 * w), bend(),  // -> 512, 4
            convolution(8 * w, 1, stride: 1, padding: 0), Flatten())  // -> 1
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { main(x, mode) }
}

extension DCGANDiscriminator {
    public convenience init(fitting shapes: StoredShapes) {
        self.init(width: shapes.length(of: "main.0.weight", axis: 0) ?? 64)
    }

    public var input: InputShape { InputShape(channels: 3, sides: .exactly(DCGANGenerator.side)) }
}
