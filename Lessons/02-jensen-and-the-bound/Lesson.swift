import ArgumentParser
import Foundation
import LessonKit
import Training

@main
struct JensenAndTheBound: Lesson {
    static let card = LessonCard(
        2, "jensen-and-the-bound", title: "Jensen and the bound",
        idea: "the logarithm bends downwards, so what cannot be computed has a floor that can",
        chapters: ["TheBoundLineByLine", "TwoPainters", "AFloorThatClimbsEM", "MoreSamplesAHigherFloor"])

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

//:fold What is measured and drawn: `chord`
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
//:end

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

//:fold What is measured and drawn: `jensenGap`
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
//:end

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

//:fold What is measured and drawn: `evidence`
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
//:end
