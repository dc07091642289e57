import ArgumentParser
import Basics
import Datasets
import Drawings
import FaceGeneration
import Figures
import Foundation
import LessonKit
import Models
import Networks
import TensorCore
import Training

@main
struct Rivals: Lesson {
    static let card = LessonCard(
        6, "rivals", title: "The rivals",
        idea: "a generator learns from a critic that learns with it: DCGAN and IllustrationGAN beside the autoencoder"
    )

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        try bestDiscriminator(in: notebook)
        try walks(in: notebook)
        try fairGame(in: notebook)
        try collapse(in: notebook)
        let arena = try arena(in: notebook)
        try silence(in: arena)
        let rivals = [
            try trainedVAE(in: arena), try trainedDCGAN(in: arena), try trainedIllustrationGAN(in: arena),
        ]
        try compare(rivals, in: arena)
        try collapseOfFaces(in: arena)
    }
}

//: # 06 · The rivals
//:
//: Everyone believes, says the article behind lesson 05, that only adversarial networks draw sharp pictures, and hardly anyone
//: has tried what an autoencoder can do. It names two rivals: jayleicn's animeGAN, a DCGAN, and tdrussell's
//: IllustrationGAN. This lesson builds both, trains them beside the autoencoder on the same faces, and measures what each is good
//: for. Before that it asks what such a network minimises, and makes one fail on purpose.
//:
//: ## Two players
//:
//: A *generator* $G$ makes pictures of random codes $z$; call the density of what it makes $q$. A *discriminator* $D$ says how
//: likely it takes a picture to be true, $D(x) \in (0, 1)$. The discriminator wants to be right, the generator wants it to be wrong:
//:
//: $$ \min_G \max_D V(D, q), \qquad V(D, q) = \mathbb E_{x\sim p}[\log D(x)] + \mathbb E_{x\sim q}[\log (1 - D(x))] $$
//:
//: No likelihood is written down anywhere: samples of both densities are enough. What is minimised in the end? For a fixed $q$
//: the best answer at $x$ weighs how often $x$ is true against how often it is made:
//:
//: $$ D^\ast(x) = \frac{p(x)}{p(x) + q(x)}, \qquad
//: V(D^\ast, q) = \mathrm{KL}[p\Vert m] + \mathrm{KL}[q\Vert m] - \log 4, \qquad m = \frac{p + q}2 $$
//:
//: Half of the two divergences is the *Jensen–Shannon divergence*, $\mathrm{JS}[p, q]$. It measures both densities against
//: their mean, which is 0 nowhere where one of them is not: it is never infinite, and never above $\log 2$.
//:
//: The generator has a second way to be told. In the beginning the discriminator is nearly sure, $D \approx 0$ on everything made,
//: and there $\log(1 - D)$ is flat. So in practice the generator maximises $\log D$ instead, the *non-saturating* loss. It wants
//: the same, and is no longer the same game: with the best discriminator held still, its gradient is that of
//:
//: $$ \mathrm{KL}[q\Vert p] - 2 \mathrm{JS}[p, q] $$
//:
//: (Arjovsky and Bottou 2017, theorem 2.5). All of this can be checked on a grid, with lesson 01's density of two modes as $p$;
//: [`Densities.swift`](../../Lessons/06-rivals/Densities.swift) has the integrals.

func bestDiscriminator(in notebook: Notebook) throws {
    let q = normal(0.5, 1.2)
    let best = bestDiscriminator(of: target, against: q)
    notebook.expect(
        "With the best discriminator the value is 2·JS − log 4: difference",
        abs(value(of: best, on: q) - (2 * jensenShannon(target, q) - log(4))), .below(1e-9))
    let worse = [-0.05, 0.05].map { shift in
        value(of: best.map { 1 / (1 + exp(-(log($0 / (1 - $0)) + shift))) }, on: q)
    }
    notebook.expect(
        "A discriminator a little more or less trusting does worse: lead of the best",
        value(of: best, on: q) - (worse.max() ?? .nan), .above(1e-6))
    let apart = jensenShannon(normal(-5, 0.3), normal(5, 0.3))
    notebook.expect("Densities that do not touch: JS − log 2", apart - log(2), .near(0, tolerance: 1e-6))
    let gap = [(-1.0, 0.0), (0.5, 0.2), (1.5, -0.5)].map { mean, logDeviation in
        let held = Objective.nonSaturating.slopes(atMean: mean, logDeviation: logDeviation)
        let reverse = Objective.reverse.slopes(atMean: mean, logDeviation: logDeviation)
        let twice = Objective.minimax.slopes(atMean: mean, logDeviation: logDeviation)
        return max(abs(held.0 - (reverse.0 - twice.0)), abs(held.1 - (reverse.1 - twice.1)))
    }
    notebook.expect(
        "The non-saturating slopes are those of KL[q‖p] − 2·JS: largest difference", gap.max() ?? .nan, .below(1e-5))
}

