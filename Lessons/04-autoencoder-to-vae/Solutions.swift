import Foundation
import TensorCore

/// Our answers.
struct Solutions: AutoencoderToVAEAnswers {
    /// Σ cost + Σ KL = pixels · (mean cost + latents / pixels · mean KL).
    func divergenceWeight(pixels: Int, latents: Int) -> Double { Double(latents) / Double(pixels) }

    /// log(1 + eᵃ) − x·a, with the part that could overflow taken out of the logarithm.
    func cost(ofLogit logit: Double, pixel: Double) -> Double {
        max(logit, 0) + log1p(exp(-abs(logit))) - pixel * logit
    }

    /// z = µ + exp(½ v)·ε, so ∂z/∂µ = 1 and ∂z/∂v = ½ exp(½ v)·ε.
    func slopes(ofCode slope: Double, mean: Double, logVariance: Double, noise: Double) -> (
        mean: Double, logVariance: Double
    ) { (slope, slope * 0.5 * exp(0.5 * logVariance) * noise) }

    /// The variance is least where its slope by b vanishes: E[(f − b)·ε²] = 0, so b = E[f·ε²] / E[ε²] = µ² + 3.
    func baseline(mean: Double) -> Double { mean * mean + 3 }

    /// The negative bound: both parts are sums over what a picture has, and means over the batch.
    func loss(logits: Tensor, pictures: Tensor, mean: Tensor, logVariance: Tensor) -> Tensor {
        let batch = Float(pictures.shape[0])
        let cost = (logits.softplus() - pictures * logits).sum() / batch
        return cost + 0.5 * (mean.squared() + logVariance.exp() - 1 - logVariance).sum() / batch
    }
}
