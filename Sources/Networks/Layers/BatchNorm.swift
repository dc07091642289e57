import Basics
import TensorCore

/// Gives each channel mean 0 and variance 1, then a learnt scale and shift (Ioffe and Szegedy, *Batch normalization*,
/// 2015): y = (x − mean) / √(variance + epsilon) · weight + bias.
///
/// In training, mean and variance are those of the channel over the whole batch, and the running ones move towards them:
/// running ← (1 − momentum) · running + momentum · batch, the variance divided by n − 1. In inference they are the
/// running ones. Both are PyTorch's rules, and so are the names.
///
/// - Input and output `[batch, channels]` or `[batch, channels, height, width]`.
/// - `weight` and `bias` `[channels]`, at first 1 and 0; `running_mean` and `running_var` `[channels]`, at first 0 and 1.
///
/// A batch must hold more than one number for each channel in training: the variance of a single one means nothing.
public final class BatchNorm: FusibleLayer {
    public let weight: Parameter
    public let bias: Parameter
    public let runningMean: Buffer
    public let runningVariance: Buffer
    public let batchCount = Counter()
    public let momentum: Float
    public let epsilon: Float
    private let weightInitialiser: Initialiser

    public init(
        _ channels: Int, momentum: Float = 0.1, epsilon: Float = 1e-5, weight weightInitialiser: Initialiser = .ones
    ) {
        weight = Parameter(shape: [channels])
        bias = Parameter(shape: [channels])
        runningMean = Buffer(Tensor(zeros: [channels]))
        runningVariance = Buffer(Tensor(repeating: 1, shape: [channels]))
        self.momentum = momentum
        self.epsilon = epsilon
        self.weightInitialiser = weightInitialiser
    }

    public var ownState: [StateEntry] {
        [
            StateEntry("weight", weight), StateEntry("bias", bias), StateEntry("running_mean", runningMean),
            StateEntry("running_var", runningVariance), StateEntry("num_batches_tracked", batchCount),
        ]
    }

    public func initialiseOwnState(using generator: inout SeededGenerator) {
        weight.set(by: weightInitialiser, using: &generator)
        bias.set(by: .zeros, using: &generator)
        runningMean.value = Tensor(zeros: runningMean.value.shape)
        runningVariance.value = Tensor(repeating: 1, shape: runningVariance.value.shape)
        batchCount.value = 0
    }

    public func forward(_ x: Tensor, _ mode: Mode, then activation: Activation) -> Tensor {
        let (scale, shift) = (mode.value(of: weight), mode.value(of: bias))
        guard mode.isTraining else {
            return x.normalized(
                mean: runningMean.value, variance: runningVariance.value, scale: scale, shift: shift, epsilon: epsilon
            ).activated(by: activation)
        }
        let result = x.batchNormalized(scale: scale, shift: shift, epsilon: epsilon, activation: activation)
        follow(result, numbersPerChannel: x.count / max(1, scale.count), of: x.shape)
        return result.output
    }

    /// What the norm does in inference, for each channel: factor · x + offset.
    var line: (factor: Tensor, offset: Tensor) {
        let factor = Mode.inference.value(of: weight) / (runningVariance.value + epsilon).squareRoot()
        return (factor, Mode.inference.value(of: bias) - runningMean.value * factor)
    }

    /// Moves the running statistics towards the batch's.
    private func follow(_ batch: Tensor.BatchNormalized, numbersPerChannel n: Int, of shape: [Int]) {
        precondition(n > 1, "BatchNorm: shape \(shape) holds one number for each channel; training needs more")
        let unbiased = batch.variance * (Float(n) / Float(n - 1))
        runningMean.value = (1 - momentum) * runningMean.value + momentum * batch.mean
        runningVariance.value = (1 - momentum) * runningVariance.value + momentum * unbiased
        batchCount.value += 1
    }
}
