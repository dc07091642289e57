import Basics
import Colorization
import Figures
import Foundation
import LessonKit
import Models
import Networks
import Pictures
import TensorCore
import Training

//: ## Taking turns
//:
//: In each round the two take turns with the same batch. The colorizer wants two things: to be near the truth, and to be taken for genuine. With a weight $w$,
//:
//: $$ L_\text{colorizer} = \text{squared error} + w \cdot \left(-\log p_\text{genuine}(\text{coloured})\right) . $$
//:
//: The discriminator's parameters are not on the colorizer's tape, so its opinion is used and not changed. The gradient runs *through* the discriminator into the picture
//: and tells each pixel how it would look more genuine.

//:fold Both networks and their optimisers: `AdversarialNetworks`
/// Both networks, with what they learn by.
final class AdversarialNetworks {
    let colorizer: UNet
    let discriminator: ColorizerDiscriminator
    let colorizerAdam, adversaryAdam: Adam

    init(_ plan: Plan, from sepia: UNet, using generator: inout SeededGenerator) throws {
        var weights = Checkpoint()
        weights.store(sepia)
        colorizer = try UNet.restore(from: weights)
        discriminator = ColorizerDiscriminator(side: plan.dataset.size, width: plan.discriminatorWidth).initialised(
            using: &generator)
        colorizerAdam = Adam(colorizer, learningRate: 2e-3, beta1: 0.5)
        adversaryAdam = Adam(discriminator, learningRate: 3e-4, beta1: 0.5)
    }
}
//:end

extension AdversarialNetworks {
    /// A round: the colorizer's turn, then the adversary's on the colours that were made in it.
    func round(_ batch: PairBatch, weight: Float) -> KeyValuePairs<String, Float> {
        let tape = Tape(learning: colorizer.parameters)
        let colored = colorizer(colorizerInput(lines: batch.lines), .training(tape))
        let error = meanSquaredError(colored, batch.color)
        let opinion = opinions(of: discriminator, on: batch.color, colored, .training(tape)).colored
        let adversarial = crossEntropy(opinion, .genuine)
        colorizerAdam.step(tape.gradients(of: error + weight * adversarial))

        let evaluated = turn(of: discriminator, adversaryAdam, truth: batch.color, colored: colored)
        return [
            "squared error": error.item, "adversarial": adversarial.item, "discriminator": evaluated.loss,
            "accuracy": evaluated.accuracy,
        ]
    }
}

//:fold The whole training, and what is measured and drawn: `trainAdversarially`, `fairGame`
/// What a game comes to.
struct Game {
    let painted: [Picture]
    let log: TrainingLog
    /// The first held-out faces before the game, at each eighth of it and at its end.
    let onTheWay: Snapshots
}

func trainAdversarially(
    _ name: String, weight: Float, rounds: Int, from sepia: UNet, _ plan: Plan, in notebook: Notebook
) throws -> Game {
    var generator = notebook.generator(4)
    let networks = try AdversarialNetworks(plan, from: sepia, using: &generator)
    var run = notebook.trainingRun(name, steps: rounds, settings: ["weight": "\(weight)"])
    run.keep(networks.colorizer, networks.colorizerAdam, as: "colorizer")
    run.keep(networks.discriminator, networks.adversaryAdam, as: "adversary")
    let few = PairBatch(Array(plan.dataset.heldOut.prefix(32))).lines
    let onTheWay = run.snapshots("faces", at: (0...8).map { $0 * rounds / 8 }) {
        networks.colorizer(colorizerInput(lines: few), .inference)
    }
    let log = try run.train(resuming: notebook.isResuming) { step, _ in
        // There is no minimum to settle in: the steps only grow smaller so that the pictures become calmer.
        let remaining = plan.remaining(step, of: rounds, downTo: 0.2)
        (networks.colorizerAdam.learningRate, networks.adversaryAdam.learningRate) = (
            2e-3 * remaining, 3e-4 * remaining
        )
        return networks.round(try plan.dataset.batches.batch(at: plan.steps + step), weight: weight)
    }
    return Game(painted: plan.dataset.colored(by: networks.colorizer), log: log, onTheWay: onTheWay)
}

func fairGame(_ sepia: UNet, _ plan: Plan, in notebook: Notebook) throws -> Game {
    let game = try trainAdversarially(
        "fair game", weight: plan.fairWeight, rounds: plan.gameSteps, from: sepia, plan, in: notebook)
    let steps = (1...plan.gameSteps).map(Double.init)
    func curve(_ name: String) throws -> [Double] { try game.log[name].map(Double.init) }
    try notebook.show(
        Panels(
            "",
            [
                Figure("What they lose to each other", x: "round", y: "cross-entropy, nats")
                    .curve(
                        steps, curve("adversarial"), "colorizer (a guess: 0.69)", smoothing: 0.95, color: .vermillion
                    )
                    .curve(steps, curve("discriminator"), "adversary, of a pair", smoothing: 0.95, color: .blue)
                    .horizontalLine(at: 2 * log(2), "guessing a pair"),
                Figure("How often the adversary is right", x: "round", y: "share of pictures").yRange(0...1.05)
                    .curve(steps, curve("accuracy"), "accuracy", smoothing: 0.95, color: .blue)
                    .horizontalLine(at: 0.5, "guessing"),
            ]),
        named: "game", "The game of colorizer and adversary.")
    let accuracy = try game.log.recentMean("accuracy", over: max(1, plan.gameSteps / 2))
    notebook.expect(
        "The adversary neither guesses nor is always right: accuracy, second half", accuracy, .within(0.6...0.99))
    return game
}
//:end

//: > **What is normal.** The losses of a game hover where neither side gains, not at zero: when one side gets better, the other's loss rises. Watch the discriminator's accuracy. If it stays at one
//: > half, it has given up or cannot see what is wrong, and teaches nothing. If it is 1 from start to end, it wins whatever the colorizer does. In between there is a game.
//: > The colorizer's squared error *rises* when the game begins, because only the mean minimises it.
//:
//: ## The colours come back

//:fold What is measured and drawn: `colorsBack`
func colorsBack(_ sepia: UNet, _ fair: Game, _ plan: Plan, in notebook: Notebook) throws {
    let before = plan.dataset.colored(by: sepia), after = fair.painted
    try notebook.show(
        PictureGrid(
            "",
            rows: [plan.dataset.heldOut.map(\.lines), before, after, plan.dataset.heldOut.map(\.color)].map {
                Array($0.prefix(6))
            },
            rowTitles: ["line", "squared error", "with the adversary", "true"], cellWidth: 128),
        named: "colours-back", "Faces that the networks have not seen, before the game and after it.",
        isThumbnail: true)

    let table = plan.dataset.saturation(of: before, after)
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
//:end

//: Hair, eyes and clothes have colour again. But look closely. Colours run together on one head as if it were tie-dyed, there are fine dots on the paper,
//: and skin, which had nearly its colour before, now has too much of it, and spots. The discriminator of this short game has not learnt to object to them. Colourful is not yet well coloured.
//:
//: Nobody told the network which colours to take. The discriminator only says that *some* are missing. Which ones come is an accident of the game, and they do not stay. Here are the same faces during the game, and how colourful they are at each eighth of it. (They are painted with batch
//: norm's running averages, which lag behind the game. A tint of whole pictures, paper included, may be theirs alone: neither network saw it.)

//:fold What is measured and drawn: `onTheWay`
func onTheWay(_ fair: Game, _ plan: Plan, in notebook: Notebook) throws {
    let taken = fair.onTheWay.taken
    let shown = stride(from: 0, to: taken.count, by: 2).map { taken[$0] }
    try notebook.show(
        PictureGrid(
            "", rows: shown.map { Array($0.values.pictures.prefix(6)) }, rowTitles: shown.map { "round \($0.step)" },
            cellWidth: 128),
        named: "on-the-way", "The same faces while the game is played.")
    // Larger pictures are heavier: every other frame of them will do.
    let frames = (plan.dataset.size > 64 ? shown : taken).map {
        Picture.contactSheet(Array($0.values.pictures.prefix(3)), columns: 3, scale: max(1, 128 / plan.dataset.size))
    }
    try notebook.show(
        Animation(toAndFro: frames, hundredths: 40), named: "game-faces", "Three faces through the game, and back.")

    let rounds = taken.map { Double($0.step) }
    let tables = taken.map { plan.dataset.saturation(of: $0.values.pictures) }
    func ratios(_ name: String) -> [Double] { tables.map { $0.ratio(name) } }
    try notebook.show(
        Figure("The game does not come to rest", x: "round", y: "chroma, of the truth's")
            .curve(rounds, ratios("hair"), "hair", color: .vermillion)
            .curve(rounds, ratios("eyes"), "eyes", color: .blue)
            .curve(rounds, ratios("clothes"), "clothes", color: .green)
            .horizontalLine(at: 1, "the truth").yRange(0...2).legend(.below),
        named: "swings", "How colourful the first 32 faces are, measured at each eighth of the game.")
    // The last position is an accident, and so is each other one: the mean over the second half is not.
    let means = faded.map { name in
        ratios(name).suffix(taken.count / 2 + 1).reduce(0, +) / Double(taken.count / 2 + 1)
    }
    notebook.table(
        ["chroma in the second half, of the truth's", "mean"], zip(faded, means).map { [$0, rounded($1)] })
    let before = faded.map { tables[0].ratio($0) }
    notebook.expect(
        "Colours are back in all three: the least of these means over squared error's",
        zip(means, before).map { $0 / $1 }.min() ?? .nan, .above(1.5))
    notebook.expect(
        "… nearer to the truth than squared error left them: the largest distance from 1, over that before",
        zip(means, before).map { abs($0 - 1) / abs($1 - 1) }.max() ?? .nan, .below(1))
}
//:end

//: Each goes up and down, and none stays at the truth. There is no minimum that the game could run into. What we call the result is the position in which it was
//: broken off; some rounds later it would have been another.
//:
