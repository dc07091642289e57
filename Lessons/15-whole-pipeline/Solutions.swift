import Foundation
import Pictures

/// Our answers.
struct Solutions: PipelineAnswers {
    /// Squared lengths add up, one square of the deviation for each latent. Nearly all codes lie in a thin shell at that distance.
    func rootMeanSquaredLength(deviation: Double, latents: Int) -> Double {
        deviation * Double(latents).squareRoot()
    }

    func setIn(_ figure: Picture, coverage: Picture, behind: Picture) -> Picture {
        var result = behind
        for sample in result.samples.indices {
            let share = Double(coverage.samples[sample / 3]) / 255
            let level = share * Double(figure.samples[sample]) + (1 - share) * Double(behind.samples[sample])
            result.samples[sample] = UInt8(level.rounded())
        }
        return result
    }

    /// Squared errors add up, decibels do not.
    func signalToNoise(ofJoints decibels: [Double]) -> Double {
        -10 * log10(decibels.map { pow(10, -$0 / 10) }.reduce(0, +))
    }

    func figure(isPaper: [Bool]) -> Range<Int>? {
        guard let first = isPaper.firstIndex(of: false), let last = isPaper.lastIndex(of: false) else { return nil }
        // Paper inside is connected with neither end, so it belongs to what is around it.
        return first..<last + 1
    }
}
