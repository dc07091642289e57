import Basics
import Datasets
import Drawings
import Files
import Models
import Networks
import TensorCore
import Training

/// Trains the VAE of fine sketches, by the same likelihoods as that of coarse ones.
public struct FineSketchTraining {
    public let plan: FineSketchPlan
    /// Where checkpoint, log and weights are kept.
    public let folder: String
    private let options: RunOptions

    public init(_ plan: FineSketchPlan, folder: String, options: RunOptions) {
        (self.plan, self.folder, self.options) = (plan, folder, options)
    }

    public var weightsPath: String { "\(folder)/weights.safetensors" }

    /// Trains and writes the weights; gives the log: cross-entropies of parts and ink and the KL, sums over a face, means over the
    /// batch.
    ///
    /// Throws what ``TrainingRun/train(resuming:step:)`` throws, and a `FileError` when the folder cannot be written.
    public func run() throws -> TrainingLog {
        var generator = SeededGenerator(seed: options.seed)
        let network = FineSketchVAE(parts: FacePart.all.count, latent: plan.latent, width: plan.width)
            .initialised(using: &generator)
        if let start = plan.start {
            try Files.checkDistinct(weightsPath, from: start)
            try network.load(from: start)
        }
        try Files.makeFolder(folder)
        try Files.checkWritable(weightsPath)
        let adam = Adam(network, learningRate: plan.learningRate)
        let sketches = FaceSketches(seed: options.seed, count: plan.faces, side: FineSketchVAE.side)
        let batches = try Batches(of: sketches, size: plan.batch, seed: options.seed) { FaceSketches.joined($0) }
        var run = TrainingRun("sketches", folder: folder, steps: plan.steps, seed: options.seed, plan: plan)
        run.keep(network, adam, as: "network")
        let log = try run.train(resuming: options.resume) { step, generator in
            let sketches = try batches.batch(at: step)
            let tape = Tape(learning: network.parameters)
            let encoding = network.encode(sketches, .training(tape))
            let logits = network.decode(encoding.sample(using: &generator), .training(tape))
            let errors = SketchErrors(of: logits, for: sketches, featureWeight: plan.featureWeight)
            adam.learningRate = plan.learningRate * LearningRateSchedule.cosine.share(at: step, of: plan.steps)
            adam.step(
                tape.gradients(of: errors.parts + plan.inkWeight * errors.ink + plan.beta * encoding.divergence))
            return ["parts": errors.parts.item, "ink": errors.ink.item, "KL": encoding.divergence.item]
        }
        try network.save(to: weightsPath, precision: .float16)
        return log
    }
}
