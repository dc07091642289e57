import Foundation
import TensorCore

/// Our answers.
struct Solutions: VAEOfFacesAnswers {
    /// The mean is the sum over D = 3·size², so β for the sum is weight · D: twice the side is twice the σ, and the latents that
    /// lived at 64×64 may die at 128×128.
    func sigma(ofWeight weight: Double, forPicturesOf size: Int) -> Double {
        sqrt(weight * 3 * Double(size * size) / 2)
    }

    func bestSigma(squaredErrors: [Double], numbers: Int) -> Double {
        sqrt(squaredErrors.reduce(0, +) / Double(squaredErrors.count * numbers))
    }

    func bound(fromLogWeights logWeights: [Double]) -> Double {
        let largest = logWeights.max() ?? -.infinity
        return largest + log(logWeights.reduce(0) { $0 + exp($1 - largest) } / Double(logWeights.count))
    }

    func livingLatents(means: [[Double]], limit: Double) -> Int {
        let latents = means.first?.indices ?? 0..<0
        return latents.count { latent in
            let column = means.map { $0[latent] }
            let middle = column.reduce(0, +) / Double(column.count)
            return column.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / Double(column.count) > limit
        }
    }

    /// D·log σ has a gradient now: it holds σ down, as the squared error holds it up.
    func loss(squaredError: Tensor, divergence: Tensor, logSigma: Tensor, numbers: Float) -> Tensor {
        0.5 * squaredError * (-2 * logSigma).exp() + numbers * logSigma + divergence
    }
}
