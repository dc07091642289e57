import Basics
import Foundation
import LessonKit
import Training

//: The data hold a surprise: besides the 30 points around 0 and 20 around 4 there are 10 around −4, for which the model has no painter. So
//: there are two hills, and which one is climbed is a matter of the start.

//:fold What is measured and drawn: `climbing`, `check`
func climbing(in notebook: Notebook) throws {
    var generator = notebook.generator(3)
    let painters = TwoPainters(
        points: [(0.0, 30), (4, 20), (-4, 10)].flatMap { centre, count in
            (0..<count).map { _ in centre + Double(generator.normal()) }
        })
    let thetas = stride(from: -8.0, through: 8, by: 0.05).map { $0 }
    let climbs = [1.0, -1].map { painters.climb(from: $0, steps: 30) }
    try notebook.show(
        climbingFigure(painters, climbs, over: thetas), named: "climbing",
        "The log-likelihood of one unknown mean, and the bounds under it as EM climbs from two starts.")

    let values = climbs.map { $0.map(painters.logLikelihood) }
    notebook.table(
        ["step"] + climbs.flatMap { ["from θ = \(rounded($0[0]))", "log p(data)"] },
        [0, 1, 2, 3, 5, 10, 30].map { step in
            ["\(step)"]
                + climbs.indices.flatMap {
                    [rounded(climbs[$0][step], digits: 5), rounded(values[$0][step], digits: 7)]
                }
        })
    check(painters, climbs, thetas, in: notebook)
}

func check(_ painters: TwoPainters, _ climbs: [[Double]], _ thetas: [Double], in notebook: Notebook) {
    let steps = climbs.flatMap { $0 }
    let touches = steps.map { abs(painters.bound($0, painters.beliefs($0)) - painters.logLikelihood($0)) }
    let excesses = steps.flatMap { step in
        let beliefs = painters.beliefs(step)
        return thetas.map { painters.bound($0, beliefs) - painters.logLikelihood($0) }
    }
    let rises = climbs.flatMap { climb in
        zip(climb.dropFirst(), climb).map { painters.logLikelihood($0) - painters.logLikelihood($1) }
    }
    let slopes = climbs.map { climb in
        let beliefs = painters.beliefs(climb[0])
        func slope(_ function: (Double) -> Double) -> Double {
            (function(climb[0] + 1e-4) - function(climb[0] - 1e-4)) / 2e-4
        }
        return abs(slope(painters.logLikelihood) - slope { painters.bound($0, beliefs) })
    }
    notebook.expect("Every floor touches where it was made: largest distance", touches.max() ?? .nan, .below(1e-9))
    notebook.expect("… and is nowhere above: largest excess", excesses.max() ?? .nan, .below(1e-9))
    notebook.expect("… and has the curve's slope there: largest difference", slopes.max() ?? .nan, .below(1e-4))
    notebook.expect("The climb never goes down: least rise of a step", rises.min() ?? .nan, .above(-1e-9))
    let ends = climbs.map { $0[$0.count - 1] }
    notebook.expect("It ends on a hill, not always on the same one: ends apart by", ends[0] - ends[1], .above(5))
    notebook.expect(
        "… nor on the higher one: nats between the hills",
        painters.logLikelihood(ends[0]) - painters.logLikelihood(ends[1]), .above(1))
}
//:end

//: Because floor and curve share their slope where they touch, a summit of the one at the touching point is a summit of the other: EM stops only where the
//: likelihood itself is flat. A variational autoencoder climbs in the same way, but with one small step of gradient ascent for $q$ and for the
//: model at once, in place of jumps from summit to summit.
//:
//: ## A few samples in place of a mean
//:
//: *Why is there an approximation in the last line?* the article asks, and answers: because nobody can integrate over all $z$. So the mean of
//: line 4 is replaced by that of a few samples of $q$. Two questions decide whether this is allowed: is the estimate right on average,
//: and how much does it scatter?
//:
//: The samples may stand for the reconstruction only, with the KL by its formula as in the article's code, or for the whole of line 3. On average both are the
//: same. Look at their scatter.

/// Two estimates of the bound from a single sample.
func sampledBound(of q: Gaussian, using generator: inout SeededGenerator) -> (
    formulaForKL: Double, allSampled: Double
) {
    let z = q.sample(using: &generator)
    return (
        model.logLikelihood(of: observation, given: z) - q.divergence(from: .standard),
        model.logJoint(observation, z) - q.logDensity(z)
    )
}

//:fold What is measured and drawn: `sampling`
func sampling(in notebook: Notebook) throws {
    var generator = notebook.generator(4)
    let count = notebook.scale.choose(tiny: 20_000, quick: 400_000, full: 4_000_000)
    let estimates = [guess, posterior].map { q in
        (0..<count).map { _ in sampledBound(of: q, using: &generator) }
    }
    let ways = estimates.map { [$0.map(\.formulaForKL), $0.map(\.allSampled)] }
    let exact = [guess, posterior].map { closedFormBound(of: $0) }
    notebook.table(
        ["q", "bound", "mean of one-sample estimates", "their deviation", "all sampled: mean", "deviation"],
        zip(["a bit off", "the posterior"], zip(exact, ways)).map { name, row in
            [name, rounded(row.0, digits: 5)]
                + row.1.flatMap { [rounded(mean($0), digits: 5), rounded(standardDeviation($0))] }
        })

    let deviation = standardDeviation(ways[0][0])
    let sizes = [1, 3, 10, 30, 100, 300, 1000]
    let means = sizes.map { blockMeans(of: ways[0][0], size: $0) }
    let errors = means.map { sqrt(mean($0.map { ($0 - exact[0]) * ($0 - exact[0]) })) }
    try notebook.show(
        samplesFigure(means, errors, sizes: sizes, exact: exact[0], deviation: deviation), named: "samples",
        "Estimates of the bound from n samples of q, and their error.")

    let standardError = deviation / sqrt(Double(count))
    notebook.expect(
        "One sample is right on average: difference from the bound, in standard errors",
        abs(mean(ways[0][0]) - exact[0]) / standardError, .below(4))
    let slope = log(errors[6] / errors[0]) / log(Double(sizes[6]))
    notebook.expect("The error falls like a power of n: the exponent", slope, .near(-0.5, tolerance: 0.05))
    notebook.expect(
        "With the posterior for q one sample tells all: deviation", standardDeviation(ways[1][1]), .below(1e-6))
    notebook.expect("… but not if the KL is a formula: deviation", standardDeviation(ways[1][0]), .above(0.1))
}
//:end

//: So the approximation is no cheating: it has no bias, and a training run that takes thousands of steps averages it away. The
//: article's code takes one sample for each picture and step, and so will we.
//:
//: The formula for the KL, which looks like the safer choice, is not always the better one: when $q$ has become the posterior, line 3 is the same
//: number for every $z$, while the reconstruction still scatters.
//:
//: > **What is normal.** Seen as a loss, the negative bound falls to $-\log p(x)$ at best, and that is not 0. It may even be negative, since densities may be
//: > larger than 1. From one sample it trembles: its mean over an epoch should fall, not each value. A single
//: > estimate above $\log p(x)$ is no error; a *mean* above it is.
//:
