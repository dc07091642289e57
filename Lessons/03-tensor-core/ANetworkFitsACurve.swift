import Foundation
import LessonKit
import Networks
import TensorCore

//: ## A network fits a curve
//:
//: Everything together: a network of 1,153 numbers, the mean squared error, the core's tape and Adam. Forty-eight points lie on a curve, with some noise.

func perceptron(_ inputs: Int, width: Int) -> Sequential {
    Sequential(Linear(inputs, width), Tanh(), Linear(width, width), Tanh(), Linear(width, 1))
}

func curve(in notebook: Notebook) throws {
    var generator = notebook.generator(4)
    let noise: Float = 0.1
    let data = NoisyCurve(count: 48, noise: noise, using: &generator)
    let network = perceptron(1, width: 32).initialised(using: &generator)
    let adam = Adam(network, learningRate: 5e-3)
    let steps = notebook.scale.choose(tiny: 60, quick: 3000, full: 6000)
    var run = notebook.trainingRun("curve", steps: steps)
    run.keep(network, adam, as: "network")
    func fit() -> Tensor { network(NoisyCurve.grid, .inference) }
    let fits = run.snapshots("fit", at: [0, 60, 300, steps], fit)
    let log = try run.train(resuming: notebook.isResuming) { _, _ in
        let distance = meanSquaredError(fit(), NoisyCurve.truthOnGrid)
        let tape = Tape(learning: network.parameters)
        let loss = meanSquaredError(network(data.x, .training(tape)), data.y)
        adam.step(tape.gradients(of: loss))
        return ["loss": loss.item, "distance": distance.item]
    }
    try notebook.show(
        curveFigure(data, fits.taken, log, noise: noise), named: "curve",
        "A network of 1,153 numbers fits noisy points of a curve: first the curve, then the noise.")
    notebook.expect("Every number of the network learns: count", network.parameterCount, exactly: 1_153)
    let (loss, distances) = try (log.recentMean("loss", over: 100), log["distance"])
    let (least, last) = try (distances.min() ?? .nan, log.recentMean("distance", over: 100))
    notebook.expect(
        "The loss ends below the noise: mean of the last 100 steps, in variances of the noise",
        loss / (noise * noise), .below(1))
    notebook.expect(
        "On the way the fit is nearer to the curve than the points are: least mean squared distance, in variances",
        least / (noise * noise), .below(0.5))
    notebook.expect(
        "… and in the end farther away again: distance at the end over the least", last / least, .above(1.2))
}

//: The loss only knows the points. Once it is below the variance of the noise, what it still gains is the noise learnt by heart, and the distance from the true curve, which we can measure because
//: we made the data, grows. Nobody can see that in the loss. Points that were kept apart can show it, and that is what held-out data are for.
//:
//: > **What is normal.** A steep fall, then a long slope with small spikes, which are Adam's: its steps do not shrink where the ground is flat. A loss that rises for long has too high a rate; one that
//: > does not fall in the first hundred steps has one that is too low, or a wrong gradient. A loss far below the noise is no success.
//:
//: ## Two spirals
//:
//: Last a task that no straight line solves: to which of two arms does a point belong? The network has one output, the *logit* of the second arm: its belief before it is squeezed between 0 and
//: 1. The loss is the cross-entropy of lesson 01 between the true arm and that belief, worked out from the logit so that no logarithm of a rounded zero is taken. Watch how the boundary is wound up.

func spirals(in notebook: Notebook) throws {
    var generator = notebook.generator(5)
    let (data, unseen) = (Spirals(perArm: 200, using: &generator), Spirals(perArm: 1000, using: &generator))
    let network = perceptron(2, width: 48).initialised(using: &generator)
    let adam = Adam(network, learningRate: 5e-3)
    let steps = notebook.scale.choose(tiny: 100, quick: 2000, full: 6000)
    var run = notebook.trainingRun("spirals", steps: steps)
    run.keep(network, adam, as: "network")
    let snapshots = run.snapshots("regions", at: [min(100, steps), min(400, steps), steps]) {
        network(Spirals.grid, .inference)
    }
    func accuracy(on spirals: Spirals) -> Double {
        let logits = network(spirals.points, .inference).scalars
        return Double(zip(logits, spirals.arms).count { ($0 > 0) == ($1 == 1) }) / Double(spirals.arms.count)
    }
    let measured = try run.train(resuming: notebook.isResuming) { _, _ in
        let tape = Tape(learning: network.parameters)
        let loss = sigmoidCrossEntropy(network(data.points, .training(tape)), data.targets)
        adam.step(tape.gradients(of: loss))
        return ["loss": loss.item]
    }
    try notebook.show(
        spiralsFigure(data, snapshots.taken, losses: measured["loss"]), named: "spirals",
        "The regions of two spirals while a network learns them.", isThumbnail: true)

    try notebook.expect("It begins with a coin's loss, log 2", measured["loss"][0], .near(log(2), tolerance: 0.1))
    notebook.expect("Of the points that it learnt from, it knows", accuracy(on: data), .above(0.98))
    notebook.expect("Of 2,000 points that it never saw", accuracy(on: unseen), .above(0.97))
}

//: That is all the machinery there is. A tape, a loss, a rule that takes steps: the networks of the next lessons are larger, their losses are the bound of lesson 02 or an adversary's opinion, but the
//: five lines inside `train` stay the same.
