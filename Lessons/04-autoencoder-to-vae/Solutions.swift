import Foundation

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
}
