import Networks
import TensorCore

/// AnimeGAN's discriminator, which says for each patch of a picture whether it looks drawn (the released code of Chen, Liu
/// and Chen, 2019). 1,128,800 parameters at width 32.
///
/// - Input `[batch, 3, height, width]`: RGB in [-1, 1].
/// - Output `[batch, 1, height / 4, width / 4]`: numbers for the squared error of LSGAN, near 1 for what looks drawn.
///
/// Each convolution is divided by its spectral norm and has no bias. At stride 2 it is padded at the top and left only,
/// where the generator is padded at the bottom and right.
public final class AnimeDiscriminator: NamedNetwork {
    let c1: SpectralNorm
    let c2: SpectralNorm
    let c3: SpectralNorm
    let n3: InstanceNorm
    let c4: SpectralNorm
    let c5: SpectralNorm
    let n5: InstanceNorm
    let c6: SpectralNorm
    let n6: InstanceNorm
    let c7: SpectralNorm
    private let bend = LeakyReLU(slope: 0.2)

    /// A discriminator whose first map has `w` channels; the article's has 32.
    public init(width w: Int = 32) {
        func convolution(_ inputs: Int, _ outputs: Int, stride: Int = 1) -> SpectralNorm {
            SpectralNorm(
                Convolution(
                    inputs, outputs, kernel: 3, stride: stride, padding: stride == 1 ? 1 : Padding(top: 1, left: 1),
                    bias: false, weight: .normal(deviation: 0.02)))
        }
        // Channels and side for width 32 and a picture of 256x256.
        c1 = convolution(3, w)  // 3, 256 -> 32, 256
        c2 = convolution(w, 2 * w, stride: 2)  // -> 64, 128
        c3 = convolution(2 * w, 4 * w)  // -> 128, 128
        n3 = InstanceNorm(4 * w)
        c4 = convolution(4 * w, 4 * w, stride: 2)  // -> 128, 64
        c5 = convolution(4 * w, 8 * w)  // -> 256, 64
        n5 = InstanceNorm(8 * w)
        c6 = convolution(8 * w, 8 * w)
        n6 = InstanceNorm(8 * w)
        c7 = convolution(8 * w, 1)  // -> 1, 64
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        run([c1, bend, c2, bend, c3, n3, bend, c4, bend, c5, n5, bend, c6, n6, bend, c7], x, mode)
    }
}

extension AnimeDiscriminator {
    public convenience init(fitting shapes: StoredShapes) {
        self.init(width: shapes.length(of: "c1.weight_orig", axis: 0) ?? 32)
    }

    public var input: InputShape { InputShape(channels: 3, sides: .multiples(of: 4)) }
}
