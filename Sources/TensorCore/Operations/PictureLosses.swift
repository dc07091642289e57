import Basics

/// Losses of whole pictures, and of the maps that a network makes of them: what AnimeGAN compares (Chen, Liu and Chen,
/// *AnimeGAN: a novel lightweight GAN for photo animation*, 2019).

/// How far two styles lie apart: the mean of |Gram(features) - Gram(style)|. Where things are does not count, and so the
/// pictures may be of different sizes.
public func styleError(_ features: Tensor, _ style: Tensor) -> Tensor {
    meanAbsoluteError(gramMatrix(features), gramMatrix(style))
}

/// How far the colours of two pictures lie apart: the mean of |ΔY|, plus the means of Huber's loss of ΔU and ΔV. RGB in
/// [-1, 1], `[batch, 3, height, width]`; brightness and colour differences are those of [0, 1].
///
/// U and V differ by at most 0.87 and 1.23, and Huber's loss is ½ d² up to 1: in practice it is half of the squared
/// error, which forgives small differences of colour more than a shift of all.
public func colorError(_ picture: Tensor, _ original: Tensor) -> Tensor {
    let (a, b) = (picture.yuv(), original.yuv())
    func planes(_ yuv: Tensor, _ channels: Range<Int>) -> Tensor { yuv.sliced(axis: 1, channels) }
    return meanAbsoluteError(planes(a, 0..<1), planes(b, 0..<1)) + meanHuber(planes(a, 1..<2), planes(b, 1..<2))
        + meanHuber(planes(a, 2..<3), planes(b, 2..<3))
}

/// How rough pictures are: half the mean square of the steps between rows, plus the same of columns (AnimeGANv2's total
/// variation). `[…, height, width]`, both above 1.
public func totalVariation(_ pictures: Tensor) -> Tensor {
    precondition(
        pictures.rank >= 2 && pictures.shape.suffix(2).allSatisfy { $0 > 1 },
        "total variation: shape \(pictures.shape) has no steps")
    func steps(_ axis: Int) -> Tensor {
        let length = pictures.shape[axis]
        return pictures.sliced(axis: axis, 1..<length) - pictures.sliced(axis: axis, 0..<length - 1)
    }
    let (rows, columns) = (steps(pictures.rank - 2), steps(pictures.rank - 1))
    return 0.5 * (rows.squared().mean() + columns.squared().mean())
}
