import Colorization
import Figures
import Foundation
import LessonKit
import Networks
import TensorCore
import Training

//: ## A fair game
//:
//: Nobody knows $D^\ast$; a network has to learn it, while the other player moves. The losses are short. Both are cross-entropies of
//: the discriminator's logits, $D$ being their sigmoid:

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

//: In a step the discriminator moves first, on a batch that was made and then cut off from the generator's tape. The generator moves
//: second, through a discriminator whose numbers are constants on its tape. `turns` is how many steps the generator has for
//: each one of the discriminator; the remedies will be needed later.

func trainAdversarially(
    _ networks: some AdversarialNetworks, _ remedy: Remedy = .none, turns: Int = 1, rate: Double, _ run: TrainingRun,
    resuming: Bool
) throws -> TrainingLog {
    let maker = Adam(networks.generator, learningRate: rate, beta1: 0.5)
    let critic = Adam(networks.discriminator, learningRate: rate, beta1: 0.5)
    var run = run
    run.keep(networks.generator, maker, as: "generator")
    run.keep(networks.discriminator, critic, as: "discriminator")
    return try run.train(resuming: resuming) { number, random in
        let codes = Tensor(normalWithMean: 0, shape: [networks.batch, networks.latent], using: &random)
        let tape = Tape(learning: networks.generator.parameters)
        let features = networks.features(of: codes, .training(tape))
        let made = networks.samples(from: features, .training(tape))
        func evaluated(_ samples: Tensor, _ tape: Tape) -> Tensor {
            networks.logits(of: samples, comparing: remedy == .comparison, .training(tape))
        }

        if number % turns == 0 {
            let critical = Tape(learning: networks.discriminator.parameters)
            let truth = try networks.truth(at: number / turns, using: &random)
            let loss = discriminatorLoss(
                onTrue: evaluated(truth, critical), onMade: evaluated(made.detached, critical),
                smoothing: remedy == .smoothing ? 0.25 : 0)
            critic.step(critical.gradients(of: loss))
        }

        let deceit = GeneratorLoss.nonSaturating(evaluated(made, tape))
        let loss =
            switch remedy {
            case .features:
                deceit + meanSquaredError(networks.codes(readFromFeatures: features, .training(tape)), codes)
            case .samples:
                deceit + meanSquaredError(networks.codes(readFromSamples: made, .training(tape)), codes)
            case .none, .smoothing, .comparison: deceit
            }
        maker.step(tape.gradients(of: loss))
        return ["generator": deceit.item]
    }
}

//: The first game is for points of the plane. The truth is eight narrow Gaussians on a circle; codes are eight normal numbers; both
//: players are networks of two hidden layers of 64. Look at how what is made spreads over the circle.

//:fold What is measured and drawn: `ringGame`
/// A game on the ring, looked at after each tenth of its steps.
func ringGame(
    _ name: String, _ remedy: Remedy = .none, turns: Int = 1, in notebook: Notebook
) throws -> [RingSamples] {
    var random = notebook.generator(1)
    let networks = RingNetworks(using: &random)
    let codes = Tensor(normalWithMean: 0, shape: [1000, networks.latent], using: &random)
    let steps = notebook.scale.choose(tiny: 10, quick: 3000, full: 20_000)
    var run = notebook.trainingRun("ring, \(name)", steps: steps)
    let looks = run.snapshots("points", at: (0...10).map { $0 * steps / 10 }) { networks.samples(of: codes) }
    _ = try trainAdversarially(networks, remedy, turns: turns, rate: 2e-3, run, resuming: notebook.isResuming)
    if remedy == .features {
        let features = networks.features(of: codes, .inference)
        let missed = meanSquaredError(networks.codes(readFromFeatures: features, .inference), codes)
        notebook.expect(
            "The features keep the code: share of its variance that is not read", missed.item, .below(0.5))
    }
    return looks.taken.map { RingSamples($0.values, after: $0.step) }
}
//:end

func fairGame(in notebook: Notebook) throws {
    let looks = try ringGame("turn by turn", in: notebook)
    try notebook.show(
        Panels(
            "", [0, 1, 2, 4, 6, 10].map { drawing(of: looks[$0], "step \(looks[$0].step)") }, columns: 3,
            size: (900, 620)),
        named: "game", "Points that the generator makes (blue), at six moments; the eight modes in orange."
    )
    let end = looks[looks.count - 1]
    notebook.expect("All modes are found: how many, in effect", end.modesInEffect, .above(7))
    notebook.expect("… and mostly met: share of points within 5 deviations", end.hitShare, .above(0.7))
}

//: A blot in the middle becomes a streak, the streak a ring, and the ring gathers at the eight modes. Thin bridges stay between them: the
//: generator is continuous, and so cannot jump from one mode to the next without making a little of what lies between.
//:
//: ## A collapse, made on purpose
//:
//: Nothing in the generator's loss asks for variety. Only the discriminator does, and only after the fact: when one place is made too
//: often, that place becomes suspect. Give the generator five steps for each one of the discriminator, and it can do better than to
//: cover all modes: it finds the *one* place that the discriminator, as it now stands, likes best, and makes it of every code.
//: When the discriminator gets its turn and forbids it, the generator moves on.
//:
//: That is the experiment. All games begin with the same numbers; each of the impatient ones has one remedy:
//:
//: - *Label smoothing*: the discriminator's target for the truth is 0.75, so it is never quite sure.
//: - *The code is read from features.* IllustrationGAN's latent predictor: a network reads the code $z$ again from the
//:   generator's features, and the generator is told its squared error. It cannot afford to make the same features of all codes.
//: - *The code is read from samples*: the same, but from what was made in the end, as InfoGAN does with a part of the code.
//: - *Minibatch discrimination* (Salimans et al. 2016, also of IllustrationGAN): beside a sample's own features, the discriminator sees
//:   how close it is to the others of its batch, $\sum_j \exp(-\Vert M_i - M_j\Vert_1)$ for each of some learnt kernels, where $M_i$
//:   are a few numbers made of the features of sample $i$. A generator that makes one thing over and over is found out at once.

//:fold What is measured and drawn: `collapse`
func collapse(in notebook: Notebook) throws {
    let games = try Remedy.allCases.map { remedy in
        (remedy: remedy, looks: try ringGame(remedy.rawValue, remedy, turns: 5, in: notebook))
    }
    let moments = [4, 7, 10]
    let panels = games.flatMap { game in
        moments.map { drawing(of: game.looks[$0], "\(game.remedy.rawValue): \(game.looks[$0].step)") }
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
        case .smoothing, .features:
            notebook.expect("Not cured by \(game.remedy.rawValue): modes in effect", modes, .below(2.5))
        case .samples, .comparison:
            notebook.expect("Cured by \(game.remedy.rawValue): modes in effect", modes, .above(5))
        }
    }
}
//:end

//: The collapse is complete: at any moment *one* blot is made of all thousand codes, often beside a mode because it is on its way to
//: the next one. A surer or less sure discriminator makes no difference to that. Minibatch discrimination cures it, and so does reading
//: the code from the samples.
//:
//: The latent predictor does **not**, and it is worth seeing why. It reads *features*, and they do keep the code; but between them and
//: the sample stands one more layer, which is free to ignore them, and does. IllustrationGAN's predictor guards the generator's
//: dense layers and nothing behind them; what guards its pictures is the minibatch discrimination.