//: In lesson 01 $\mathrm{KL}[p\Vert q]$ covered both modes and $\mathrm{KL}[q\Vert p]$ sat down on one. Where do the generator's two
//: losses belong? Let a single Gaussian walk downhill on each, from four starts; the discriminator is always the best.

func walks(in notebook: Notebook) throws {
    let starts = [(-4.0, 1.0), (0.4, 0.4), (-0.4, 0.4), (4, 1)]
    let ends = Objective.allCases.map { objective in
        starts.map { descend(objective, fromMean: $0, deviation: $1) }
    }
    notebook.table(
        ["start (µ, σ)"] + Objective.allCases.map(\.rawValue),
        starts.indices.map { index in
            ["\(rounded(starts[index].0)), \(rounded(starts[index].1))"]
                + ends.map { "\(rounded($0[index].mean)), \(rounded($0[index].deviation))" }
        })
    try notebook.show(
        drawing(of: ends), named: "walks",
        "The Gaussians that each objective leads to: they cover both modes, or pick one.")
    for (objective, ends) in zip(Objective.allCases, ends) {
        let widths = ends.map(\.deviation).sorted()
        switch objective {
        case .forward: notebook.expect("KL[p‖q] covers both modes: smallest σ", widths[0], .above(1.5))
        case .minimax:
            notebook.expect("JS covers both from some starts: largest σ", widths[3], .above(1.5))
            notebook.expect("… and picks one from another: smallest σ", widths[0], .below(0.6))
        case .nonSaturating, .reverse:
            notebook.expect("\(objective.rawValue) picks one: largest σ", widths[3], .below(0.6))
        }
    }
    let (mode, cover) = (jensenShannon(target, normal(-2, 0.5)), jensenShannon(target, normal(-0.4, 2)))
    notebook.say("JS on the left mode alone: \(rounded(mode)); over both modes: \(rounded(cover)).")
}

//: So the Jensen–Shannon divergence stands between the two: it has both kinds of minimum, and the start decides. The one mode is
//: even the deeper one here. And the loss that everybody uses in its place behaves like $\mathrm{KL}[q\Vert p]$: it never covers.
//: But a generator that is a network can make two modes of one Gaussian; what a real one does depends on a third thing, the path
//: on which both players move.
//:
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

func play(
    _ players: some Players, _ remedy: Remedy = .none, turns: Int = 1, rate: Double, _ run: TrainingRun,
    resuming: Bool
) throws -> TrainingLog {
    let maker = Adam(players.generator, learningRate: rate, beta1: 0.5)
    let critic = Adam(players.discriminator, learningRate: rate, beta1: 0.5)
    var run = run
    run.keep(players.generator, maker, as: "generator")
    run.keep(players.discriminator, critic, as: "discriminator")
    return try run.train(resuming: resuming) { number, random in
        let codes = Tensor(normalWithMean: 0, shape: [players.batch, players.latent], using: &random)
        let tape = Tape(learning: players.generator.parameters)
        let features = players.features(of: codes, .training(tape))
        let made = players.samples(from: features, .training(tape))
        func judged(_ samples: Tensor, _ tape: Tape) -> Tensor {
            players.logits(of: samples, comparing: remedy == .comparison, .training(tape))
        }

        if number % turns == 0 {
            let critical = Tape(learning: players.discriminator.parameters)
            let truth = try players.truth(at: number / turns, using: &random)
            let loss = discriminatorLoss(
                onTrue: judged(truth, critical), onMade: judged(made.detached, critical),
                smoothing: remedy == .smoothing ? 0.25 : 0)
            critic.step(critical.gradients(of: loss))
        }

        let deceit = GeneratorLoss.nonSaturating(judged(made, tape))
        let loss =
            switch remedy {
            case .features:
                deceit + meanSquaredError(players.codes(readFromFeatures: features, .training(tape)), codes)
            case .samples:
                deceit + meanSquaredError(players.codes(readFromSamples: made, .training(tape)), codes)
            case .none, .smoothing, .comparison: deceit
            }
        maker.step(tape.gradients(of: loss))
        return ["generator": deceit.item]
    }
}

