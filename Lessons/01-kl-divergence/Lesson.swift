import ArgumentParser
import Basics
import Figures
import Foundation
import LessonKit
import Training

@main
struct KLDivergence: Lesson {
    static let card = LessonCard(
        1, "kl-divergence", title: "KL divergence",
        idea:
            "what it costs to put one density in place of another, counted in two ways that prefer different answers",
        chapters: [
            "WhatInfinityMeans", "WalkingDownhill", "OneGaussianForTwoModes", "WhereFitsEnd",
            "WhenTheModesComeTogether",
        ])

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        price(in: notebook)
        closedForm(in: notebook)
        try monteCarlo(in: notebook)
        try asymmetry(in: notebook)
        impossible(in: notebook)
        let fits = try fits(in: notebook)
        try paths(of: fits, in: notebook)
        try basins(in: notebook)
        try pitchfork(in: notebook)
    }
}

//: # 01 · KL divergence
//:
//: A generative model is a density $q$ that stands in for another, $p$, which we cannot write down: that of all anime
//: faces, say. To train it we need one number for how wrong it is. This lesson takes one such number apart, the
//: Kullback–Leibler (KL) divergence. It is part of the loss of every variational autoencoder, those of lessons 04 and 05 too. And it
//: can be written two ways round: a model that is too simple for its data errs differently with each.
//:
//: > **Before you start.** You need probability densities, the logarithm and derivatives; no machine learning. In a hurry, read
//: > "The price of a wrong belief" and "One Gaussian for two modes", and skip "Monte Carlo".
//: >
//: > **Sources.** Ga Wu, *Generate Anime Character with Variational Auto-encoder* (2018), with
//: > [its code](https://github.com/wuga214/IMPLEMENTATION_Variational-Auto-Encoder): "the article" in lessons 01 to 06, quoted in our
//: > translation. Kullback and Leibler, [*On information and sufficiency*](https://doi.org/10.1214/aoms/1177729694) (1951). Bishop,
//: > *Pattern Recognition and Machine Learning*, section 10.1, has the two ways round.
//:
//: ## The price of a wrong belief
//:
//: An event of probability $q$ surprises us by $-\log q$: by nothing if it was certain, and by more the rarer it was. Suppose that things
//: happen as $p$ says while we believe $q$. Then the mean surprise is the *cross-entropy* $H(p, q)$. With the right belief it would have
//: been the *entropy* $H(p)$. The divergence is the difference, the price of the wrong belief:
//:
//: $$ \mathrm{KL}[p\Vert q] = \sum_x p(x) \log \frac{p(x)}{q(x)} = H(p, q) - H(p) \ge 0 $$
//:
//: With the natural logarithm its unit is the *nat*; one bit is 0.69 nats.

/// Σ −p log q in nats. What never happens costs nothing, whatever was believed of it.
func crossEntropy(of p: [Double], under q: [Double]) -> Double {
    zip(p, q).reduce(0) { sum, pair in pair.0 == 0 ? sum : sum - pair.0 * log(pair.1) }
}

/// KL[p‖q] of two discrete distributions, in nats.
func divergence(of p: [Double], from q: [Double]) -> Double {
    crossEntropy(of: p, under: q) - crossEntropy(of: p, under: p)
}

//:fold What is measured and drawn: `price`
func price(in notebook: Notebook) {
    let fair = [Double](repeating: 1 / 6.0, count: 6)
    let loaded = [0.1, 0.1, 0.1, 0.1, 0.1, 0.5]
    notebook.table(
        ["the die is", "we believe it is", "mean surprise", "of which avoidable: KL"],
        [("loaded", "loaded", loaded, loaded), ("loaded", "fair", loaded, fair), ("fair", "loaded", fair, loaded)]
            .map { truth, belief, p, q in
                [
                    truth, belief, "\(rounded(crossEntropy(of: p, under: q), digits: 4)) nats",
                    "\(rounded(divergence(of: p, from: q), digits: 4)) nats",
                ]
            })
    notebook.expect(
        "A wrong belief costs something, whichever die it is: the smaller KL",
        min(divergence(of: loaded, from: fair), divergence(of: fair, from: loaded)), .above(0.1))
    notebook.expect(
        "It is not symmetric, so it is no distance: KL[loaded‖fair] − KL[fair‖loaded]",
        divergence(of: loaded, from: fair) - divergence(of: fair, from: loaded), .above(0.01))
}
//:end

//: ## Two Gaussians: a closed form
//:
//: For densities the sum becomes an integral. From here on the model $q$ mostly stands first, as it does in a
//: variational autoencoder; the mean is then over samples of the model:
//: $\mathrm{KL}[q\Vert p] = \int q(x) \log \frac{q(x)}{p(x)}dx$. Between two Gaussians it can be done on paper:
//:
//: $$ \mathrm{KL}\left[\mathcal N(\mu_q, \sigma_q^2)\Vert \mathcal N(\mu_p, \sigma_p^2)\right]
//: = \log\frac{\sigma_p}{\sigma_q} + \frac{\sigma_q^2 + (\mu_q - \mu_p)^2}{2\sigma_p^2} - \frac12 $$

/// A normal density on the line.
struct Gaussian {
    var mean: Double
    var deviation: Double

    func logDensity(_ x: Double) -> Double {
        let distance = (x - mean) / deviation
        return -0.5 * distance * distance - log(deviation) - 0.5 * log(2 * .pi)
    }
}

/// KL[q‖p] in nats, by the formula above.
func divergence(of q: Gaussian, from p: Gaussian) -> Double {
    let shift = q.mean - p.mean
    return log(p.deviation / q.deviation)
        + (q.deviation * q.deviation + shift * shift) / (2 * p.deviation * p.deviation) - 0.5
}

//: A variational autoencoder needs it against the standard normal, where it shrinks to
//: $\frac12(\mu^2 + \sigma^2 - 1 - \log\sigma^2)$. Of code with this term the article says: "This is why the implementation of the
//: KL divergence that you see is an approximate solution." It is not. Between Gaussians the term is exact, as a numerical integration
//: shows.

/// The range in which the densities of this lesson have nearly all of their mass, in steps of a hundredth.
let spacing = 0.01
let grid = stride(from: -30.0, through: 30, by: spacing).map { $0 }

/// KL[q‖p] for two densities on the grid that are given by their logarithms.
func integratedDivergence(of q: (Double) -> Double, from p: (Double) -> Double) -> Double {
    spacing * grid.reduce(0) { $0 + exp(q($1)) * (q($1) - p($1)) }
}

//:fold What is measured: `closedForm`
func closedForm(in notebook: Notebook) {
    let q = Gaussian(mean: 1.5, deviation: 0.6)
    let standard = Gaussian(mean: 0, deviation: 1)
    let short = 0.5 * (q.mean * q.mean + q.deviation * q.deviation - 1 - log(q.deviation * q.deviation))
    let exact = divergence(of: q, from: standard)
    let integrated = integratedDivergence(of: q.logDensity, from: standard.logDensity)
    notebook.say("closed form \(rounded(exact, digits: 10)), as autoencoders write it \(rounded(short, digits: 10)),")
    notebook.say("integrated  \(rounded(integrated, digits: 10)) nats")
    notebook.expect("The short form is the closed form: difference", abs(short - exact), .below(1e-12))
    notebook.expect("… and not an approximation: difference from the integral", abs(exact - integrated), .below(1e-9))
}
//:end

//: ## Without a formula: Monte Carlo
//:
//: Most densities have no closed form. But a divergence is a mean over $q$, so samples of $q$ estimate it:
//:
//: $$ \mathrm{KL}[q\Vert p] \approx \frac1n \sum_{i=1}^n \log q(x_i) - \log p(x_i), \qquad x_i \sim q $$
//:
//: Here the article does approximate: "We cannot integrate over infinitely many possible z, so we use a numerical approximation: we
//: draw samples from the distribution to approximate the expectation." The estimate is right on average, and its error shrinks like
//: $1/\sqrt n$: one more digit costs a hundred times the samples.

/// The log-ratios log q(x) − log p(x) of samples of q; their mean estimates KL[q‖p].
func logRatios(of q: Gaussian, from p: Gaussian, count: Int, using generator: inout SeededGenerator) -> [Double] {
    (0..<count).map { _ in
        let x = q.mean + q.deviation * Double(generator.normal())
        return q.logDensity(x) - p.logDensity(x)
    }
}

//:fold What is measured and drawn: `monteCarlo`
func monteCarlo(in notebook: Notebook) throws {
    let q = Gaussian(mean: 1.5, deviation: 0.6)
    let p = Gaussian(mean: 0, deviation: 1)
    let exact = divergence(of: q, from: p)
    var generator = notebook.generator(1)
    let runs = (0..<40).map { _ in logRatios(of: q, from: p, count: 10_000, using: &generator) }

    let counts = (0...24).map { Int(pow(10, Double($0) / 6).rounded()) }
    let estimates = runs.map { run in counts.map { mean(run.prefix($0)) } }
    let errors = counts.indices.map { at in sqrt(mean(estimates.map { ($0[at] - exact) * ($0[at] - exact) }[...])) }
    let deviation = standardDeviation(runs.flatMap { $0 })

    let sampleCounts = counts.map(Double.init)
    try notebook.show(
        Panels(
            "",
            [
                estimates.prefix(5).enumerated().reduce(
                    Figure("Five estimates settle", x: "samples", y: "estimate of KL[q‖p], nats")
                        .logarithmicX().yRange(-0.5...3)
                ) { $0.curve(sampleCounts, $1.element, $1.offset == 0 ? "by sampling" : nil, color: .blue) }
                .horizontalLine(at: exact, "closed form", color: .vermillion),
                Figure("Their error falls with the root", x: "samples", y: "error of 40 estimates, nats")
                    .logarithmicX().logarithmicY()
                    .points(sampleCounts, errors, "measured", color: .blue)
                    .curve(sampleCounts, sampleCounts.map { deviation / sqrt($0) }, "σ/√n", color: .vermillion),
            ]),
        named: "monte-carlo", "Estimates of a divergence from samples, and how their error shrinks.")

    let slope = (log(errors[24]) - log(errors[6])) / (log(sampleCounts[24]) - log(sampleCounts[6]))
    notebook.expect("The error falls like a power of n: the exponent", slope, .near(-0.5, tolerance: 0.1))
    let all = mean(runs.flatMap { $0 }[...])
    notebook.expect(
        "400,000 samples agree with the closed form: difference in standard errors",
        abs(all - exact) / (deviation / sqrt(400_000)), .below(4))
}

func mean(_ values: ArraySlice<Double>) -> Double { values.reduce(0, +) / Double(values.count) }

func standardDeviation(_ values: [Double]) -> Double {
    let middle = mean(values[...])
    return sqrt(mean(values.map { ($0 - middle) * ($0 - middle) }[...]))
}
//:end

//: > **What is normal.** An estimate from a handful of samples may be negative, as one of the five above is, although
//: > no divergence is. That is not a bug. Exercise 3 finds an estimator that is never negative.
//:
//: ## Two ways round
//:
//: Let $p$ be the standard normal, and change only the width of $q$. Both divergences are zero at $\sigma = 1$ and nowhere else. But
//: they penalise different errors. $\mathrm{KL}[q\Vert p]$ is a mean over samples of $q$: too *wide* a $q$ is expensive, because it
//: puts samples where $p$ is almost zero. $\mathrm{KL}[p\Vert q]$ is a mean over samples of $p$: too *narrow* a $q$ is expensive, because
//: it calls some of them impossible. Before you look: which curve rises faster to the left of 1?

//:fold What is measured and drawn: `asymmetry`
func asymmetry(in notebook: Notebook) throws {
    let p = Gaussian(mean: 0, deviation: 1)
    let widths = stride(from: 0.2, through: 4, by: 0.02).map { $0 }
    let candidates = widths.map { Gaussian(mean: 0, deviation: $0) }
    try notebook.show(
        Figure("Too narrow or too wide: what each divergence penalises", x: "σ of q (p has 1)", y: "divergence, nats")
            .curve(widths, candidates.map { divergence(of: $0, from: p) }, "KL[q‖p]", color: .blue)
            .curve(widths, candidates.map { divergence(of: p, from: $0) }, "KL[p‖q]", color: .vermillion)
            .yRange(0...6),
        named: "two-ways", "Both divergences between two centred Gaussians, against the width of one.")

    let (narrow, wide) = (Gaussian(mean: 0, deviation: 0.25), Gaussian(mean: 0, deviation: 4))
    notebook.expect(
        "A narrow q costs more in KL[p‖q] than in KL[q‖p]: ratio at σ = 1/4",
        divergence(of: p, from: narrow) / divergence(of: narrow, from: p), .above(5))
    notebook.expect(
        "Four times too wide costs in KL[q‖p] what four times too narrow costs in KL[p‖q]: difference",
        abs(divergence(of: wide, from: p) - divergence(of: p, from: narrow)), .below(1e-12))
}
//:end
