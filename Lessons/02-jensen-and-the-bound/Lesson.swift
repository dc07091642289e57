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
//: A picture $x$ has causes that nobody wrote down. The article puts it like this: "We assume that some mysterious painters created
//: the images x of the dataset, and we call them z." A model says how likely each cause is, $p(z)$, and what a cause draws,
//: $p(x|z)$. Its probability of the picture itself is the *evidence*, an integral over all possible causes:
//:
//: $$ p(x) = \int p(x|z) p(z) dz $$
//:
//: Training should make $\log p(x)$ large, but for any interesting model nobody can compute the integral. This lesson builds a lower
//: bound that one can compute. It rests on one property of the logarithm. We measure everything on models so small that the
//: integral *can* be computed, so that we see how far the bound is from the truth.
//:
//: > **Before you start.** You need lesson 01 without "Monte Carlo", and densities with a condition, $p(x|z)$. In a hurry, read "The
//: > chord and the log", "The bound, line by line" and "The gap is a divergence"; lessons 04 and 05 need no more, except where
//: > they measure how good the bound is: there also "More samples, a higher bound".
//: >
//: > **Sources.** [The article and its code](https://github.com/wuga214/IMPLEMENTATION_Variational-Auto-Encoder), as in lesson 01. Kingma and
//: > Welling, [*Auto-encoding variational Bayes*](https://arxiv.org/abs/1312.6114) (2013). Burda, Grosse and Salakhutdinov,
//: > [*Importance weighted autoencoders*](https://arxiv.org/abs/1509.00519) (2016). The picture of EM that the article shows is from a
//: > [course at Duke](https://people.duke.edu/~ccc14/sta-663/EMAlgorithm.html).
//:
//: ## The chord and the log
//:
//: Take a quantity $u$ that is ½ or 4, each half of the time. The mean of $f(u)$ lies in the middle of the chord between two points
//: of the curve. The value of $f$ at the mean of $u$ lies on the curve, above or below. The logarithm bends downwards (it is *concave*), so its
//: chords lie below it. The exponential bends upwards (it is *convex*), so its chords lie above.

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
        "For a convex function it is reversed: exp of the mean − mean of exp",
        exp(middle) - 0.5 * (exp(low) + exp(high)), .below(0))
}
//:end

//: This is Jensen's inequality. Textbooks state it for a convex $f$, as $f(\mathrm E[u]) \le \mathrm E[f(u)]$. The article warns: "log is
//: concave, so in our case the inequality is reversed."
//:
//: $$ \log \mathrm E[u] \ge \mathrm E[\log u] $$
//:
//: It holds for any number of values: a weighted mean of points of the curve lies below it.
//:
//: ## How large the gap is
//:
//: If $u$ is constant, there is no gap: the chord has no length. The more $u$ varies, measured by its mean, the larger the gap, as a rule. For
//: small variations only the curvature matters, which is $-1/u^2$ for the logarithm:
//:
//: $$ \log \mathrm E[u] - \mathrm E[\log u] \approx \frac{\mathrm{Var}[u]}{2\mathrm E[u]^2} $$
//:
//: We measure it by sampling. For $u = e^{s\varepsilon}$ with a normal $\varepsilon$ both means are known, and the gap is exactly $s^2/2$.

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
        "For small s the curvature decides: gap over estimate at s = 0.1",
        measured[0] / ((exp(0.01) - 1) / 2), .near(1, tolerance: 0.03))
}
//:end

//: Keep this in mind: *around the same mean, a small variation that is smaller has a smaller gap*. At the end it explains why more samples help.
//:
//: ## A model whose evidence is known
//:
//: In one model everything can be computed: a normal cause, and a normal observation around a straight line.
//:
//: $$ p(z) = \mathcal N(0, 1), \qquad p(x|z) = \mathcal N(wz + b, s^2) $$
//:
//: Its evidence is normal too, $p(x) = \mathcal N(b, w^2 + s^2)$. So is the *posterior*, which says what we know of the cause once we have
//: seen the observation:
//:
//: $$ p(z|x) = \mathcal N\left(\frac{w(x - b)}{w^2 + s^2}, \frac{s^2}{w^2 + s^2}\right) $$

//:fold The linear model, with evidence and posterior by these formulas
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
//:end
