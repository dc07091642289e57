import Foundation

// Densities on a line, given by their values on a grid, and the walks of a single Gaussian down each objective.

let grid = stride(from: -8.0, through: 8, by: 0.02).map { $0 }

func integral(_ values: [Double]) -> Double { 0.02 * values.reduce(0, +) }

func normal(_ mean: Double, _ deviation: Double) -> [Double] {
    grid.map { exp(-0.5 * pow(($0 - mean) / deviation, 2)) / (deviation * sqrt(2 * .pi)) }
}

/// Two modes of deviation ½, the left one heavier.
func modes(apart half: Double) -> [Double] {
    zip(normal(-half, 0.5), normal(half, 0.5)).map { 0.6 * $0 + 0.4 * $1 }
}

/// The target of lesson 01.
let target = modes(apart: 2)

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

/// V(D, q) for a truth p.
func value(of discriminator: [Double], on q: [Double], truth p: [Double] = target) -> Double {
    integral(
        grid.indices.map {
            p[$0] * log(discriminator[$0]) + q[$0] * log(max(1 - discriminator[$0], smallest))
        })
}

/// What q pays; where there is a discriminator, it is the best one against `held`.
enum Objective: String, CaseIterable {
    case forward = "KL[p‖q]"
    case minimax = "minimax: 2·JS"
    case nonSaturating = "non-saturating"
    case reverse = "KL[q‖p]"

    /// `best` is the best discriminator against what was made before the step.
    func loss(of q: [Double], against best: [Double], truth p: [Double]) -> Double {
        switch self {
        case .forward: divergence(of: p, from: q)
        case .minimax: value(of: best, on: q, truth: p)
        case .nonSaturating: -integral(zip(q, best).map { $0 * log($1) })
        case .reverse: divergence(of: q, from: p)
        }
    }

    /// The slopes along µ and log σ; the discriminator is held while the generator takes its small step.
    func slopes(atMean mean: Double, logDeviation: Double, truth: [Double] = target) -> (Double, Double) {
        let best = bestDiscriminator(of: truth, against: normal(mean, exp(logDeviation)))
        func slope(_ step: (Double) -> [Double]) -> Double {
            (loss(of: step(1e-4), against: best, truth: truth) - loss(of: step(-1e-4), against: best, truth: truth))
                / 2e-4
        }
        return (
            slope { normal(mean + $0, exp(logDeviation)) }, slope { normal(mean, exp(logDeviation + $0)) }
        )
    }
}

/// Where a Gaussian ends that walks downhill, no step longer than a twentieth, until it rests.
///
/// The non-saturating loss needs the most steps: after 300 some Gaussians still look as if they covered both modes, and are leaving.
func descend(
    _ objective: Objective, fromMean start: Double, deviation: Double, to truth: [Double] = target
) -> (mean: Double, deviation: Double) {
    var (mean, logDeviation) = (start, log(deviation))
    for _ in 0..<1500 {
        let slopes = objective.slopes(atMean: mean, logDeviation: logDeviation, truth: truth)
        let length = sqrt(slopes.0 * slopes.0 + slopes.1 * slopes.1)
        let rate = min(0.1, 0.05 / max(length, 1e-12))
        mean -= rate * slopes.0
        logDeviation -= rate * slopes.1
        if rate * length < 1e-6 { break }
    }
    return (mean, exp(logDeviation))
}

/// The kinds of end that a walk to two modes has.
enum WalkEnd: Int, CaseIterable {
    case left, right, covers, elsewhere

    /// `half` is half the distance of the modes. A Gaussian that covers is wide, and its mean lies between them.
    init(mean: Double, deviation: Double, half: Double) {
        let isWide = deviation > 0.75 * half + 0.15 && deviation < 1.5 * half + 0.3
        self =
            isWide && abs(mean) < half / 2
            ? .covers
            : deviation > 0.75
                ? .elsewhere : abs(mean + half) < 0.3 ? .left : abs(mean - half) < 0.3 ? .right : .elsewhere
    }

    var name: String {
        switch self {
        case .left: "left mode"
        case .right: "right mode"
        case .covers: "covers both"
        case .elsewhere: "still on the way"
        }
    }
}

/// The ends of walks from a grid of starts.
struct Walks {
    let objective: Objective
    var means: [Double] = []
    var logDeviations: [Double] = []
    var ends: [WalkEnd] = []

    init(_ objective: Objective, to truth: [Double], half: Double, counts: (means: Int, deviations: Int)) {
        self.objective = objective
        for row in 0..<counts.deviations {
            let height: Double = -1 + 1.8 * Double(row) / Double(counts.deviations - 1)
            for column in 0..<counts.means {
                let start: Double = -3 + 6 * Double(column) / Double(counts.means - 1)
                let end = descend(objective, fromMean: start, deviation: exp(height), to: truth)
                means.append(start)
                logDeviations.append(height)
                ends.append(WalkEnd(mean: end.mean, deviation: end.deviation, half: half))
            }
        }
    }

    func share(of end: WalkEnd) -> Double { Double(ends.count { $0 == end }) / Double(ends.count) }
}
