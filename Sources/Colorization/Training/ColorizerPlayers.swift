import Basics
import Models
import Networks
import TensorCore
import Training

/// The colorizer and its adversary, if it has one, with what they learn by: they take turns.
final class ColorizerPlayers {
    let network: UNet
    private let adam: Adam
    private let average: ExponentialMovingAverage?
    private let opponent: (network: Adversary, adam: Adam)?
    private let plan: ColorizerPlan

    /// Throws a `FileError` when the weights to begin with are those of another network.
    init(_ plan: ColorizerPlan, using generator: inout SeededGenerator) throws {
        self.plan = plan
        network = UNet(width: plan.width).initialised(using: &generator)
        if let start = plan.start { try Checkpoint(contentsOf: start).restore(network) }
        adam = Adam(network, learningRate: plan.learningRate)
        average = plan.averageDecay > 0 ? ExponentialMovingAverage(of: network, decay: plan.averageDecay) : nil
        if plan.adversaryWeight > 0 {
            let adversary = Adversary(side: plan.size, width: plan.adversaryWidth).initialised(using: &generator)
            opponent = (adversary, Adam(adversary, learningRate: plan.adversaryPace * plan.learningRate))
        } else {
            opponent = nil
        }
    }

    /// Tells a run what its checkpoint has to hold.
    func keep(in run: inout TrainingRun) {
        run.keep(network, adam, as: "network")
        if let opponent { run.keep(opponent.network, opponent.adam, as: "adversary") }
        if let average { run.keep(average, as: "average") }
    }

    /// Step number `step`: the colorizer's turn, and then the adversary's on the colours that the colorizer made in its own.
    func play(on example: ColorizerExample, at step: Int) -> KeyValuePairs<String, Float> {
        let learningRate = plan.learningRate(at: step)
        adam.learningRate = learningRate
        let colorizer = turnOfColorizer(example, isTuning: plan.isTuning(at: step))
        average?.update()
        guard let opponent else { return [plan.error.name: colorizer.error] }
        opponent.adam.learningRate = learningRate * plan.adversaryPace
        let detection = turnOfAdversary(opponent.network, opponent.adam, example, coloured: colorizer.coloured)
        return [plan.error.name: colorizer.error, "deception": colorizer.deception, "detection": detection]
    }

    private func turnOfColorizer(
        _ example: ColorizerExample, isTuning: Bool
    ) -> (coloured: Tensor, error: Float, deception: Float) {
        let tape = Tape(learning: network.parameters)
        let coloured = network(example.input, isTuning ? .tuning(tape) : .training(tape))
        let error = plan.error(coloured, example.truth)
        guard let opponent else {
            adam.step(tape.gradients(of: error))
            return (coloured.detached, error.item, 0)
        }
        let deception = deceptionLoss(of: coloured, opponent.network, .training(tape))
        adam.step(tape.gradients(of: error + plan.adversaryWeight * deception))
        return (coloured.detached, error.item, deception.item)
    }

    private func turnOfAdversary(
        _ adversary: Adversary, _ adam: Adam, _ example: ColorizerExample, coloured: Tensor
    ) -> Float {
        let tape = Tape(learning: adversary.parameters)
        let loss = detectionLoss(truth: example.truth, coloured: coloured, adversary, .training(tape))
        adam.step(tape.gradients(of: loss))
        return loss.item
    }

    /// Puts the mean of the weights into the network, if one was kept, and lets the norms' running statistics follow
    /// it on further inputs: those of the last step belong to other weights.
    func settle(steps: Int, inputs: (_ step: Int) throws -> Tensor) rethrows {
        guard let average else { return }
        for (parameter, mean) in zip(network.namedParameters, average.averagedParameters) {
            parameter.parameter.value = mean.value
        }
        // Tuned weights, and so their mean, belong to the statistics that are there.
        guard plan.tuningShare == 0 else { return }
        for step in 0..<steps { _ = network(try inputs(step), .training(Tape())) }
    }
}
