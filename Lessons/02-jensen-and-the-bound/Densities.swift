import Basics
import Foundation

/// A normal density on the line, with what lesson 01 found out about it.
struct Gaussian {
    var mean: Double
    var deviation: Double

    static let standard = Gaussian(mean: 0, deviation: 1)

    func logDensity(_ x: Double) -> Double {
        let distance = (x - mean) / deviation
        return -0.5 * distance * distance - log(deviation) - 0.5 * log(2 * .pi)
    }

    /// KL[self‖p] in nats, in closed form.
    func divergence(from p: Gaussian) -> Double {
        let shift = mean - p.mean
        return log(p.deviation / deviation)
            + (deviation * deviation + shift * shift) / (2 * p.deviation * p.deviation) - 0.5
    }

    func sample(using generator: inout SeededGenerator) -> Double {
        mean + deviation * Double(generator.normal())
    }
}

/// The integral over the line of a function that is 0 beyond ±12, in steps of a hundredth.
///
/// For functions as smooth as Gaussians that are wider than a few steps, the plain sum is exact to rounding.
func integral(_ function: (Double) -> Double) -> Double {
    let step = 0.01
    return step * (-1200...1200).reduce(0) { $0 + function(step * Double($1)) }
}

/// log of the mean of exponentials, finite even where every one of them underflows.
func logMeanExp(_ exponents: [Double]) -> Double {
    let largest = exponents.max() ?? 0
    return largest + log(mean(exponents.map { exp($0 - largest) }))
}

func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

func standardDeviation(_ values: [Double]) -> Double {
    let middle = mean(values)
    return sqrt(mean(values.map { ($0 - middle) * ($0 - middle) }))
}

/// Means of one run of `size` values after the other.
func blockMeans(of values: [Double], size: Int) -> [Double] {
    stride(from: 0, through: values.count - size, by: size).map { mean(Array(values[$0..<$0 + size])) }
}
