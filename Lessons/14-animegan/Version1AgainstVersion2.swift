import Figures
import LessonKit
import Models
import Networks
import Pictures
import TensorCore
import Training

//: ## Version 1 against version 2

func versions(_ plan: Plan, _ material: Material, in notebook: Notebook) throws {
    // Features of the first two stages, which leave less room than deep ones.
    let shallow = FeatureNetwork(widths: [[16, 16], [48, 48]])
    for (own, whole) in zip(shallow.namedParameters, material.features.namedParameters) {
        own.parameter.value = whole.parameter.value
    }
    func reproduce(_ name: String, _ generator: some Layer) throws -> any Layer {
        var random = notebook.generator(4)
        generator.initialise(using: &random)
        let adam = Adam(generator, learningRate: 2e-3, beta1: 0.5)
        var run = notebook.trainingRun(name, steps: plan.versionSteps)
        run.keep(generator, adam, as: "generator")
        _ = try run.train(resuming: notebook.isResuming) { step, _ in
            let photographs = material.batch(at: step).photographs
            let tape = Tape(learning: generator.parameters)
            let maps = shallow.maps(of: generator(photographs, .training(tape)))
            let loss = zip(maps, shallow.maps(of: photographs)).reduce(Tensor(0)) { sum, pair in
                sum + meanAbsoluteError(pair.0, pair.1)
            }
            adam.learningRate = 2e-3 * plan.remaining(step, of: plan.versionSteps)
            adam.step(tape.gradients(of: loss))
            return ["content": loss.item]
        }
        return generator
    }
    let generators = [
        try reproduce("version 1", AnimeGenerator(width: plan.versionWidth)),
        try reproduce("version 2", AnimeGeneratorV2(width: plan.versionWidth)),
    ]
    let made = generators.map { $0(material.photographsHeldOut, .inference) }
    try notebook.show(
        PictureGrid(
            "",
            rows: ([material.heldOut.map(\.photograph)] + made.map(\.unsigned.pictures)).map { Array($0.prefix(6)) },
            rowTitles: ["photograph", "version 1", "version 2"], cellWidth: 128),
        named: "versions", "Held-out photographs as both generators give them back after a short training.")

    /// The largest error of a 4×4 block, a mean over the pictures: in [0, 1].
    func worstBlock(_ made: Tensor) -> Double {
        let error = (made - material.photographsHeldOut).averagePooled(size: 4).absolute()
        let worst = (0..<error.shape[0]).map { error.sliced(axis: 0, $0..<$0 + 1).scalars.max() ?? 0 }
        return worst.reduce(0) { $0 + 0.5 * Double($1) } / Double(worst.count)
    }
    func signalToNoise(_ made: Tensor) -> Double {
        let pairs = zip(made.unsigned.pictures, material.heldOut)
        return pairs.reduce(0) { $0 + Double($1.0.signalToNoise(to: $1.1.photograph)) }
            / Double(material.heldOut.count)
    }
    notebook.table(
        ["", "PSNR, dB", "worst block of 4×4, error"],
        zip(["version 1", "version 2"], made).map { [$0, rounded(signalToNoise($1)), rounded(worstBlock($1))] })
    try oneColor(generators, plan, in: notebook)
}

//: Both are far from what the little generator gives back, and now the reason can be seen: through the narrow place only blurs come. But do they fail in the same way?
//: Instance norm takes from each channel of each picture its mean and its scale. What is the mean of a channel? How bright the picture is, how blue.
//: Layer norm takes one mean and one scale for all channels together, and what one channel has more than another stays. So let both see pictures of one single colour.

//:fold What is measured and drawn: `oneColor`
func oneColor(_ generators: [any Layer], _ plan: Plan, in notebook: Notebook) throws {
    let colors: [[UInt8]] = [[200, 60, 50], [60, 160, 70], [50, 90, 200], [230, 230, 225], [60, 60, 60]]
    let flat = colors.map { Picture(width: plan.side, height: plan.side, format: .rgb, filledWith: $0) }
    let made = generators.map { $0(Tensor(pictures: flat).signed, .inference).unsigned }
    try notebook.show(
        PictureGrid(
            "", rows: [flat] + made.map(\.pictures), rowTitles: ["one colour", "version 1", "version 2"],
            cellWidth: 96),
        named: "one-colour", "Pictures of one colour, and what both generators make of them.")
    /// The largest difference between what two of the colours become, in any place.
    func variety(_ made: Tensor) -> Double {
        let first = made.sliced(axis: 0, 0..<1)
        return Double((made - first).absolute().scalars.max() ?? .nan)
    }
    notebook.expect(
        "Version 1 gives the same for every single colour: largest difference", variety(made[0]), .below(0.02))
    notebook.expect("Version 2 does not: largest difference", variety(made[1]), .above(0.05))
}
//:end

//: To version 1 every single colour is the same colour, exactly so. A convolution of an even area is even, and instance norm makes every even area zero. In a
//: real picture the same happens in part: a sky that fills most of it loses its brightness, and the network has to smuggle it past the
//: norm. The known way is a small spot of enormous values that sets the scale of a channel for all the rest, and spots, bands and stripes
//: are what users of version 1 complain of. (In a run of ours, 1,500 steps on pixels, each picture of version 1 had one such spot, and none of version 2.) That is why version 2 has layer norm. It also adds the total
//: variation, the mean square of the steps between neighbours, which punishes stripes; its authors say that it alone could not remove them.
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
        losses[3] / losses[0], .below(1))
}
//:end

//: "Which value of the discriminator's loss is good?" is the first question of all who train this. The figure says what its values mean. About 0.68 is a
//: discriminator that gives one answer to everything (exercise 2: the best one is 1/3.1, not ½). Below that it has found something. It goes on falling
//: while the pictures get better, and goes on falling while they do not; in the table it is lowest in the game whose generator
//: has no adversary to please. A low loss says that *this* opponent is easy to catch, nothing of the pictures.
//:
//: So do not watch it, but for two things: stuck at 0.68 it has learnt nothing yet, and near zero from the start it has nobody to play with. Watch pictures, always the same ones,
//: at every epoch, and choose the epoch by eye; where there are pairs, as here, by the distance. It is no accident that the released code writes
//: validation pictures after each epoch, and that its author, asked that question, answered: look at those.
