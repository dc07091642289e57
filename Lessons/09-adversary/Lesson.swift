import ArgumentParser
import Basics
import Colorization
import Figures
import LessonKit
import Models
import Networks
import Pictures
import TensorCore
import Training

@main
struct TheAdversary: Lesson {
    static let card = LessonCard(
        9, "adversary", title: "The adversary",
        idea: "a judge who knows old photographs brings the colours back, and ruins them when it is too strong")

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let plan = try Plan(for: notebook)
        table(in: notebook)
        let sepia = try squaredError(by: plan, in: notebook)
        try judgeAlone(sepia, plan, in: notebook)
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
//: Lesson 08 ended with old photographs: asked for the *one* right colour of hair that could be any, squared error answers with the mean
//: of all. But a person sees at once that such a picture is not a drawing that somebody coloured. That is an idea: train a second network to see it too, and let
//: the first one learn to please it. This is the adversary of the second article, after Goodfellow and others (2014). The article also warns: an adversary that
//: pushes too hard drives the colorizer mad. We shall see both.
//:
//: ## The judge
//:
//: The adversary looks at a picture and says whether it is *genuine* or *coloured* by the network. Four halvings, then one linear
//: layer with two outputs, the logits of the two classes.

/// The classes that the adversary tells apart, by the number of their logit.
enum Origin: Int {
    case genuine, colored
}

func table(in notebook: Notebook) {
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

//: The softmax turns two logits into two probabilities that sum to 1, $p_k = e^{l_k} / (e^{l_0} + e^{l_1})$, and the loss is the cross-entropy of
//: lesson 01: $-\log p$ of the class that is right. Who guesses loses $\log 2 \approx 0.69$ nats a picture.

/// The mean of −log p of a class, over a batch of pairs of logits.
func crossEntropy(_ logits: Tensor, _ origin: Origin) -> Tensor {
    softmaxCrossEntropy(logits, classes: Array(repeating: origin.rawValue, count: logits.shape[0]))
}

//: The adversary sees three channels of colour, and *not the lines*. It is unconditional: it judges whether a picture looks
//: like a coloured drawing, never whether it is a colouring of *this* drawing. It would be pleased by any true picture, of any other
//: face. So it cannot replace squared error, which alone ties the colours to the lines.
//:
//: ## The state of play
//:
//: First we need an old photograph: the network of lesson 08, trained in the same way. The faces stand on blank paper here, as most line
//: art does: at this scale the game would be lost over the patterns of backgrounds, which no colorizer can know. The full scale has both
//: networks of the article, 128 pixels, and takes some twelve hours on two cores.

/// How long everything takes, and how hard the adversary pushes.
struct Plan {
    let width, discriminatorWidth, steps, gameSteps: Int
    let book: ColorizationDataset
    /// What the adversary's opinion counts, beside a squared error of RGB in [0, 1].
    let fairWeight: Float = 0.006
    let strongWeight: Float = 0.3

    init(for notebook: Notebook) throws {
        let scale = notebook.scale
        width = scale.choose(tiny: 4, quick: 8, full: 32)
        discriminatorWidth = scale.choose(tiny: 4, quick: 16, full: 32)
        steps = scale.choose(tiny: 10, quick: 2000, full: 10_000)
        gameSteps = scale.choose(tiny: 10, quick: 2400, full: 10_000)
        book = try ColorizationDataset(
            seed: notebook.seed, size: scale.choose(tiny: 32, quick: 64, full: 128),
            faces: scale.choose(tiny: 16, quick: 2000, full: 50_000),
            batch: scale.choose(tiny: 4, quick: 4, full: 16),
            heldOut: scale.choose(tiny: 16, quick: 96, full: 200), paperShare: 1)
    }
}

func squaredError(by plan: Plan, in notebook: Notebook) throws -> UNet {
    var generator = notebook.generator(1)
    let network = UNet(width: plan.width).initialised(using: &generator)
    let adam = Adam(network, learningRate: 3e-3)
    var run = notebook.trainingRun("squared error", steps: plan.steps)
    run.keep(network, adam, as: "network")
    _ = try run.train(resuming: notebook.isResuming) { step, _ in
        let batch = try plan.book.batches.batch(at: step)
        let tape = Tape(learning: network.parameters)
        let loss = meanSquaredError(network(colorizerInput(lines: batch.lines), .training(tape)), batch.color)
        adam.learningRate = 3e-3 * plan.remaining(step, of: plan.steps, downTo: 0.05)
        adam.step(tape.gradients(of: loss))
        return ["squared error": loss.item]
    }
    return network
}

extension Plan {
    /// What is left of a learning rate that falls evenly to a share of what it was.
    func remaining(_ step: Int, of steps: Int, downTo share: Double) -> Double {
        1 - (1 - share) * Double(step) / Double(steps)
    }
}

//: Now the judge alone, against this network as it is. How long does it need to know an old photograph? The article says: it only has to
//: learn for a little while.

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

/// The share of pictures that are taken for a class.
func share(of origin: Origin, in logits: Tensor) -> Float {
    let numbers = logits.scalars
    let rows = numbers.count / 2
    return Float((0..<rows).count { numbers[2 * $0 + origin.rawValue] > numbers[2 * $0 + 1 - origin.rawValue] })
        / Float(rows)
}

func judgeAlone(_ sepia: UNet, _ plan: Plan, in notebook: Notebook) throws {
    var generator = notebook.generator(2)
    let discriminator = ColorizerDiscriminator(side: plan.book.size, width: plan.discriminatorWidth).initialised(
        using: &generator)
    let adam = Adam(discriminator, learningRate: 5e-4)
    let steps = notebook.scale.choose(tiny: 5, quick: 100, full: 400)
    var run = notebook.trainingRun("judge alone", steps: steps)
    run.keep(discriminator, adam, as: "adversary")
    let log = try run.train(resuming: notebook.isResuming) { step, _ in
        let batch = try plan.book.batches.batch(at: step)
        let colored = sepia(colorizerInput(lines: batch.lines), .inference)
        let (loss, accuracy) = turn(of: discriminator, adam, truth: batch.color, colored: colored)
        return ["loss": loss, "accuracy": accuracy]
    }
    let xs = (1...steps).map(Double.init)
    try notebook.show(
        Figure("Old photographs are soon known", x: "step", y: "share of pictures judged rightly").yRange(0...1.05)
            .curve(xs, log["accuracy"].map(Double.init), "accuracy", smoothing: 0.6, color: .blue)
            .horizontalLine(at: 0.5, "guessing"),
        named: "judge", "An adversary learns to tell the pictures of lesson 08 from true ones.")
    notebook.expect(
        "The judge knows old photographs: accuracy over the last 20 steps", log.recentMean("accuracy", over: 20),
        .above(0.9))
}

//: The author was right: some hundred pictures are enough to know old photographs for ever.
//:
//: ## What a judge with batch norm cannot see
//:
//: In the function `opinions` true and coloured pictures are *one* batch. The released code passes them one after the other, each
//: normalised by itself, and that hides something. Batch norm takes the mean of each channel away and divides by its deviation. Give
//: it a batch whose contrast is halved and which is veiled in grey, $c' = \frac12 c + \frac14$, and what comes out of the first layer is
//: (but for the borders) what it was. A fading or a tint of the *whole batch*, the very mark of an old photograph, is gone before the
//: judge looks. In a common batch it stays.

func blindness(_ plan: Plan, in notebook: Notebook) {
    var generator = notebook.generator(3)
    let discriminator = ColorizerDiscriminator(side: plan.book.size, width: plan.discriminatorWidth).initialised(
        using: &generator)
    let truth = Tensor(pictures: plan.book.heldOut.prefix(16).map(\.color))
    let faded = 0.5 * truth + 0.25
    func distance(_ one: Tensor, _ other: Tensor) -> Float { (one - other).absolute().mean().item }
    let apart = distance(discriminator(truth, .training(Tape())), discriminator(faded, .training(Tape())))
    let together = opinions(of: discriminator, on: truth, faded, .training(Tape()))
    let seen = distance(together.truth, together.colored)
    notebook.say("Mean difference of the logits of true and faded pictures, by a judge that has not learnt yet:")
    notebook.say("each batch by itself \(rounded(apart)), in one batch \(rounded(seen))")
    notebook.expect(
        "Fading is hidden from a judge who gets them apart: difference over that in one batch", apart / seen,
        .below(0.5))
}

//: What is left of the difference comes from the borders: the zeros beyond them do not fade. So in this lesson the judge always gets both kinds in one
//: batch.
//:
//: ## Taking turns
//:
//: The game goes on for many rounds, and in each the two take turns with the same batch. In its turn the colorizer wants two things: to be near the truth
//: and to be taken for genuine. In words of numbers, with a weight $w$,
//:
//: $$ L_\text{colorizer} = \text{squared error} + w \cdot \left(-\log p_\text{genuine}(\text{coloured})\right) . $$
//:
//: The adversary's parameters are not on the colorizer's tape: its opinion is used, not changed. The slopes run *through* the
//: judge into the picture, and tell each pixel how it would look more genuine.

/// The two who play, with what they learn by.
final class Players {
    let colorizer: UNet
    let discriminator: ColorizerDiscriminator
    let colorizerAdam, adversaryAdam: Adam

    init(_ plan: Plan, from sepia: UNet, using generator: inout SeededGenerator) throws {
        var weights = Checkpoint()
        weights.store(sepia)
        colorizer = try UNet.restore(from: weights)
        discriminator = ColorizerDiscriminator(side: plan.book.size, width: plan.discriminatorWidth).initialised(
            using: &generator)
        colorizerAdam = Adam(colorizer, learningRate: 2e-3, beta1: 0.5)
        adversaryAdam = Adam(discriminator, learningRate: 3e-4, beta1: 0.5)
    }

    /// A round: the colorizer's turn, then the adversary's on the colours that were made in it.
    func round(_ batch: PairBatch, weight: Float) -> KeyValuePairs<String, Float> {
        let tape = Tape(learning: colorizer.parameters)
        let colored = colorizer(colorizerInput(lines: batch.lines), .training(tape))
        let error = meanSquaredError(colored, batch.color)
        let opinion = opinions(of: discriminator, on: batch.color, colored, .training(tape)).colored
        let adversarial = crossEntropy(opinion, .genuine)
        colorizerAdam.step(tape.gradients(of: error + weight * adversarial))

        let judged = turn(of: discriminator, adversaryAdam, truth: batch.color, colored: colored)
        return [
            "squared error": error.item, "adversarial": adversarial.item, "discriminator": judged.loss,
            "accuracy": judged.accuracy,
        ]
    }
}

/// What a game comes to.
struct Game {
    let painted: [Picture]
    let log: TrainingLog
    /// The first held-out faces before the game, at each eighth of it and at its end.
    let onTheWay: Snapshots
}

func play(
    _ name: String, weight: Float, rounds: Int, from sepia: UNet, _ plan: Plan, in notebook: Notebook
) throws -> Game {
    var generator = notebook.generator(4)
    let networks = try Players(plan, from: sepia, using: &generator)
    var run = notebook.trainingRun(name, steps: rounds, settings: ["weight": "\(weight)"])
    run.keep(networks.colorizer, networks.colorizerAdam, as: "colorizer")
    run.keep(networks.discriminator, networks.adversaryAdam, as: "adversary")
    let few = PairBatch(Array(plan.book.heldOut.prefix(32))).lines
    let onTheWay = run.snapshots("faces", at: (0...8).map { $0 * rounds / 8 }) {
        networks.colorizer(colorizerInput(lines: few), .inference)
    }
    let log = try run.train(resuming: notebook.isResuming) { step, _ in
        // There is no minimum to settle in: the steps only grow smaller so that the pictures become calmer.
        let remaining = plan.remaining(step, of: rounds, downTo: 0.2)
        (networks.colorizerAdam.learningRate, networks.adversaryAdam.learningRate) = (
            2e-3 * remaining, 3e-4 * remaining
        )
        return networks.round(try plan.book.batches.batch(at: plan.steps + step), weight: weight)
    }
    return Game(painted: plan.book.colored(by: networks.colorizer), log: log, onTheWay: onTheWay)
}

func fairGame(_ sepia: UNet, _ plan: Plan, in notebook: Notebook) throws -> Game {
    let game = try play("fair game", weight: plan.fairWeight, rounds: plan.gameSteps, from: sepia, plan, in: notebook)
    let steps = (1...plan.gameSteps).map(Double.init)
    func curve(_ name: String) -> [Double] { game.log[name].map(Double.init) }
    try notebook.show(
        Panels(
            "",
            [
                Figure("What they lose to each other", x: "step", y: "cross-entropy, nats")
                    .curve(steps, curve("adversarial"), "colorizer", smoothing: 0.95, color: .vermillion)
                    .curve(steps, curve("discriminator"), "adversary", smoothing: 0.95, color: .blue),
                Figure("How often the judge is right", x: "step", y: "share of pictures").yRange(0...1.05)
                    .curve(steps, curve("accuracy"), "accuracy", smoothing: 0.95, color: .blue)
                    .horizontalLine(at: 0.5, "guessing"),
            ]),
        named: "game", "The game of colorizer and adversary.")
    let accuracy = game.log.recentMean("accuracy", over: max(1, plan.gameSteps / 2))
    notebook.expect(
        "The judge neither guesses nor is always right: accuracy, second half", accuracy, .within(0.6...0.99))
    return game
}

//: > **What is normal.** No loss of a game goes down and stays there: when one player gets better, the other's loss rises. Watch the judge's accuracy. At one half for
//: > ever it has given up, or cannot see what is wrong, and teaches nothing. At 1 from start to end it wins whatever the colorizer does, and
//: > its advice is all about its latest trick. In between there is a game. The colorizer's squared error *rises* when the game begins; it must,
//: > for no picture but the mean has the least one.
//:
//: ## The colours come back

func colorsBack(_ sepia: UNet, _ fair: Game, _ plan: Plan, in notebook: Notebook) throws {
    let before = plan.book.colored(by: sepia), after = fair.painted
    try notebook.show(
        PictureGrid(
            "",
            rows: [plan.book.heldOut.map(\.lines), before, after, plan.book.heldOut.map(\.color)].map {
                Array($0.prefix(6))
            },
            rowTitles: ["line", "squared error", "with the adversary", "true"], cellWidth: 128),
        named: "colours-back", "Faces that the networks have not seen, before the game and after it.",
        isThumbnail: true)

    let table = plan.book.saturation(of: before, after)
    // Paper has no chroma to compare with.
    let rows = table.rows.filter { $0.name != "background" }
    let names = rows.map(\.name)
    try notebook.show(
        Figure("Colours come back", y: "chroma, of the truth's")
            .bars(names, rows.map { $0.ratios[0] }, "squared error", color: .grey, showingValues: true)
            .bars(names, rows.map { $0.ratios[1] }, "with the adversary", color: .vermillion, showingValues: true)
            .horizontalLine(at: 1, "the truth"),
        named: "saturation", "How colourful the painted regions are, before and after.")
    notebook.expect(
        "Squared error fades hair, eyes and clothes: the largest chroma, of the truth's",
        faded.map { table.ratio($0) }.max() ?? .nan, .below(0.5))
    notebook.expect(
        "The adversary lets none of them fade: the least gain",
        faded.map { table.ratio($0, result: 1) / table.ratio($0) }.min() ?? .nan, .above(1.5))
}

/// What squared error takes the colour from.
let faded = ["hair", "eyes", "clothes"]

//: Hair, eyes and clothes have colour again, and the lines are blacker too. Look closely and you see fine dots as well, a pattern
//: that a true picture does not have: the judge of this short game has not learnt to object to it.
//:
//: Nobody told the network which colours to take: the judge only says that *some* are missing. Which ones come is an accident of the
//: game, and they do not stay. Here are the same faces before it, at its quarters and at its end, and how colourful they are all the time.

func onTheWay(_ fair: Game, _ plan: Plan, in notebook: Notebook) throws {
    let taken = fair.onTheWay.taken
    let shown = stride(from: 0, to: taken.count, by: 2).map { taken[$0] }
    try notebook.show(
        PictureGrid(
            "", rows: shown.map { Array($0.values.pictures.prefix(6)) }, rowTitles: shown.map { "round \($0.step)" },
            cellWidth: 128),
        named: "on-the-way", "The same faces while the game is played.")

    let rounds = taken.map { Double($0.step) }
    let tables = taken.map { plan.book.saturation(of: $0.values.pictures) }
    func ratios(_ name: String) -> [Double] { tables.map { $0.ratio(name) } }
    try notebook.show(
        Figure("The game does not come to rest", x: "round", y: "chroma, of the truth's")
            .curve(rounds, ratios("hair"), "hair", color: .vermillion)
            .curve(rounds, ratios("eyes"), "eyes", color: .blue)
            .curve(rounds, ratios("clothes"), "clothes", color: .green)
            .horizontalLine(at: 1, "the truth").yRange(0...2).legend(.below),
        named: "swings", "How colourful faces are while the game is played, measured at each eighth of it.")
    // The last position is an accident, and so is each other one: the mean over the second half is not.
    let means = faded.map { name in
        ratios(name).suffix(taken.count / 2 + 1).reduce(0, +) / Double(taken.count / 2 + 1)
    }
    notebook.table(
        ["chroma in the second half, of the truth's", "mean"], zip(faded, means).map { [$0, rounded($1)] })
    notebook.expect("Colours are back: the largest of these means", means.max() ?? .nan, .above(0.8))
}

//: There is no minimum that they run into. What we call the result is the position in which somebody broke the game off; some rounds later it would
//: have been another one. That is the price of a judge who learns.
//:
//: ## One colour for all, or many?
//:
//: Has everybody got the same new colour? As in lesson 08, each dot is the hair of one face. And to be fair to the network we ask twice: over all
//: faces, and among those with the same hair style. For of all that lines can tell of a hair's colour, the style would be the first: if the
//: network had learnt one colour for twin tails and one for curls, there would be variety over all and none within a style. (In the drawn
//: faces the style tells nothing.)

func variety(_ sepia: UNet, _ fair: Game, _ plan: Plan, in notebook: Notebook) throws {
    let before = plan.book.colors(of: .hair, in: plan.book.colored(by: sepia))
    let after = plan.book.colors(of: .hair, in: fair.painted)
    try notebook.show(
        Panels("", [before.figure("Squared error"), after.figure("With the adversary")], size: (860, 430)),
        named: "variety", "The colours of hair before the game and after it.")
    let styles = plan.book.heldOutFaces.map(\.hairStyle)
    func shares(_ colors: RegionColors) -> (overAll: Double, withinStyle: Double) {
        let within = colors.spreads(within: styles)
        return (colors.spreadOfPainted / colors.spreadOfTruth, within.painted / within.truth)
    }
    let (old, new) = (shares(before), shares(after))
    notebook.table(
        ["spread of hair colours, of the truth's", "over all faces", "within a hair style"],
        [("squared error", old), ("with the adversary", new)].map {
            [$0, rounded($1.overAll), rounded($1.withinStyle)]
        })
    notebook.expect(
        "There is more variety than before: spread after over before", new.overAll / old.overAll, .above(3))
    notebook.expect(
        "… within a hair style too: spread after over before", new.withinStyle / old.withinStyle, .above(3))
    notebook.expect("… though less than in true drawings: spread, of the truth's", new.overAll, .below(0.9))
}

//: More than before, most of it within a style too, and far from the truth. The network has no dice: the *same* lines get the same
//: colours always. What looks like a choice depends on small things in the lines, a lock more or less, and a few colours are enough to
//: please this judge. To choose is left to the next lesson, and to the user.
//:
//: ## Too strong
//:
//: What does the weight do? The article's author turned it up, and the colorizer "fought back desperately" and failed. Here is the same
//: game with a weight fifty times as large; a quarter of the rounds is enough.

func tooStrong(_ sepia: UNet, _ fair: Game, _ plan: Plan, in notebook: Notebook) throws {
    let strong = try play(
        "too strong", weight: plan.strongWeight, rounds: max(1, plan.gameSteps / 4), from: sepia, plan, in: notebook)
    try notebook.show(
        PictureGrid(
            "", rows: [fair.painted, strong.painted].map { Array($0.prefix(6)) },
            rowTitles: ["w = \(plan.fairWeight)", "w = \(plan.strongWeight)"], cellWidth: 128),
        named: "too-strong", "The same faces with a fair adversary and with one that is too strong.")

    let results = [
        ("squared error alone", plan.book.colored(by: sepia)), ("fair", fair.painted),
        ("too strong", strong.painted),
    ]
    let likenesses = results.map { plan.book.likeness(of: $0.1) }
    notebook.table(
        ["", "squared error", "PSNR, dB", "SSIM", "sharpness of lines"],
        zip(results, likenesses).map { result, likeness in
            [
                result.0, rounded(likeness.squaredError.value), rounded(likeness.signalToNoise.value),
                rounded(likeness.structuralSimilarity.value), rounded(plan.book.lineSharpness(of: result.1)),
            ]
        })
    let errors = likenesses.map { $0.squaredError.value }
    notebook.expect(
        "Even a fair adversary costs squared error: over that of squared error alone", errors[1] / errors[0],
        .within(1...2))
    notebook.expect(
        "Too strong a one ruins the colouring: squared error over that of squared error alone", errors[2] / errors[0],
        .above(2))
    notebook.expect(
        "… and the drawing: SSIM, of the fair one's",
        likenesses[2].structuralSimilarity.value / likenesses[1].structuralSimilarity.value, .below(0.7))
}

//: "No longer a coloured drawing, but nearer to art", the article says of such pictures. Now the reason is plain. The judge never sees the lines, and at this weight the
//: one voice that spoke for them is drowned. The colorizer plays against the judge alone, tries whatever the judge has not yet learnt to recognise, and the
//: judge learns that: there is no picture at which the two would rest.
//:
//: So the weight is a balance, as the σ of lesson 05 was: too little leaves the mean, too much leaves the drawing. The released code sets it to 1, which
//: sounds strong and is weak, for its squared error is no squared error and its unit is not ours: exercise 4.
