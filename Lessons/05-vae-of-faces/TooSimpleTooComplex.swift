import Drawings
import FaceGeneration
import Figures
import Foundation
import LessonKit
import Models
import TensorCore
import Training

//: ## Too simple, too complex
//:
//: The article: "If the decoder is too complex, even a weak loss cannot stop it from overfitting. As a result, the latent distribution is ignored. If the decoder
//: is too simple, the model … only captures some rough outlines." We put three other decoders behind the same encoder, at $\sigma = 0.3$:
//:
//: - *Linear*: every number of the picture is a weighted sum of the code's.
//: - *Wider*: the article's, with twice the width.
//: - *Next pixel*: the article's and a little more. It predicts each pixel from the code *and from the true pixels* above it and on its left, as PixelCNN does. To see what it paints by itself, we let it *run free*: each pixel then sees the pixels that it has painted before.
//:
//: How many nats does each code take, and how much does the output change with the code of *another* face?

//:fold What is measured and drawn: `decoders`
func decoders(
    _ sweep: [Outcome], on faces: Faces, by evaluation: FaceEvaluation, in notebook: Notebook
) throws {
    let (width, latent) = smallSize(in: notebook)
    let others: [(String, any Painter)] = [
        ("linear", LinearPainter(latent: latent)), ("wider", ArticlePainter(latent: latent, width: 2 * width)),
        ("next pixel", NextPixelPainter(latent: latent, width: width)),
    ]
    var listeners = try others.map { name, painter in
        let trial = Trial(name: name, sigma: sweep[2].trial.sigma, painter: painter)
        return Listener(name, try outcome(of: trial, on: faces, by: evaluation, in: notebook), on: faces)
    }
    listeners.insert(Listener("the article's", sweep[2], on: faces), at: 1)
    notebook.table(
        ["decoder", "its parameters", "distance from reconstruction", "KL, nats", "change with another's code"],
        listeners.map {
            [
                $0.name, "\($0.outcome.network.decoderCount)", rounded($0.outcome.deviation),
                rounded($0.outcome.divergence), rounded($0.change),
            ]
        })
    let given = faces.evaluated(36).rows(Array(0..<4) + Array(32..<36)).unsigned.pictures
    try notebook.show(
        PictureGrid(
            "Own code and another's",
            rows: [given]
                + listeners.map {
                    $0.own.sliced(axis: 0, 0..<4).unsigned.pictures
                        + $0.other.sliced(axis: 0, 0..<4).unsigned.pictures
                },
            columnTitles: (1...4).map { "face \($0)" } + (1...4).map { "\($0), other code" },
            rowTitles: ["whose code"] + listeners.map(\.name)),
        named: "decoders",
        "Left, four faces painted from their own codes; right, the same four from the codes of the faces on top."
    )
    let running = try freeRunning(listeners[3].outcome.network, on: faces, in: notebook)

    let (linear, article, wider, nextPixel) = (listeners[0], listeners[1], listeners[2], listeners[3])
    let best = bestLinearDeviation(latents: latent, on: faces)
    notebook.say("PCA, the best linear decoder of \(latent) numbers, leaves a distance of \(rounded(best)).")
    notebook.say(
        "Running free, the next-pixel decoder is \(rounded(running)) from the faces whose codes it is given.")
    if notebook.scale == .quick {
        notebook.expect(
            "Too simple? After two minutes it need not be: PCA's distance over the article's decoder's",
            best / article.outcome.deviation, .below(0.9))
    }
    notebook.expect(
        "… but between two faces it can only fade: half way, distance from the fade", linear.departure, .below(1e-4))
    notebook.expect("… which the article's decoder does not do", article.departure, .above(0.03))
    let counts = [article, wider].map(\.outcome.network.decoderCount)
    notebook.expect(
        "Twice the width: parameters over the article's", Double(counts[1]) / Double(counts[0]), .above(2.5))
    notebook.expect(
        "… and a larger network of the same kind listens as much: KL over the article's decoder's",
        wider.outcome.divergence / article.outcome.divergence, .above(0.8))
    notebook.expect(
        "One that sees true neighbours needs the code less: KL over the article's decoder's",
        nextPixel.outcome.divergence / article.outcome.divergence, .below(0.5))
    notebook.expect(
        "… and beside true neighbours another's code changes little: change over the article's decoder's",
        nextPixel.change / article.change, .below(0.2))
    notebook.expect(
        "Its nearness is borrowed: running free, its distance over the article's decoder's",
        running / article.outcome.deviation, .above(1.2))
}
//:end

//:fold The yardsticks: `bestLinearDeviation`, `Listener`, `freeRunning`
/// The next-pixel decoder on its own: six held-out faces from their codes with true neighbours and with those that it painted,
/// and six codes of the prior. Returns the distance of 32 faces painted so from the true ones.
func freeRunning(_ network: Autoencoder, on faces: Faces, in notebook: Notebook) throws -> Double {
    guard let painter = network.painter as? NextPixelPainter else { return .nan }
    let pictures = faces.evaluated(32)
    let codes = network.vae.encode(pictures, .inference).mean
    var generator = notebook.generator(10)
    let prior = Tensor(normalWithMean: 0, shape: [6, network.vae.latent], using: &generator)
    let guided = network.paint(codes, original: pictures, .inference)
    let free = painter.freeRunning(codes)
    try notebook.show(
        PictureGrid(
            "The next-pixel decoder",
            rows: [pictures, guided, free, painter.freeRunning(prior)].map {
                $0.sliced(axis: 0, 0..<min(6, $0.shape[0])).unsigned.pictures
            },
            rowTitles: ["held out", "true neighbours", "its own pixels", "… and random codes"]),
        named: "free-running",
        "The same decoder with the true pixels before each, and with those that it painted itself.")
    let again = network.paint(codes, original: free, .inference)
    let differences = zip(again.scalars, free.scalars).map { abs($0 - $1) }
    notebook.expect(
        "Running free it is the same decoder: given its own picture it predicts that, largest difference",
        differences.max() ?? .nan, .below(1e-4))
    return Double(meanSquaredError(free, pictures).item).squareRoot()
}

/// How far held-out faces stay from what a linear decoder can paint at best: its directions are the principal components of
/// training faces.
func bestLinearDeviation(latents: Int, on faces: Faces) -> Double {
    let known = faces.training.batch(0..<min(1000, faces.training.count)).signed
    let evaluated = faces.evaluated(128)
    let rebuilt = PrincipalComponents(of: known, count: latents).rebuilt(evaluated)
    return Double(meanSquaredError(rebuilt, evaluated).item).squareRoot()
}

/// A decoder that was given the codes of other faces.
struct Listener {
    let name: String
    let outcome: Outcome
    let own, other: Tensor

    init(_ name: String, _ outcome: Outcome, on faces: Faces) {
        self.name = name
        self.outcome = outcome
        let pictures = faces.evaluated(64)
        let codes = outcome.network.vae.encode(pictures, .inference).mean
        let exchanged = codes.rows(Array(32..<64) + Array(0..<32))
        own = outcome.network.paint(codes, original: pictures, .inference)
        other = outcome.network.paint(exchanged, original: pictures, .inference)
        let middle = outcome.network.paint(0.5 * (codes + exchanged), original: pictures, .inference)
        departure = Double(meanSquaredError(middle, 0.5 * (own + other)).item).squareRoot()
    }

    /// The root of the mean squared difference between the two.
    var change: Double { Double(meanSquaredError(own, other).item).squareRoot() }

    /// How far the picture half way between two codes is from the mean of their pictures.
    let departure: Double
}

//:end

//: - **Simple.** By squared error PCA is *ahead* of the article's decoder, because the training is short and large areas of one colour
//: count most. But a linear decoder can only add up outlines, so half way between two faces there is a double exposure.
//: - **Complex.** More
//: parameters of the same kind do not make a decoder ignore its code. *Another source* does. The next-pixel decoder learns nearly all of a pixel from its true
//: neighbours, and its code takes a sixth of the nats or less. Its small distance is no reconstruction: run free, it drifts away from the
//: face.
//:
//: ## One that works
//:
//: Now the article's table with its norm, at a quarter of its width, with 32 latents and Adam. (`--scale full` takes half
//: of its width, 64 latents and 4,000 steps; the article made 50,000.) Which $\sigma$? By exercise 2 the likeliest is the deviation that the network reaches, between 0.2 and 0.3. But a larger
//: $\sigma$ keeps codes nearer to the prior, and the sweep had its best *samples* above 0.3. We take 0.5.

//:fold What is measured and drawn: `trainedFully`
func trainedFully(on faces: Faces, in notebook: Notebook) throws -> FaceVAE {
    let plan = faces.plan
    let run = notebook.trainingRun("vae", steps: plan.steps, settings: plan.settings)
    let (vae, log) = try FaceVAETraining(plan, on: faces.training).train(run, resuming: notebook.isResuming)
    let steps = (1...log.count).map(Double.init)
    try notebook.show(
        Panels(
            "",
            [
                Figure("Reconstruction", x: "step", y: "squared error of a picture, summed").logarithmicY()
                    .curve(steps, log["squared error"], smoothing: 0.97, color: .blue),
                Figure("The code", x: "step", y: "KL, nats")
                    .curve(steps, log["KL"], smoothing: 0.97, color: .vermillion),
            ]),
        named: "training", "The two losses apart, over the training.")
    let deviation = try sqrtf(log.recentMean("squared error", over: 100) / 12_288)
    let linear = bestLinearDeviation(latents: plan.latent, on: faces)
    notebook.say(
        "The RMS error of a number is \(rounded(deviation)) in the end. PCA with as many numbers: "
            + "\(rounded(linear)).")
    if notebook.scale == .quick {
        notebook.expect(
            "PCA is ahead of it: its distance on training faces, with drawn codes, over that of PCA on held-out ones",
            Double(deviation) / linear, .within(1...1.4))
    }
    try notebook.expect(
        "The code is in use: KL in nats", log.recentMean("KL", over: 100), .above(20))
    return vae
}
//:end

//: PCA still reconstructs better, also after the long run; but its codes are not drawn at random.
//:
//: > **What is normal.** The squared error starts where the mean face is (a few thousand) and falls fast, then slowly. The KL first falls a little, for these codes begin sure
//: > of themselves, and then rises, since a smaller error costs nats. If the error stalls near its start while the KL falls to 0, $\sigma$ is too large.
//:
//: ## Faces that nobody drew
//:
//: Sixty-four codes from the standard normal, decoded; none was picked.

//:fold What is measured and drawn: `samples`
func samples(of vae: FaceVAE, by evaluation: FaceEvaluation, in notebook: Notebook) throws {
    var generator = notebook.generator(7)
    let codes = Tensor(normalWithMean: 0, shape: [128, vae.latent], using: &generator)
    let samples = vae.decode(codes, .inference).unsigned
    try notebook.show(
        PictureGrid("", rows: (0..<8).map { samples.sliced(axis: 0, 8 * $0..<8 * $0 + 8).pictures }),
        named: "samples", "Sixty-four faces that nobody drew.", isThumbnail: true)
    let scores = evaluation.scores(of: samples)
    notebook.expect(
        "They are blurred: gradient energy over that of faces", scores.sharpness, .below(0.3))
    notebook.expect("… but they are not alike: spread over that of faces", scores.spread, .above(0.5))
    notebook.expect(
        "… and have many colours of hair, of nine (an effective number, e to the entropy)", scores.hairColors,
        .above(3))
}
//:end

//: Hair, skin and eyes are there; lines are faint or missing. The Gaussian likelihood does that: where the code does not say where a lock ends, the
//: likeliest picture is the mean of all the places where it may end.
//:
