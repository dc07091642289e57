import ArgumentParser
import Basics
import Foundation
import LessonKit
import Training

@main
struct JensenAndTheBound: Lesson {
    static let card = LessonCard(
        2, "jensen-and-the-bound", title: "Jensen and the bound",
        idea: "the logarithm bends downwards, so what cannot be computed has a floor that can")

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        try chord(in: notebook)
        try jensenGap(in: notebook)
        evidence(in: notebook)
        derivation(in: notebook)
        gap(in: notebook)
        try landscape(in: notebook)
        try climbing(in: notebook)
        try sampling(in: notebook)
        try tightening(in: notebook)
        try notGaussian(in: notebook)
    }
}

//: # 02 · Jensen and the bound
//:
//: A picture $x$ has causes that nobody wrote down: who drew it, which face, what mood. The article behind lesson 05 calls them
//: mysterious painters; call them all together $z$. A model says how likely each cause is, $p(z)$, and what a cause draws,
//: $p(x|z)$. What it thinks of the picture itself is the *evidence*, the sum over all painters there might be:
//:
//: $$ p(x) = \int p(x|z) p(z) dz $$
//:
//: Training wants to make $\log p(x)$ large, and for any interesting model nobody can do that integral. This lesson builds the
//: floor that is raised instead. It rests on one property of the logarithm, and everything below is measured on models so small
//: that the integral *can* be done, so that we see how far the floor is from the ceiling.
//:
//: ## The chord and the log
//:
//: Take a quantity $u$ that is ½ or 4, each half of the time. The mean of $f(u)$ lies in the middle of the chord between the two points
//: of the curve; $f$ of the mean lies on the curve above or below it. The logarithm bends downwards (it is *concave*), so its
//: chords lie under it. The exponential bends upwards (it is *convex*), and its chords lie above.

func chord(in notebook: Notebook) throws {
    let (low, high, middle) = (0.5, 4.0, 2.25)
    try notebook.show(
        chordFigure(from: low, to: high),
        named: "chord", "The chord lies under a concave curve and above a convex one.", isThumbnail: true)

    let functions: [(name: String, apply: (Double) -> Double)] = [
        ("log u", { log($0) }), ("√u", { sqrt($0) }), ("u²", { $0 * $0 }), ("exp u", { exp($0) }),
        ("−log u", { -log($0) }),
    ]
    notebook.table(
        ["f", "f of the mean", "mean of f", "difference"],
        functions.map { name, apply in
            let (above, below) = (apply(middle), 0.5 * (apply(low) + apply(high)))
            return [name, rounded(above, digits: 4), rounded(below, digits: 4), rounded(above - below, digits: 4)]
        })

    let parts = (1..<100).map { Double($0) / 100 }
    let heights = parts.map { part in
        log((1 - part) * low + part * high) - ((1 - part) * log(low) + part * log(high))
    }
    notebook.expect("The log is above its chord: least height between the ends", heights.min() ?? .nan, .above(0))
    notebook.expect(
        "For a convex function it turns: exp of the mean − mean of exp",
        exp(middle) - 0.5 * (exp(low) + exp(high)), .below(0))
}

//: This is Jensen's inequality. Textbooks write it for a convex $f$, $f(\mathrm E[u]) \le \mathrm E[f(u)]$; the
//: logarithm is concave, and so it stands the other way round in everything that follows:
//:
//: $$ \log \mathrm E[u] \ge \mathrm E[\log u] $$
//:
//: A mean of many values is a point inside the polygon of many chords, and so nothing new happens with more than two.
//:
//: ## How large the gap is
//:
//: There is no gap if $u$ is constant: then nobody walks on the chord. The more $u$ scatters, the longer the chord, and the
//: larger the gap. For a small scatter only the curvature counts, which is $-1/u^2$ for the logarithm:
//:
//: $$ \log \mathrm E[u] - \mathrm E[\log u] \approx \frac{\mathrm{Var}[u]}{2\mathrm E[u]^2} $$
//:
//: Let us measure it by sampling. With $u = e^{s\varepsilon}$ and a normal $\varepsilon$ both means are known, and the gap is
//: exactly $s^2/2$.

func jensenGap(in notebook: Notebook) throws {
    let count = notebook.scale.choose(tiny: 2_000, quick: 500_000, full: 5_000_000)
    let scatters = (1...12).map { Double($0) / 10 }
    var generator = notebook.generator(1)
    let measured = scatters.map { scatter in
        let logarithms = (0..<count).map { _ in scatter * Double(generator.normal()) }
        return logMeanExp(logarithms) - mean(logarithms)
    }
    try notebook.show(
        jensenGapFigure(scatters, measured: measured, sampleCount: count), named: "jensen-gap",
        "The gap between the log of a mean and the mean of the log.")

    // The error of the difference, whose two means are of the same samples.
    let errors = scatters.map { sqrt((exp($0 * $0) - 1 - $0 * $0) / Double(count)) }
    let distances = scatters.indices.map { abs(measured[$0] - scatters[$0] * scatters[$0] / 2) / errors[$0] }
    notebook.expect(
        "The measured gap is s²/2: largest difference in standard errors", distances.max() ?? .nan, .below(4))
    notebook.expect(
        "A small scatter feels the curvature alone: gap over estimate at s = 0.1",
        measured[0] / ((exp(0.01) - 1) / 2), .near(1, tolerance: 0.03))
}

//: Keep the last formula in mind: *less scatter, smaller gap*. It explains at the end why more samples help.
//:
//: ## A model whose evidence is known
//:
//: One model is kind enough to let us compute everything: a normal cause, and a normal observation around a straight
//: line.
//:
//: $$ p(z) = \mathcal N(0, 1), \qquad p(x|z) = \mathcal N(wz + b, s^2) $$
//:
//: Its evidence is normal as well, $p(x) = \mathcal N(b, w^2 + s^2)$, and so is what can be known of the cause once the
//: observation is seen, the *posterior*:
//:
//: $$ p(z|x) = \mathcal N\left(\frac{w(x - b)}{w^2 + s^2}, \frac{s^2}{w^2 + s^2}\right) $$

struct LinearModel {
    var slope = 1.5
    var offset = 0.5
    var noise = 0.8

    func logLikelihood(of x: Double, given z: Double) -> Double {
        Gaussian(mean: slope * z + offset, deviation: noise).logDensity(x)
    }

    /// log p(x, z) = log p(x|z) + log p(z).
    func logJoint(_ x: Double, _ z: Double) -> Double {
        logLikelihood(of: x, given: z) + Gaussian.standard.logDensity(z)
    }

    private var variance: Double { slope * slope + noise * noise }

    var evidence: Gaussian { Gaussian(mean: offset, deviation: sqrt(variance)) }

    func posterior(of x: Double) -> Gaussian {
        Gaussian(mean: slope * (x - offset) / variance, deviation: noise / sqrt(variance))
    }
}

let model = LinearModel()
/// The one observation that this lesson looks at, and what is true of it.
let observation = 2.0
let logEvidence = model.evidence.logDensity(observation)
let posterior = model.posterior(of: observation)

func evidence(in notebook: Notebook) {
    notebook.say("log p(x) = \(rounded(logEvidence, digits: 8)) nats")
    notebook.say("posterior: mean \(rounded(posterior.mean)), deviation \(rounded(posterior.deviation))")
    notebook.expect(
        "The evidence is the integral: difference",
        abs(log(integral { exp(model.logJoint(observation, $0)) }) - logEvidence), .below(1e-9))
    let differences = [-2.0, -0.5, 0.3, 1.7].map {
        abs(model.logJoint(observation, $0) - logEvidence - posterior.logDensity($0))
    }
    notebook.expect(
        "The posterior is joint over evidence: largest difference of the logarithms", differences.max() ?? .nan,
        .below(1e-9))
}

//: ## The bound, line by line
//:
//: Now pretend that we did not know. Let $q(z)$ be any density that we can write down, a guess at the posterior. It comes into the
//: evidence by multiplying and dividing, and then the logarithm goes inside the mean, which costs the gap:
//:
//: $$ \log p(x) = \log \int p(x|z) p(z) dz \qquad (1) $$
//:
//: $$ = \log \int q(z) \frac{p(x|z) p(z)}{q(z)} dz = \log \mathrm E_q\left[\frac{p(x, z)}{q(z)}\right] \qquad (2) $$
//:
//: $$ \ge \mathrm E_q\left[\log \frac{p(x, z)}{q(z)}\right] \qquad (3) $$
//:
//: $$ = \mathrm E_q[\log p(x|z)] - \mathrm{KL}[q(z)\Vert p(z)] \qquad (4) $$
//:
//: Line 4 is the *evidence lower bound*. Its first part asks $q$ for causes that draw $x$ well (the *reconstruction*), its second keeps
//: $q$ near what causes are usually like. There is another way to take line 3 apart. Since $p(x, z) = p(z|x) p(x)$, and $\log p(x)$ does not depend on
//: $z$, it also is
//:
//: $$ = \log p(x) - \mathrm{KL}[q(z)\Vert p(z|x)] \qquad (5) $$
//:
//: Here each line is computed as it stands there, by an integral of its own, for a $q$ that is a bit off. Lines 1 and 2 have to agree, and so
//: have 3, 4 and 5. The last row is the article's last line, in which the mean of (4) is taken over a few samples.

/// A guess at the posterior that is a bit off.
let guess = Gaussian(mean: 0.3, deviation: 0.7)

func derivation(in notebook: Notebook) {
    func meanUnderGuess(_ function: (Double) -> Double) -> Double {
        integral { exp(guess.logDensity($0)) * function($0) }
    }
    let lines = [
        log(integral { exp(model.logJoint(observation, $0)) }),
        log(meanUnderGuess { exp(model.logJoint(observation, $0) - guess.logDensity($0)) }),
        meanUnderGuess { model.logJoint(observation, $0) - guess.logDensity($0) },
        meanUnderGuess { model.logLikelihood(of: observation, given: $0) }
            - meanUnderGuess { guess.logDensity($0) - Gaussian.standard.logDensity($0) },
        logEvidence - meanUnderGuess { guess.logDensity($0) - posterior.logDensity($0) },
    ]
    var generator = notebook.generator(2)
    let samples = (0..<16).map { _ in guess.sample(using: &generator) }
    let sampled =
        mean(samples.map { model.logLikelihood(of: observation, given: $0) }) - guess.divergence(from: .standard)
    notebook.table(
        ["line", "", "nats"],
        [
            ["1", "log of the integral", rounded(lines[0], digits: 10)],
            ["2", "log of a mean under q", rounded(lines[1], digits: 10)],
            ["3", "≥ mean of the log", rounded(lines[2], digits: 10)],
            ["4", "reconstruction − KL to the prior", rounded(lines[3], digits: 10)],
            ["5", "log evidence − KL to the posterior", rounded(lines[4], digits: 10)],
            ["4, sampled", "reconstruction from 16 samples", rounded(sampled, digits: 4)],
        ])
    notebook.expect("Line 2 is line 1: difference", abs(lines[1] - lines[0]), .below(1e-9))
    notebook.expect("Line 3 is below: what Jensen's inequality costs", lines[1] - lines[2], .above(0.01))
    notebook.expect("Line 4 is line 3: difference", abs(lines[3] - lines[2]), .below(1e-9))
    notebook.expect("Line 5 is line 3: difference", abs(lines[4] - lines[2]), .below(1e-9))
}

//: ## The gap is a divergence
//:
//: Line 5 says what the inequality costs: exactly $\mathrm{KL}[q\Vert p(z|x)]$. So raising the floor does two good things that cannot be
//: told apart: it makes the picture likelier, or it brings $q$ nearer to the true posterior. And the floor touches the ceiling for a single $q$, the
//: posterior itself, because then $p(x, z)/q(z) = p(x)$ is constant, and a constant has no gap.

/// The evidence lower bound of line 3, by integration, for any model that gives log p(x, z) of its observation.
func bound(of q: Gaussian, _ logJoint: (Double) -> Double) -> Double {
    integral { exp(q.logDensity($0)) * (logJoint($0) - q.logDensity($0)) }
}

func gap(in notebook: Notebook) {
    let guesses: [(String, Gaussian)] = [
        ("the prior", .standard), ("a bit off", guess), ("too sure", Gaussian(mean: 0.78, deviation: 0.1)),
        ("far away", Gaussian(mean: -1, deviation: 0.5)), ("the posterior", posterior),
    ]
    let gaps = guesses.map { logEvidence - bound(of: $1) { model.logJoint(observation, $0) } }
    let divergences = guesses.map { $1.divergence(from: posterior) }
    notebook.table(
        ["q", "mean, deviation", "log evidence − bound", "KL[q‖posterior]"],
        guesses.indices.map { index in
            let (name, q) = guesses[index]
            return [
                name, "\(rounded(q.mean)), \(rounded(q.deviation))", String(format: "%.8f", gaps[index]),
                String(format: "%.8f", divergences[index]),
            ]
        })
    let differences = zip(gaps, divergences).map { abs($0 - $1) }
    notebook.expect(
        "The gap is the KL to the posterior: largest difference", differences.max() ?? .nan, .below(1e-6))
    notebook.expect("The posterior leaves no gap", abs(gaps[4]), .below(1e-9))
}

//: It is the divergence of lesson 01 that *forces zeros*: $q$ may miss some of the causes that are possible, but it must not propose impossible
//: ones. A $q$ that is far away pays seven nats for causes that cannot have drawn this $x$; one that is too sure of the right place pays one.
//:
//: ## The bound over all Gaussians
//:
//: In this model the bound has a closed form in the mean $\mu$ and deviation $\sigma$ of $q$,
//:
//: $$ \mathcal L(\mu, \sigma) = \log \mathcal N(x; w\mu + b, s^2) - \frac{w^2\sigma^2}{2s^2} - \frac12(\mu^2 + \sigma^2 - 1 - \log \sigma^2), $$
//:
//: so it can be drawn as a landscape. Look for its summit on the left, and on the right for slices at three widths under the line of the evidence.

func closedFormBound(of q: Gaussian) -> Double {
    let spread = model.slope * q.deviation / model.noise
    return model.logLikelihood(of: observation, given: q.mean) - 0.5 * spread * spread
        - q.divergence(from: .standard)
}

func landscape(in notebook: Notebook) throws {
    try notebook.show(
        landscapeFigure(), named: "landscape",
        "The evidence lower bound over µ and σ of q. The dot is the true posterior.")

    let candidates = stride(from: -2.0, through: 3, by: 0.02).flatMap { mean in
        stride(from: 0.05, through: 2, by: 0.02).map { Gaussian(mean: mean, deviation: $0) }
    }
    let bounds = candidates.map { closedFormBound(of: $0) }
    let highest = bounds.max() ?? .nan
    notebook.expect(
        "The closed form is the integral: difference",
        abs(closedFormBound(of: guess) - bound(of: guess) { model.logJoint(observation, $0) }), .below(1e-9))
    notebook.expect(
        "No q of \(candidates.count) reaches above the evidence: its distance from the best", logEvidence - highest,
        .within(0...0.001))
    if let best = zip(candidates, bounds).max(by: { $0.1 < $1.1 })?.0 {
        notebook.expect("The summit is at the posterior's mean", best.mean, .near(posterior.mean, tolerance: 0.02))
        notebook.expect("… and at its deviation", best.deviation, .near(posterior.deviation, tolerance: 0.02))
    }
    notebook.expect(
        "There the bound touches the evidence: difference", abs(closedFormBound(of: posterior) - logEvidence),
        .below(1e-9))
}

//: One point of one slice touches the line, and nothing reaches above it. Whoever climbs this hill, by whatever method, ends at the posterior without ever having
//: computed the evidence.
//:
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

//: The data hold a surprise: besides the 30 points around 0 and 20 around 4 there are 10 around −4, for which the model has no painter. So
//: there are two hills, and which one is climbed is a matter of the start.

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
//: ## More samples, a higher floor
//:
//: The samples stood outside of the logarithm. What if they stand inside? With $K$ of them, averaged before the logarithm is taken,
//:
//: $$ \mathcal L_K = \mathrm E\left[\log \frac1K \sum_{k=1}^K \frac{p(x, z_k)}{q(z_k)}\right], \qquad z_k \sim q $$
//:
//: is between $\mathcal L_1$, the bound that we know, and the evidence (Burda, Grosse and Salakhutdinov, *Importance weighted autoencoders*, 2016). It is again Jensen's
//: inequality: a mean of $K$ values scatters less, so its gap is smaller; by the formula from the beginning about $\mathrm{Var}/2K$. As $q$ take something crude,
//: the prior.

/// The logarithm of the mean of K weights p(x, z)/q(z).
func logMeanWeight(of q: Gaussian, count: Int, using generator: inout SeededGenerator) -> Double {
    logMeanExp(
        (0..<count).map { _ in
            let z = q.sample(using: &generator)
            return model.logJoint(observation, z) - q.logDensity(z)
        })
}

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
        "More samples never lower the floor: largest fall in standard errors", falls.max() ?? .nan, .below(3))
    notebook.expect(
        "1024 samples nearly reach the evidence: log p(x) − bound", logEvidence - rows[10].bound,
        .near(variance / 2048, tolerance: 4 * rows[10].error))
    notebook.expect(
        "The gap is Var/2K: their ratio at K = 32", (logEvidence - rows[5].bound) * 64 / variance,
        .near(1, tolerance: 0.15))
}

//: The price is $K$ evaluations of the model for one picture, and a floor so tight that it stops telling a good $q$ from a poor one. Lessons 04 and 05 train
//: with $K = 1$; lesson 05 uses many samples to *measure* what it has learnt.
//:
//: ## It is q that is Gaussian
//:
//: *What is the distribution P(z|x)? It is Gaussian,* says the article. Here it goes too fast. The posterior $p(z|x)$ follows from the model, and nobody
//: is free to choose it. What is chosen Gaussian is $q(z|x)$, because one can sample from it and its KL has a formula. In the linear model the posterior
//: happened to be Gaussian. One bend in the decoder is enough to end that:
//:
//: $$ p(z) = \mathcal N(0, 1), \qquad p(x|z) = \mathcal N(z^2, \tfrac14) $$
//:
//: Now $z$ and $-z$ draw the same picture. What does the best Gaussian do about it?

/// log p(x, z) of the decoder that squares.
func logJointOfSquare(_ x: Double, _ z: Double) -> Double {
    Gaussian(mean: z * z, deviation: 0.5).logDensity(x) + Gaussian.standard.logDensity(z)
}

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

func notGaussian(in notebook: Notebook) throws {
    let shown = [0.0, 0.75, 2].map { (x: $0, best: BestGaussian(for: $0)) }
    let xs = stride(from: -1.0, through: 4, by: notebook.scale.choose(tiny: 0.5, quick: 0.125, full: 0.05)).map { $0 }
    let gaps = xs.map { BestGaussian(for: $0).gap }
    try notebook.show(
        notGaussianFigure(shown, xs, gaps), named: "not-gaussian",
        "True posteriors that are not Gaussian, and the Gaussians that do best.")

    notebook.expect("No Gaussian closes the gap at x = 0: what is left", shown[0].best.gap, .above(0.01))
    notebook.expect(
        "Two modes, and one is picked: gap at x = 2 against log 2", shown[2].best.gap, .near(log(2), tolerance: 0.05))
    notebook.expect(
        "… its mean is near √2, a cause of this x", abs(shown[2].best.q.mean), .near(sqrt(2), tolerance: 0.15))
    notebook.expect(
        "The worst x is where one mode becomes two: largest gap", gaps.max() ?? .nan, .above(log(2) + 0.03))
}

//: Lesson 01 told us so: the divergence in the gap forces zeros, and $q$ settles on one of two modes that are equally good. The gap that remains, about
//: $\log 2$, is not noise and does not go away with longer training. It is what the family of $q$ costs, and the model pays it too: in training it is drawn towards
//: decoders whose posteriors *are* nearly Gaussian, because there the floor is higher.
//:
//: What the next lessons need is all here. A model that is too large for its integral; a floor under its evidence; a reconstruction and a KL, which are the two parts of
//: that floor; and a sample in place of a mean. What is missing is a way to walk uphill in a million dimensions: lesson 03.
