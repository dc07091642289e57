import Foundation

//: ## A floor that climbs: EM
//:
//: So far the model stood still. To *train* it, raise the floor by turns: fit $q$ to the model until the floor touches, then move the model to the
//: floor's highest point. The evidence is nowhere below the floor, so it must have risen too. This is expectation maximisation (EM), and
//: the picture in the article shows it: a curve, and under it bounds that touch it.
//:
//: Two painters. The first makes points from $\mathcal N(0, 1)$, the second from $\mathcal N(\theta, 1)$; each makes half of them, and $z$, who made
//: which, is lost. With $r_i$ for the belief that the second made point $i$, all that the bound keeps of $\theta$ is
//: $-\frac12 \sum_i r_i (x_i - \theta)^2$, a parabola. A parabola is the logarithm of a Gaussian: that is the article's
//: "approximating a local optimum with a Gaussian".

struct TwoPainters {
    let points: [Double]

    private func logDensities(_ x: Double, _ theta: Double) -> (first: Double, second: Double) {
        (
            log(0.5) + Gaussian.standard.logDensity(x),
            log(0.5) + Gaussian(mean: theta, deviation: 1).logDensity(x)
        )
    }

    func logLikelihood(_ theta: Double) -> Double {
        points.reduce(0) { sum, x in
            let (first, second) = logDensities(x, theta)
            return sum + log(2) + logMeanExp([first, second])
        }
    }

    /// The posterior over the painters of each point, which is the q that touches.
    func beliefs(_ theta: Double) -> [Double] {
        points.map { x in
            let (first, second) = logDensities(x, theta)
            return 1 / (1 + exp(first - second))
        }
    }

    /// Line 3 of the derivation; the mean over z is a sum over two painters.
    func bound(_ theta: Double, _ beliefs: [Double]) -> Double {
        zip(points, beliefs).reduce(0) { sum, point in
            let (x, belief) = point
            let (first, second) = logDensities(x, theta)
            // 0 · log 0 counts as 0.
            let terms = [(belief, second), (1 - belief, first)].filter { $0.0 > 0 }
            return sum + terms.reduce(0) { $0 + $1.0 * ($1.1 - log($1.0)) }
        }
    }

    /// Where the parabola has its summit: the mean of the points that are believed to be the second painter's.
    func summit(_ beliefs: [Double]) -> Double {
        zip(points, beliefs).reduce(0) { $0 + $1.0 * $1.1 } / beliefs.reduce(0, +)
    }

    /// Every θ of a climb, from the start on.
    func climb(from start: Double, steps: Int) -> [Double] {
        (0..<steps).reduce(into: [start]) { path, step in path.append(summit(beliefs(path[step]))) }
    }
}
