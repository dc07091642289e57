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

    /// Throws a `FileError` when the weights to begin with are those of another network.
    init(_ plan: ColorizerPlan, using generator: inout SeededGenerator) throws {
        self.plan = plan
        colorizer = UNet(width: plan.width).initialised(using: &generator)
        if let start = plan.start { try Checkpoint(contentsOf: start).restore(colorizer) }
        adam = Adam(colorizer, learningRate: plan.learningRate)
        average = plan.averageDecay > 0 ? ExponentialMovingAverage(of: colorizer, decay: plan.averageDecay) : nil
        if plan.adversarialWeight > 0 {
            let network = ColorizerDiscriminator(side: plan.size, width: plan.discriminatorWidth)
                .initialised(using: &generator)
            discriminator = (network, Adam(network, learningRate: plan.discriminatorRate * plan.learningRate))
        } else {
            discriminator = nil
        }
    }

    /// Tells a run what its checkpoint has to hold.
    func keep(in run: inout TrainingRun) {
        run.keep(colorizer, adam, as: "network")
        if let discriminator { run.keep(discriminator.network, discriminator.adam, as: "discriminator") }
        if let average { run.keep(average, as: "average") }
    }

    /// Step number `step`: the colorizer learns, and then the discriminator, from the colours that the colorizer made.
    func step(_ step: Int, on example: ColorizerExample) -> KeyValuePairs<String, Float> {
        let learningRate = plan.learningRate(at: step)
        adam.learningRate = learningRate
        let result = colorizerStep(example, isTuning: plan.isTuning(at: step))
        average?.update()
        guard let discriminator else { return [plan.error.name: result.error] }
        discriminator.adam.learningRate = learningRate * plan.discriminatorRate
        let loss = Self.discriminatorStep(discriminator, example, colored: result.colored)
        return [plan.error.name: result.error, "adversarial": result.adversarial, "discriminator": loss]
    }

    private func colorizerStep(
        _ example: ColorizerExample, isTuning: Bool
    ) -> (colored: Tensor, error: Float, adversarial: Float) {
        let tape = Tape(learning: colorizer.parameters)
        let colored = colorizer(example.input, isTuning ? .tuning(tape) : .training(tape))
        let error = plan.error(colored, example.truth)
        guard let discriminator else {
            adam.step(tape.gradients(of: error))
            return (colored.detached, error.item, 0)
        }
        let adversarial = adversarialLoss(of: colored, discriminator.network, .training(tape))
        adam.step(tape.gradients(of: error + plan.adversarialWeight * adversarial))
        return (colored.detached, error.item, adversarial.item)
    }

    private static func discriminatorStep(
        _ discriminator: (network: ColorizerDiscriminator, adam: Adam), _ example: ColorizerExample, colored: Tensor
    ) -> Float {
        let tape = Tape(learning: discriminator.network.parameters)
        let loss = discriminatorLoss(
            truth: example.truth, colored: colored, discriminator.network, .training(tape))
        discriminator.adam.step(tape.gradients(of: loss))
        return loss.item
    }

    /// Puts the mean of the weights into the network, if one was kept, and lets the norms' running statistics follow
    /// it on further inputs: those of the last step belong to other weights.
    func useAverage(steps: Int, inputs: (_ step: Int) throws -> Tensor) rethrows {
        guard let average else { return }
        average.copyAverages(to: colorizer)
        // Tuned weights, and so their mean, belong to the statistics that are there.
        guard plan.tuningShare == 0 else { return }
        for step in 0..<steps { _ = colorizer(try inputs(step), .training(Tape())) }
    }
}
