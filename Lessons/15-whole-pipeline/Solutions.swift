import Glibc

/// Our answers.
struct Solutions: PipelineAnswers {
    /// Squared lengths add up, one square of the deviation for each latent. Nearly all codes lie in a thin shell at that distance.
    func rootMeanSquaredLength(deviation: Double, latents: Int) -> Double {
        deviation * Double(latents).squareRoot()
    }

    func level(front: Double, behind: Double, coverage: Double) -> Double {
        coverage * front + (1 - coverage) * behind
    }

    /// Squared errors add up, decibels do not.
    func signalToNoise(ofJoints decibels: [Double]) -> Double {
        -10 * log10(decibels.map { pow(10, -$0 / 10) }.reduce(0, +))
    }

    func figure(isPaper: [Bool]) -> Range<Int>? {
        guard let first = isPaper.firstIndex(of: false), let last = isPaper.lastIndex(of: false) else { return nil }
        // Paper inside hangs together with neither end, so it belongs to what is around it.
        return first..<last + 1
    }
}
