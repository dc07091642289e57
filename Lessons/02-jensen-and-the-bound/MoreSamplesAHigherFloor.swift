import Basics
import Foundation
import LessonKit
import Training

//: ## More samples, a higher bound
//:
//: So far the samples were averaged outside the logarithm. What if $K$ of them are averaged inside?
//:
//: $$ \mathcal L_K = \mathrm E\left[\log \frac1K \sum_{k=1}^K \frac{p(x, z_k)}{q(z_k)}\right], \qquad z_k \sim q $$
//:
//: This lies between the bound that we know, $\mathcal L_1$, and the evidence (Burda and others, 2016). It is Jensen's inequality again: a mean of $K$
//: values is itself a mean of means of fewer of them, so the bound can only rise with $K$. For large $K$ it is about $\mathrm{Var}[u]/2K$, with $u = p(x, z)/q(z)p(x)$, whose mean is 1. For $q$ we take
//: something crude, the prior.

/// The logarithm of the mean of K weights p(x, z)/q(z).
func logMeanWeight(of q: Gaussian, count: Int, using generator: inout SeededGenerator) -> Double {
    logMeanExp(
        (0..<count).map { _ in
            let z = q.sample(using: &generator)
            return model.logJoint(observation, z) - q.logDensity(z)
        })
}

//:fold What is measured and drawn: `tightening`
func tightening(in notebook: Notebook) throws {
    let q = Gaussian.standard
    // The variance of p(x, z)/q(z) in units of its squared mean, p(x)².
    let variance = integral { exp(2 * posterior.logDensity($0) - q.logDensity($0)) } - 1
    let budget = notebook.scale.choose(tiny: 1 << 12, quick: 1 << 22, full: 1 << 25)
    var generator = notebook.generator(5)
    let counts = (0...10).map { 1 << $0 }
    let rows = counts.map { count in
        let bounds = (0..<budget / count).map { _ in logMeanWeight(of: q, count: count, using: &generator) }
        return (bound: mean(bounds), error: standardDeviation(bounds) / sqrt(Double(bounds.count)))
    }
    notebook.table(
        ["K", "bound, nats", "± standard error", "log p(x) − bound", "Var/2K"],
        zip(counts, rows).map { count, row in
            [
                "\(count)", rounded(row.bound, digits: 6), rounded(row.error, digits: 2),
                rounded(logEvidence - row.bound), rounded(variance / Double(2 * count)),
            ]
        })
    try notebook.show(
        tighteningFigure(counts, bounds: rows.map(\.bound), variance: variance), named: "tightening",
        "The importance weighted bound against the number of samples inside the logarithm.")

    let falls = zip(rows.dropFirst(), rows).map { ($1.bound - $0.bound) / hypot($0.error, $1.error) }
    notebook.expect(
        "L_1 is the evidence lower bound: difference in standard errors",
        abs(rows[0].bound - closedFormBound(of: q)) / rows[0].error, .below(4))
    notebook.expect(
        "More samples never lower the bound: largest fall in standard errors", falls.max() ?? .nan, .below(3))
    notebook.expect(
        "1024 samples nearly reach the evidence: log p(x) − bound", logEvidence - rows[10].bound,
        .near(variance / 2048, tolerance: 4 * rows[10].error))
    notebook.expect(
        "The gap is Var/2K: their ratio at K = 32", (logEvidence - rows[5].bound) * 64 / variance,
        .near(1, tolerance: 0.15))
}
//:end

//: The price is $K$ evaluations of the model for one picture. And with a bound this tight, a good $q$ can hardly be told from a poor one. Lessons 04 and 05
//: train with $K = 1$, and use more samples to *measure*.
//:
//: ## It is q that is Gaussian
//:
//: "What is the distribution P(z|x)?" asks the article. "It is Gaussian." That is too quick. The posterior $p(z|x)$ follows from the model, and
//: nobody can choose it. We choose that $q(z|x)$ is Gaussian, because one can sample from it and its KL has a formula. In the linear model the
//: posterior happened to be Gaussian. One bend in the decoder ends that:
//:
//: $$ p(z) = \mathcal N(0, 1), \qquad p(x|z) = \mathcal N(z^2, \tfrac14) $$
//:
//: Now $z$ and $-z$ draw the same picture. What is the best Gaussian then?

/// log p(x, z) of the decoder that squares.
func logJointOfSquare(_ x: Double, _ z: Double) -> Double {
    Gaussian(mean: z * z, deviation: 0.5).logDensity(x) + Gaussian.standard.logDensity(z)
}

//:fold The best Gaussian, by climbing from two starts
struct BestGaussian {
    let q: Gaussian
    let logEvidence: Double
    let gap: Double

    /// Climbs from the middle and from one side, and keeps the better of what it finds.
    init(for x: Double) {
        func logJoint(_ z: Double) -> Double { logJointOfSquare(x, z) }
        let found = [0.0, 1.2].map { mean in
            highestBound(from: Gaussian(mean: mean, deviation: 0.4)) { bound(of: $0, logJoint) }
        }
        let best = found[0].bound > found[1].bound ? found[0] : found[1]
        q = best.q
        logEvidence = log(integral { exp(logJoint($0)) })
        gap = logEvidence - best.bound
    }
}
//:end

//:fold What is measured and drawn: `notGaussian`
func notGaussian(in notebook: Notebook) throws {
    let shown = [0.0, 0.75, 2].map { (x: $0, best: BestGaussian(for: $0)) }
    let xs = stride(from: -1.0, through: 4, by: notebook.scale.choose(tiny: 0.5, quick: 0.125, full: 0.05)).map { $0 }
    let best = xs.map { BestGaussian(for: $0) }
    let gaps = best.map(\.gap)
    try notebook.show(
        notGaussianFigure(shown, xs, gaps), named: "not-gaussian",
        "True posteriors that are not Gaussian, and the Gaussians that do best.")

    notebook.expect("No Gaussian closes the gap at x = 0: what is left", shown[0].best.gap, .above(0.01))
    notebook.expect(
        "At x = 2 the best q takes one of two modes: gap against log 2", shown[2].best.gap,
        .near(log(2), tolerance: 0.05))
    notebook.expect(
        "… its mean is near √2, a cause of this x", abs(shown[2].best.q.mean), .near(sqrt(2), tolerance: 0.15))
    notebook.expect(
        "At the worst x even more is left than log 2: largest gap", gaps.max() ?? .nan, .above(log(2) + 0.03))
    notebook.expect(
        "… where q sits on a mode: its mean", abs(best.max { $0.gap < $1.gap }?.q.mean ?? .nan), .above(0.5))
}
//:end

//: For $x = 2$ the best $q$ sits on one of two equally good modes, as in lesson 01. No training of $q$ removes the gap of about $\log 2$: on its mode $q$ is about twice $p(z|x)$, the price of its family. It also affects the model. The training of a decoder prefers those whose posteriors
//: *are* nearly Gaussian, because their bound is higher.
//:
//: The next lessons need what is here: a model too large for its integral, a bound on its evidence, the bound's two parts (reconstruction and
//: KL), and samples in place of a mean. What is missing is a way to follow slopes in a million dimensions: lesson 03.
