import Basics
import Glibc
import TensorCore

/// What can be measured of a batch of pictures `[pictures, channels, height, width]` in [0, 1] without knowing what they show.
public enum PictureMeasures {
    /// The mean squared difference of neighbours, across plus down. Edges make it large, and so does noise; blur makes it
    /// small.
    public static func gradientEnergy(of pictures: Tensor) -> Double {
        let (height, width) = (pictures.shape[2], pictures.shape[3])
        let across = pictures.sliced(axis: 3, 1..<width) - pictures.sliced(axis: 3, 0..<width - 1)
        let down = pictures.sliced(axis: 2, 1..<height) - pictures.sliced(axis: 2, 0..<height - 1)
        return Double((across.squared().mean() + down.squared().mean()).item)
    }

    /// How far pictures are from each other: the root of the mean squared difference of two different ones of the batch,
    /// over all pairs.
    public static func spread(of pictures: Tensor) -> Double {
        let count = Double(pictures.shape[0])
        precondition(count > 1, "spread: one picture has no other to differ from")
        // Over pairs of different ones the mean squared difference is twice the variance, divided by n − 1.
        let variance = Double((pictures - pictures.mean(axes: [0], keepingAxes: true)).squared().mean().item)
        return (2 * variance * count / (count - 1)).squareRoot()
    }

    /// Each picture as 64 grey numbers, the mean of a square of 8x8 squares: `[pictures, 64]`.
    public static func thumbnails(of pictures: Tensor) -> Tensor {
        let (height, width) = (pictures.shape[2], pictures.shape[3])
        precondition(
            height == width && height % 8 == 0, "thumbnails: pictures of \(height)×\(width) are no 8×8 squares")
        return pictures.mean(axes: [1], keepingAxes: true).averagePooled(size: height / 8)
            .reshaped(to: [pictures.shape[0], 64])
    }

    /// How many classes there are, in effect: e to the power of the entropy of their shares. Equal shares give the number of
    /// classes, one class alone gives 1.
    public static func effectiveCount(of labels: [Int]) -> Double {
        let counts = Dictionary(grouping: labels) { $0 }.sorted { $0.key < $1.key }.map { Double($0.value.count) }
        let entropy = counts.reduce(0) { $0 - $1 / Double(labels.count) * log($1 / Double(labels.count)) }
        return exp(entropy)
    }
}
