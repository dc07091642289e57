import Basics
import Datasets
import Drawings
import Models
import Networks
import TensorCore
import Training

/// Trains the VAE of sketches: the evidence bound with a categorical likelihood for the parts and Bernoulli's for the ink.
public struct SketchTraining {
    public let plan: SketchPlan
    /// Where checkpoint, log and weights are kept.
    public let folder: String
    private let options: RunOptions

    public init(_ plan: SketchPlan, folder: String, options: RunOptions) {
        (self.plan, self.folder, self.options) = (plan, folder, options)
    }

    public var weightsPath: String { "\(folder)/weights.safetensors" }

    /// Trains, looks where the codes of faces lie, writes both, and gives what makes up faces, with the log: cross-entropies of
    /// parts and ink and the KL, sums over a face, means over the batch.
    ///
    /// Throws what ``TrainingRun/train(resuming:step:)`` throws, and a `FileError` when the folder cannot be written.
    public func run() throws -> (FaceSampler, TrainingLog) {
        var generator = SeededGenerator(seed: options.seed)
        let network = SketchVAE(parts: FacePart.all.count, latent: plan.latent, width: plan.width).initialised(
            using: &generator)
        let adam = Adam(network, learningRate: plan.learningRate)
        let sketches = FaceSketches(seed: options.seed, count: plan.faces)
        let batches = try Batches(of: sketches, size: plan.batch, seed: options.seed) { FaceSketches.joined($0) }
        var run = TrainingRun("faces", folder: folder, steps: plan.steps, seed: options.seed, plan: plan)
        run.keep(network, adam, as: "network")
        let log = try run.train(resuming: options.resume) { step, generator in
            let tape = Tape(learning: network.parameters)
            let errors = try self.errors(of: network, on: batches.batch(at: step), tape, using: &generator)
            adam.learningRate = plan.learningRate * LearningRateSchedule.cosine.share(at: step, of: plan.steps)
            adam.step(
                tape.gradients(of: errors.parts + plan.inkWeight * errors.ink + beta(at: step) * errors.divergence))
            return ["parts": errors.parts.item, "ink": errors.ink.item, "KL": errors.divergence.item]
        }
        let sampler = FaceSampler(network, codesOf: sketches)
        try sampler.write(to: weightsPath)
        return (sampler, log)
    }

    /// The KL comes in slowly: before the decoder listens, codes have nothing to say, and the KL would keep it so.
    private func beta(at step: Int) -> Float { plan.beta * min(1, Float(step) / Float(max(1, plan.steps / 10))) }

    private func errors(
        of network: SketchVAE, on sketches: Tensor, _ tape: Tape, using generator: inout SeededGenerator
    ) throws -> (parts: Tensor, ink: Tensor, divergence: Tensor) {
        let encoding = network.encode(sketches, .training(tape))
        let logits = network.decode(encoding.sample(using: &generator), .training(tape))
        let errors = SketchErrors(of: logits, for: sketches, featureWeight: plan.featureWeight)
        return (errors.parts, errors.ink, encoding.divergence)
    }
}
