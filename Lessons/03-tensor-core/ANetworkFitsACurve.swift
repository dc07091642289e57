import Foundation
import LessonKit
import Networks
import TensorCore
import Training

//: ## What a neural network is
//:
//: A *neural network* is a function with many adjustable numbers, its *parameters*. The simplest kind alternates two operations. A *linear layer* turns
//: its input $x$ into $xW^\top + b$: each output is a sum of all inputs, weighted by a row of $W$, plus a number of $b$. An *activation* then
//: bends each number by itself; here it is $\tanh$. Without activations nothing would be gained, since two linear layers in a row are one linear layer.
//:
//: `Sequential` applies its parts one after the other. Below it the same network is written out with the operations of the tape.

/// From some inputs to one number, by way of two layers of `width` numbers.
func perceptron(_ inputs: Int, width: Int) -> Sequential {
    Sequential(Linear(inputs, width), Tanh(), Linear(width, width), Tanh(), Linear(width, 1))
}

/// The same, written out; `p` holds W and b of the three linear layers.
func writtenOut(_ x: Tensor, _ p: [Tensor]) -> Tensor {
    let first = (x.matrixProduct(p[0].transposed()) + p[1]).tanh()
    let second = (first.matrixProduct(p[2].transposed()) + p[3]).tanh()
    return second.matrixProduct(p[4].transposed()) + p[5]
}

//:fold What is measured: `network`
func network(in notebook: Notebook) {
    var generator = notebook.generator(6)
    let network = perceptron(1, width: 32).initialised(using: &generator)
    let x = NoisyCurve.grid
    let parameters = network.parameters.map(\.value)
    notebook.table(
        ["parameter", "shape", "numbers"],
        zip(["W", "b", "W", "b", "W", "b"], parameters).enumerated().map { index, one in
            ["\(one.0) of layer \(index / 2 + 1)", "\(one.1.shape)", "\(one.1.count)"]
        })
    let differences = zip(network(x, .inference).scalars, writtenOut(x, parameters).scalars).map { abs($0 - $1) }
    notebook.expect(
        "Written out it is the same function: largest difference", differences.max() ?? .nan, .below(1e-5))
    notebook.expect("Numbers to learn", network.parameterCount, exactly: 1_153)
    let straight = Sequential(Linear(1, 32), Linear(32, 32), Linear(32, 1)).initialised(using: &generator)
    let line = straight(x, .inference).scalars
    let bends = line.indices.dropFirst().dropLast().map { abs(line[$0 - 1] - 2 * line[$0] + line[$0 + 1]) }
    notebook.expect("Without tanh it draws a straight line: largest bend", bends.max() ?? .nan, .below(1e-5))
}
//:end

//: ## A network fits a curve
//:
//: Now everything together: the network, the mean squared error as the loss, the core's tape, and Adam. Forty-eight points lie on a curve, with some noise.
//: The loop inside `train` is that of most later lessons; where two networks compete it has two such turns.

/// Trains the network on noisy points, and measures on the way how far it is from the true curve.
func fitCurve(
    _ network: Sequential, to data: NoisyCurve, _ adam: Adam, in run: inout TrainingRun, _ notebook: Notebook
) throws -> TrainingLog {
    try run.train(resuming: notebook.isResuming) { _, _ in
        let distance = meanSquaredError(network(NoisyCurve.grid, .inference), NoisyCurve.truthOnGrid)
        let tape = Tape(learning: network.parameters)
        let loss = meanSquaredError(network(data.x, .training(tape)), data.y)
        adam.step(tape.gradients(of: loss))
        return ["loss": loss.item, "distance": distance.item]
    }
}

//:fold What is measured and drawn: `curve`
func curve(in notebook: Notebook) throws {
    var generator = notebook.generator(4)
    let noise: Float = 0.1
    let data = NoisyCurve(count: 48, noise: noise, using: &generator)
    let network = perceptron(1, width: 32).initialised(using: &generator)
    let adam = Adam(network, learningRate: 5e-3)
    let steps = notebook.scale.choose(tiny: 60, quick: 3000, full: 6000)
    var run = notebook.trainingRun("curve", steps: steps)
    run.keep(network, adam, as: "network")
    let fits = run.snapshots("fit", at: [0, 60, 300, steps]) { network(NoisyCurve.grid, .inference) }
    let log = try fitCurve(network, to: data, adam, in: &run, notebook)
    try notebook.show(
        curveFigure(data, fits.taken, log, noise: noise), named: "curve",
        "A network of 1,153 numbers fits noisy points of a curve: first the curve, then the noise.")
    let (loss, distances) = try (log.recentMean("loss", over: 100), log["distance"])
    let (least, last) = try (distances.min() ?? .nan, log.recentMean("distance", over: 100))
    notebook.expect(
        "The loss ends below the noise: mean of the last 100 steps, in variances of the noise",
        loss / (noise * noise), .below(0.9))
    notebook.expect(
        "On the way the fit is nearer to the curve than the points are: least mean squared distance, in variances",
        least / (noise * noise), .below(0.5))
    notebook.expect(
        "… and in the end farther away again: distance at the end over the least", last / least, .above(1.2))
}
//:end

