import Basics
import TensorCore

/// What the encoder of a variational autoencoder makes of pictures: for each a normal distribution over codes.
public struct Encoding: Sendable {
    /// `[batch, latent]`.
    public let mean: Tensor
    /// The logarithm of the variance, `[batch, latent]`.
    public let logVariance: Tensor

    /// From an encoder's output, `[batch, 2 · latent]`: the first half of the numbers are the means.
    init(halvesOf numbers: Tensor) {
        let latent = numbers.shape[1] / 2
        mean = numbers.sliced(axis: 1, 0..<latent)
        logVariance = numbers.sliced(axis: 1, latent..<2 * latent)
    }

    /// A code drawn from each distribution, so that gradients reach the mean and the variance: mean + deviation · ε,
    /// where ε is standard normal.
    public func sample(using generator: inout SeededGenerator) -> Tensor {
        mean + (0.5 * logVariance).exp() * Tensor(normalWithMean: 0, shape: mean.shape, using: &generator)
    }

    /// The Kullback–Leibler divergence from the standard normal distribution, ½ Σ (mean² + variance − 1 − log variance): the sum over
    /// the numbers of a code, in nats, and its mean over the batch.
    public var divergence: Tensor {
        0.5 * (mean.squared() + logVariance.exp() - 1 - logVariance).sum() / Float(mean.shape[0])
    }
}
