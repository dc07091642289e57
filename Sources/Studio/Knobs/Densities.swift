import Glibc

/// A normal density on the line.
struct Gaussian: Equatable {
    var mean: Double
    var deviation: Double

    func logDensity(_ x: Double) -> Double {
        let distance = (x - mean) / deviation
        return -0.5 * distance * distance - log(deviation) - 0.5 * log(2 * .pi)
    }
}

/// Two modes of standard deviation ½, at −distance and +distance, as lesson 01 has them.
struct Mixture {
    let parts: [(weight: Double, gaussian: Gaussian)]

    init(distance: Double, weightOfLeft: Double) {
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
}

/// A Gaussian fitted to a mixture by walking downhill in (µ, log σ), as in lesson 01; on a coarser grid, so that a knob's turn is answered
/// while the hand still turns it. A test holds both to the same ends.
struct Fit {
    enum Direction: String, CaseIterable, Codable {
        case reverse, forward
    }

    private(set) var path: [Gaussian] = []
    private(set) var divergence = 0.0

    /// Steps of the grid on which densities are compared; Gaussians wider than a few of them are summed almost exactly.
    private static let step = 0.05
    private static let grid = (-240...240).map { step * Double($0) }

    init(_ direction: Direction, to target: Mixture, from start: Gaussian, steps: Int = 300) {
        let p = Self.grid.map(target.logDensity)
        func loss(_ mean: Double, _ logDeviation: Double) -> Double {
            let q = Gaussian(mean: mean, deviation: exp(logDeviation))
            var sum = 0.0
            for (x, logP) in zip(Self.grid, p) {
                let logQ = q.logDensity(x)
                sum += direction == .reverse ? exp(logQ) * (logQ - logP) : exp(logP) * (logP - logQ)
            }
            return Self.step * sum
        }
        let (nudge, rate, longest) = (1e-4, 0.1, 0.2)
        var (mean, logDeviation) = (start.mean, log(start.deviation))
        for _ in 0...steps {
            path.append(Gaussian(mean: mean, deviation: exp(logDeviation)))
            let slopes = (
                (loss(mean + nudge, logDeviation) - loss(mean - nudge, logDeviation)) / (2 * nudge),
                (loss(mean, logDeviation + nudge) - loss(mean, logDeviation - nudge)) / (2 * nudge)
            )
            // Far from the target the slopes are in the hundreds: no step is longer than a fifth.
            let length = rate * (slopes.0 * slopes.0 + slopes.1 * slopes.1).squareRoot()
            let step = rate * min(1, longest / max(length, 1e-12))
            mean -= step * slopes.0
            logDeviation = max(-2.5, logDeviation - step * slopes.1)
        }
        divergence = loss(mean, logDeviation)
    }

    var last: Gaussian { path[path.count - 1] }
}

/// Lesson 02's two painters: points from N(0, 1) and from N(θ, 1), and who made which is lost.
struct TwoPainters {
    let points: [Double]

    private func logDensities(_ x: Double, _ theta: Double) -> (first: Double, second: Double) {
        (
            log(0.5) + Gaussian(mean: 0, deviation: 1).logDensity(x),
            log(0.5) + Gaussian(mean: theta, deviation: 1).logDensity(x)
        )
    }

    func logLikelihood(_ theta: Double) -> Double {
        points.reduce(0) { sum, x in
            let (first, second) = logDensities(x, theta)
            let largest = max(first, second)
            return sum + largest + log(exp(first - largest) + exp(second - largest))
        }
    }

    /// The posterior over the painters of each point, which is the q that touches.
    func beliefs(_ theta: Double) -> [Double] {
        points.map { x in
            let (first, second) = logDensities(x, theta)
            return 1 / (1 + exp(first - second))
        }
    }

    /// The bound under some beliefs.
    func bound(_ theta: Double, _ beliefs: [Double]) -> Double {
        zip(points, beliefs).reduce(0) { sum, point in
            let (x, belief) = point
            let (first, second) = logDensities(x, theta)
            // 0 · log 0 counts as 0.
            let terms = [(belief, second), (1 - belief, first)].filter { $0.0 > 0 }
            return sum + terms.reduce(0) { $0 + $1.0 * ($1.1 - log($1.0)) }
        }
    }

    /// Where the bound is highest.
    func summit(_ beliefs: [Double]) -> Double {
        zip(points, beliefs).reduce(0) { $0 + $1.0 * $1.1 } / beliefs.reduce(0, +)
    }
}
