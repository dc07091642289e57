import Foundation

// Densities on a line, given by their values on a grid, and the walks of a single Gaussian down each objective.

let grid = stride(from: -8.0, through: 8, by: 0.02).map { $0 }

func integral(_ values: [Double]) -> Double { 0.02 * values.reduce(0, +) }

func normal(_ mean: Double, _ deviation: Double) -> [Double] {
    grid.map { exp(-0.5 * pow(($0 - mean) / deviation, 2)) / (deviation * sqrt(2 * .pi)) }
}

/// The target of lesson 01: two modes, the left one heavier.
let target = zip(normal(-2, 0.5), normal(2, 0.5)).map { 0.6 * $0 + 0.4 * $1 }

/// The smallest value that a logarithm is taken of: beyond it densities are 0.
private let smallest = 1e-300

/// KL[p‖q] in nats.
func divergence(of p: [Double], from q: [Double]) -> Double {
    integral(zip(p, q).map { $0 <= smallest ? 0 : $0 * log($0 / max($1, smallest)) })
}

func jensenShannon(_ p: [Double], _ q: [Double]) -> Double {
    let middle = zip(p, q).map { 0.5 * ($0 + $1) }
    return 0.5 * divergence(of: p, from: middle) + 0.5 * divergence(of: q, from: middle)
}

/// D*: how likely it is that a number is of p and not of q, if both are equally frequent.
func bestDiscriminator(of p: [Double], against q: [Double]) -> [Double] {
    zip(p, q).map { max($0, smallest) / (max($0, smallest) + max($1, smallest)) }
}

/// V(D, q) for the target.
func value(of discriminator: [Double], on q: [Double]) -> Double {
    integral(
        grid.indices.map {
            target[$0] * log(discriminator[$0]) + q[$0] * log(max(1 - discriminator[$0], smallest))
        })
}

/// What q pays; where there is a discriminator, it is the best one against `held`.
enum Objective: String, CaseIterable {
    case forward = "KL[p‖q]"
    case minimax = "minimax: 2·JS"
    case nonSaturating = "non-saturating"
    case reverse = "KL[q‖p]"

    func loss(of q: [Double], held: [Double]) -> Double {
        switch self {
        case .forward: divergence(of: target, from: q)
        case .minimax: value(of: bestDiscriminator(of: target, against: held), on: q)
        case .nonSaturating:
            -integral(zip(q, bestDiscriminator(of: target, against: held)).map { $0 * log($1) })
        case .reverse: divergence(of: q, from: target)
        }
    }

    /// The slopes along µ and log σ; the discriminator is held while the generator takes its small step.
    func slopes(atMean mean: Double, logDeviation: Double) -> (Double, Double) {
        let held = normal(mean, exp(logDeviation))
        func slope(_ step: (Double) -> [Double]) -> Double {
            (loss(of: step(1e-4), held: held) - loss(of: step(-1e-4), held: held)) / 2e-4
        }
        return (
            slope { normal(mean + $0, exp(logDeviation)) }, slope { normal(mean, exp(logDeviation + $0)) }
        )
    }
}

/// Where a Gaussian ends that walks downhill, no step longer than a twentieth.
func descend(_ objective: Objective, fromMean start: Double, deviation: Double) -> (mean: Double, deviation: Double) {
    var (mean, logDeviation) = (start, log(deviation))
    for _ in 0..<400 {
        let slopes = objective.slopes(atMean: mean, logDeviation: logDeviation)
        let length = sqrt(slopes.0 * slopes.0 + slopes.1 * slopes.1)
        let rate = min(0.1, 0.05 / max(length, 1e-12))
        mean -= rate * slopes.0
        logDeviation -= rate * slopes.1
    }
    return (mean, exp(logDeviation))
}
