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
//: A small network, an eighth of the article's width, learns the same faces with six values of $\sigma$, each five
//: times the one before. All six start from the same weights. This is a step of their training:

//:fold What a short training is to find out about
/// What a short training is to find out about.
struct Trial {
    let name: String
    let sigma: Float
    var normalisesCodes = false
    var painter: (any Painter)?
    /// How many faces there are to learn from; all if none is said.
    var faceCount: Int?
}
//:end

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

//: Four things are measured: how far held-out faces are from their reconstructions (by drawn codes), how many nats their codes take, how far two
//: reconstructions are from each other (spread), and how far *samples* are from faces. For the last, a small network learns to read hair, skin and mouth. Its features of 128 samples and of 128 faces are
//: compared as normal distributions (the Fréchet distance; FID, with another network's features).
//:
//: The control is *principal component analysis* (PCA) of training faces. No linear encoder and decoder with as many numbers comes
//: nearer to those.

//:fold What is measured and drawn: `evaluation`, `sweep`, `showBalance`
func evaluation(of faces: Faces, in notebook: Notebook) throws -> FaceEvaluation {
    try notebook.excerpt("Lessons/05-vae-of-faces/Trials.swift", of: "train")
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

/// Above four faces and six samples.
let sampleTitles = (1...4).map { "face \($0)" } + (1...6).map { "sample \($0)" }

func sweep(on faces: Faces, by evaluation: FaceEvaluation, in notebook: Notebook) throws -> [Outcome] {
    let outcomes = try [0.012, 0.06, 0.3, 1.5, 7.5, 37.5].map { (sigma: Float) in
        try outcome(of: Trial(name: "σ \(sigma)", sigma: sigma), on: faces, by: evaluation, in: notebook)
    }
    let shown = faces.evaluated(4).unsigned.pictures
    try notebook.show(
        PictureGrid(
            "Four faces and back, and six samples",
            rows: [shown] + outcomes.map { $0.pictures(reconstructed: 4, sampled: 6) },
            columnTitles: sampleTitles, rowTitles: ["held out"] + outcomes.map { "σ = \(rounded($0.trial.sigma))" }),
        named: "sweep", "Left four held-out faces and their reconstructions, right six samples, for each σ.")
    notebook.table(
        [
            "σ", "β = 2σ²", "distance from reconstruction", "KL, nats", "spread of outputs",
            "distance of samples from faces",
        ],
        outcomes.map {
            [
                rounded($0.trial.sigma), rounded(2 * $0.trial.sigma * $0.trial.sigma), rounded($0.deviation),
                rounded($0.divergence), rounded($0.spread), rounded($0.scores.distance),
            ]
        })
    let linear = bestLinearDeviation(latents: smallSize(in: notebook).latent, on: faces)
    try showBalance(outcomes, linear: linear, in: notebook)
    let sharp = outcomes.prefix(4).map(\.deviation)
    notebook.say("PCA with as many numbers leaves a distance of \(rounded(linear)).")
    notebook.expect(
        "From σ = 0.012 to 1.5 the distance changes little: largest over smallest",
        (sharp.max() ?? .nan) / (sharp.min() ?? .nan), .within(1...1.25))
    if notebook.scale == .quick {
        notebook.expect(
            "… and PCA is ahead of them all: smallest distance over PCA's", (sharp.min() ?? .nan) / linear,
            .above(1.1))
    }
    return outcomes
}

func showBalance(_ outcomes: [Outcome], linear: Double, in notebook: Notebook) throws {
    let nats = outcomes.map { $0.divergence + 1 }
    let curve = Figure("Distance and KL, by σ", x: "KL + 1, nats", y: "distance from the reconstruction, RMS")
        .logarithmicX().curve(nats, outcomes.map(\.deviation), color: .blue)
    // Where the curve falls the names stand on its right; where it is flat and crowded, in turns above and below.
    let named = outcomes.indices.reduce(curve) { figure, index in
        let outcome = outcomes[index]
        let isFalling = outcome.divergence < 10
        let x = nats[index] * (isFalling ? 1.9 : 1)
        let y = outcome.deviation + (isFalling ? 0.006 : index % 2 == 0 ? 0.014 : -0.012)
        return figure.annotation(rounded(outcome.trial.sigma), at: (x, y))
    }
    let worth = Figure("How far samples are from faces", x: "σ", y: "distance of samples from faces, features")
        .logarithmicX().logarithmicY()
        .curve(outcomes.map(\.trial.sigma), outcomes.map(\.scores.distance), color: .vermillion)
    try notebook.show(
        Panels("", [named.horizontalLine(at: linear, "PCA", color: .black), worth]), named: "balance",
        "Left, reconstruction against KL as σ is turned; right, how far samples are from faces.")
}
//:end

//: If every network were trained to the end, the left figure would be a *rate–distortion curve*: how near one comes for how many nats. But
//: they are *under-trained*: from $\sigma = 0.012$ to 1.5 all stop at about the same distance, and PCA is well below. The length of the
//: training stops them, not $\sigma$. Still the figure shows the price of a small $\sigma$: hundreds of nats for nothing in return, and
//: codes where the standard normal hardly ever goes.
//:
//: - **KL nearly ignored** (first rows): faces come back, and samples are nothing. The article: "it can only memorise and show the training data
//:   (or create pure noise, because no image was encoded at that latent position!)".
//: - **Reconstruction nearly ignored** (last row): the code says nothing, and every output is the mean face. This is posterior collapse.
//:
//: For a linear decoder one knows where collapse begins: a latent is worth its nats as long as the variance $\lambda$ that it explains
//: exceeds $\sigma^2$ (Lucas and others). So beyond $\sqrt{\lambda_1}$, the deviation of faces along their first principal component, nothing survives.

//:fold What is measured and drawn: `collapses`
func collapses(_ sweep: [Outcome], on faces: Faces, in notebook: Notebook) throws {
    let (sharpest, loosest) = (sweep[0], sweep[sweep.count - 1])
    let best = sweep.min { $0.scores.distance < $1.scores.distance } ?? sharpest
    let increases = zip(sweep, sweep.dropFirst()).count { $0.divergence <= $1.divergence }
    notebook.expect("The larger σ, the fewer nats: exceptions", increases, exactly: 0)
    notebook.expect(
        "KL nearly ignored: faces come back as well as where samples are best, distance over that there",
        sharpest.deviation / best.deviation, .below(1.1))
    notebook.expect(
        "… and samples are farther from faces: their distance over that of the best samples",
        sharpest.scores.distance / best.scores.distance, .above(1.25))
    notebook.expect("Reconstruction nearly ignored: KL in nats", loosest.divergence, .below(0.5))
    let evaluated = faces.evaluated(128)
    let faceSpread = PictureMeasures.spread(of: evaluated)
    notebook.expect(
        "… and every output alike: spread over that of faces", loosest.spread / faceSpread, .below(0.15))
    let variance = PrincipalComponents(of: evaluated, count: 1).variances(of: evaluated)[0]
    notebook.expect(
        "The linear theory's limit √λ₁ lies between the last two σ", variance.squareRoot(), .within(7.5...37.5))
}
//:end

//: > **What is normal.** The cost in nats is huge for a small $\sigma$ ($10^7$ at first is no bug), and *negative* for good fits: a density may exceed 1. So
//: > compare KL and distance between different $\sigma$, never costs. With a small $\sigma$ the KL may jump to $10^5$ within ten steps and come back. One that then rises for a hundred steps and slowly falls is healthy. One that falls to 0
//: > and stays there is a collapse.
//:
//: ## A norm on the codes
//:
//: <details><summary>The article's code has a batch norm behind the encoder: what it does, and what it costs</summary>
//:
//: The article does not mention it, but its code has a *batch norm behind the encoder*: it shifts and scales each latent's means to mean 0 and deviation 1 over the batch, and then by a learnt shift and scale. So the means begin with a deviation of 1
//: whatever $\sigma$ is, and leave it only as fast as that scale moves. Ours also begins with a log-variance of −3, which is 1.5 nats for each latent; the networks without the norm begin with about 0. What does that cost?

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
        [
            "σ", "norm", "largest KL", "KL in the end", "deviation of code means", "reconstruction",
            "distance of samples from faces",
        ],
        try pairs.map { outcome in
            let kl = try outcome.log["KL"]
            return [
                rounded(outcome.trial.sigma), outcome.trial.normalisesCodes ? "with" : "without",
                rounded(kl.max() ?? 0), rounded(outcome.divergence), rounded(meanDeviation(of: outcome, on: faces)),
                rounded(outcome.deviation), rounded(outcome.scores.distance),
            ]
        })
    try notebook.show(
        PictureGrid(
            "",
            rows: [faces.evaluated(4).unsigned.pictures] + pairs.map { $0.pictures(reconstructed: 4, sampled: 6) },
            columnTitles: sampleTitles,
            rowTitles: ["held out"]
                + pairs.map {
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
        "σ large: norm and start keep the KL up, in nats", with[1].divergence, .above(5))
}

/// How far the means of held-out faces' codes lie from each other; 1 fits the prior.
func meanDeviation(of outcome: Outcome, on faces: Faces) -> Float {
    outcome.network.vae.encode(faces.evaluated(128), .inference).mean.variance(axes: [0]).mean().squareRoot().item
}

//:end

//: With the norm, samples are faces of the same kind as the reconstructions, at either end. What it costs at the small $\sigma$ depends on the start (with seeds 0 to 4, 0.9 to 1.1 times the distance without it); at the large one reconstructions gain, since the code is still in use. But the norm does not cure the
//: collapse. Its scale is learnt too, and where the loss wants an empty code it goes to 0, only more slowly.
//:
//: </details>
//:
