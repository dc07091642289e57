import ArgumentParser
import Basics
import Drawings
import Figures
import Foundation
import LessonKit
import Training

@main
struct KLDivergence: Lesson {
    static let card = LessonCard(
        1, "kl-divergence", title: "KL divergence",
        idea: "one density for another costs something, and the two ways to count it want different things")

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        price(in: notebook)
        closedForm(in: notebook)
        try monteCarlo(in: notebook)
        try asymmetry(in: notebook)
        impossible(in: notebook)
        let fits = try fits(in: notebook)
        try paths(of: fits, in: notebook)
        try pitchfork(in: notebook)
    }
}

//: # 01 · KL divergence
//:
//: A generative model is a density $q$ that stands in for another, $p$, that we cannot write down: that of all anime
//: faces, say. To train it we need one number for how wrong it is. This lesson takes that number apart, because the variational
//: autoencoder of lesson 05 has it in its loss, and because *which way round* one writes it decides whether a model draws
//: one kind of face well or all kinds badly.
//:
//: ## The price of a wrong belief
//:
//: An event of probability $q$ surprises us by $-\log q$: nothing if it was certain, more the rarer it was. If things happen
//: as $p$ says while we believe $q$, the mean surprise is the *cross-entropy* $H(p, q)$. With the right belief it would have been the
//: *entropy* $H(p)$. The Kullback–Leibler divergence is the difference, what the wrong belief costs:
//:
//: $$ \mathrm{KL}[p\Vert q] = \sum_x p(x) \log \frac{p(x)}{q(x)} = H(p, q) - H(p) \ge 0 $$
//:
//: With the natural logarithm its unit is the *nat*; 0.69 nats are a bit.

/// Σ −p log q in nats. What never happens costs nothing, whatever was believed of it.
func crossEntropy(of p: [Double], under q: [Double]) -> Double {
    zip(p, q).reduce(0) { sum, pair in pair.0 == 0 ? sum : sum - pair.0 * log(pair.1) }
}

/// KL[p‖q] of two discrete distributions, in nats.
func divergence(of p: [Double], from q: [Double]) -> Double {
    crossEntropy(of: p, under: q) - crossEntropy(of: p, under: p)
}

func price(in notebook: Notebook) {
    let fair = [Double](repeating: 1 / 6.0, count: 6)
    let loaded = [0.1, 0.1, 0.1, 0.1, 0.1, 0.5]
    notebook.table(
        ["the die is", "we believe it", "mean surprise", "of which needless: KL"],
        [("loaded", "loaded", loaded, loaded), ("loaded", "fair", loaded, fair), ("fair", "loaded", fair, loaded)]
            .map { truth, belief, p, q in
                [
                    truth, belief, "\(rounded(crossEntropy(of: p, under: q), digits: 4)) nats",
                    "\(rounded(divergence(of: p, from: q), digits: 4)) nats",
                ]
            })
    notebook.expect("The right belief costs nothing: KL[p‖p]", divergence(of: loaded, from: loaded), .exactly(0))
    notebook.expect(
        "It is no distance, for it is not symmetric: KL[loaded‖fair] − KL[fair‖loaded]",
        divergence(of: loaded, from: fair) - divergence(of: fair, from: loaded), .above(0.01))
}

//: ## Two Gaussians: a closed form
//:
//: For densities the sum becomes an integral, $\mathrm{KL}[q\Vert p] = \int q(x) \log \frac{q(x)}{p(x)}dx$. Between two Gaussians it
//: can be done on paper:
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

//: The autoencoder needs it against the standard normal, where it shrinks to
//: $\frac12(\mu^2 + \sigma^2 - 1 - \log\sigma^2)$. One often reads, in the article behind lesson 05 too, that code with this term
//: *approximates* the divergence. It does not: between Gaussians it is exact, as an integration by brute force shows.

/// The range in which all densities of this lesson have their mass, in steps of a hundredth.
let grid = stride(from: -15.0, through: 15, by: 0.01).map { $0 }

/// KL[q‖p] for two densities on the grid that are given by their logarithms.
func integratedDivergence(of q: (Double) -> Double, from p: (Double) -> Double) -> Double {
    0.01 * grid.reduce(0) { $0 + exp(q($1)) * (q($1) - p($1)) }
}

