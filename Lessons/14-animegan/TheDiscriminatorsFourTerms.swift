import Figures
import LessonKit
import Models
import Networks
import Pictures
import Stylization
import TensorCore
import Training

//: ## The discriminator's four terms
//:
//: The discriminator answers each patch with a number near 1 if it looks drawn. Its loss is the squared error of these answers (LSGAN), over four kinds of pictures:
//:
//: $$L_D = 300 \left( \overline{(D(a) - 1)^2} + \overline{D(G(p))^2} + \overline{D(a_{grey})^2} + 0.1 \cdot \overline{D(e_{grey})^2} \right)$$
//:
//: Drawings $a$ should get 1. What the generator $G$ makes of photographs $p$ should get 0. So should drawings without colour, $a_{grey}$, to make colour count, and
//: smoothed drawings $e$, to make edges count. The generator's loss has the terms of lesson 13:
//:
//: $$L_G = w_{adv} \cdot \overline{(D(G(p)) - 1)^2} + w_{con} \cdot L_{con} + w_{gra} \cdot L_{gra} + w_{col} \cdot L_{col}$$
//:
//: The adversary pushes towards drawings and the grey style towards their texture. Content holds on to what is seen, colour to how it is coloured. (Total variation
//: came with version 2.)

//:fold The diagram: `voices`
func voices(in notebook: Notebook) throws {
    try notebook.show(
        voicesDiagram(), named: "voices",
        "The terms of the generator's loss, and what each compares the picture with.")
}
//:end

//:fold What may differ from game to game: `Rules`
/// What a game is played for.
struct Rules {
    var objective: AnimeObjective
    /// Whether smoothed drawings are shown in colour, as CartoonGAN does, or in grey, as AnimeGAN's code does.
    var smoothedInColor = false
    /// The generator's turns to each of the discriminator's.
    var generatorTurns = 1
    /// Whether colours are compared by |ΔU| and |ΔV|, and not by Huber's loss of them.
    var colorIsLinear = false
}
//:end

/// The discriminator's turn: it sees all four kinds in one batch.
func turn(
    of discriminator: AnimeDiscriminator, _ adam: Adam, _ batch: Material.Batch, generated: Tensor, _ rules: Rules
) -> AnimeObjective.DiscriminatorTerms {
    let tape = Tape(learning: discriminator.parameters)
    let smoothed = rules.smoothedInColor ? batch.smoothed : batch.smoothed.grey()
    let kinds = [batch.drawings, generated.detached, batch.drawings.grey(), smoothed]
    let answers = discriminator(.concatenated(kinds, axis: 0), .training(tape))
    let count = generated.shape[0]
    func answer(_ kind: Int) -> Tensor { answers.sliced(axis: 0, kind * count..<(kind + 1) * count) }
    let terms = rules.objective.discriminatorTerms(
        drawn: answer(0), generated: answer(1), grey: answer(2), smoothed: answer(3))
    adam.step(tape.gradients(of: rules.objective.discriminatorLoss(terms)))
    return terms
}

//: The generator's turn follows, on the picture that it has just made.

/// The generator's turn, with what it has just made.
func turn(
    of generator: LittleGenerator, _ adam: Adam, _ tape: Tape, _ generated: Tensor, _ batch: Material.Batch,
    discriminator: AnimeDiscriminator, _ rules: Rules, _ features: FeatureNetwork
) -> (content: Float, style: Float, color: Float) {
    let map = features.features(of: generated)
    let content = meanAbsoluteError(map, batch.content)
    // The drawing's Gram matrix is that of a drawing without colour; the generated picture's is not.
    let style = meanAbsoluteError(gramMatrix(map), batch.grams)
    let color =
        rules.colorIsLinear
        ? 3 * meanAbsoluteError(generated.yuv(), batch.photographs.yuv()) : colorError(generated, batch.photographs)
    let weights = rules.objective.generator
    var loss = weights.content * content + weights.style * style + weights.color * color
    if weights.adversarial > 0 {
        loss = loss + weights.adversarial * (discriminator(generated, .inference) - 1).squared().mean()
    }
    adam.step(tape.gradients(of: loss))
    return (content.item, style.item, color.item)
}

//: ## What the weights mean
//:
//: The published weights are $w_{adv} = 300$, $w_{con} = 1.5$, $w_{gra} = 3$, $w_{col} = 10$. They belong to VGG19's features, which are of the order of hundreds. So here both are fitted to a published log, which has about 1,100 in all
//: and 300 for the adversary: 800 for another photograph's content, 400 for a photograph's style. (With other features or ranges, the same weights train something else.)

//:fold What is measured and drawn: `fittedObjective`
func fittedObjective(_ material: Material, in notebook: Notebook) -> AnimeObjective {
    let batches = (0..<8).map(material.batch)
    let photographs = Tensor.concatenated(batches.map(\.photographs), axis: 0)
    let drawings = Tensor.concatenated(batches.map(\.drawings), axis: 0)
    let published = AnimeObjective.v1
    let fitted = FeatureCalibration(of: material.features, photographs: photographs, styles: drawings).fitted(
        published)
    var ours = fitted
    ours.generator.content *= 2 / 15
    ours.generator.style /= 3
    ours.generator.color = 1000

    // What each voice has to say of a picture that shows something else, in another style and in other colours.
    let map = material.features.features(of: photographs)
    let others = Tensor.concatenated(
        [photographs.sliced(axis: 0, 1..<16), photographs.sliced(axis: 0, 0..<1)], axis: 0)
    let errors = [
        1, meanAbsoluteError(map, material.features.features(of: others)).item,
        styleError(map, material.features.features(of: drawings.grey())).item, colorError(photographs, others).item,
    ]
    func weights(_ objective: AnimeObjective) -> [Float] {
        let weights = objective.generator
        return [weights.adversarial, weights.content, weights.style, weights.color]
    }
    let names = [
        "adversary: it is caught", "content: another photograph", "style: a photograph",
        "colour: another photograph's",
    ]
    notebook.table(
        ["weighted loss of a picture that is wrong", "as published", "here"],
        names.indices.map { index in
            [names[index]] + [fitted, ours].map { rounded(weights($0)[index] * errors[index]) }
        })
    return ours
}
//:end

//: So fitted, content and style together weigh four times as much as the adversary, and three hundred rounds hardly
//: move a picture; the published training has more than a hundred thousand. So here content and style weigh less. Ten times the colour loss is only about 1, beside terms of hundreds. So here colour has a hundred times its published weight.
//:
//: ## The game

//:fold What a game leaves: `Game`
/// A game and what came of it.
struct Game {
    let generator: LittleGenerator
    let discriminator: AnimeDiscriminator
    let log: TrainingLog
    /// The held-out photographs, drawn, at each eighth of the game: in [-1, 1].
    let onTheWay: [(step: Int, values: Tensor)]

    /// The held-out photographs as they are drawn in the end.
    var drawn: [Picture] { (onTheWay.last?.values.unsigned ?? Tensor(zeros: [0, 3, 1, 1])).pictures }
}

//:end

/// A round: the discriminator's turn and the generator's, with batches that are the same in every game of as many turns.
func playRound(
    _ round: Int, of players: Players, _ rules: Rules, _ plan: Plan, _ material: Material
) -> KeyValuePairs<String, Float> {
    players.setLearningRates(5e-4 * plan.remaining(round, of: plan.rounds))
    var terms: AnimeObjective.DiscriminatorTerms?
    var errors: (content: Float, style: Float, color: Float) = (0, 0, 0)
    for number in 0..<rules.generatorTurns {
        let batch = material.batch(at: plan.initialSteps + round * rules.generatorTurns + number)
        let tape = Tape(learning: players.generator.parameters)
        let generated = players.generator(batch.photographs, .training(tape))
        if number == 0 {
            terms = turn(of: players.discriminator, players.discriminatorAdam, batch, generated: generated, rules)
        }
        errors = turn(
            of: players.generator, players.generatorAdam, tape, generated, batch,
            discriminator: players.discriminator, rules, material.features)
    }
    return measured(terms, errors)
}

//:fold The whole training: `trainAdversarially`
func measured(
    _ terms: AnimeObjective.DiscriminatorTerms?, _ errors: (content: Float, style: Float, color: Float)
) -> KeyValuePairs<String, Float> {
    [
        "drawn": terms?.drawn.item ?? 0, "generated": terms?.generated.item ?? 0, "grey": terms?.grey.item ?? 0,
        "smoothed": terms?.smoothed.item ?? 0, "content": errors.content, "style": errors.style,
        "colour": errors.color,
    ]
}

func trainAdversarially(
    _ name: String, _ rules: Rules, from start: LittleGenerator, _ plan: Plan, _ material: Material,
    in notebook: Notebook
) throws -> Game {
    let players = Players(from: start, plan, in: notebook)
    var run = notebook.trainingRun(name, steps: plan.rounds)
    run.keep(players.generator, players.generatorAdam, as: "generator")
    run.keep(players.discriminator, players.discriminatorAdam, as: "discriminator")
    let photographs = material.photographsHeldOut
    let onTheWay = run.snapshots("held-out", at: (0...8).map { $0 * plan.rounds / 8 }) {
        players.generator(photographs, .inference)
    }
    let log = try run.train(resuming: notebook.isResuming) { round, _ in
        playRound(round, of: players, rules, plan, material)
    }
    return Game(
        generator: players.generator, discriminator: players.discriminator, log: log, onTheWay: onTheWay.taken)
}
//:end

//:fold What is measured and drawn: `game`
func game(
    _ objective: AnimeObjective, from start: LittleGenerator, _ plan: Plan, _ material: Material,
    in notebook: Notebook
) throws -> Game {
    let game = try trainAdversarially("game", Rules(objective: objective), from: start, plan, material, in: notebook)
    let (six, photographs) = (material.heldOut.prefix(6), material.photographsHeldOut)
    let shown = stride(from: 0, to: game.onTheWay.count, by: 2).map { game.onTheWay[$0] }
    try notebook.show(
        PictureGrid(
            "",
            rows: [six.map(\.photograph)] + shown.map { Array($0.values.unsigned.pictures.prefix(6)) }
                + [six.map(\.anime)],
            rowTitles: ["drawn photograph"] + shown.map { "round \($0.step)" } + ["its drawing"], cellWidth: 128),
        named: "game", "Drawn photographs that the networks have not seen, while the game is played.",
        isThumbnail: true)
    let share = material.shareNearer(game.onTheWay.last?.values ?? photographs, than: photographs)
    notebook.expect(
        "After the game more scenes are nearer to their drawings than before: share (by chance 0.5)", share,
        .above(0.75))
    return game
}
//:end

//: Blue skies get bluer and all colours stronger; grain stays. At 64 pixels and after three hundred rounds, these are not drawings. But most scenes come nearer to their drawings, and nobody showed the network what the street should look like. Some changes are wrong: the road takes a tint that no drawing has. The
//: discriminator judges patches, and a tinted patch could be a piece of something else.
//:
//: > **What is normal.** Content *rises* when the game begins, because the initialisation had nothing else to do. The generator's whole loss does not fall for long.
//: > Worry when content rises without end, or when all pictures get the same tint in the same place.
//:
