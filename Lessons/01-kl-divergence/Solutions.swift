import Basics
import Foundation

/// Our answers.
struct Solutions: KLDivergenceAnswers {
    /// The parts of p are equal at ¼·log 9 / 3 ≈ 0.18, beyond the middle: further left the heavier one has the say.
    func startOnTheWrongSide() -> Double { 0.1 }

    func divergence(of p: [Double], from q: [Double]) -> Double {
        zip(p, q).reduce(0) { sum, pair in pair.0 == 0 ? sum : sum + pair.0 * log(pair.0 / pair.1) }
    }

    /// r − 1 has mean 0 under q, so adding it changes no mean; and log r ≤ r − 1, the tangent of the logarithm at 1.
    func estimate(fromLogRatio logRatio: Double) -> Double { exp(logRatio) - 1 - logRatio }

    func divergenceToStandardNormal(means: [Double], logVariances: [Double]) -> Double {
        0.5 * zip(means, logVariances).reduce(0) { $0 + $1.0 * $1.0 + exp($1.1) - 1 - $1.1 }
    }

    /// A sample x = µ + σε moves with µ at the rate 1 and with log σ at the rate σε; −log σ is q's own part of the divergence.
    func trainedBySamples(
        from start: Gaussian, slopeOfLogDensity: (Double) -> Double, using generator: inout SeededGenerator
    ) -> Gaussian {
        var (mean, logDeviation) = (start.mean, log(start.deviation))
        let (rate, count) = (0.01, 64)
        for _ in 0..<2000 {
            var (slopeOfMean, slopeOfLogDeviation) = (0.0, -1.0)
            for _ in 0..<count {
                let noise = Double(generator.normal())
                let slope = slopeOfLogDensity(mean + exp(logDeviation) * noise)
                slopeOfMean -= slope / Double(count)
                slopeOfLogDeviation -= slope * exp(logDeviation) * noise / Double(count)
            }
            mean -= rate * slopeOfMean
            logDeviation -= rate * slopeOfLogDeviation
        }
        return Gaussian(mean: mean, deviation: exp(logDeviation))
    }
}