func closedForm(in notebook: Notebook) {
    let q = Gaussian(mean: 1.5, deviation: 0.6)
    let standard = Gaussian(mean: 0, deviation: 1)
    let short = 0.5 * (q.mean * q.mean + q.deviation * q.deviation - 1 - log(q.deviation * q.deviation))
    let exact = divergence(of: q, from: standard)
    let integrated = integratedDivergence(of: q.logDensity, from: standard.logDensity)
    notebook.say("closed form \(rounded(exact, digits: 10)), as autoencoders write it \(rounded(short, digits: 10)),")
    notebook.say("integrated  \(rounded(integrated, digits: 10)) nats")
    notebook.expect("The short form is the closed form: difference", abs(short - exact), .below(1e-12))
    notebook.expect("… and no approximation: difference from the integral", abs(exact - integrated), .below(1e-9))
}

//: ## Without a formula: Monte Carlo
//:
//: Most densities have no closed form. But a divergence is a mean over $q$, so samples of $q$ estimate it:
//:
//: $$ \mathrm{KL}[q\Vert p] \approx \frac1n \sum_{i=1}^n \log q(x_i) - \log p(x_i), \qquad x_i \sim q $$
//:
//: This is the step that the first article calls the approximation in its last line: a few samples in place of an expectation.
//: The estimate is right on average, and its error shrinks like $1/\sqrt n$: a hundred times the samples buy one digit.

/// The log-ratios log q(x) − log p(x) of samples of q; their mean estimates KL[q‖p].
func logRatios(of q: Gaussian, from p: Gaussian, count: Int, using generator: inout SeededGenerator) -> [Double] {
    (0..<count).map { _ in
        let x = q.mean + q.deviation * Double(generator.normal())
        return q.logDensity(x) - p.logDensity(x)
    }
}

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
                        .logarithmicX().yRange(0...3)
                ) { $0.curve(sampleCounts, $1.element, $1.offset == 0 ? "by sampling" : nil, color: .blue) }
                .horizontalLine(at: exact, "closed form", color: .vermillion),
                Figure("Their error falls with the root", x: "samples", y: "error of 40 estimates, nats")
                    .logarithmicX().logarithmicY()
                    .points(sampleCounts, errors, "measured", color: .blue)
                    .curve(sampleCounts, sampleCounts.map { deviation / sqrt($0) }, "σ/√n", color: .vermillion),
            ]),
        named: "monte-carlo", "Estimates of a divergence from samples, and how their error shrinks.")

    let slope = (log(errors[24]) - log(errors[6])) / (log(sampleCounts[24]) - log(sampleCounts[6]))
    notebook.expect("The error falls like a power of n: the exponent", slope, .near(-0.5, tolerance: 0.15))
    let all = mean(runs.flatMap { $0 }[...])
    notebook.expect("400,000 samples agree with the closed form: difference", abs(all - exact), .below(0.012))
}

func mean(_ values: ArraySlice<Double>) -> Double { values.reduce(0, +) / Double(values.count) }

func standardDeviation(_ values: [Double]) -> Double {
    let middle = mean(values[...])
    return sqrt(mean(values.map { ($0 - middle) * ($0 - middle) }[...]))
}

//: > **What is normal.** A single estimate from a handful of samples may come out negative, though no divergence is. That is not a
//: > bug, and exercise 3 has the cure.
//:
//: ## Two ways round
//:
//: Let $p$ be the standard normal and change only the width of $q$. Both divergences vanish at $\sigma = 1$ and nowhere else, but
//: they resent different things. $\mathrm{KL}[q\Vert p]$ looks where $q$ has its samples: too wide a $q$ is punished because it
//: goes where $p$ is nothing. $\mathrm{KL}[p\Vert q]$ looks where $p$ has its samples: too *narrow* a $q$ calls them impossible.

func asymmetry(in notebook: Notebook) throws {
    let p = Gaussian(mean: 0, deviation: 1)
    let widths = stride(from: 0.2, through: 4, by: 0.02).map { $0 }
    let candidates = widths.map { Gaussian(mean: 0, deviation: $0) }
    try notebook.show(
        Figure("Too narrow or too wide: it depends on whom one asks", x: "σ of q (p has 1)", y: "divergence, nats")
            .curve(widths, candidates.map { divergence(of: $0, from: p) }, "KL[q‖p]", color: .blue)
            .curve(widths, candidates.map { divergence(of: p, from: $0) }, "KL[p‖q]", color: .vermillion)
            .yRange(0...6),
        named: "two-ways", "Both divergences between two centred Gaussians, against the width of one.")

    let (narrow, wide) = (Gaussian(mean: 0, deviation: 0.25), Gaussian(mean: 0, deviation: 4))
    notebook.expect(
        "KL[p‖q] resents a narrow q more than KL[q‖p] does: ratio at σ = 1/4",
        divergence(of: p, from: narrow) / divergence(of: narrow, from: p), .above(5))
    notebook.expect(
        "KL[q‖p] resents a wide q more than KL[p‖q] does: ratio at σ = 4",
        divergence(of: wide, from: p) / divergence(of: p, from: wide), .above(5))
}

//: ## What infinity means
//:
//: Give the die a side that never comes up. A belief that spends probability on it wastes some; a belief that *denies* a side which
//: does come up is refuted by the first throw that shows it, and no number of other throws makes up for that. Infinity is the right
//: price for having called impossible what happens.
//:
//: So where $q > 0$, $\mathrm{KL}[q\Vert p]$ does not allow $p = 0$: it *forces zeros* on $q$. And where $p > 0$,
//: $\mathrm{KL}[p\Vert q]$ does not allow $q = 0$: it *avoids zeros*.

func impossible(in notebook: Notebook) {
    let truth = [0.5, 0.5, 0]
    let beliefs: [(String, [Double])] = [
        ("wastes a third", [1 / 3.0, 1 / 3.0, 1 / 3.0]),
        ("denies the second side", [1, 0, 0]),
        ("spends one in a million on the third", [0.5, 0.499_999, 0.000_001]),
    ]
    notebook.table(
        ["belief q", "", "KL[p‖q]", "KL[q‖p]"],
        beliefs.map { name, q in
            [
                "\(q.map { rounded($0) }.joined(separator: ", "))", name,
                rounded(divergence(of: truth, from: q)), rounded(divergence(of: q, from: truth)),
            ]
        })
    notebook.say("p = \(truth)")
    let denied = divergence(of: truth, from: [1, 0, 0])
    notebook.expect("Who denies what happens pays without end: 1 / KL[p‖q]", 1 / denied, .exactly(0))
    notebook.expect(
        "Who only wastes pays a finite price: KL[p‖q]", divergence(of: truth, from: beliefs[0].1),
        .near(log(1.5), tolerance: 1e-9))
}

//: A program meets this infinity sooner than one thinks: a decoder that says 0 for a pixel that is 1 has an infinite loss. That is why
//: lesson 04 computes its Bernoulli likelihood from logits and never takes the logarithm of a rounded zero.
//:
//: ## One Gaussian for two modes
//:
//: Now the experiment that the whole lesson is for. The target has two modes, and $q$ is a single Gaussian that cannot be right.
//: Which wrong answer it settles for depends on the divergence alone.
//:
//: There are only two numbers to learn, $\mu$ and $\log\sigma$, so the slope is measured by taking a small step either
//: way. (Millions of numbers need the tape of lesson 03.)

/// Gaussians with weights that add up to one.
struct Mixture {
    var parts: [(weight: Double, gaussian: Gaussian)]

    /// Two modes of standard deviation ½, at −distance and +distance.
    init(distance: Double, weightOfLeft: Double = 0.6) {
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

    var mean: Double { parts.reduce(0) { $0 + $1.weight * $1.gaussian.mean } }

    var deviation: Double {
        sqrt(
            parts.reduce(0) { sum, part in
                let shift = part.gaussian.mean - mean
                return sum + part.weight * (part.gaussian.deviation * part.gaussian.deviation + shift * shift)
            })
    }
}

/// Which way round the divergence is written.
enum Direction: String, CaseIterable {
    case reverse = "KL[q‖p]"
    case forward = "KL[p‖q]"

    func divergence(between q: Gaussian, and p: [Double]) -> Double {
        let q = grid.map(q.logDensity)
        let (truth, belief) = self == .reverse ? (q, p) : (p, q)
        return 0.01 * zip(truth, belief).reduce(0) { $0 + exp($1.0) * ($1.0 - $1.1) }
    }
}

/// The path of a fit: every position, and the divergence there.
struct Path {
    var gaussians: [Gaussian] = []
    var divergences: [Double] = []

    var last: Gaussian { gaussians[gaussians.count - 1] }
}

/// Fits a Gaussian to a density by walking downhill in (µ, log σ).
func fit(_ direction: Direction, to target: Mixture, from start: Gaussian, steps: Int = 400) -> Path {
    let p = grid.map(target.logDensity)
    let (nudge, rate, longest) = (1e-4, 0.1, 0.2)
    func loss(_ mean: Double, _ logDeviation: Double) -> Double {
        direction.divergence(between: Gaussian(mean: mean, deviation: exp(logDeviation)), and: p)
    }
    var (mean, logDeviation) = (start.mean, log(start.deviation))
    var path = Path()
    for _ in 0...steps {
        path.gaussians.append(Gaussian(mean: mean, deviation: exp(logDeviation)))
        path.divergences.append(loss(mean, logDeviation))
        let slopes = (
            (loss(mean + nudge, logDeviation) - loss(mean - nudge, logDeviation)) / (2 * nudge),
            (loss(mean, logDeviation + nudge) - loss(mean, logDeviation - nudge)) / (2 * nudge)
        )
        // Far from the target the slopes are in the hundreds: no step is longer than a fifth.
        let length = rate * (slopes.0 * slopes.0 + slopes.1 * slopes.1).squareRoot()
        let step = rate * min(1, longest / max(length, 1e-12))
        mean -= step * slopes.0
        logDeviation -= step * slopes.1
    }
    return path
}

struct Fits {
    let target: Mixture
    let reverse: [Path]
    let forward: [Path]
}

func fits(in notebook: Notebook) throws -> Fits {
    let target = Mixture(distance: 2)
    let starts = [(-5.0, 1.0), (-1, 3), (0.4, 0.4), (5, 1)].map { Gaussian(mean: $0, deviation: $1) }
    let fits = Fits(
        target: target, reverse: starts.map { fit(.reverse, to: target, from: $0) },
        forward: starts.map { fit(.forward, to: target, from: $0) })

    notebook.table(
        ["start (µ, σ)", "KL[q‖p] ends at", "", "KL[p‖q] ends at", ""],
        starts.indices.map { index in
            let (reverse, forward) = (fits.reverse[index], fits.forward[index])
            func place(_ gaussian: Gaussian) -> String { "\(rounded(gaussian.mean)), \(rounded(gaussian.deviation))" }
            func price(_ path: Path) -> String { "\(rounded(path.divergences.last ?? 0)) nats" }
            return [
                place(starts[index]), place(reverse.last), price(reverse), place(forward.last), price(forward),
            ]
        })

    func density(_ logDensity: (Double) -> Double) -> [Double] { visible.map { exp(logDensity($0)) } }
    let visible = grid.filter { abs($0) < 6 }
    func panel(_ title: String, _ paths: [Path], _ color: Color) -> Figure {
        let base = Figure(title, x: "x", y: "density").yRange(0...0.85).legend(.topRight)
            .region(visible, from: visible.map { _ in 0 }, to: density(target.logDensity), "p", color: .grey)
        return paths.enumerated().reduce(base) {
            $0.curve(
                visible, density($1.element.last.logDensity), $1.offset == 0 ? "q" : nil, color: color)
        }
    }
    try notebook.show(
        Panels(
            "One Gaussian for two modes",
            [
                panel("KL[q‖p] picks a mode", fits.reverse, .blue),
                panel("KL[p‖q] covers both", fits.forward, .vermillion),
            ]),
        named: "two-modes",
        "A Gaussian fitted to a density with two modes, both ways round, from four starts each.", isThumbnail: true)
    return fits
}

//: Minimising $\mathrm{KL}[q\Vert p]$ chooses a mode and forgets the other; which one is a matter of where it started. Minimising
//: $\mathrm{KL}[p\Vert q]$ comes to the same answer from everywhere: the mean and the deviation of $p$, with its summit in the
//: valley, where $p$ has hardly anything. Neither is a mistake. The first makes samples that could be true; the second makes room for
//: everything that is true. The price of choosing one mode of weight $w$ can be read off: inside it $q/p = 1/w$, so
//: $\mathrm{KL}[q\Vert p] = -\log w$.
//:
//: The path of each fit over its loss shows why. The left landscape has two basins and a pass between them; the right one has a single
//: bowl.

func paths(of fits: Fits, in notebook: Notebook) throws {
    let p = grid.map(fits.target.logDensity)
    func landscape(_ direction: Direction, _ paths: [Path]) -> Figure {
        let base = Figure("\(direction.rawValue), base-2 logarithm", x: "µ", y: "log σ").yRange(-1.4...1.8)
            .heatMap(x: -6...6, y: -1.4...1.8, resolution: 80) { mean, logDeviation in
                // Levels that double are evenly spaced in the logarithm.
                log2(direction.divergence(between: Gaussian(mean: mean, deviation: exp(logDeviation)), and: p))
            }
        return paths.reduce(base) { figure, path in
            let (xs, ys) = (path.gaussians.map(\.mean), path.gaussians.map { log($0.deviation) })
            return figure.curve(xs, ys, color: .white)
                .points([path.last.mean], [log(path.last.deviation)], color: .vermillion)
        }
    }
    try notebook.show(
        Panels(
            "Downhill from four starts",
            [landscape(.reverse, fits.reverse), landscape(.forward, fits.forward)]),
        named: "landscapes", "The two losses over (µ, log σ), and the paths that the fits took.")

    let steps = fits.reverse[0].divergences.indices.map { Double($0 + 1) }
    func curves(_ figure: Figure, _ paths: [Path], _ name: String, _ color: Color) -> Figure {
        paths.enumerated().reduce(figure) {
            $0.curve(steps, $1.element.divergences, $1.offset == 0 ? name : nil, color: color)
        }
    }
    var figure = Figure("The divergence on the way down", x: "step", y: "divergence, nats").logarithmicX()
        .logarithmicY()
    figure = curves(figure, fits.reverse, "KL[q‖p]", .blue)
    figure = curves(figure, fits.forward, "KL[p‖q]", .vermillion)
    try notebook.show(
        figure, named: "descent", "The loss of every fit. None reaches zero: no Gaussian has two modes.")

    for path in fits.reverse {
        let part = path.last.mean < 0 ? fits.target.parts[0] : fits.target.parts[1]
        notebook.expect(
            "KL[q‖p] sits on one mode: distance to it", abs(path.last.mean - part.gaussian.mean), .below(0.1))
        notebook.expect(
            "… and pays for the other: KL[q‖p] against −log w", path.divergences.last ?? .nan,
            .near(-log(part.weight), tolerance: 0.02))
    }
    let modes = Set(fits.reverse.map { $0.last.mean < 0 })
    notebook.expect("Which mode depends on the start: modes found", modes.count, exactly: 2)
    for path in fits.forward {
        notebook.expect(
            "KL[p‖q] matches the mean of p: difference", abs(path.last.mean - fits.target.mean), .below(0.02))
        notebook.expect(
            "… and its deviation: difference", abs(path.last.deviation - fits.target.deviation), .below(0.02))
    }
}

//: > **What is normal.** A loss that stops well above zero is not a failed fit: the family is too small for the target. Only the
//: > best possible value is the yardstick, and here it is about half a nat.
//:
//: ## When the modes come together
//:
//: Is one mode always chosen? Push the modes together and at some distance the two basins flow into one: covering both has become the
//: cheaper answer, and the fits from either side jump to the middle.

func pitchfork(in notebook: Notebook) throws {
    let distances = stride(from: 0.2, through: 2.01, by: 0.1).map { $0 }
    func ends(_ direction: Direction, from start: Double) -> [Gaussian] {
        distances.map { distance in
            let target = Mixture(distance: distance, weightOfLeft: 0.5)
            return fit(direction, to: target, from: Gaussian(mean: start, deviation: 0.5), steps: 300).last
        }
    }
    let (left, right) = (ends(.reverse, from: -1), ends(.reverse, from: 1))
    let covering = ends(.forward, from: 1)
    try notebook.show(
        Figure(
            "Where the fit lets go of one mode", x: "half the distance of the modes (each has σ = ½)",
            y: "µ of the fit"
        )
        .curve(distances, distances, "modes of p", color: .grey, line: .dashed)
        .curve(distances, distances.map { -$0 }, color: .grey, line: .dashed)
        .points(distances, left.map(\.mean), "KL[q‖p], from the left", color: .blue)
        .points(distances, right.map(\.mean), "KL[q‖p], from the right", color: .green)
        .points(distances, covering.map(\.mean), "KL[p‖q]", color: .vermillion)
        .legend(.topLeft),
        named: "pitchfork", "Where the fits end as two equal modes are drawn apart.")
    if let parting = distances.indices.first(where: { right[$0].mean - left[$0].mean > 0.1 }) {
        notebook.say(
            "The fits part when the modes are \(rounded(2 * distances[parting] / 0.5)) of their σ from each other.")
    }
    let merged = abs(right[0].mean - left[0].mean)
    let parted = right[right.count - 1].mean - left[left.count - 1].mean
    notebook.expect("Modes that have merged are covered both ways: gap of the fits", merged, .below(0.05))
    notebook.expect("Modes far apart are not: gap of the fits", parted, .near(4, tolerance: 0.1))
    notebook.expect(
        "KL[p‖q] stays between them: largest |µ|", covering.map { abs($0.mean) }.max() ?? .nan, .below(0.02))
}

//: Remember both pictures. The autoencoder's loss holds $\mathrm{KL}[q(z|x)\Vert p(z)]$, the kind that forces zeros, on its
//: *latents*; its likelihood is of the other kind, on *pictures*, and covers what it cannot decide between: that is why
//: its samples are blurred. The adversaries of lesson 06 pick modes, and sometimes just one.
