import Basics
import Datasets
import Models
import Networks
import TensorCore
import Training

/// Trains the VAE of faces: the evidence bound with a Gaussian likelihood, which lesson 05 takes apart.
public struct FaceVAETraining {
    public let plan: FaceVAEPlan
    private let faces: FaceCrops

    /// The side of the faces, a multiple of 16, is the network's.
    public init(_ plan: FaceVAEPlan, on faces: FaceCrops) {
        self.plan = plan
        self.faces = faces
    }

    /// Trains a network, from first weights that the run's seed decides, and gives it with the log: the squared error and
    /// the KL, sums over pixels and latents, means over the batch.
    ///
    /// Throws what ``TrainingRun/train(resuming:step:)`` throws.
    public func train(_ run: TrainingRun, resuming: Bool) throws -> (FaceVAE, TrainingLog) {
        var generator = SeededGenerator(seed: run.seed)
        let network = FaceVAE(latent: plan.latent, width: plan.width, lastMap: plan.lastMap, side: faces.faces.size)
            .initialised(using: &generator)
        let log: TrainingLog
        switch plan.method {
        case .constantRMSProp:
            log = try learn(network, by: RMSProp(network, learningRate: plan.learningRate), run, resuming: resuming)
        case .fallingAdam:
            network.beginCodes(withLogVariance: -3)
            log = try learn(network, by: Adam(network, learningRate: plan.learningRate), run, resuming: resuming)
        }
        return (network, log)
    }

    private func learn(
        _ network: FaceVAE, by optimiser: some Optimiser, _ run: TrainingRun, resuming: Bool
    ) throws -> TrainingLog {
        let batches = try Batches(of: faces, size: plan.batch, seed: run.seed)
        var run = run
        run.keep(network, optimiser, as: "network")
        return try run.train(resuming: resuming) { number, generator in
            let pictures = try batches.batch(at: number).signed
            let tape = Tape(learning: network.parameters)
            let encoding = network.encode(pictures, .training(tape))
            let painted = network.decode(encoding.sample(using: &generator), .training(tape))
            let squaredError = sumSquaredError(painted, pictures) / Float(plan.batch)
            let divergence = encoding.divergence
            optimiser.learningRate = plan.learningRate(at: number)
            optimiser.step(tape.gradients(of: squaredError / (2 * plan.sigma * plan.sigma) + divergence))
            return ["squared error": squaredError.item, "KL": divergence.item]
        }
    }
}

extension FaceVAEPlan {
    /// The learning rate of a step.
    func learningRate(at step: Int) -> Double {
        switch method {
        case .constantRMSProp: learningRate
        case .fallingAdam:
            learningRate * LearningRateSchedule.cosine.share(at: step, of: steps)
        }
    }
}