//: The first game is for points of the plane. The truth is eight narrow Gaussians on a circle; codes are eight normal numbers; both
//: players are networks of two hidden layers of 64. Look at how what is made spreads over the circle.

/// A game on the ring, looked at after each tenth of its steps.
func ringGame(
    _ name: String, _ remedy: Remedy = .none, turns: Int = 1, in notebook: Notebook
) throws -> [RingSamples] {
    var random = notebook.generator(1)
    let players = RingPlayers(using: &random)
    let codes = Tensor(normalWithMean: 0, shape: [1000, players.latent], using: &random)
    let steps = notebook.scale.choose(tiny: 10, quick: 3000, full: 20_000)
    var run = notebook.trainingRun("ring, \(name)", steps: steps)
    let looks = run.snapshots("points", at: (0...10).map { $0 * steps / 10 }) { players.samples(of: codes) }
    _ = try play(players, remedy, turns: turns, rate: 2e-3, run, resuming: notebook.isResuming)
    if remedy == .features {
        let features = players.features(of: codes, .inference)
        let missed = meanSquaredError(players.codes(readFromFeatures: features, .inference), codes)
        notebook.expect(
            "The features keep the code: share of its variance that is not read", missed.item, .below(0.5))
    }
    return looks.taken.map { RingSamples($0.values, after: $0.step) }
}

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

//: The collapse is complete: at any moment *one* blot is made of all thousand codes, often beside a mode because it is on its way to
//: the next one. A surer or less sure discriminator makes no difference to that. Minibatch discrimination cures it, and so does reading
//: the code from the samples.
//:
//: The latent predictor does **not**, and it is worth seeing why. It reads *features*, and they do keep the code; but between them and
//: the sample stands one more layer, which is free to ignore them, and does. IllustrationGAN's predictor guards the generator's
//: dense layers and nothing behind them; what guards its pictures is the minibatch discrimination.

//: ## Faces, and how to measure them
//:
//: The faces are lesson 05's: drawn, cut out as a detector would. At the quick scale they are 32×32, with their networks' tables
//: as they stand and only the smallest map halved; the full scale has 64×64. Nobody reads a likelihood off a GAN, so samples have
//: to be judged by themselves, against true faces:
//:
//: - **Sharpness**: the squared difference of neighbouring pixels, over that of true faces. Blur lowers it; noise raises it.
//: - **Spread**: how different two samples are, over how different two true faces are. A collapse lowers it.
//: - **Distance**: a small network, the *reader*, learns to tell hair colour, hair length, skin and mouth of drawn faces. From its 32
//:   last features a Gaussian is fitted to samples, another to true faces, and between two Gaussians there is a closed form, the squared
//:   Fréchet distance $|\mu_1 - \mu_2|^2 + \mathrm{tr}(C_1 + C_2 - 2(C_1^{1/2} C_2 C_1^{1/2})^{1/2})$. With the features of a large
//:   photo network it is the usual FID; ours has a scale of its own.
//: - **Layout**: the same distance between grey thumbnails of 8×8, which sees whether there is a face at all.
//: - **Coverage**: what the reader reads on the samples: how many hair colours in effect (e to the entropy of their shares), and
//:   how many combinations of the four traits.

func arena(in notebook: Notebook) throws -> Arena {
    let drawn = DrawnFaces(seed: notebook.seed, size: notebook.scale == .full ? 64 : 32)
    func crops(_ count: Int, _ part: DatasetPart) -> FaceCrops {
        FaceCrops(drawn, count: count, part: part, isPlain: notebook.scale != .full)
    }
    let faces = crops(notebook.scale.choose(tiny: 64, quick: 4000, full: 50_000), .training)
    let heldOut = crops(notebook.scale.choose(tiny: 40, quick: 400, full: 2000), .heldOut)

    var random = notebook.generator(2)
    let reader = FaceReader(side: drawn.size).initialised(using: &random)
    let run = notebook.trainingRun("reader", steps: notebook.scale.choose(tiny: 2, quick: 400, full: 2000))
    _ = try reader.train(on: faces, run, resuming: notebook.isResuming)
    notebook.table(
        ["trait", "classes", "read rightly on faces held out"],
        FaceTrait.allCases.map { trait in
            let share = 100 * reader.accuracy(on: heldOut, of: trait)
            return ["\(trait.rawValue)", "\(trait.classes.count)", "\(rounded(share, digits: 2)) %"]
        })
    let yardstick = FaceEvaluation(faces.batch(0..<heldOut.count), reader: reader)
    try calibrate(yardstick, on: heldOut.batch(0..<heldOut.count), in: notebook)
    return try Arena(faces, heldOut, yardstick, in: notebook)
}

//: A measure that nobody has tested is a rumour. So first what is known: true faces that were held out, the same ones blurred, one face
//: again and again, and noise.

func calibrate(_ yardstick: FaceEvaluation, on faces: Tensor, in notebook: Notebook) throws {
    let side = faces.shape[3]
    let blurred = faces.averagePooled(size: 4).resized(toHeight: side, width: side, .bilinear)
    var random = notebook.generator(3)
    let noise = Tensor(uniformIn: 0...1, shape: faces.shape, using: &random)
    let one = faces.sliced(axis: 0, 0..<1).broadcast(to: faces.shape)
    let cases = [
        ("true, held out", faces), ("the same, blurred", blurred),
        ("one face, a little noise", one + 0.05 * (noise - 0.5)), ("noise", noise),
    ].map { ($0, yardstick.scores(of: $1)) }
    notebook.table(scoreTitles, cases.map { scoreRow($0, $1) })
    let (truth, blur, single) = (cases[0].1, cases[1].1, cases[2].1)
    notebook.expect("True faces are as sharp as true faces", truth.sharpness, .near(1, tolerance: 0.1))
    notebook.expect("Blur is seen: sharpness", blur.sharpness, .below(0.3))
    notebook.expect("… and its distance, over that of true faces", blur.distance / truth.distance, .above(3))
    notebook.expect("One face is seen as such: spread", single.spread, .below(0.2))
    notebook.expect("… its distance, over that of true faces", single.distance / truth.distance, .above(3))
    notebook.expect("… and its hair colours, in effect", single.hairColors, .below(1.5))
}

//: Noise is *sharper* than any face: sharpness alone is no praise, and is always to be read beside a distance.
//:
//: ## Nearly sure is nearly silent
//:
//: Before anything is trained: why the second loss? Let a DCGAN's discriminator learn alone, for a few dozen steps, against a
//: generator that stands still, and measure the gradient that the generator *would* get from each loss.
//:
//: By the chain rule both pass through the logit $l$, where $D = \sigma(l)$: $\frac{d}{dl}\log(1-D) = -D$ and
//: $\frac{d}{dl}(-\log D) = -(1 - D)$. The surer the discriminator, the smaller the first, and the nearer to 1 the second.

func silence(in arena: Arena) throws {
    let notebook = arena.notebook
    var random = notebook.generator(4)
    let width = notebook.scale.choose(tiny: 2, quick: 8, full: 64)
    let generator = DCGANGenerator(width: width, side: arena.side).initialised(using: &random)
    let discriminator = DCGANDiscriminator(width: width, side: arena.side).initialised(using: &random)
    let adam = Adam(discriminator, learningRate: 2e-4, beta1: 0.5)
    let steps = notebook.scale.choose(tiny: 2, quick: 100, full: 100)
    var sizes = GeneratorLoss.allCases.map { _ in [Double]() }
    for step in 0..<steps {
        let codes = Tensor(normalWithMean: 0, shape: [arena.batch, generator.latent], using: &random)
        for (index, loss) in GeneratorLoss.allCases.enumerated() {
            let tape = Tape(learning: generator.parameters)
            let logits = discriminator(generator(codes, .training(tape)), .training(tape))
            sizes[index].append(Double(tape.gradients(of: loss(logits)).norm(of: generator.parameters)))
        }
        let tape = Tape(learning: discriminator.parameters)
        let loss = discriminatorLoss(
            onTrue: discriminator(try arena.pictures(at: step), .training(tape)),
            onMade: discriminator(generator(codes, .training(Tape())), .training(tape)))
        adam.step(tape.gradients(of: loss))
    }
    let empty = Figure(
        "What the generator hears while the discriminator learns", x: "steps of the discriminator alone",
        y: "norm of the generator's gradient"
    ).logarithmicY()
    try notebook.show(
        zip(GeneratorLoss.allCases, sizes).reduce(empty) {
            $0.curve((0..<steps).map(Double.init), $1.1, $1.0.rawValue)
        },
        named: "silence", "The gradient of both losses, as the discriminator becomes surer.")
    // The last fifth, since a batch is not as the next.
    let last = sizes.map { $0.suffix(max(1, steps / 5)).reduce(0, +) }
    notebook.expect("At first both are alike: ratio of the norms", sizes[1][0] / sizes[0][0], .within(0.5...2))
    notebook.expect("In the end the minimax gradient is nearly gone: ratio", last[1] / last[0], .above(8))
}

//: Within a hundred steps the discriminator is so sure that minimax is nearly silent, at the very time when the generator has most to
//: learn. The other loss speaks as loudly as at first, or louder. From here on it is the only one.
//:
//: ## Three models, one budget
//:
//: Now the race. All three see the same faces. At the quick scale each gets a minute or so of one core, which is very little, and networks
//: of width 16 in place of 64. The full scale has the originals' tables, and takes days on two cores.
//:
//: The first is the **autoencoder** of lesson 05, by its own plan. Faces of 32×32 have a quarter of the squared errors, so half the
//: deviation $\sigma$ of the observation keeps the balance with the KL.

func trainedVAE(in arena: Arena) throws -> Rival {
    let notebook = arena.notebook
    var plan = FaceVAEPlan(for: notebook.scale)
    plan.sigma *= Float(arena.side) / Float(FaceVAE.side)
    let run = notebook.trainingRun("VAE", steps: plan.steps, settings: plan.settings)
    let (network, log) = try FaceVAETraining(plan, on: arena.faces).train(run, resuming: notebook.isResuming)
    var random = notebook.generator(5)
    let codes = Tensor(normalWithMean: 0, shape: [arena.sampleCount, network.latent], using: &random)
    let samples = network.decode(codes, .inference)
    return Rival(name: "VAE", log: log, samples: samples, scores: arena.scores(of: samples), looks: [])
}

//: The second is the **DCGAN** of jayleicn's animeGAN. Its tables stand in `Models`: transposed convolutions up from a code of 100
//: normal numbers, strided ones down to one logit, batch norm nearly everywhere, no biases, every weight begun as
//: $\mathcal N(0, 0.02^2)$, and one more convolution in the generator than usual. A step is the one of the game on the ring. His best
//: run smoothed the labels: the target for true faces is 0.9.

func trainedDCGAN(in arena: Arena) throws -> Rival {
    var random = arena.notebook.generator(6)
    let scale = arena.notebook.scale
    let width = scale.choose(tiny: 2, quick: 16, full: 64)
    let generator = DCGANGenerator(width: width, side: arena.side).initialised(using: &random)
    let discriminator = DCGANDiscriminator(width: width, side: arena.side).initialised(using: &random)
    let rate = scale.choose(tiny: 2e-4, quick: 5e-4, full: 2e-4)
    let (maker, critic) = (
        Player("generator", generator, rate: rate), Player("discriminator", discriminator, rate: rate)
    )
    func codes(_ count: Int, _ random: inout SeededGenerator) -> Tensor {
        Tensor(normalWithMean: 0, shape: [count, generator.latent], using: &random)
    }
    let looked = codes(arena.sampleCount, &random)
    let steps = scale.choose(tiny: 8, quick: 2000, full: 45_000)
    return try arena.train("DCGAN", steps: steps, [maker, critic], sampling: { generator(looked, .inference) }) {
        number, random in
        let tape = Tape(learning: generator.parameters)
        let made = generator(codes(arena.batch, &random), .training(tape))

        let critical = Tape(learning: discriminator.parameters)
        let judged = discriminatorLoss(
            onTrue: discriminator(try arena.pictures(at: number), .training(critical)),
            onMade: discriminator(made.detached, .training(critical)), smoothing: 0.1)
        critic.adam.step(critical.gradients(of: judged))

        let loss = GeneratorLoss.nonSaturating(discriminator(made, .training(tape)))
        maker.adam.step(tape.gradients(of: loss))
        return ["discriminator": judged.item, "generator": loss.item]
    }
}

//: The third is **IllustrationGAN**. Its generator first makes features of a code with dense layers, then doubles and convolves; and
//: it has two of the remedies above: the *latent predictor*, which reads the code again from the features, and *minibatch
//: discrimination*. The original takes the predictor's step with an optimiser of its own; here, as in jayleicn's copy, both losses
//: are added.
//:
//: Its own tables need more time than the quick scale has. Trained narrow for 1500 steps they made coloured swirls: dropout takes
//: half of what few channels there are, nothing is normed in the dense layers, and the original had up to a million steps. So the full
//: scale has the tables, and the quick one has both devices on the DCGAN's generator.
//:
//: In the DCGAN's *discriminator* the second device did harm: its cross-entropy lay on the floor from the start, and samples grew alike
//: (a spread of 0.3 to 0.5 at three seeds). A likely reason: behind batch norm the features of a picture already depend on the rest of
//: its batch, and batches of true and of made pictures are told apart by their statistics alone. In a discriminator without batch norm, and
//: one layer shallower, the same device does what it promises; that one plays here.

func trainedIllustrationGAN(in arena: Arena) throws -> Rival {
    var random = arena.notebook.generator(7)
    let scale = arena.notebook.scale
    let players =
        scale == .full
        ? IllustrationPlayers.table(width: 64, side: arena.side)
        : IllustrationPlayers.small(width: scale.choose(tiny: 2, quick: 16, full: 64))
    players.initialise(using: &random)
    let rate = scale.choose(tiny: 2e-4, quick: 5e-4, full: 2e-4)
    let maker = Player("generator", players.generator, rate: rate)
    let guesser = Player("predictor", players.predictor, rate: rate)
    let critic = Player("discriminator", players.discriminator, rate: rate)
    let looked = players.codes(arena.sampleCount, using: &random)
    func samples() -> Tensor { players.pictures(players.features(looked, .inference), .inference) }

    let steps = scale.choose(tiny: 8, quick: 1200, full: 45_000)
    return try arena.train("IllustrationGAN", steps: steps, [maker, guesser, critic], sampling: samples) {
        number, random in
        let z = players.codes(arena.batch, using: &random)
        let tape = Tape(learning: players.generator.parameters + players.predictor.parameters)
        let features = players.features(z, .training(tape))
        let made = players.pictures(features, .training(tape))

        let critical = Tape(learning: players.discriminator.parameters)
        let judged = discriminatorLoss(
            onTrue: players.logits(try arena.pictures(at: number), .training(critical), &random),
            onMade: players.logits(made.detached, .training(critical), &random), smoothing: 0.1)
        critic.adam.step(critical.gradients(of: judged))

        let loss = GeneratorLoss.nonSaturating(players.logits(made, .training(tape), &random))
        let forgotten = meanSquaredError(players.predictor(features, .training(tape)), z)
        let gradients = tape.gradients(of: loss + forgotten)
        maker.adam.step(gradients)
        guesser.adam.step(gradients)
        return ["discriminator": judged.item, "generator": loss.item, "code's error": forgotten.item]
    }
}

//: Look first at the pictures, then at the numbers: where is each model nearest to the true faces, and where farthest?
//:
//: > **What is normal.** Neither player's loss falls for long: what one gains the other loses. A discriminator that knows nothing pays
//: > $\log 4 \approx 1.39$, and the generator then $\log 2 \approx 0.69$. After a hundred steps the discriminator is ahead here,
//: > between 0.4 and 1 (with the label at 0.9 it cannot get below 0.33), and the generator pays 2 to 5. What should worry is a
//: > discriminator that sits on its floor for hundreds of steps, or samples that grow alike. Whether pictures become better, the losses
//: > do not tell.

func compare(_ rivals: [Rival], in arena: Arena) throws {
    let notebook = arena.notebook
    let truth = arena.heldOut.batch(0..<arena.sampleCount)
    try notebook.show(
        sideBySide([("true faces", truth.signed)] + rivals.map { ($0.name, $0.samples) }),
        named: "side-by-side", "True faces, and samples of the three models: none of them chosen.", isThumbnail: true)
    notebook.table(
        scoreTitles,
        [scoreRow("true, held out", arena.yardstick.scores(of: truth))] + rivals.map { scoreRow($0.name, $0.scores) })
    for rival in rivals.dropFirst() {
        try notebook.show(
            sheet(rival.looks.map { ("step \($0.step)", $0.samples) }, columns: 6),
            named: "\(rival.name.lowercased())-on-the-way",
            "Six codes of \(rival.name) while it learns.")
    }
    try notebook.show(
        drawing(ofLossesOf: Array(rivals.dropFirst())), named: "losses", "The losses of both players in both games.")
    let (vae, dcgan, illustration) = (rivals[0].scores, rivals[1].scores, rivals[2].scores)
    notebook.expect("DCGAN is sharper than the VAE: ratio", dcgan.sharpness / vae.sharpness, .above(1.5))
    notebook.expect("… and so is IllustrationGAN: ratio", illustration.sharpness / vae.sharpness, .above(1.5))
    notebook.expect("… but its faces are built worse: layout, DCGAN over VAE", dcgan.layout / vae.layout, .above(1.3))
    notebook.expect(
        "IllustrationGAN is the more varied one: spread over DCGAN's", illustration.spread / dcgan.spread,
        .above(1.15))
    notebook.expect("… and over the VAE's", illustration.spread / vae.spread, .above(1.3))
    notebook.expect(
        "All have learnt where a face has what: layout (noise has 1.5), largest",
        rivals.map(\.scores.layout).max() ?? .nan, .below(1))
}

//: The belief that the article starts from holds: both GANs are at least twice as sharp as the autoencoder. But part of that sharpness
//: is grain. The third model is *sharper than true faces*, which no good model would be; nobody told it that a pixel is to be near
//: a true one. And the DCGAN's faces are built worse: layout puts it behind the autoencoder, at every seed that was tried. So
//: the article's own claim holds as well: an autoencoder that is tended to well is a rival to be taken seriously.
//:
//: The third model has nearly the spread of true faces. That is not the comparing alone: its discriminator also lost its batch norm. The
//: last experiment tells the two apart.
//:
//: ## The same collapse, of faces
//:
//: Here is the experiment of the ring again, with faces: a small GAN for 32×32, whose discriminator has no batch norm. Each row has the
//: same ten codes.

func collapseOfFaces(in arena: Arena) throws {
    let notebook = arena.notebook
    let small = DrawnFaces(seed: notebook.seed, size: SmallGenerator.side)
    let faces =
        arena.side == small.size
        ? arena.faces : FaceCrops(small, count: arena.faces.count, isPlain: arena.faces.isPlain)
    let steps = notebook.scale.choose(tiny: 6, quick: 900, full: 10_000)
    let games: [(name: String, remedy: Remedy, turns: Int)] = [
        ("turn by turn", .none, 1), ("five for one", .none, 5),
        ("… with minibatch discrimination", .comparison, 5),
    ]
    let samples = try games.map { game in
        var random = notebook.generator(8)
        let players = try FacePlayers(
            faces, width: notebook.scale.choose(tiny: 2, quick: 12, full: 32), seed: notebook.seed, using: &random)
        let codes = Tensor(normalWithMean: 0, shape: [arena.sampleCount, players.latent], using: &random)
        let run = notebook.trainingRun("faces, \(game.name)", steps: steps)
        _ = try play(players, game.remedy, turns: game.turns, rate: 1e-3, run, resuming: notebook.isResuming)
        return players.samples(of: codes)
    }
    try notebook.show(
        sheet(zip(games, samples).map { ($0.name, $1) }), named: "collapse-of-faces",
        "Samples of ten codes, the same in every row.")
    let truth = PictureMeasures.spread(of: faces.batch(0..<arena.sampleCount))
    let spreads = samples.map { PictureMeasures.spread(of: $0.unsigned) / truth }
    notebook.table(["", "spread, true faces = 1"], zip(games, spreads).map { [$0.name, rounded($1)] })
    notebook.expect("Turn by turn the spread is near that of true faces", spreads[0], .above(0.6))
    notebook.expect("Five for one collapses: spread over turn by turn", spreads[1] / spreads[0], .below(0.6))
    notebook.expect(
        "Minibatch discrimination cures it: spread over the collapsed", spreads[2] / spreads[1], .above(1.5))
}

//: Turn by turn there are many faces without any comparing, and a larger spread than the DCGAN's: patience, and a discriminator that
//: judges each picture by itself, go far. Five for one there is *one pattern* for all codes, and no face; it is what this
//: discriminator cannot tell from a face at this moment. With minibatch discrimination, and as impatient, the generator must make
//: many things, and makes faces of them, if grainy ones.
//:
//: What a GAN has that the autoencoder lacks is edges; what it lacks is a number that says how well it does. There is no bound to watch,
//: no held-out likelihood, and two players' losses that say nothing of the pictures. Hence the yardsticks of this lesson, which
//: later ones use again where a discriminator helps a colorizer (09) and a painter of styles (12 to 14).