//: The loss knows only the points. Once it is below the variance of the noise, the network only learns the noise by heart. The distance from the true
//: curve then grows; we can measure it because we made the data. The loss does not show this *overfitting*. Points that were kept apart can show it,
//: and that is what held-out data are for.
//:
//: > **What is normal.** A steep fall, then a long slope with small spikes: Adam's steps do not shrink where the ground is flat. If the loss rises for long,
//: > the learning rate is too high. If it does not fall in the first hundred steps, the rate is too low, or a gradient is wrong. A loss far below the noise is no success.
//:
//: ## Two spirals
//:
//: Last, a task that no straight line solves: which of two arms does a point belong to? The network's one output is the
//: *logit* $a$; the probability of the second arm is $1/(1 + e^{-a})$. Where $a = 0$ the network cannot decide: that is
//: the border in the figure. The loss is $-\log$ of the probability that the network gives to the true arm, the mean over the points (a *cross-entropy*). It
//: is computed from the logit, so that no logarithm of a rounded zero is taken. The training loop differs from the one above in the
//: data and the loss, and measures nothing else on the way.

func classify(
    _ data: Spirals, by network: Sequential, _ adam: Adam, in run: inout TrainingRun, _ notebook: Notebook
) throws -> TrainingLog {
    try run.train(resuming: notebook.isResuming) { _, _ in
        let tape = Tape(learning: network.parameters)
        let loss = sigmoidCrossEntropy(network(data.points, .training(tape)), data.targets)
        adam.step(tape.gradients(of: loss))
        return ["loss": loss.item]
    }
}

/// The share of points whose arm a network knows.
func accuracy(of network: Sequential, on spirals: Spirals) -> Double {
    let logits = network(spirals.points, .inference).scalars
    return Double(zip(logits, spirals.arms).count { ($0 > 0) == ($1 == 1) }) / Double(spirals.arms.count)
}

//:fold What is measured and drawn: `spirals`
func spirals(in notebook: Notebook) throws {
    var generator = notebook.generator(5)
    let (data, unseen) = (Spirals(perArm: 200, using: &generator), Spirals(perArm: 1000, using: &generator))
    let network = perceptron(2, width: 48).initialised(using: &generator)
    let adam = Adam(network, learningRate: 5e-3)
    let steps = notebook.scale.choose(tiny: 100, quick: 2000, full: 6000)
    var run = notebook.trainingRun("spirals", steps: steps)
    run.keep(network, adam, as: "network")
    let looks = [20, 40, 60, 80, 100, 150, 200, 250, 300, 350, 400, 500, 600, 800, 1200, steps]
    let snapshots = run.snapshots("borders", at: looks.filter { $0 <= steps }) { network(Spirals.grid, .inference) }
    let measured = try classify(data, by: network, adam, in: &run, notebook)
    let still = snapshots.taken.filter { [100, 400, steps].contains($0.step) }
    try notebook.show(
        spiralsFigure(data, still, losses: measured["loss"]), named: "spirals",
        "Where a network draws the border between two arms while it learns them.", isThumbnail: true)
    try notebook.show(
        spiralsInMotion(data, snapshots.taken), named: "spirals-learnt",
        "The same in motion: the border while the network learns, from step \(looks[0]) to \(steps).")

    try notebook.expect("It begins with a coin's loss, log 2", measured["loss"][0], .near(log(2), tolerance: 0.1))
    notebook.expect("Of the points that it learnt from, it knows", accuracy(of: network, on: data), .above(0.98))
    notebook.expect("Of 2,000 points that it never saw", accuracy(of: network, on: unseen), .above(0.97))
}
//:end

//: A tape, a loss, and a rule that takes steps: that is all. The networks of the next lessons are larger, and their losses others, such as the bound of lesson 02 or the opinion of
//: a second network. But each turn is still these lines: a tape, a loss, a step.
//:
