import Figures
import LessonKit
import Models
import Networks
import Pictures
import TensorCore
import Training

//: ## Version 1 against version 2
//:
//: Version 1 has instance norms: each channel of each picture loses its mean and its scale. But a channel's mean says how bright the picture is, or how blue. Version 2
//: has layer norms, with one mean and one scale for all channels together, so what one channel has more than another stays. Give both pictures of a single colour. Their weights are random. What version 1 does no training can change. (Version 2 tells colours apart, but near-white and dark grey come out nearly alike.)

//:fold What is measured and drawn: `oneColor`
func oneColor(_ plan: Plan, in notebook: Notebook) throws {
    let colors: [[UInt8]] = [[200, 60, 50], [60, 160, 70], [50, 90, 200], [230, 230, 225], [60, 60, 60]]
    let flat = colors.map { Picture(width: plan.side, height: plan.side, format: .rgb, filledWith: $0) }
    let generators: [any Layer] = [AnimeGenerator(width: 8), AnimeGeneratorV2(width: 8)]
    let made = generators.map { generator in
        var random = notebook.generator(4)
        generator.initialise(using: &random)
        return generator(Tensor(pictures: flat).signed, .inference).unsigned
    }
    try notebook.show(
        PictureGrid(
            "", rows: [flat] + made.map(\.pictures), rowTitles: ["one colour", "version 1", "version 2"],
            cellWidth: 96),
        named: "one-colour", "Pictures of one colour, and what both generators make of them.")
    /// The largest difference from what the first colour becomes, in any place.
    func variety(_ made: Tensor) -> Double {
        let first = made.sliced(axis: 0, 0..<1)
        return Double((made - first).absolute().scalars.max() ?? .nan)
    }
    notebook.expect(
        "Version 1 gives the same for every single colour: largest difference", variety(made[0]), .below(1 / 255))
    // In [0, 1] a level of a picture is 1/255.
    notebook.expect("Version 2 does not: largest difference", variety(made[1]), .above(4.0 / 255))
}
//:end

//: To version 1 all single colours are the same. A convolution turns one colour into one number a channel, and instance norm turns that into 0. In a real picture this happens
//: in part: a sky that fills most of it loses its brightness, unless the network carries that past the norm. Some networks paint a small spot of very large values, which sets a channel's scale for the rest. Users of version 1 complain about spots, bands and stripes. Version 2 has layer norm against them, and total variation
//: against stripes.
//:
//: ## What the discriminator's loss tells

/// The discriminator's loss by the published weights, over 300, in each round.
func discriminatorLossCurve(of game: Game) throws -> [Double] {
    let terms = try ["drawn", "generated", "grey", "smoothed"].map { try game.log[$0].map(Double.init) }
    return terms[0].indices.map { terms[0][$0] + terms[1][$0] + terms[2][$0] + 0.1 * terms[3][$0] }
}

//:fold What is measured and drawn: `whatTheLossTells`
func whatTheLossTells(
    _ whole: Game, _ games: [(String, Game)], _ material: Material, in notebook: Notebook
) throws {
    let loss = try discriminatorLossCurve(of: whole)
    let rounds = loss.indices.map { Double($0 + 1) }
    let steps = whole.onTheWay.map { Double($0.step) }
    let distances = whole.onTheWay.map { material.distance(of: $0.values) }
    // One answer y to everything has the loss (1 − y)² + 2.1 y², least at y = 1 / 3.1.
    let guessing = 2.1 / 3.1
    try notebook.show(
        Panels(
            "",
            [
                Figure("The discriminator's loss", x: "round", y: "loss / 300").yRange(0...1.5)
                    .curve(rounds, loss, "all terms", smoothing: 0.9, color: .vermillion)
                    .curve(
                        rounds, whole.log["generated"].map(Double.init), "generated", smoothing: 0.9, color: .blue
                    ).horizontalLine(at: guessing, "one answer to all").legend(.topRight),
                Figure("The distance from the drawings", x: "round", y: "distance").curve(
                    steps, distances, color: .green
                ).points(steps, distances, color: .green).horizontalLine(at: distances[0], "at the start"),
            ]),
        named: "loss-and-distance", "What users watch, and what they want to know.")
    let losses = try games.map { game in
        let last = try discriminatorLossCurve(of: game.1).suffix(50)
        return last.reduce(0, +) / Double(last.count)
    }
    notebook.table(
        ["game", "the discriminator's loss / 300, last 50 rounds", "distance from the drawings"],
        zip(games, losses).map { game, loss in
            let distance = material.distance(of: game.1.onTheWay.last?.values ?? material.photographsHeldOut)
            return [game.0, rounded(loss), rounded(distance)]
        })
    notebook.expect(
        "Where the generator does not even try, the discriminator's loss is lower: of the whole game's",
        losses[3] / losses[0], .below(0.8))
    notebook.expect(
        "… and further below one answer to all: loss / 300", losses[3], .below(guessing / 2))
}
//:end

//: "Which value of the discriminator's loss is good?" users ask first. About 0.68 means one answer to everything (exercise 2: the best one is 1/3.1, not ½). Below that,
//: the discriminator has found something. At the end the loss still falls; the distance hardly does, or rises. It is lowest in the game whose generator has no adversary to
//: please. So a low loss says that *this* generator is easy to catch and nothing about the pictures.
//:
//: Watch it for two things only: stuck at 0.68, it has learnt nothing yet; near zero from the start, it has nobody to play with. Otherwise look at pictures, always the same ones, after every epoch.
//:
