import Foundation
import LessonKit
import Training

//: ## The bound, line by line
//:
//: Now pretend that we could not compute it. Let $q(z)$ be any density that we can write down, as a guess at the posterior. Multiply and divide by
//: it inside the integral. Then move the logarithm inside the mean, which costs Jensen's gap:
//:
//: $$ \log p(x) = \log \int p(x|z) p(z) dz \qquad (1) $$
//:
//: $$ = \log \int q(z) \frac{p(x|z) p(z)}{q(z)} dz = \log \mathrm E_q\left[\frac{p(x, z)}{q(z)}\right] \qquad (2) $$
//:
//: $$ \ge \mathrm E_q\left[\log \frac{p(x, z)}{q(z)}\right] \qquad (3) $$
//:
//: $$ = \mathrm E_q[\log p(x|z)] - \mathrm{KL}[q(z)\Vert p(z)] \qquad (4) $$
//:
//: Line 4 is the *evidence lower bound* (ELBO), a bound on the logarithm of the evidence. (Below, in nats, "the evidence" means $\log p(x)$.) Its first part wants causes from $q$ that draw $x$ well: the *reconstruction*. Its second part keeps
//: $q$ near the prior. Line 3 can be taken apart in another way. Since $p(x, z) = p(z|x) p(x)$, and $\log p(x)$ does not depend on
//: $z$, it is also
//:
//: $$ = \log p(x) - \mathrm{KL}[q(z)\Vert p(z|x)] \qquad (5) $$
//:
//: Below, each line is computed as it stands, by an integral of its own, for a $q$ that is a bit off. Lines 1 and 2 have to agree, and so do
//: 3, 4 and 5. The last row is the article's last line, with a few samples in place of the mean in (4).

//:fold What is measured and drawn: `derivation`
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
    notebook.expect("Line 3 is below: Jensen's gap in nats", lines[1] - lines[2], .above(0.01))
    notebook.expect("Line 4 is line 3: difference", abs(lines[3] - lines[2]), .below(1e-9))
    notebook.expect("Line 5 is line 3: difference", abs(lines[4] - lines[2]), .below(1e-9))
}
//:end

//: ## The gap is a divergence
//:
//: Line 5 says what the inequality costs: exactly $\mathrm{KL}[q\Vert p(z|x)]$. So a higher bound means one of two good things: the picture has become
//: more likely, or $q$ has come nearer to the true posterior. Only one $q$ has no gap, the posterior itself. For it
//: $p(x, z)/q(z) = p(x)$ is constant.

/// The evidence lower bound of line 3, by integration, for any model that gives log p(x, z) of its observation.
func bound(of q: Gaussian, _ logJoint: (Double) -> Double) -> Double {
    integral { exp(q.logDensity($0)) * (logJoint($0) - q.logDensity($0)) }
}

//:fold What is measured and drawn: `gap`
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
//:end

//: This is the divergence that *forces zeros* (lesson 01): $q$ may miss some of the possible causes, but it must not propose impossible ones.
//: A $q$ that is far away pays seven nats. A $q$ in the right place that is too narrow pays one.
//:
//: ## The bound over all Gaussians
//:
//: In this model the bound has a closed form in the mean $\mu$ and deviation $\sigma$ of $q$,
//:
//: $$ \mathcal L(\mu, \sigma) = \log \mathcal N(x; w\mu + b, s^2) - \frac{w^2\sigma^2}{2s^2} - \frac12(\mu^2 + \sigma^2 - 1 - \log \sigma^2), $$
//:
//: so it can be drawn as a landscape. On the right are slices at three widths.

func closedFormBound(of q: Gaussian) -> Double {
    let spread = model.slope * q.deviation / model.noise
    return model.logLikelihood(of: observation, given: q.mean) - 0.5 * spread * spread
        - q.divergence(from: .standard)
}

//:fold What is measured and drawn: `landscape`
func landscape(in notebook: Notebook) throws {
    try notebook.show(
        landscapeFigure(), named: "landscape",
        "The evidence lower bound over µ and σ of q. The dot is the true posterior; all below −6 has one colour.")

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
        notebook.expect(
            "The highest point is at the posterior's mean", best.mean, .near(posterior.mean, tolerance: 0.02))
        notebook.expect("… and at its deviation", best.deviation, .near(posterior.deviation, tolerance: 0.02))
    }
    notebook.expect(
        "There the bound equals the evidence: difference", abs(closedFormBound(of: posterior) - logEvidence),
        .below(1e-9))
}
//:end

//: One point of one slice touches the line, and nothing is above it. Any method that climbs this hill ends at the posterior, and never needs the
//: evidence for it.
//:
