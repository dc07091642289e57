import Colorization
import Figures
import Foundation
import LessonKit
import Networks
import TensorCore
import Training

//: ## A fair game
//:
//: Nobody knows $D^\ast$, so a network learns it while the other player moves. Both losses are cross-entropies of its logits.

//:fold The generator's two losses, and the discriminator's
/// What the generator is told, from the logits of what it made.
enum GeneratorLoss: String, CaseIterable {
    case minimax
    case nonSaturating = "non-saturating"

    func callAsFunction(_ logits: Tensor) -> Tensor {
        switch self {
        // The mean of log(1 − D).
        case .minimax: -sigmoidCrossEntropy(logits, Tensor(zeros: logits.shape))
        // The mean of −log D.
        case .nonSaturating: sigmoidCrossEntropy(logits, Tensor(repeating: 1, shape: logits.shape))
        }
    }
}

/// What the discriminator is told: −V(D, q). With smoothing it is never to be quite sure of the truth.
func discriminatorLoss(onTrue: Tensor, onMade: Tensor, smoothing: Float = 0) -> Tensor {
    sigmoidCrossEntropy(onTrue, Tensor(repeating: 1 - smoothing, shape: onTrue.shape))
        + sigmoidCrossEntropy(onMade, Tensor(zeros: onMade.shape))
}

//:end

//: In a step the discriminator moves first. It sees a batch of true samples and one that was made, which is cut off from the generator's
//: tape (`detached`):

func discriminatorStep(
    _ networks: some AdversarialNetworks, _ critic: Adam, _ remedy: Remedy, truth: Tensor, made: Tensor
) {
    let tape = Tape(learning: networks.discriminator.parameters)
    func logits(_ samples: Tensor) -> Tensor {
        networks.logits(of: samples, comparing: remedy == .comparison, .training(tape))
    }
    let loss = discriminatorLoss(
        onTrue: logits(truth), onMade: logits(made.detached), smoothing: remedy == .smoothing ? 0.25 : 0)
    critic.step(tape.gradients(of: loss))
}

//: The generator moves second, through a discriminator whose weights are constants on its tape:

/// `tape` is the generator's, on which `made` and its `features` were computed from the `codes`.
func generatorStep(
    _ networks: some AdversarialNetworks, _ maker: Adam, _ remedy: Remedy, _ tape: Tape, codes: Tensor,
    features: Tensor, made: Tensor
) -> Tensor {
    let logits = networks.logits(of: made, comparing: remedy == .comparison, .training(tape))
    let deceit = GeneratorLoss.nonSaturating(logits)
    let loss =
        switch remedy {
        case .features: deceit + meanSquaredError(networks.codes(readFromFeatures: features, .training(tape)), codes)
        case .samples: deceit + meanSquaredError(networks.codes(readFromSamples: made, .training(tape)), codes)
        case .none, .smoothing, .comparison: deceit
        }
    maker.step(tape.gradients(of: loss))
    return deceit
}

//: `turns` is the number of the generator's steps for each one of the discriminator:

func trainAdversarially(
    _ networks: some AdversarialNetworks, _ remedy: Remedy = .none, turns: Int = 1, rate: Double,
    _ begun: TrainingRun, resuming: Bool
) throws -> TrainingLog {
    let maker = Adam(networks.generator, learningRate: rate, beta1: 0.5)
    let critic = Adam(networks.discriminator, learningRate: rate, beta1: 0.5)
    let run = begun.keeping(networks, maker, critic)
    return try run.train(resuming: resuming) { number, random in
        let codes = Tensor(normalWithMean: 0, shape: [networks.batch, networks.latent], using: &random)
        let tape = Tape(learning: networks.generator.parameters)
        let features = networks.features(of: codes, .training(tape))
        let made = networks.samples(from: features, .training(tape))
        if number % turns == 0 {
            let truth = try networks.truth(at: number / turns, using: &random)
            discriminatorStep(networks, critic, remedy, truth: truth, made: made)
        }
        let deceit = generatorStep(networks, maker, remedy, tape, codes: codes, features: features, made: made)
        return ["generator": deceit.item]
    }
}

//: The first game is played in the plane. The truth is eight narrow Gaussians on a circle; codes are eight normal numbers; both
//: networks have two hidden layers of 64. *Modes in effect* is $e$ to the entropy of the shares that the modes have of the points: 8 if all are
//: equally frequent, 1 if there is only one, and 0 if no point is within five deviations of any mode. What will the first points that the generator makes look like?

//:fold What is measured and drawn: `ringGame`
/// A game on the ring, looked at after each tenth of its steps.
func ringGame(
    _ name: String, _ remedy: Remedy = .none, turns: Int = 1, in notebook: Notebook
) throws -> (looks: [RingSamples], unread: Float) {
    var random = notebook.generator(1)
    let networks = RingNetworks(using: &random)
    let codes = Tensor(normalWithMean: 0, shape: [1000, networks.latent], using: &random)
    let steps = notebook.scale.choose(tiny: 10, quick: 3000, full: 10_000)
    var run = notebook.trainingRun("ring, \(name)", steps: steps)
    let looks = run.snapshots("points", at: (0...10).map { $0 * steps / 10 }) { networks.samples(of: codes) }
    _ = try trainAdversarially(networks, remedy, turns: turns, rate: 2e-3, run, resuming: notebook.isResuming)
    let features = networks.features(of: codes, .inference)
    let unread = meanSquaredError(networks.codes(readFromFeatures: features, .inference), codes).item
    return (looks.taken.map { RingSamples($0.values, after: $0.step) }, unread)
}

func fairGame(in notebook: Notebook) throws {
    let looks = try ringGame("turn by turn", in: notebook).looks
    try notebook.show(
        Panels(
            "", [0, 1, 2, 4, 6, 10].map { drawing(of: looks[$0], "step \(looks[$0].step)") }, columns: 3,
            size: (900, 620)),
        named: "game", "Points that the generator makes (blue), at six moments; the eight modes in orange."
    )
    try notebook.show(
        FiguresInMotion(looks.map { drawing(of: $0, "step \($0.step)") }, hundredths: 70), named: "game-in-motion",
        "The same game in motion, at each tenth of it.")
    let end = looks[looks.count - 1]
    notebook.expect("All modes are found: how many, in effect", end.modesInEffect, .above(7))
    notebook.expect("… and mostly met: share of points within 5 deviations", end.hitShare, .above(0.7))
}
//:end

//: The blot spreads and becomes a ring, and the ring gathers at the eight modes. Thin bridges remain, because a continuous generator cannot jump.
//:
//: ## A collapse, made on purpose
//:
//: Nothing in the generator's loss asks for variety. Only the discriminator does, and only afterwards: it learns to reject a place that is
//: made too often. Give the generator five steps for each one of the discriminator. Then it finds the *one* place that the present
//: discriminator likes best, and makes it from every code. When the discriminator has learnt to reject that place, the generator moves on.
//:
//: All of the following games begin with the same numbers and have five steps for one. The first has no remedy, and each of the others has one:
//:
//: - *Label smoothing*: the discriminator's target for the truth is 0.75, so it is never quite sure.
//: - *Code read from features*, IllustrationGAN's latent predictor: a network reads the code $z$ from the
//:   generator's features, and its squared error is added to the generator's loss. So different codes must have different features.
//: - *Code read from samples*: the same, but from what was made in the end, as InfoGAN does with a part of the code.
//: - *Minibatch discrimination* (Salimans and others, also in IllustrationGAN): the discriminator sees, beside a sample's own features,
//:   how close it is to the others of its batch, $\sum_j \exp(-\Vert M_i - M_j\Vert_1)$. Here $M_i$ are a few learnt numbers of sample $i$.
//:
//: Which of them will help?

//:fold What is measured and drawn: `collapse`
func collapse(in notebook: Notebook) throws {
    let games = try Remedy.allCases.map { remedy in
        let game = try ringGame(remedy.rawValue, remedy, turns: 5, in: notebook)
        return (remedy: remedy, looks: game.looks, unread: game.unread)
    }
    let moments = [4, 7, 10]
    let panels = games.flatMap { game in
        moments.map { drawing(of: game.looks[$0], "\(game.remedy.rawValue), step \(game.looks[$0].step)") }
    }
    try notebook.show(
        Panels("", panels, columns: moments.count, size: (960, 1500)), named: "collapse",
        "Five steps of the generator for one of the discriminator: three moments of five games.")
    // The second half of each game: one look may catch it in between two modes.
    func mean(_ looks: [RingSamples], _ measure: (RingSamples) -> Double) -> Double {
        looks.suffix(5).reduce(0) { $0 + measure($1) / 5 }
    }
    notebook.table(
        ["second half of the game", "modes in effect", "share of points in a mode"],
        games.map { game in
            [game.remedy.rawValue, rounded(mean(game.looks, \.modesInEffect)), rounded(mean(game.looks, \.hitShare))]
        })
    for game in games {
        let modes = mean(game.looks, \.modesInEffect)
        switch game.remedy {
        case .none: notebook.expect("An impatient generator collapses: modes in effect", modes, .below(2))
        case .smoothing:
            notebook.expect("Not cured by \(game.remedy.rawValue): modes in effect", modes, .below(2.5))
        case .features:
            notebook.expect("Not cured by \(game.remedy.rawValue): modes in effect", modes, .below(2.5))
            notebook.expect(
                "… although the features keep the code: share of its variance that cannot be read", game.unread,
                .below(0.1))
        case .samples, .comparison:
            notebook.expect("Cured by \(game.remedy.rawValue): modes in effect", modes, .above(5))
        }
    }
}
//:end

//: The collapse is complete: at any moment all thousand codes make *one* blot or streak, often between two modes. (Such looks count as 0 modes in the
//: table.) Label smoothing changes nothing. Minibatch discrimination cures the collapse, and so does reading the code from the samples.
//:
//: The latent predictor does **not**. The *features* do keep the code, but one more layer stands between them and the sample, and it learns
//: to ignore them. So IllustrationGAN's predictor protects the generator's dense layers only. Its pictures are protected by the minibatch
//: discrimination.
//:
