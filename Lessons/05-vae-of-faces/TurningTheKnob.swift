import Basics
import FaceGeneration
import Figures
import Foundation
import LessonKit
import Networks
import TensorCore
import Training

//: ## Turning the knob
//:
//: A small network, an eighth of the article's width, learns the same faces from the same first weights with six values of $\sigma$, each five
//: times the last. Its encoder ends in a plain linear layer; what the article's code has there comes afterwards. A step of the training
//: is no more than this:

/// What a short training is to find out about.
struct Trial {
    let name: String
    let sigma: Float
    var normalisesCodes = false
    var painter: (any Painter)?
    /// How many faces there are to learn from; all if none is said.
    var faceCount: Int?
}

func step(
    _ network: Autoencoder, _ adam: Adam, on pictures: Tensor, sigma: Float, using generator: inout SeededGenerator
) -> (cost: Float, divergence: Float) {
    let tape = Tape(learning: adam.parameters.map(\.parameter))
    let encoding = network.vae.encode(pictures, .training(tape))
    let painted = network.paint(encoding.sample(using: &generator), original: pictures, .training(tape))
    let cost = gaussianCost(painted, pictures, sigma: sigma)
    let divergence = divergence(encoding)
    adam.step(tape.gradients(of: cost + divergence))
    return (cost.item, divergence.item)
}

//: Three things are measured afterwards: how far a held-out face is from its reconstruction, how many nats its code takes, and how far
//: *samples*, pictures of codes drawn from the standard normal, are from faces. For the last a small network first learns to read hair, skin and
//: mouth off faces. Its inner features of 128 samples and of 128 faces are compared as normal distributions (the Fréchet distance, which the
//: FID is with another network's features).

func evaluation(of faces: Faces, in notebook: Notebook) throws -> FaceEvaluation {
    var generator = notebook.generator(5)
    let reader = FaceReader(width: 8).initialised(using: &generator)
    let run = notebook.trainingRun("reader", steps: notebook.scale.choose(tiny: 3, quick: 300, full: 3000))
    _ = try reader.train(on: faces.training, run, resuming: notebook.isResuming)
    let evaluated = faces.heldOut.first(notebook.scale.choose(tiny: 8, quick: 200, full: 1000))
    let accuracies = FaceTrait.allCases.map {
        "\($0.rawValue) \(rounded(100 * reader.accuracy(on: evaluated, of: $0))) %"
    }
    notebook.say("The reader is right about held-out faces: \(accuracies.joined(separator: ", ")).")
    return FaceEvaluation(faces.evaluated(128).unsigned, reader: reader)
}

//:fold What is measured and drawn: `sweep`, `showBalance`
func sweep(on faces: Faces, by evaluation: FaceEvaluation, in notebook: Notebook) throws -> [Outcome] {
    let outcomes = try [0.012, 0.06, 0.3, 1.5, 7.5, 37.5].map { (sigma: Float) in
        try outcome(of: Trial(name: "σ \(sigma)", sigma: sigma), on: faces, by: evaluation, in: notebook)
    }
    let shown = faces.evaluated(4).unsigned.pictures
    try notebook.show(
        PictureGrid(
            "Four faces and back, and six samples",
            rows: [shown] + outcomes.map { $0.pictures(reconstructed: 4, sampled: 6) },
            rowTitles: ["held out"] + outcomes.map { "σ = \(rounded($0.trial.sigma))" }),
        named: "sweep", "Left four held-out faces and their reconstructions, right six samples, for each σ.")
    notebook.table(
        ["σ", "β = 2σ²", "distance from reconstruction", "KL, nats", "spread of outputs", "samples from faces"],
        outcomes.map {
            [
                rounded($0.trial.sigma), rounded(2 * $0.trial.sigma * $0.trial.sigma), rounded($0.deviation),
                rounded($0.divergence), rounded($0.spread), rounded($0.scores.distance),
            ]
        })
    try showBalance(outcomes, in: notebook)
    return outcomes
}

func showBalance(_ outcomes: [Outcome], in notebook: Notebook) throws {
    let nats = outcomes.map { $0.divergence + 1 }
    let curve = Figure("What nats buy, by σ", x: "KL + 1, nats", y: "distance from the reconstruction, RMS")
        .logarithmicX().curve(nats, outcomes.map(\.deviation), color: .blue)
    // Where the curve falls the names stand on its right; where it is flat and crowded, in turns above and below.
    let named = outcomes.indices.reduce(curve) { figure, index in
        let outcome = outcomes[index]
        let isFalling = outcome.divergence < 10
        let x = nats[index] * (isFalling ? 1.9 : 1)
        let y = outcome.deviation + (isFalling ? 0.006 : index % 2 == 0 ? 0.014 : -0.012)
        return figure.annotation(rounded(outcome.trial.sigma), at: (x, y))
    }
    let worth = Figure("What samples are worth", x: "σ", y: "distance of samples from faces, features")
        .logarithmicX().logarithmicY()
        .curve(outcomes.map(\.trial.sigma), outcomes.map(\.scores.distance), color: .vermillion)
    try notebook.show(
        Panels("", [named, worth]), named: "balance",
        "Left, reconstruction against KL as σ is turned; right, how far samples are from faces.")
}
//:end

//: The curve is a *rate-distortion curve*: nats are what a code costs, the distance is what it leaves unsaid. It is bent, and that is the whole
//: point. From the left the first thirty nats buy nearly everything; hundreds more buy nothing that such a network can
//: paint after so short a training. But they are not free: they put the codes of faces where the standard normal hardly ever goes.
//:
//: - **The KL ignored** (first rows): faces come back, as well as so short a training lets them, and samples are nothing at all. The
//:   article says: an autoencoder, which may "create pure noise", since no picture was encoded at the place that is decoded. So it is.
//: - **The reconstruction ignored** (last row): the code says nothing, and every output is the mean face, samples and
//:   reconstructions alike. This one is called posterior collapse.
//:
//: Where does the second one begin? For a linear decoder it is known: a latent is worth its nats as long as the variance $\lambda$ that it explains
//: is above $\sigma^2$ (Tipping and Bishop 1999; Lucas et al. 2019). So nothing survives beyond $\sigma = \sqrt{\lambda_1}$, the deviation
//: of faces along the direction in which they differ most.

//:fold What is measured and drawn: `collapses`
func collapses(_ sweep: [Outcome], on faces: Faces, in notebook: Notebook) throws {
    let (sharpest, loosest) = (sweep[0], sweep[sweep.count - 1])
    let best = sweep.min { $0.scores.distance < $1.scores.distance } ?? sharpest
    let increases = zip(sweep, sweep.dropFirst()).count { $0.divergence <= $1.divergence }
    notebook.expect("The larger σ, the fewer nats: exceptions", increases, exactly: 0)
    notebook.expect(
        "KL ignored: faces come back as well as where samples are best, distance over that there",
        sharpest.deviation / best.deviation, .below(1.1))
    notebook.expect(
        "… and samples are no faces: distance over the best samples' one",
        sharpest.scores.distance / best.scores.distance, .above(1.25))
    notebook.expect("Reconstruction ignored: KL in nats", loosest.divergence, .below(0.5))
    let evaluated = faces.evaluated(128)
    let faceSpread = PictureMeasures.spread(of: evaluated)
    notebook.expect(
        "… and every output alike: spread over that of faces", loosest.spread / faceSpread, .below(0.15))
    let variance = PrincipalComponents(of: evaluated, count: 1).variances(of: evaluated)[0]
    notebook.expect(
        "… where the linear theory has it, between the last two σ: √λ₁", variance.squareRoot(), .within(7.5...37.5))
}
//:end

//: > **What is normal.** The cost in nats is huge where $\sigma$ is small ($10^7$ at first is no bug) and *negative* for good fits at small
//: > $\sigma$: a density may be above 1. So costs of different $\sigma$ cannot be compared, only KL and distance can. A KL that rises for the
//: > first hundreds of steps and then creeps down is healthy; a KL that falls towards 0 and stays there is the collapse.
//:
//: ## A norm on the codes
//:
//: The article does not mention it, but its code has a *batch norm behind the encoder*: every mean and every log-variance of a code is
//: normalised over the batch. With the norm's scale $\gamma$ near 1 the means of a batch have a deviation near 1, whatever $\sigma$ is. They
//: cannot run away to where the prior never goes, and they cannot all become 0, which is what collapse is. That is how a code with
//: $\sigma = 0.01$ could work. (Ours begins with log-variances of −3, and not of 0 as there: the norm's parameters move by one learning rate a
//: step, and a short training would end before its codes were worth something.)

//:fold What is measured and drawn: `normalisedCodes`
func normalisedCodes(
    _ sweep: [Outcome], on faces: Faces, by evaluation: FaceEvaluation, in notebook: Notebook
) throws {
    let without = [sweep[0], sweep[5]]
    let with = try without.map { other in
        try outcome(
            of: Trial(name: "\(other.trial.name) with norm", sigma: other.trial.sigma, normalisesCodes: true),
            on: faces, by: evaluation, in: notebook)
    }
    let pairs = zip(without, with).flatMap { [$0, $1] }
    notebook.table(
        ["σ", "norm", "KL at first", "largest", "in the end", "deviation of code means", "samples from faces"],
        try pairs.map { outcome in
            let kl = try outcome.log["KL"]
            return [
                rounded(outcome.trial.sigma), outcome.trial.normalisesCodes ? "with" : "without", rounded(kl[0]),
                rounded(kl.max() ?? 0), rounded(outcome.divergence), rounded(meanDeviation(of: outcome, on: faces)),
                rounded(outcome.scores.distance),
            ]
        })
    try notebook.show(
        PictureGrid(
            "", rows: pairs.map { $0.pictures(reconstructed: 4, sampled: 6) },
            rowTitles: pairs.map {
                "σ = \(rounded($0.trial.sigma)),\n\($0.trial.normalisesCodes ? "norm" : "no norm")"
            }),
        named: "norm", "Reconstructions of the same four faces and six samples, without and with the norm.")

    notebook.expect(
        "σ small, no norm: codes run away, deviation of their means", meanDeviation(of: without[0], on: faces),
        .above(1.5))
    notebook.expect(
        "… and with it they stay", meanDeviation(of: with[0], on: faces), .within(0.7...1.4))
    notebook.expect(
        "… so samples come nearer to faces: distance over that without",
        with[0].scores.distance / without[0].scores.distance, .below(0.9))
    notebook.expect(
        "σ large: the norm holds up the KL, in nats", with[1].divergence, .above(1))
}
//:end

/// How far the means of held-out faces' codes lie from each other; 1 fits the prior.
func meanDeviation(of outcome: Outcome, on faces: Faces) -> Float {
    outcome.network.vae.encode(faces.evaluated(128), .inference).mean.variance(axes: [0]).mean().squareRoot().item
}

//: Compare the samples with the reconstructions in the same row, not the rows: which network has got as far as hair colours is luck after so
//: short a training. Without the norm samples are nothing (small $\sigma$), or reconstructions as empty as the samples (large). With it both are
//: faces of one kind.
//:
//: So the norm guards against both ends. But a guard is not a cure: $\gamma$ is learnt, and where the loss wants silence, $\gamma$ goes to 0, only
//: slowly. It moved by a few tenths in this short training; in the article's 50,000 updates it could go all the way.
//:
