import ArgumentParser
import Colorization
import Figures
import LessonKit
import Models
import Networks
import TensorCore
import Training

@main
struct TheAdversary: Lesson {
    static let card = LessonCard(
        9, "adversary", title: "The adversary",
        idea:
            "a discriminator that knows faded colours brings colour back, and ruins the drawing when it is too strong",
        chapters: ["TakingTurns", "OneColourForAllOrMany"])

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let plan = try Plan(for: notebook)
        try table(in: notebook)
        try notebook.excerpt("Sources/Models/Colorizer/ColorizerDiscriminator.swift", of: "forward")
        let sepia = try squaredError(by: plan, in: notebook)
        try discriminatorAlone(sepia, plan, in: notebook)
        blindness(plan, in: notebook)
        let fair = try fairGame(sepia, plan, in: notebook)
        try colorsBack(sepia, fair, plan, in: notebook)
        try onTheWay(fair, plan, in: notebook)
        try variety(sepia, fair, plan, in: notebook)
        try tooStrong(sepia, fair, plan, in: notebook)
    }
}

//: # 09 · The adversary
//:
//: Lesson 08 ended with old photographs. Hair could have any colour, and squared error answers with the mean of all. But anybody sees at once that such a
//: picture is no coloured drawing. So train a second network to see it too, and let the first learn to please it.
//:
//: > **Before you start.** You need lesson 08's colorizer, cross-entropy (lesson 01) and batch norm (lesson 08). The article is Big Data Digest's on colouring with
//: > Chainer (2017, in Chinese). It claims that the adversary "only has to learn for a little while to find exactly which picture the network made", and
//: > that "if it pushes too hard, the colouring network fights back desperately and fails". Sources: [Goodfellow and others, 2014](https://arxiv.org/abs/1406.2661),
//: > [pix2pix](https://arxiv.org/abs/1611.07004), and the article's code, [PaintsChainer](https://github.com/pfnet/PaintsChainer). You can skip "What a discriminator with batch
//: > norm cannot see".
//:
//: ## The discriminator
//:
//: The adversary, a discriminator, looks at a picture and says whether it is *genuine* or *coloured* by the network. It halves the picture four times. One linear layer
//: then gives two numbers, the logits of the two classes.

/// The classes that the adversary tells apart, by the number of their logit.
enum Origin: Int {
    case genuine, colored
}

//:fold What is measured and drawn: `table`
func table(in notebook: Notebook) throws {
    try notebook.show(
        adversaryDiagram(), named: "two-networks",
        "Dashed: the gradients, each drawn to the network that it changes. The colorizer learns from two losses, the adversary from its own alone."
    )
    let discriminator = ColorizerDiscriminator(side: 128, width: 32)
    let layers = discriminator.summary(input: [1, 3, 128, 128]).rows.filter {
        ["Convolution", "Linear"].contains($0.kind)
    }
    notebook.table(
        ["layer", "", "output"],
        layers.map { layer in
            [
                String(layer.name.prefix { $0 != "." }),
                layer.kind == "Linear" ? "linear" : "convolution, batch norm, ReLU",
                layer.outputShape.dropFirst().map(String.init).joined(separator: " × "),
            ]
        })
    notebook.expect("The article's adversary has parameters", discriminator.parameterCount, exactly: 918_082)
}
//:end

//: The softmax turns two logits into probabilities that sum to 1, $p_k = e^{l_k} / (e^{l_0} + e^{l_1})$. The loss is the cross-entropy of lesson 01: $-\log p$ of the right
//: class. A guess costs $\log 2 \approx 0.69$ nats, a pair of guesses 1.39.

/// The mean of −log p of a class, over a batch of pairs of logits.
func crossEntropy(_ logits: Tensor, _ origin: Origin) -> Tensor {
    softmaxCrossEntropy(logits, classes: Array(repeating: origin.rawValue, count: logits.shape[0]))
}

//: The adversary sees three channels of colour and *not the lines*. It judges whether a picture looks like a coloured drawing, never whether it is a colouring of *this*
//: drawing. A true picture of another face would please it. So it cannot replace squared error, which alone ties colours to lines.
//:
//: ## Before the game
//:
//: First we need an old photograph: a network like that of lesson 08, trained in the same way for half as many steps. The faces stand on blank paper here, as most line art does. At this scale the
//: game would otherwise be lost over backgrounds, whose patterns no colorizer can know.

//:fold The sizes and weights: `Plan`
/// How long everything takes, and how hard the adversary pushes.
struct Plan {
    let width, discriminatorWidth, steps, gameSteps: Int
    let dataset: ColorizationDataset
    /// What the adversary's opinion counts, beside a squared error of RGB in [0, 1].
    let fairWeight: Float = 0.006
    let strongWeight: Float = 0.3

    init(for notebook: Notebook) throws {
        let scale = notebook.scale
        width = scale.choose(tiny: 4, quick: 8, full: 12)
        discriminatorWidth = scale.choose(tiny: 4, quick: 16, full: 16)
        steps = scale.choose(tiny: 10, quick: 2000, full: 2000)
        gameSteps = scale.choose(tiny: 10, quick: 2400, full: 2000)
        dataset = try ColorizationDataset(
            seed: notebook.seed, size: scale.choose(tiny: 32, quick: 64, full: 128),
            faces: scale.choose(tiny: 16, quick: 2000, full: 50_000),
            batch: scale.choose(tiny: 4, quick: 4, full: 4),
            heldOut: scale.choose(tiny: 16, quick: 96, full: 200), paperShare: 1)
    }
}

extension Plan {
    /// What is left of a learning rate that falls evenly to a share of what it was.
    func remaining(_ step: Int, of steps: Int, downTo share: Double) -> Double {
        1 - (1 - share) * Double(step) / Double(steps)
    }
}
//:end

func squaredError(by plan: Plan, in notebook: Notebook) throws -> UNet {
    var generator = notebook.generator(1)
    let network = UNet(width: plan.width).initialised(using: &generator)
    let adam = Adam(network, learningRate: 3e-3)
    var run = notebook.trainingRun("squared error", steps: plan.steps)
    run.keep(network, adam, as: "network")
    _ = try run.train(resuming: notebook.isResuming) { step, _ in
        let batch = try plan.dataset.batches.batch(at: step)
        let tape = Tape(learning: network.parameters)
        let loss = meanSquaredError(network(colorizerInput(lines: batch.lines), .training(tape)), batch.color)
        adam.learningRate = 3e-3 * plan.remaining(step, of: plan.steps, downTo: 0.05)
        adam.step(tape.gradients(of: loss))
        return ["squared error": loss.item]
    }
    return network
}

//: Now train the discriminator alone against this network, which does not change. How long does it need to know an old photograph?

/// The adversary's opinion of true and of coloured pictures: logits `[batch, 2]` each. Both are in one batch.
func opinions(of discriminator: ColorizerDiscriminator, on truth: Tensor, _ colored: Tensor, _ mode: Mode) -> (
    truth: Tensor, colored: Tensor
) {
    let count = truth.shape[0]
    let logits = discriminator(Tensor.concatenated([truth, colored], axis: 0), mode)
    return (logits.sliced(axis: 0, 0..<count), logits.sliced(axis: 0, count..<2 * count))
}

/// The adversary's turn: it is to call true pictures genuine, and coloured ones coloured.
func turn(of discriminator: ColorizerDiscriminator, _ adam: Adam, truth: Tensor, colored: Tensor) -> (
    loss: Float, accuracy: Float
) {
    let tape = Tape(learning: discriminator.parameters)
    // Detached: nothing of this turn reaches the colorizer.
    let opinions = opinions(of: discriminator, on: truth, colored.detached, .training(tape))
    let loss = crossEntropy(opinions.truth, .genuine) + crossEntropy(opinions.colored, .colored)
    adam.step(tape.gradients(of: loss))
    let right = share(of: .genuine, in: opinions.truth) + share(of: .colored, in: opinions.colored)
    return (loss.item, right / 2)
}

//:fold What is measured and drawn: `discriminatorAlone`
/// The share of pictures that are taken for a class.
func share(of origin: Origin, in logits: Tensor) -> Float {
    let numbers = logits.scalars
    let rows = numbers.count / 2
    return Float((0..<rows).count { numbers[2 * $0 + origin.rawValue] > numbers[2 * $0 + 1 - origin.rawValue] })
        / Float(rows)
}

func discriminatorAlone(_ sepia: UNet, _ plan: Plan, in notebook: Notebook) throws {
    var generator = notebook.generator(2)
    let discriminator = ColorizerDiscriminator(side: plan.dataset.size, width: plan.discriminatorWidth).initialised(
        using: &generator)
    let adam = Adam(discriminator, learningRate: 5e-4)
    let steps = notebook.scale.choose(tiny: 5, quick: 100, full: 400)
    var run = notebook.trainingRun("judge alone", steps: steps)
    run.keep(discriminator, adam, as: "adversary")
    let log = try run.train(resuming: notebook.isResuming) { step, _ in
        let batch = try plan.dataset.batches.batch(at: step)
        let colored = sepia(colorizerInput(lines: batch.lines), .inference)
        let (loss, accuracy) = turn(of: discriminator, adam, truth: batch.color, colored: colored)
        return ["loss": loss, "accuracy": accuracy]
    }
    let xs = (1...steps).map(Double.init)
    try notebook.show(
        Figure("Old photographs are soon known", x: "step", y: "share of right answers").yRange(0...1.05)
            .curve(xs, log["accuracy"].map(Double.init), "accuracy", smoothing: 0.6, color: .blue)
            .horizontalLine(at: 0.5, "guessing"),
        named: "judge", "An adversary learns to tell old photographs from true pictures.")
    try notebook.expect(
        "The discriminator knows old photographs: accuracy over the last 20 steps",
        log.recentMean("accuracy", over: 20),
        .above(0.9))
}
//:end

//: The article is right: about a hundred pictures of each kind, 25 steps, are enough. But this network did not answer back. What it takes to stay ahead of one that does is the rest of
//: this page.
//:
//: ## What a discriminator with batch norm cannot see
//:
//: In `opinions` true and coloured pictures are *one* batch. The released code passes them one after the other, each normalised by itself, and that hides
//: something. Batch norm subtracts each channel's mean and divides by its deviation. Take a batch whose contrast is halved and which is veiled in grey, $c' = \frac12 c +
//: \frac14$. Apart from the borders, the first layer gives the same as before. A fading or a tint of the *whole batch*, the mark of an old photograph, is gone before the
//: discriminator looks. In a common batch it stays.

func blindness(_ plan: Plan, in notebook: Notebook) {
    var generator = notebook.generator(3)
    let discriminator = ColorizerDiscriminator(side: plan.dataset.size, width: plan.discriminatorWidth).initialised(
        using: &generator)
    let truth = Tensor(pictures: plan.dataset.heldOut.prefix(16).map(\.color))
    let faded = 0.5 * truth + 0.25
    func distance(_ one: Tensor, _ other: Tensor) -> Float { (one - other).absolute().mean().item }
    let apart = distance(discriminator(truth, .training(Tape())), discriminator(faded, .training(Tape())))
    let together = opinions(of: discriminator, on: truth, faded, .training(Tape()))
    let seen = distance(together.truth, together.colored)
    notebook.say(
        "Mean difference of the logits of true and faded pictures, by a discriminator that has not learnt yet:")
    notebook.say("each batch by itself \(rounded(apart)), in one batch \(rounded(seen))")
    notebook.expect(
        "Fading is hidden from one that gets them apart: difference over that in one batch", apart / seen,
        .below(0.5))
}

//: The difference that is left comes from the borders: the zeros beyond them do not fade. So in this lesson the discriminator always gets both kinds in one batch.
//:
