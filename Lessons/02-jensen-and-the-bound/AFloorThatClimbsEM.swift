import Basics
import Figures
import Foundation
import LessonKit
import Training

//: The data hold a surprise. Besides 30 points around 0 and 20 around 4 there are 10 around −4, for which the model has no painter. So the
//: likelihood has two hills with a valley between them. Where do the climbs from 1 and from −1 end? And what does EM do if it starts exactly at the bottom of the valley?

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
        "Two climbs: from where a bound touches the log-likelihood to its highest point, and up to where the next one touches."
    )
    try notebook.show(
        climbInMotion(painters, climbs[1], over: thetas, steps: notebook.scale.choose(tiny: 1, quick: 6, full: 6)),
        named: "climb", "The climb from −1: touch, step to the highest point, and touch again.")

    let ends = climbs.map { $0[$0.count - 1] }
    let bottom = bottom(of: painters, between: ends)
    let visible = thetas.filter((-6...6).contains)
    try notebook.show(
        Figure("The whole of it", x: "θ", y: "nats")
            .curve(visible, visible.map(painters.logLikelihood), "log p(data)", color: .black)
            .points(ends, ends.map(painters.logLikelihood), "where the climbs end", color: .blue)
            .points([bottom], [painters.logLikelihood(bottom)], "the bottom of the valley", color: .vermillion)
            .legend(.bottomRight),
        named: "valley", "The same log-likelihood from afar: two hills, and the valley between them.")

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
    checkValley(of: painters, between: ends, bottom: bottom, in: notebook)
}

/// Where the likelihood is lowest between two hills.
func bottom(of painters: TwoPainters, between hills: [Double]) -> Double {
    // The slope of the likelihood is that of its bound, Σ r (x − θ): it changes its sign at the bottom.
    var (low, high) = (hills.min() ?? 0, hills.max() ?? 0)
    (low, high) = (low + 0.5, high - 0.5)
    while high - low > 1e-13 * max(1, abs(low)) {
        let middle = (low + high) / 2
        if middle == low || middle == high { break }
        if painters.summit(painters.beliefs(middle)) < middle { low = middle } else { high = middle }
    }
    return low
}

/// EM started at the lowest point between two hills, and a hair to either side of it.
func checkValley(of painters: TwoPainters, between hills: [Double], bottom: Double, in notebook: Notebook) {
    let sides = [-0.01, 0.01].map { painters.climb(from: bottom + $0, steps: 60).last ?? .nan }
    notebook.say(
        "The bottom is at θ = \(rounded(bottom)). A hundredth to either side EM ends at \(rounded(sides[0])) and \(rounded(sides[1]))."
    )
    notebook.expect(
        "EM that starts at the bottom of the valley stays: length of its first step",
        abs(painters.summit(painters.beliefs(bottom)) - bottom), .below(1e-6))
    let rises = [-0.3, 0.3].map { painters.logLikelihood(bottom + $0) - painters.logLikelihood(bottom) }
    notebook.expect("… although the likelihood rises to both sides: nats, 0.3 away", rises.min() ?? .nan, .above(0.5))
    notebook.expect(
        "A hundredth away it leaves, to the hill of that side: largest distance from the hills",
        zip(sides, hills.sorted()).map { abs($0 - $1) }.max() ?? .nan, .below(0.01))
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
    notebook.expect("Every bound touches where it was made: largest distance", touches.max() ?? .nan, .below(1e-9))
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

//: EM finds *a* hill, and the start decides which. What it promises is less than one would like. Bound and likelihood have the same slope
//: where they touch. So EM stops exactly where the likelihood is flat, and that may be the bottom of a valley. There the bound's highest point
//: touches the lowest point between the hills. The least push takes EM off it, as the two starts beside the bottom show.
//:
//: A variational autoencoder climbs in the same way. But it takes one small step of gradient ascent for $q$ and the model together, in place
//: of jumps from one highest point to the next.
//:
//: ## A few samples in place of a mean
//:
//: "Why the approximation in the last line?" asks the article, and answers that nobody can integrate over all $z$. So a few samples
//: of $q$ replace the mean of line 4. Is such an estimate right on average, and how much does it vary?
//:
//: One can sample the reconstruction only and compute the KL by its formula, as the article's code does. Or one can sample the whole of line 3. On average
//: both are the same. Which of them varies less?

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
        ["q", "bound", "KL by formula: mean", "deviation", "all sampled: mean", "deviation"],
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

//: So the approximation has no bias, and a training run of thousands of steps averages its noise away. The article's code takes one
//: sample for each picture and step; so will we.
//:
//: The formula for the KL looks like the safer choice, but here it varies more in both rows. When $q$ is the posterior, line 3 is the same number for every $z$,
//: while the reconstruction still varies.
//:
//: > **What is normal.** As a loss, the negative bound falls to $-\log p(x)$ at best, which is not 0. It may even be negative, since densities can
//: > exceed 1. Estimates from one sample are noisy: look at means over many steps. A single estimate above $\log p(x)$ is no error. A
//: > *mean* that is above it by many standard errors is.
//:
