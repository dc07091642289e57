import Basics
import Networks
import TensorCore

/// The discriminator of a deep convolutional GAN in the shape of jayleicn's animeGAN: 2,765,568 parameters at width 64. See
/// ``DCGANGenerator``.
///
/// - Pictures `[batch, 3, side, side]`: RGB in [-1, 1].
/// - Output `[batch, 1]`: logits, positive for true pictures. The sigmoid of the original belongs to the loss here.
///
/// Batch norm makes the verdict on a picture depend on those beside it: true and made pictures go in separate batches.
public final class DCGANDiscriminator: NamedNetwork {
    let main: Sequential
    private let side: Int

    /// A discriminator whose first map has `w` channels, for pictures of the generator's side.
    public init(width w: Int = 64, side: Int = 64) {
        precondition(side > 0 && side % 16 == 0, "DCGANDiscriminator: side \(side) is no multiple of 16")
        self.side = side
        func convolution(_ inputs: Int, _ outputs: Int) -> Convolution {
            Convolution(inputs, outputs, kernel: 4, stride: 2, padding: 1, bias: false, weight: .ofDCGAN)
        }
        let verdict = Convolution(8 * w, 1, kernel: side / 16, bias: false, weight: .ofDCGAN)
        func norm(_ channels: Int) -> BatchNorm { .ofDCGAN(channels) }
        func bend() -> LeakyReLU { LeakyReLU(slope: 0.2) }

        // Channels and side, for width and side 64.
        main = Sequential(
            convolution(3, w), bend(),  // 3, 64 -> 64, 32
            convolution(w, 2 * w), norm(2 * w), bend(),  // -> 128, 16
            convolution(2 * w, 4 * w), norm(4 * w), bend(),  // -> 256, 8
            convolution(4 * w, 8 * w), norm(8 * w), bend(),  // -> 512, 4
            verdict, Flatten())  // -> 1
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { main(x, mode) }
}

extension DCGANDiscriminator {
    public convenience init(fitting shapes: StoredShapes) {
        self.init(
            width: shapes.length(of: "main.0.weight", axis: 0) ?? 64,
            side: 16 * (shapes.length(of: "main.11.weight", axis: 3, upTo: 16) ?? 4))
    }

    public var input: InputShape { InputShape(channels: 3, sides: .exactly(side)) }
}
