import Foundation

//: ## One Gaussian for two modes
//:
//: This is the experiment that the lesson is for. The target $p$ has two modes, that is, peaks, of weights 0.6 and 0.4,
//: and $q$ is a single Gaussian. It cannot be right. Which wrong answer does it settle for?
//:
//: There are only two numbers to learn, $\mu$ and $\log\sigma$. So we measure each slope by a small step to either side, and walk
//: downhill. (For millions of numbers one needs the tape of lesson 03.)

//:fold A mixture of Gaussians, and the path of a fit
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

/// The path of a fit: every position, and the divergence there.
struct Path {
    var gaussians: [Gaussian] = []
    var divergences: [Double] = []

    var last: Gaussian { gaussians[gaussians.count - 1] }
    var lowest: Double { divergences[divergences.count - 1] }
}

/// The slopes of a loss in µ and in log σ, by a small step to either side.
func slopes(of loss: (Gaussian) -> Double, at q: Gaussian) -> (mean: Double, logDeviation: Double) {
    let nudge = 1e-4
    func along(_ mean: Double, _ logDeviation: Double) -> Double {
        func moved(_ sign: Double) -> Gaussian {
            Gaussian(mean: q.mean + sign * mean, deviation: q.deviation * exp(sign * logDeviation))
        }
        return (loss(moved(1)) - loss(moved(-1))) / (2 * nudge)
    }
    return (along(nudge, 0), along(0, nudge))
}
//:end

/// Which way round the divergence is written; with the model first, many call it the reverse KL.
enum Direction: String, CaseIterable {
    case reverse = "KL[q‖p]"
    case forward = "KL[p‖q]"

    /// `p` holds the logarithms of the target on the grid.
    func divergence(between q: Gaussian, and p: [Double]) -> Double {
        let q = grid.map(q.logDensity)
        let (truth, belief) = self == .reverse ? (q, p) : (p, q)
        return spacing * zip(truth, belief).reduce(0) { $0 + exp($1.0) * ($1.0 - $1.1) }
    }
}

//: The loop below is gradient descent. Later lessons walk downhill too, mostly with Adam (lesson 03).

/// Fits a Gaussian to a density by walking downhill in (µ, log σ).
func fit(_ direction: Direction, to target: Mixture, from start: Gaussian, steps: Int = 400) -> Path {
    let p = grid.map(target.logDensity)
    let (rate, longest) = (0.1, 0.2)
    func loss(_ q: Gaussian) -> Double { direction.divergence(between: q, and: p) }
    var (q, path) = (start, Path())
    for _ in 0...steps {
        path.gaussians.append(q)
        path.divergences.append(loss(q))
        let slope = slopes(of: loss, at: q)
        // Far from the target the slopes are in the hundreds: no step is longer than a fifth.
        let length = rate * hypot(slope.mean, slope.logDeviation)
        let step = rate * min(1, longest / max(length, 1e-12))
        q = Gaussian(mean: q.mean - step * slope.mean, deviation: q.deviation * exp(-step * slope.logDeviation))
    }
    return path
}
