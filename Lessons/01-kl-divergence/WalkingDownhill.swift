import Foundation

//: ## One Gaussian for two modes
//:
//: Now the experiment that the whole lesson is for. The target has two modes, and $q$ is a single Gaussian that cannot be right.
//: Which wrong answer it settles for depends on the divergence alone.
//:
//: There are only two numbers to learn, $\mu$ and $\log\sigma$, so the slope is measured by taking a small step either
//: way. (Millions of numbers need the tape of lesson 03.)

/// Gaussians with weights that add up to one.
struct Mixture {
    var parts: [(weight: Double, gaussian: Gaussian)]

    /// Two modes of standard deviation ½, at −distance and +distance.
    init(distance: Double, weightOfLeft: Double = 0.6) {
        parts = [
            (weightOfLeft, Gaussian(mean: -distance, deviation: 0.5)),
            (1 - weightOfLeft, Gaussian(mean: distance, deviation: 0.5)),
        ]
    }

    /// The logarithm of the sum, kept finite where every part underflows.
    func logDensity(_ x: Double) -> Double {
        let terms = parts.map { log($0.weight) + $0.gaussian.logDensity(x) }
        let largest = terms.max() ?? 0
        return largest + log(terms.reduce(0) { $0 + exp($1 - largest) })
    }

    var mean: Double { parts.reduce(0) { $0 + $1.weight * $1.gaussian.mean } }

    var deviation: Double {
        sqrt(
            parts.reduce(0) { sum, part in
                let shift = part.gaussian.mean - mean
                return sum + part.weight * (part.gaussian.deviation * part.gaussian.deviation + shift * shift)
            })
    }
}

/// Which way round the divergence is written.
enum Direction: String, CaseIterable {
    case reverse = "KL[q‖p]"
    case forward = "KL[p‖q]"

    func divergence(between q: Gaussian, and p: [Double]) -> Double {
        let q = grid.map(q.logDensity)
        let (truth, belief) = self == .reverse ? (q, p) : (p, q)
        return spacing * zip(truth, belief).reduce(0) { $0 + exp($1.0) * ($1.0 - $1.1) }
    }
}

/// The path of a fit: every position, and the divergence there.
struct Path {
    var gaussians: [Gaussian] = []
    var divergences: [Double] = []

    var last: Gaussian { gaussians[gaussians.count - 1] }
}

/// Fits a Gaussian to a density by walking downhill in (µ, log σ).
func fit(_ direction: Direction, to target: Mixture, from start: Gaussian, steps: Int = 400) -> Path {
    let p = grid.map(target.logDensity)
    let (nudge, rate, longest) = (1e-4, 0.1, 0.2)
    func loss(_ mean: Double, _ logDeviation: Double) -> Double {
        direction.divergence(between: Gaussian(mean: mean, deviation: exp(logDeviation)), and: p)
    }
    var (mean, logDeviation) = (start.mean, log(start.deviation))
    var path = Path()
    for _ in 0...steps {
        path.gaussians.append(Gaussian(mean: mean, deviation: exp(logDeviation)))
        path.divergences.append(loss(mean, logDeviation))
        let slopes = (
            (loss(mean + nudge, logDeviation) - loss(mean - nudge, logDeviation)) / (2 * nudge),
            (loss(mean, logDeviation + nudge) - loss(mean, logDeviation - nudge)) / (2 * nudge)
        )
        // Far from the target the slopes are in the hundreds: no step is longer than a fifth.
        let length = rate * (slopes.0 * slopes.0 + slopes.1 * slopes.1).squareRoot()
        let step = rate * min(1, longest / max(length, 1e-12))
        mean -= step * slopes.0
        logDeviation -= step * slopes.1
    }
    return path
}
