import Datasets
import FaceGeneration
import Glibc
import LessonKit
import Models
import Networks
import Pictures
import TensorCore
import Training

/// The faces of the lesson: those to learn from, and those held out.
struct Faces {
    let plan: FaceVAEPlan
    let training: FaceCrops
    let heldOut: FaceCrops

    init(for notebook: Notebook) {
        plan = FaceVAEPlan(forLessonAt: notebook.scale)
        training = plan.crops(seed: notebook.seed)
        heldOut = plan.crops(
            seed: notebook.seed, heldOut: notebook.scale.choose(tiny: 64, quick: 1000, full: 10_000))
    }

    /// The first of those held out, in [-1, 1].
    func evaluated(_ count: Int) -> Tensor { heldOut.batch(0..<min(count, heldOut.count)).signed }
}

/// A network that has learnt, and what it does with faces that it never saw.
struct Outcome {
    let trial: Trial
    let network: Autoencoder
    /// Nats and KL of each training step.
    let log: TrainingLog
    /// The root of the mean squared difference of a number from its reconstruction.
    let deviation: Double
    /// In nats.
    let divergence: Double
    /// Held-out faces and back, and pictures of codes drawn from the standard normal; both in [-1, 1].
    let reconstructions, samples: Tensor
    /// How the samples compare with held-out faces.
    let scores: FaceScores

    /// How far reconstructions are from each other.
    var spread: Double { PictureMeasures.spread(of: reconstructions) }

    /// Some of both, for a row of a grid.
    func pictures(reconstructed: Int, sampled: Int) -> [Picture] {
        reconstructions.sliced(axis: 0, 0..<reconstructed).unsigned.pictures
            + samples.sliced(axis: 0, 0..<sampled).unsigned.pictures
    }
}

/// The width and the latents of the networks that learn for a short time.
func smallSize(in notebook: Notebook) -> (width: Int, latent: Int) {
    notebook.scale.choose(tiny: (2, 8), quick: (8, 32), full: (12, 64))
}

/// Trains a network of the trial, ``step(_:_:on:sigma:using:)`` by step, and looks at what it has learnt.
func outcome(
    of trial: Trial, on faces: Faces, by evaluation: FaceEvaluation, in notebook: Notebook
) throws -> Outcome {
    let (network, log) = try train(trial, on: faces, in: notebook)
    var generator = notebook.generator(6)
    let pictures = faces.evaluated(128)
    let encoding = network.vae.encode(pictures, .inference)
    let painted = network.paint(encoding.sample(using: &generator), original: pictures, .inference)
    let codes = Tensor(normalWithMean: 0, shape: encoding.mean.shape, using: &generator)
    // A painter of next pixels has no original to look at here; its samples are shown where it runs free.
    let samples = network.paint(codes, original: Tensor(zeros: pictures.shape), .inference)
    return Outcome(
        trial: trial, network: network, log: log,
        deviation: Double(meanSquaredError(painted, pictures).item).squareRoot(),
        divergence: Double(divergence(encoding).item), reconstructions: painted, samples: samples,
        scores: evaluation.scores(of: samples.unsigned))
}

/// The network of a trial with its first weights, the same ones in every trial as far as its shape allows.
private func begun(_ trial: Trial, in notebook: Notebook) -> Autoencoder {
    var generator = notebook.generator(4)
    let (width, latent) = smallSize(in: notebook)
    let network = Autoencoder(
        FaceVAE(latent: latent, width: width, lastMap: 2 * width, normalisesCodes: trial.normalisesCodes),
        painter: trial.painter
    ).initialised(using: &generator)
    if trial.normalisesCodes { network.vae.beginCodes(withLogVariance: -3) }
    return network
}

private func train(_ trial: Trial, on faces: Faces, in notebook: Notebook) throws -> (Autoencoder, TrainingLog) {
    let network = begun(trial, in: notebook)
    let rate = 2e-3
    let adam = Adam(network.learnt, learningRate: rate)
    let steps = notebook.scale.choose(tiny: 3, quick: 320, full: 480)
    var run = notebook.trainingRun(trial.name, steps: steps, settings: ["sigma": "\(trial.sigma)"])
    run.keep(network, adam, as: "network")
    let crops = trial.faceCount.map(faces.training.first) ?? faces.training
    let batches = try Batches(of: crops, size: 16, seed: notebook.seed)
    let log = try run.train(resuming: notebook.isResuming) { number, generator in
        adam.learningRate = rate * LearningRateSchedule.cosine.share(at: number, of: steps)
        let pictures = try batches.batch(at: number).signed
        let (cost, divergence) = step(network, adam, on: pictures, sigma: trial.sigma, using: &generator)
        return ["nats": cost, "KL": divergence]
    }
    return (network, log)
}
