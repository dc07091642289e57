import Foundation

//: ## A bound that climbs: EM
//:
//: So far the model stood still. To *train* it, raise the bound in turns. First fit $q$ to the model, so that the bound touches the likelihood. Then move
//: the model to the bound's highest point. The likelihood is nowhere below the bound, so it has risen too. This is *expectation maximisation*
//: (EM).
//:
//: Our model has two painters. The first makes points from $\mathcal N(0, 1)$, the second from $\mathcal N(\theta, 1)$. Each makes half of them, and who made
//: which point, $z$, is lost. Let $r_i = p_2/(p_1 + p_2)$, at $x_i$, be the belief that the second painter made point $i$. As a function of $\theta$ the bound is then
//: $-\frac12 \sum_i r_i (x_i - \theta)^2$ plus a constant. This is a parabola, the logarithm of a Gaussian. It is what the article's figure shows: "how
//: a Gaussian distribution is used to approximate a local optimum."

//:fold Likelihood and bound of two painters
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
}
//:end

extension TwoPainters {
    /// Where the parabola is highest: the mean of the points, weighted by the beliefs.
    func summit(_ beliefs: [Double]) -> Double {
        zip(points, beliefs).reduce(0) { $0 + $1.0 * $1.1 } / beliefs.reduce(0, +)
    }

    /// Every θ of a climb, from the start on.
    func climb(from start: Double, steps: Int) -> [Double] {
        (0..<steps).reduce(into: [start]) { path, step in path.append(summit(beliefs(path[step]))) }
    }
}
