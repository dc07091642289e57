import TensorCore

/// The means and variances of a network's instance and layer norms, taken over several pictures as if they were one.
///
/// Such a norm looks at the whole picture, so that a tile of a picture would come out otherwise than the picture. The first
/// call in ``Mode/pooled(_:)``, on a batch of tiles from all over a picture, measures what the norms of the whole picture
/// are; the further ones use it. All tiles are normalised alike then, and there is no seam between them.
public final class PooledStatistics {
    private var moments: [ObjectIdentifier: (mean: Tensor, variance: Tensor)] = [:]

    public init() {}

    /// The norm of a layer: each group of channels of all pictures of the batch together, with the statistics of the first
    /// call. `groups` is the number of channels for an instance norm, and 1 for a layer norm.
    func normalized(
        _ x: Tensor, by layer: AnyObject, groups: Int, scale: Tensor?, shift: Tensor?, epsilon: Float
    ) -> Tensor {
        let (mean, variance) = moments[ObjectIdentifier(layer)] ?? measure(x, groups: groups)
        moments[ObjectIdentifier(layer)] = (mean, variance)
        return x.normalized(mean: mean, variance: variance, scale: scale, shift: shift, epsilon: epsilon)
    }

    /// The mean and the variance of each channel's group, `[channels]` each.
    private func measure(_ x: Tensor, groups: Int) -> (mean: Tensor, variance: Tensor) {
        let (count, channels, size) = (x.shape[0], x.shape[1], x.shape[2] * x.shape[3])
        let grouped = x.reshaped(to: [count, groups, channels / groups, size])
        func perChannel(_ numbers: Tensor) -> Tensor {
            (numbers.reshaped(to: [groups, 1]) + Tensor(zeros: [1, channels / groups])).reshaped(to: [channels])
        }
        return (
            perChannel(grouped.mean(axes: [0, 2, 3])), perChannel(grouped.variance(axes: [0, 2, 3]))
        )
    }
}
