import Basics

/// Normalisation to mean 0 and variance 1, then a learnt scale and shift for each channel:
/// y = (x - mean) / √(variance + ε) · scale + shift. The four kinds differ only in which numbers share a mean and
/// a variance. Variances are divided by n. An activation may follow in the same pass over memory.
extension Tensor {
    /// What batch normalisation gives: the result, and the statistics of the batch for the running ones.
    public struct BatchNormalized: Sendable {
        public let output: Tensor
        /// The mean of each channel, `[channels]`; on no tape.
        public let mean: Tensor
        /// The variance of each channel, divided by n, `[channels]`; on no tape.
        public let variance: Tensor
    }

    /// Each channel over the whole batch (Ioffe and Szegedy, 2015). Of shape `[batch, channels, …]`.
    public func batchNormalized(
        scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Float = 1e-5, activation: Activation = .none
    ) -> BatchNormalized {
        let groups = NormalizationGroups(shape, operation: "batch norm", scale, shift) { _, channel in channel }
        let (output, moments) = groups.normalize(
            self, scale: scale, shift: shift, epsilon: epsilon, activation: activation)
        return BatchNormalized(
            output: output,
            mean: Tensor(moments.map { Float($0.mean) }), variance: Tensor(moments.map { Float($0.variance) }))
    }

    /// Each channel of each picture by itself (Ulyanov, Vedaldi and Lempitsky, 2016).
    public func instanceNormalized(
        scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Float = 1e-5, activation: Activation = .none
    ) -> Tensor {
        let channels = rank > 1 ? shape[1] : 0
        return normalized("instance norm", scale, shift, epsilon, activation) { $0 * channels + $1 }
    }

    /// Groups of channels of each picture (Wu and He, 2018).
    public func groupNormalized(
        groups: Int, scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Float = 1e-5, activation: Activation = .none
    ) -> Tensor {
        precondition(
            rank >= 2 && groups > 0 && shape[1] % groups == 0, "group norm: \(groups) groups in shape \(shape)")
        let size = shape[1] / groups
        return normalized("group norm", scale, shift, epsilon, activation) { $0 * groups + $1 / size }
    }

    /// All numbers of each picture (Ba, Kiros and Hinton, 2016); scale and shift are still those of the channels.
    public func layerNormalized(
        scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Float = 1e-5, activation: Activation = .none
    ) -> Tensor {
        normalized("layer norm", scale, shift, epsilon, activation) { picture, _ in picture }
    }

    /// Normalisation with statistics that are given, `[channels]` each, as batch normalisation does after training.
    public func normalized(
        mean: Tensor, variance: Tensor, scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Float = 1e-5
    ) -> Tensor {
        precondition(
            rank >= 2 && mean.shape == [shape[1]] && variance.shape == mean.shape,
            "norm: statistics \(mean.shape) and \(variance.shape) for shape \(shape)")
        // The channel's numbers meet the last axes: [channels, 1, 1].
        let channels = [shape[1]] + Array(repeating: 1, count: rank - 2)
        var factor = 1 / (variance + epsilon).squareRoot()
        if let scale { factor = factor * scale }
        var offset = -(mean * factor)
        if let shift { offset = offset + shift }
        return self * factor.reshaped(to: channels) + offset.reshaped(to: channels)
    }

    private func normalized(
        _ operation: String, _ scale: Tensor?, _ shift: Tensor?, _ epsilon: Float, _ activation: Activation,
        group: (_ picture: Int, _ channel: Int) -> Int
    ) -> Tensor {
        let groups = NormalizationGroups(shape, operation: operation, scale, shift, group: group)
        return groups.normalize(self, scale: scale, shift: shift, epsilon: epsilon, activation: activation).output
    }
}
