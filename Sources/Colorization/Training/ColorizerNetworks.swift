import Basics
import Models
import Networks
import TensorCore
import Training

/// The colorizer and, if it has one, its discriminator, with their optimisers: in each step both learn, one after the other.
final class ColorizerNetworks {
    let colorizer: UNet
    private let adam: Adam
    private let average: ExponentialMovingAverage?
    private let discriminator: (network: ColorizerDiscriminator, adam: Adam)?
    private let plan: ColorizerPlan
    private let microBatches: MicroBatches
    private let colorizerPass: LearningPass
    private let discriminatorPass: LearningPass?

    /// Throws a `FileError` when the weights to begin with are those of another network.
    init(_ plan: ColorizerPlan, _ microBatches: MicroBatches, using generator: inout SeededGenerator) throws {
        (self.plan, self.microBatches) = (plan, microBatches)
        colorizer = UNet(width: plan.width).initialised(using: &generator)
        if let start = plan.start { try Checkpoint(contentsOf: start).restore(colorizer) }
        adam = Adam(colorizer, learningRate: plan.learningRate)
        average = plan.averageDecay > 0 ? ExponentialMovingAverage(of: colorizer, decay: plan.averageDecay) : nil
        if plan.adversarialWeight > 0 {
            let network = ColorizerDiscriminator(side: plan.size, width: plan.discriminatorWidth)
                .initialised(using: &generator)
            discriminator = (network, Adam(network, learningRate: plan.discriminatorRate * plan.learningRate))
            // It is run in training mode there, and so its running statistics move.
            colorizerPass = LearningPass(microBatches, learning: colorizer, keeping: [network])
            discriminatorPass = LearningPass(microBatches, learning: network)
        } else {
            discriminator = nil
            colorizerPass = LearningPass(microBatches, learning: colorizer)
            discriminatorPass = nil
        }
    }

    /// Tells a run what its checkpoint has to hold.
    func keep(in run: inout TrainingRun) {
        run.keep(colorizer, adam, as: "network")
        if let discriminator { run.keep(discriminator.network, discriminator.adam, as: "discriminator") }
        if let average { run.keep(average, as: "average") }
    }

    /// Step number `step`: the colorizer learns, and then the discriminator, from the colours that the colorizer made. Each
    /// example is a part of the batch, which goes by its number.
    func step(
        _ step: Int, on examples: (_ part: Int) throws -> ColorizerExample
    ) throws -> KeyValuePairs<String, Float> {
        let learningRate = plan.learningRate(at: step)
        adam.learningRate = learningRate
        let (error, adversarial, made) = try colorizerStep(examples, isTuning: plan.isTuning(at: step))
        average?.update()
        guard let discriminator, let discriminatorPass else { return [plan.error.name: error] }
        discriminator.adam.learningRate = learningRate * plan.discriminatorRate
        let (gradients, measurements) = try discriminatorPass { part, tape in
            let (truth, colored) = made[part - microBatches.own.lowerBound]
            let loss = discriminatorLoss(truth: truth, colored: colored, discriminator.network, .training(tape))
            return (loss, [loss])
        }
        discriminator.adam.step(gradients)
        return [plan.error.name: error, "adversarial": adversarial, "discriminator": measurements[0]]
    }

    /// Gives what is measured and, for a discriminator, the true and the made colours of each part.
    private func colorizerStep(
        _ examples: (_ part: Int) throws -> ColorizerExample, isTuning: Bool
    ) throws -> (error: Float, adversarial: Float, made: [(truth: Tensor, colored: Tensor)]) {
        var made: [(truth: Tensor, colored: Tensor)] = []
        let (gradients, measurements) = try colorizerPass { part, tape in
            let example = try examples(part)
            let colored = colorizer(example.input, isTuning ? .tuning(tape) : .training(tape))
            let error = plan.error(colored, example.truth)
            guard let discriminator else { return (error, [error]) }
            made.append((example.truth, colored.detached))
            let adversarial = adversarialLoss(of: colored, discriminator.network, .training(tape))
            return (error + plan.adversarialWeight * adversarial, [error, adversarial])
        }
        adam.step(gradients)
        return (measurements[0], measurements.count > 1 ? measurements[1] : 0, made)
    }

    /// Puts the mean of the weights into the network, if one was kept, and lets the norms' running statistics follow
    /// it on further inputs: those of the last step belong to other weights.
    func useAverage(steps: Int, examples: (_ step: Int) -> (_ part: Int) throws -> ColorizerExample) throws {
        guard let average else { return }
        average.copyAverages(to: colorizer)
        // Tuned weights, and so their mean, belong to the statistics that are there.
        guard plan.tuningShare == 0 else { return }
        for step in 0..<steps {
            let examples = examples(step)
            try colorizerPass.followOnly { part in _ = colorizer(try examples(part).input, .training(Tape())) }
        }
    }
}
