import Foundation

/// Our answers.
struct Solutions: JensenAndTheBoundAnswers {
    /// With equal deviations KL = (difference of the means)² / 2σ²: one nat at √2 σ, and four at twice the distance.
    func meanThatCostsOneNat() -> Double { posterior.mean + sqrt(2) * posterior.deviation }

    func bound(q: [Double], prior: [Double], likelihoods: [Double]) -> Double {
        q.indices.filter { q[$0] > 0 }.reduce(0) { $0 + q[$1] * log(prior[$1] * likelihoods[$1] / q[$1]) }
    }

    func step(mean: Double, part: Double, points: [Double]) -> (mean: Double, part: Double) {
        let beliefs = points.map { x in
            let first = (1 - part) * exp(Gaussian.standard.logDensity(x))
            let second = part * exp(Gaussian(mean: mean, deviation: 1).logDensity(x))
            return second / (first + second)
        }
        let total = beliefs.reduce(0, +)
        return (zip(points, beliefs).reduce(0) { $0 + $1.0 * $1.1 } / total, total / Double(points.count))
    }

    func ceiling(logWeights: [Double]) -> Double { 0.5 * logMeanExp(logWeights.map { 2 * $0 }) }

    /// Climbs from every point, and keeps the highest end.
    func highestHill(of painters: TwoPainters) -> Double {
        painters.points.compactMap { painters.climb(from: $0, steps: 100).last }
            .max { painters.logLikelihood($0) < painters.logLikelihood($1) } ?? 0
    }
}
