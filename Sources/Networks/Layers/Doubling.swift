import TensorCore

/// Twice the height and width, between the nearest numbers of each channel, with half-pixel centres.
///
/// - Input `[batch, channels, height, width]`, output `[batch, channels, 2 · height, 2 · width]`.
///
/// With a convolution behind it, it takes the place of a transposed convolution, whose windows overlap unevenly and leave
/// a chequered pattern (Odena, Dumoulin and Olah, *Deconvolution and checkerboard artifacts*, 2016).
public final class Doubling: Layer {
    public init() {}

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        x.resized(toHeight: 2 * x.shape[2], width: 2 * x.shape[3], .bilinear)
    }
}
