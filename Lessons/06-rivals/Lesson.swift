import ArgumentParser
import Datasets
import Figures
import Foundation
import LessonKit
import Models
import Networks
import Pictures
import TensorCore
import Workshop

@main
struct Rivals: Lesson {
    static let card = LessonCard(
        6, "rivals", title: "The rivals",
        idea: "a generator learns from a critic that learns with it: DCGAN and IllustrationGAN beside the autoencoder"
    )

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let only = ProcessInfo.processInfo.environment["ONLY"] ?? "gfsvdic"
        if only.contains("g") {
            try bestDiscriminator(in: notebook)
            try game(in: notebook)
        }
        if !only.contains("f") { return }
        let (faces, yardstick) = try faces(in: notebook)
        if only.contains("s") { try silence(on: faces, in: notebook) }
        let arena = try Arena(faces, yardstick, in: notebook)
        var rivals: [Rival] = []
        if only.contains("v") { rivals.append(try trainedVAE(in: arena)) }
        if only.contains("d") { rivals.append(try trainedDCGAN(in: arena)) }
        if only.contains("i") { rivals.append(try trainedIllustrationGAN(in: arena)) }
        if only.contains("w") { try sideBySide(rivals, in: arena) }
        if only.contains("c") { try collapse(in: arena) }
    }
}

//: # 06 · The rivals
//:
//: Everyone believes, says the article behind lesson 05, that only adversarial networks draw sharp pictures, and hardly anyone
//: has tried what an autoencoder can do. It names two rivals: jayleicn's animeGAN, a DCGAN, and tdrussell's
//: IllustrationGAN. This lesson builds both, trains them beside the autoencoder on the same faces, and measures what each is good
//: for. Before that it asks what such a network minimises, and at the end it makes one fail on purpose.
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

/// Densities over this grid are given by their values on it.
let grid = stride(from: -8.0, through: 8, by: 0.02).map { $0 }

func integral(_ values: [Double]) -> Double { 0.02 * values.reduce(0, +) }

func normal(_ mean: Double, _ deviation: Double) -> [Double] {
    grid.map { exp(-0.5 * pow(($0 - mean) / deviation, 2)) / (deviation * sqrt(2 * .pi)) }
}

/// The target of lesson 01: two modes, the left one heavier.
let target = zip(normal(-2, 0.5), normal(2, 0.5)).map { 0.6 * $0 + 0.4 * $1 }

/// KL[p‖q] in nats.
func divergence(of p: [Double], from q: [Double]) -> Double {
    integral(zip(p, q).map { $0 <= 1e-300 ? 0 : $0 * log($0 / max($1, 1e-300)) })
}

func jensenShannon(_ p: [Double], _ q: [Double]) -> Double {
    let middle = zip(p, q).map { 0.5 * ($0 + $1) }
    return 0.5 * divergence(of: p, from: middle) + 0.5 * divergence(of: q, from: middle)
}

/// D*: how likely it is that a number is of p and not of q, if both are equally frequent.
func bestDiscriminator(of p: [Double], against q: [Double]) -> [Double] {
    zip(p, q).map { max($0, 1e-300) / (max($0, 1e-300) + max($1, 1e-300)) }
}

/// V(D, q) on the grid.
func value(of discriminator: [Double], on q: [Double]) -> Double {
    integral(
        grid.indices.map { target[$0] * log(discriminator[$0]) + q[$0] * log(max(1 - discriminator[$0], 1e-300)) })
}

//: The generator has a second way to be told. In the beginning the discriminator is nearly sure, $D \approx 0$ on everything made,
//: and there $\log(1 - D)$ is flat. So in practice the generator maximises $\log D$ instead, the *non-saturating* loss. It wants
//: the same, and is no longer the same game: with the best discriminator held still, its gradient is that of
//:
//: $$ \mathrm{KL}[q\Vert p] - 2 \mathrm{JS}[p, q] $$
//:
//: (Arjovsky and Bottou 2017, theorem 2.5), and $\mathrm{KL}[q\Vert p]$ is lesson 01's way that picks one mode. Both are easily
//: checked on a grid, and so is where a single Gaussian ends that walks down each of them.

/// What q pays, to a discriminator that knows `held`, where there is one.
enum Objective: String, CaseIterable {
    case forward = "KL[p‖q]"
    case minimax = "minimax, that is 2·JS"
    case nonSaturating = "non-saturating"
    case reverse = "KL[q‖p]"

    func loss(of q: [Double], held: [Double]) -> Double {
        switch self {
        case .forward: divergence(of: target, from: q)
        case .minimax: value(of: bestDiscriminator(of: target, against: held), on: q)
        case .nonSaturating:
            -integral(zip(q, bestDiscriminator(of: target, against: held)).map { $0 * log($1) })
        case .reverse: divergence(of: q, from: target)
        }
    }

    /// The slopes along µ and log σ; the discriminator is held while the generator takes its small step.
    func slopes(atMean mean: Double, logDeviation: Double) -> (Double, Double) {
        let held = normal(mean, exp(logDeviation))
        func slope(_ step: (Double) -> [Double]) -> Double {
            (loss(of: step(1e-4), held: held) - loss(of: step(-1e-4), held: held)) / 2e-4
        }
        return (
            slope { normal(mean + $0, exp(logDeviation)) }, slope { normal(mean, exp(logDeviation + $0)) }
        )
    }
}

/// Walks downhill from a wide or narrow Gaussian, no step longer than a twentieth.
func descend(_ objective: Objective, fromMean start: Double, deviation: Double) -> (mean: Double, deviation: Double) {
    var (mean, logDeviation) = (start, log(deviation))
    for _ in 0..<400 {
        let slopes = objective.slopes(atMean: mean, logDeviation: logDeviation)
        let length = sqrt(slopes.0 * slopes.0 + slopes.1 * slopes.1)
        let rate = min(0.1, 0.05 / max(length, 1e-12))
        mean -= rate * slopes.0
        logDeviation -= rate * slopes.1
    }
    return (mean, exp(logDeviation))
}

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

    try walks(in: notebook)
}

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
    let visible = grid.indices.filter { abs(grid[$0]) < 5 && $0 % 2 == 0 }
    let x = visible.map { grid[$0] }
    try notebook.show(
        Panels(
            "Where a single Gaussian ends, from four starts",
            zip(Objective.allCases, ends).map { objective, ends in
                ends.enumerated().reduce(
                    Figure(objective.rawValue, x: "x", y: "density").yRange(0...0.85)
                        .region(x, from: x.map { _ in 0 }, to: visible.map { target[$0] }, "p", colour: .grey)
                ) { figure, end in
                    let density = normal(end.element.mean, end.element.deviation)
                    return figure.curve(
                        x, visible.map { density[$0] }, end.offset == 0 ? "q" : nil, colour: .blue)
                }
            }, columns: 2),
        named: "walks", "The Gaussians that each objective leads to: it covers both modes, or picks one.")
    for (objective, ends) in zip(Objective.allCases, ends) {
        let widest = ends.map(\.deviation).max() ?? .nan
        let narrowest = ends.map(\.deviation).min() ?? .nan
        switch objective {
        case .forward, .minimax:
            notebook.expect("\(objective.rawValue) covers both modes: smallest σ", narrowest, .above(1.5))
        case .nonSaturating, .reverse:
            notebook.expect("\(objective.rawValue) picks one: largest σ", widest, .below(0.6))
        }
    }
}

//: The old saying is that GANs pick modes because they minimise the Jensen–Shannon divergence. They do not pick because of that: walked to its
//: end it covers both modes here, nearly as $\mathrm{KL}[p\Vert q]$ does. It is the loss that everybody uses in its place that behaves like
//: $\mathrm{KL}[q\Vert p]$ and sits down on one. And what a real generator does depends on a third thing, the path on which both
//: players move.
//:
//: ## The game on a line
//:
//: Nobody knows $D^\ast$; a network has to learn it, while the other player moves. Here both players are small networks, the codes are normal
//: numbers, and what is made are numbers too. The two losses of the generator are the two lines that the whole lesson turns on:

/// What the generator is told, from the discriminator's logits of what it made: D is their sigmoid.
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

/// What the discriminator is told: −V(D, q), its own cross-entropy. With smoothing it is never to be quite sure of the truth.
func discriminatorLoss(onTrue: Tensor, onMade: Tensor, smoothing: Float = 0) -> Tensor {
    sigmoidCrossEntropy(onTrue, Tensor(repeating: 1 - smoothing, shape: onTrue.shape))
        + sigmoidCrossEntropy(onMade, Tensor(zeros: onMade.shape))
}

/// Numbers of the target.
func trueNumbers(_ count: Int, using generator: inout SeededGenerator) -> Tensor {
    Tensor(shape: [count, 1]) { numbers in
        for index in numbers.indices {
            numbers[index] = (generator.chance(0.6) ? -2 : 2) + 0.5 * generator.normal()
        }
    }
}

/// One number in, one number out.
func player() -> Sequential {
    Sequential(Linear(1, 32), Tanh(), Linear(32, 32), Tanh(), Linear(32, 1))
}

//: In a step the discriminator moves first, on a batch that was made and cut off from the generator's tape; then the generator, through
//: a discriminator whose numbers are constants on that tape. A picture of the game is taken now and then.

struct Position {
    let step: Int
    /// How often what is made falls on each place, and what the discriminator says there.
    let density: [Double]
    let verdict: [Double]
}

let places = stride(from: -4.9, through: 4.91, by: 0.2).map { $0 }

func position(after step: Int, _ generator: Sequential, _ discriminator: Sequential, seed: UInt64) -> Position {
    var random = SeededGenerator(seed: seed, stream: 99)
    let made = generator(Tensor(normalWithMean: 0, shape: [5000, 1], using: &random), .inference).scalars
    var counts = places.map { _ in 0.0 }
    for number in made {
        let bin = Int((Double(number) + 5) / 0.2)
        if counts.indices.contains(bin) { counts[bin] += 1 }
    }
    let verdict = discriminator(Tensor(places.map(Float.init), shape: [places.count, 1]), .inference).sigmoid()
    return Position(
        step: step, density: counts.map { $0 / 5000 / 0.2 }, verdict: verdict.scalars.map(Double.init))
}

func play(_ loss: GeneratorLoss, steps: Int, seed: UInt64) -> [Position] {
    var random = SeededGenerator(seed: seed, stream: 7)
    let (generator, discriminator) = (player().initialised(using: &random), player().initialised(using: &random))
    let optimisers = [generator, discriminator].map { Adam($0, learningRate: 2e-3, beta1: 0.5) }
    var positions = [position(after: 0, generator, discriminator, seed: seed)]
    for step in 1...steps {
        let codes = Tensor(normalWithMean: 0, shape: [128, 1], using: &random)
        let tape = Tape(learning: generator.parameters)
        let made = generator(codes, .training(tape))

        let critical = Tape(learning: discriminator.parameters)
        let judged = discriminatorLoss(
            onTrue: discriminator(trueNumbers(128, using: &random), .training(critical)),
            onMade: discriminator(made.detached, .training(critical)))
        optimisers[1].step(critical.gradients(of: judged))

        optimisers[0].step(tape.gradients(of: loss(discriminator(made, .training(tape)))))
        if step % max(1, steps / 5) == 0 {
            positions.append(position(after: step, generator, discriminator, seed: seed))
        }
    }
    return positions
}

func game(in notebook: Notebook) throws {
    let steps = notebook.scale.choose(tiny: 10, quick: 2000, full: 10_000)
    let positions = play(.nonSaturating, steps: steps, seed: notebook.seed)
    let truth = places.map { target[Int((($0 + 8) / 0.02).rounded())] }
    try notebook.show(
        Panels(
            "The generator moves its density onto the target",
            positions.prefix(6).map { position in
                Figure("step \(position.step)", x: "x", y: "density; D(x)").xRange(-5...5).yRange(0...1.05)
                    .region(places, from: places.map { _ in 0 }, to: truth, "p", colour: .grey)
                    .curve(places, position.density, "q", colour: .blue)
                    .curve(places, position.verdict, "D", colour: .vermillion, line: .dashed)
            }, columns: 3, size: (width: 1080, height: 640)),
        named: "game", "What is made (blue), what is true (grey) and the discriminator's verdict, at six moments.")
    guard let end = positions.last else { return }
    let left = zip(places, end.density).reduce(0) { $0 + ($1.0 < 0 ? 0.2 * $1.1 : 0) }
    notebook.say("At the end \(rounded(100 * left, digits: 2)) % are made on the left, where 60 % of the truth is.")
    let gap = zip(truth, end.density).reduce(0) { $0 + 0.1 * abs($1.0 - $1.1) }
    notebook.expect("Both modes are found: share of the left one", left, .within(0.35...0.85))
    notebook.expect("… and met: mass in the wrong place", gap, .below(0.3))
}

//: SEEN
//:
//: ## Faces, and how to measure them
//:
//: The faces are lesson 05's: drawn, cut out as a detector would, 64×64. Nobody reads a likelihood off a GAN, so samples have to be
//: judged by themselves, against true faces:
//:
//: - **Sharpness**: the squared difference of neighbouring pixels, over that of true faces. Blur lowers it; noise raises it.
//: - **Spread**: how different two samples are, over how different two true faces are. A collapse lowers it.
//: - **Distance**: a small network, the *reader*, learns to tell hair colour, hair length, skin and mouth of drawn faces. From its 32
//:   last features a Gaussian is fitted to samples, another to true faces, and between two Gaussians there is a closed form, the squared Fréchet
//:   distance $|\mu_1 - \mu_2|^2 + \mathrm{tr}(C_1 + C_2 - 2(C_1^{1/2} C_2 C_1^{1/2})^{1/2})$. With the features of a large
//:   photo network it is the usual FID; ours has a scale of its own.
//: - **Coverage**: what the reader reads on the samples: how many hair colours in effect (e to the entropy of their shares), and
//:   how many combinations of the four traits.

func faces(in notebook: Notebook) throws -> (FaceCrops, FaceYardstick) {
    let drawn = DrawnFaces(seed: notebook.seed, size: DCGANGenerator.side)
    let isPlain = notebook.scale != .full
    let faces = FaceCrops(
        drawn, count: notebook.scale.choose(tiny: 64, quick: 2000, full: 20_000), isPlain: isPlain)
    let heldOut = FaceCrops(
        drawn, count: notebook.scale.choose(tiny: 40, quick: 400, full: 2000), part: .heldOut, isPlain: isPlain)

    var generator = notebook.generator(1)
    let reader = FaceReader().initialised(using: &generator)
    let run = notebook.trainingRun("reader", steps: notebook.scale.choose(tiny: 2, quick: 300, full: 2000))
    _ = try reader.train(on: faces, run, resuming: notebook.isResuming)
    notebook.table(
        ["trait", "classes", "read rightly on faces held out"],
        FaceTrait.allCases.map { trait in
            [
                "\(trait.rawValue)", "\(trait.classes.count)",
                "\(rounded(100 * reader.accuracy(on: heldOut, of: trait), digits: 2)) %",
            ]
        })
    let yardstick = FaceYardstick(faces.batch(0..<heldOut.count), reader: reader)
    try calibrate(yardstick, on: heldOut.batch(0..<heldOut.count), in: notebook)
    return (faces, yardstick)
}

//: A measure that nobody has tested is a rumour. So first what is known: true faces that were held out, the same ones blurred, one face
//: again and again, and noise.

func calibrate(_ yardstick: FaceYardstick, on faces: Tensor, in notebook: Notebook) throws {
    let side = faces.shape[3]
    let blurred = faces.averagePooled(size: 4).resized(toHeight: side, width: side, .bilinear)
    var generator = notebook.generator(2)
    let noise = Tensor(uniformIn: 0...1, shape: faces.shape, using: &generator)
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
    notebook.expect("… and its hair colours, in effect", single.hairColours, .below(1.5))
}

let scoreTitles = ["", "sharpness", "spread", "layout", "distance", "hair colours", "combinations"]

func scoreRow(_ name: String, _ scores: FaceScores) -> [String] {
    [
        name, rounded(scores.sharpness), rounded(scores.spread), rounded(scores.layout), rounded(scores.distance),
        rounded(scores.hairColours),
        "\(scores.kinds)",
    ]
}

//: SEEN

//: ## Nearly sure is nearly silent
//:
//: Before anything is trained: why the second loss? Let a DCGAN's discriminator learn alone, for a few dozen steps, against a
//: generator that stands still, and measure the gradient that the generator *would* get from each loss.
//:
//: By the chain rule both pass through the logit $l$, where $D = \sigma(l)$: $\frac{d}{dl}\log(1-D) = -D$ and
//: $\frac{d}{dl}(-\log D) = -(1 - D)$. The surer the discriminator, the smaller the first, and the nearer to 1 the second.

func silence(on faces: FaceCrops, in notebook: Notebook) throws {
    var random = notebook.generator(3)
    let width = notebook.scale.choose(tiny: 2, quick: 8, full: 64)
    let generator = DCGANGenerator(width: width).initialised(using: &random)
    let discriminator = DCGANDiscriminator(width: width).initialised(using: &random)
    let adam = Adam(discriminator, learningRate: 2e-4, beta1: 0.5)
    let batches = try Batches(of: faces, size: 32, seed: notebook.seed)
    let steps = notebook.scale.choose(tiny: 2, quick: 60, full: 100)
    var sizes = GeneratorLoss.allCases.map { _ in [Double]() }
    for step in 0..<steps {
        let codes = Tensor(normalWithMean: 0, shape: [32, generator.latent], using: &random)
        for (index, loss) in GeneratorLoss.allCases.enumerated() {
            let tape = Tape(learning: generator.parameters)
            let logits = discriminator(generator(codes, .training(tape)), .training(tape))
            sizes[index].append(Double(tape.gradients(of: loss(logits)).norm(of: generator.parameters)))
        }
        let tape = Tape(learning: discriminator.parameters)
        let made = generator(codes, .training(Tape()))
        let loss = discriminatorLoss(
            onTrue: discriminator(2 * (try batches.batch(at: step)) - 1, .training(tape)),
            onMade: discriminator(made, .training(tape)))
        adam.step(tape.gradients(of: loss))
    }
    let counts = (0..<steps).map { Double($0) }
    try notebook.show(
        zip(GeneratorLoss.allCases, sizes).reduce(
            Figure(
                "What the generator hears while the discriminator learns", x: "steps of the discriminator alone",
                y: "norm of the generator's gradient"
            ).logarithmicY()
        ) { $0.curve(counts, $1.1, $1.0.rawValue) },
        named: "silence", "The gradient of both losses, as the discriminator becomes surer.")
    let last = sizes.map { $0[steps - 1] }
    notebook.expect("At first both are alike: ratio of the norms", sizes[1][0] / sizes[0][0], .within(0.5...2))
    notebook.expect("In the end the minimax gradient is gone: ratio", last[1] / last[0], .above(20))
}

//: SEEN
//:
//: ## Three models, one budget
//:
//: Now the race. All three see the same faces in the same order, at a learning rate that falls along half a cosine, and each gets
//: about the same computing time: at the quick scale under a minute of one core, which is very little. On the way their
//: samples are measured, always from the same codes.

/// What a training needs that is the same for all.
struct Arena {
    let notebook: Notebook
    let faces: FaceCrops
    let yardstick: FaceYardstick
    let batches: Batches<FaceCrops, Tensor>
    let batch: Int

    init(_ faces: FaceCrops, _ yardstick: FaceYardstick, in notebook: Notebook) throws {
        self.notebook = notebook
        self.faces = faces
        self.yardstick = yardstick
        batch = notebook.scale.choose(tiny: 4, quick: Knob.integer("BATCH", 16), full: 64)
        batches = try Batches(of: faces, size: batch, seed: notebook.seed)
    }

    /// True faces in [-1, 1].
    func pictures(at step: Int) throws -> Tensor { 2 * (try batches.batch(at: step)) - 1 }

    /// How many samples every look has.
    var sampleCount: Int { notebook.scale.choose(tiny: 40, quick: 400, full: 2000) }
}

/// A model that was trained, with what was measured on the way.
struct Rival {
    let name: String
    let log: TrainingLog
    /// After how many steps samples were looked at, and their distance from true faces.
    let looks: [Int]
    let distances: [Double]
    /// Pictures in [0, 1], and what they score.
    let samples: Tensor
    let scores: FaceScores
}

extension Arena {
    /// Trains what `players` are, and looks at samples after every eighth of the steps.
    func train(
        _ name: String, steps: Int, _ players: [(name: String, network: any Module, adam: Adam)],
        sampling sample: @escaping () -> Tensor,
        step: (_ number: Int, _ random: inout SeededGenerator) throws -> KeyValuePairs<String, Float>
    ) throws -> Rival {
        var run = notebook.trainingRun(name, steps: steps)
        for player in players { run.keep(player.network, player.adam, as: player.name) }
        let looks = run.snapshots("distance", at: (1...8).map { max(1, $0 * steps / 8) }) { [yardstick] in
            let scores = yardstick.scores(of: sample())
            print(name, scores); fflush(nil)
            return Tensor(Float(scores.distance))
        }
        let rates = players.map(\.adam.learningRate)
        let log = try run.train(resuming: notebook.isResuming) { number, random in
            let fall = 0.05 + 0.95 * 0.5 * (1 + cos(.pi * Double(number) / Double(steps)))
            for (player, rate) in zip(players, rates) { player.adam.learningRate = rate * fall }
            return try step(number, &random)
        }
        let samples = sample()
        return Rival(
            name: name, log: log, looks: looks.taken.map(\.step),
            distances: looks.taken.map { Double($0.values.item) },
            samples: samples, scores: yardstick.scores(of: samples))
    }
}

//: The first is the **autoencoder** of lesson 05, with its loss as it stands there and the observation's deviation 0.15.

func trainedVAE(in arena: Arena) throws -> Rival {
    var random = arena.notebook.generator(4)
    let scale = arena.notebook.scale
    let plan = FaceVAEPlan(for: scale)
    let network = FaceVAE(latent: plan.latent, width: plan.width, lastMap: plan.lastMap).initialised(using: &random)
    network.beginCodes(withLogVariance: -3)
    let adam = Adam(network, learningRate: Knob.number("VRATE", 2e-3))
    let sigma = Float(Knob.number("SIGMA", Double(plan.sigma)))
    let codes = Tensor(normalWithMean: 0, shape: [arena.sampleCount, network.latent], using: &random)
    return try arena.train(
        "VAE", steps: scale.choose(tiny: 8, quick: Knob.integer("VSTEPS", 800), full: 50_000),
        [("network", network, adam)],
        sampling: { 0.5 * network.decode(codes, .inference) + 0.5 }
    ) { number, random in
        let pictures = try arena.pictures(at: number)
        let tape = Tape(learning: network.parameters)
        let encoding = network.encode(pictures, .training(tape))
        let error = sumSquaredError(network.decode(encoding.sample(using: &random), .training(tape)), pictures)
        let divergence =
            0.5 * (encoding.mean.squared() + encoding.logVariance.exp() - 1 - encoding.logVariance).sum()
        adam.step(tape.gradients(of: (error / (2 * sigma * sigma) + divergence) / Float(arena.batch)))
        return [
            "squared error": error.item / Float(pictures.count), "divergence": divergence.item / Float(arena.batch),
        ]
    }
}

//: The second is the **DCGAN** of jayleicn's animeGAN. Its tables stand in `Models`: transposed convolutions up from a code of 100 normal numbers,
//: strided ones down to one logit, batch norm nearly everywhere, no biases, every weight begun as $\mathcal N(0, 0.02^2)$, and one more
//: convolution in the generator than usual. A step is the one of the game on the line. His best run smoothed the labels: the target for true
//: faces is 0.9.

func trainedDCGAN(in arena: Arena) throws -> Rival {
    var random = arena.notebook.generator(5)
    let scale = arena.notebook.scale
    let width = scale.choose(tiny: 2, quick: Knob.integer("WIDTH", 16), full: 64)
    let generator = DCGANGenerator(width: width).initialised(using: &random)
    let discriminator = DCGANDiscriminator(width: width).initialised(using: &random)
    let rate = scale.choose(tiny: 2e-4, quick: Knob.number("RATE", 1e-3), full: 2e-4)
    let maker = Adam(generator, learningRate: rate, beta1: 0.5)
    let critic = Adam(discriminator, learningRate: rate, beta1: 0.5)
    func codes(_ count: Int, _ random: inout SeededGenerator) -> Tensor {
        Tensor(normalWithMean: 0, shape: [count, generator.latent], using: &random)
    }
    let looked = codes(arena.sampleCount, &random)
    return try arena.train(
        "DCGAN", steps: scale.choose(tiny: 8, quick: Knob.integer("STEPS", 800), full: 45_000),
        [("generator", generator, maker), ("discriminator", discriminator, critic)],
        sampling: {
            0.5 * generator(looked, Knob.integer("TRAINMODE", 0) == 1 ? .training(Tape()) : .inference) + 0.5
        }
    ) { number, random in
        let tape = Tape(learning: generator.parameters)
        let made = generator(codes(arena.batch, &random), .training(tape))

        let critical = Tape(learning: discriminator.parameters)
        let judged = discriminatorLoss(
            onTrue: discriminator(try arena.pictures(at: number), .training(critical)),
            onMade: discriminator(made.detached, .training(critical)), smoothing: 0.1)
        critic.step(critical.gradients(of: judged))

        let loss = GeneratorLoss.nonSaturating(discriminator(made, .training(tape)))
        maker.step(tape.gradients(of: loss))
        return ["discriminator": judged.item, "generator": loss.item]
    }
}

//: The third is **IllustrationGAN**. Its generator first makes features of a code with dense layers, then doubles and convolves; and it has
//: two devices against collapse:
//:
//: - A *latent predictor* reads the code $z$ again from the features, and the generator is told its squared error: it cannot afford to make
//:   the same features of all codes.
//: - *Minibatch discrimination*: the discriminator sees, beside a picture's own features, how close it is to the others of its batch,
//:   $\sum_j \exp(-\Vert M_i - M_j\Vert_1)$ for each of 100 learnt kernels. A generator that makes the same picture over and over is found out at once.
//:
//: The original takes the predictor's step with an optimiser of its own; here, as in jayleicn's copy, both losses are added.

func trainedIllustrationGAN(in arena: Arena) throws -> Rival {
    var random = arena.notebook.generator(6)
    let scale = arena.notebook.scale
    let width = scale.choose(tiny: 1, quick: Knob.integer("IWIDTH", 8), full: 64)
    let generator = IllustrationGenerator(width: width).initialised(using: &random)
    let predictor = LatentPredictor(width: width).initialised(using: &random)
    let discriminator = IllustrationDiscriminator(
        width: Knob.integer("DWIDTH", width), kernels: Knob.integer("KERNELS", 12),
        dropped: Float(Knob.number("DROP", 0.5))
    ).initialised(using: &random)
    let rate = scale.choose(tiny: 2e-4, quick: Knob.number("IRATE", 4e-4), full: 2e-4)
    let maker = Adam(generator, learningRate: rate, beta1: 0.5)
    let guesser = Adam(predictor, learningRate: rate, beta1: 0.5)
    let critic = Adam(discriminator, learningRate: rate, beta1: 0.5)
    func codes(_ count: Int, _ random: inout SeededGenerator) -> Tensor {
        Initialiser.truncatedNormal(deviation: 1)(shape: [count, generator.latent], using: &random)
    }
    let looked = codes(arena.sampleCount, &random)
    return try arena.train(
        "IllustrationGAN", steps: scale.choose(tiny: 8, quick: Knob.integer("ISTEPS", 400), full: 45_000),
        [
            ("generator", generator, maker), ("predictor", predictor, guesser),
            ("discriminator", discriminator, critic),
        ],
        sampling: {
            0.5 * generator(looked, Knob.integer("TRAINMODE", 0) == 1 ? .training(Tape()) : .inference) + 0.5
        }
    ) { number, random in
        let tape = Tape(learning: generator.parameters + predictor.parameters)
        let z = codes(arena.batch, &random)
        let features = generator.features(of: z, .training(tape))
        let made = generator.pictures(from: features, .training(tape))

        let critical = Tape(learning: discriminator.parameters)
        let judged = discriminatorLoss(
            onTrue: discriminator.logits(of: try arena.pictures(at: number), .training(critical), using: &random),
            onMade: discriminator.logits(of: made.detached, .training(critical), using: &random))
        critic.step(critical.gradients(of: judged))

        let loss = GeneratorLoss.nonSaturating(discriminator.logits(of: made, .training(tape), using: &random))
        let forgotten = meanSquaredError(predictor(features, .training(tape)), z)
        let gradients = tape.gradients(of: loss + forgotten)
        maker.step(gradients)
        guesser.step(gradients)
        return ["discriminator": judged.item, "generator": loss.item, "code's error": forgotten.item]
    }
}

func sideBySide(_ rivals: [Rival], in arena: Arena) throws {
    let notebook = arena.notebook
    let columns = 12
    let rows = [("true", arena.faces.batch(0..<2 * columns))] + rivals.map { ($0.name, $0.samples) }
    try notebook.show(
        PictureGrid(
            "",
            rows: rows.flatMap { _, pictures in
                [0, columns].map { Array(pictures.sliced(axis: 0, $0..<$0 + columns).pictures) }
            },
            rowTitles: rows.flatMap { [$0.0, ""] }),
        named: "side-by-side", "True faces, and samples of the three models: none of them chosen.", isThumbnail: true)
    notebook.table(
        scoreTitles,
        [scoreRow("true, held out", arena.yardstick.scores(of: heldOut(of: arena)))]
            + rivals.map { scoreRow($0.name, $0.scores) })
    try notebook.show(
        rivals.reduce(
            Figure("On the way", x: "steps of its own, in eighths", y: "distance from true faces").logarithmicY()
        ) { figure, rival in
            figure.curve((1...rival.distances.count).map(Double.init), rival.distances, rival.name)
        },
        named: "on-the-way", "The distance of samples from true faces while each model learns.")
    try notebook.show(
        Panels(
            "",
            rivals.dropFirst().map { rival in
                let steps = rival.log["generator"].indices.map(Double.init)
                return Figure(rival.name, x: "step", y: "cross-entropy")
                    .curve(steps, rival.log["discriminator"], "discriminator", smoothing: 0.95, colour: .vermillion)
                    .curve(steps, rival.log["generator"], "generator", smoothing: 0.95, colour: .blue)
            }),
        named: "losses", "The losses of both players in both games.")
}

func heldOut(of arena: Arena) -> Tensor {
    FaceCrops(arena.faces.faces, count: arena.sampleCount, part: .heldOut, isPlain: arena.faces.isPlain).batch(
        0..<arena.sampleCount)
}

enum Knob {
    static func integer(_ name: String, _ usual: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
    }
    static func number(_ name: String, _ usual: Double) -> Double {
        ProcessInfo.processInfo.environment[name].flatMap { Double($0) } ?? usual
    }
}

//: ## A collapse, made on purpose
//:
//: Nothing in either loss asks the generator for variety. Only the discriminator does, and only after the fact: when one face is made too
//: often, that face becomes suspect. Let the generator take several steps for each one of the discriminator, and it can do better than to
//: draw many faces: it finds the *one* that the discriminator, as it now stands, likes best, and makes it of every code. When the
//: discriminator gets its turn and forbids it, the generator moves to the next.
//:
//: That is the experiment: small GANs for 32×32, from the same first numbers. One plays turn by turn; the others give the generator
//: five turns for one, with one remedy each.

/// What is done against the collapse.
enum Remedy: String, CaseIterable {
    case none = "no remedy"
    /// True faces count as 0.75.
    case smoothing = "label smoothing"
    /// The code is read again from the features that are made of it, as IllustrationGAN does.
    case features = "code read from features"
    /// The code is read again from the picture.
    case pictures = "code read from pictures"
    case comparison = "minibatch discrimination"
}

/// What the two small players pay.
struct Rules {
    let generator: SmallGenerator
    let discriminator: SmallDiscriminator
    let remedy: Remedy

    private func judged(_ pictures: Tensor, _ mode: Mode) -> Tensor {
        discriminator(pictures, comparing: remedy == .comparison, mode)
    }

    func generatorLoss(_ features: Tensor, _ made: Tensor, of codes: Tensor, _ mode: Mode) -> Tensor {
        let loss = GeneratorLoss.nonSaturating(judged(made, mode))
        return switch remedy {
        case .features: loss + meanSquaredError(generator.featureReader(features, mode), codes)
        case .pictures: loss + meanSquaredError(generator.pictureReader(made, mode), codes)
        case .none, .smoothing, .comparison: loss
        }
    }

    func discriminatorLoss(onTrue pictures: Tensor, onMade made: Tensor, _ mode: Mode) -> Tensor {
        Lesson06.discriminatorLoss(
            onTrue: judged(pictures, mode), onMade: judged(made, mode),
            smoothing: remedy == .smoothing ? 0.25 : 0)
    }
}

/// What became of a small GAN.
struct Outcome {
    let name: String
    /// The mean of the last three looks.
    let spread: Double
    let hairColours: Double
    let distance: Double
    let samples: Tensor
}

extension Arena {
    func playSmall(_ remedy: Remedy, turns: Int, _ small: Batches<FaceCrops, Tensor>) throws -> Outcome {
        var random = notebook.generator(8)
        let width = notebook.scale.choose(tiny: 2, quick: Knob.integer("CWIDTH", 8), full: 32)
        let generator = SmallGenerator(width: width).initialised(using: &random)
        let discriminator = SmallDiscriminator(width: width).initialised(using: &random)
        let rules = Rules(generator: generator, discriminator: discriminator, remedy: remedy)
        let maker = Adam(generator, learningRate: 1e-3, beta1: 0.5)
        let critic = Adam(discriminator, learningRate: 1e-3, beta1: 0.5)
        func codes(_ count: Int, _ random: inout SeededGenerator) -> Tensor {
            Tensor(normalWithMean: 0, shape: [count, SmallGenerator.latent], using: &random)
        }
        let looked = codes(sampleCount, &random)

        func samples() -> Tensor {
            0.5 * generator.pictures(from: generator.features(of: looked, .inference), .inference) + 0.5
        }
        let name = turns == 1 ? "turn by turn" : remedy.rawValue
        let steps = notebook.scale.choose(tiny: 6, quick: Knob.integer("CSTEPS", 600), full: 10_000)
        var run = notebook.trainingRun("small GAN, \(name)", steps: steps)
        run.keep(generator, maker, as: "generator")
        run.keep(discriminator, critic, as: "discriminator")
        let side = DCGANGenerator.side
        let looks = run.snapshots("scores", at: [4, 5, 6].map { $0 * steps / 6 }) { [yardstick] in
            let scores = yardstick.scores(of: samples().resized(toHeight: side, width: side, .bilinear))
            return Tensor([scores.spread, scores.hairColours, scores.distance].map(Float.init))
        }
        _ = try run.train(resuming: notebook.isResuming) { number, random in
            let tape = Tape(learning: generator.parameters)
            let z = codes(32, &random)
            let features = generator.features(of: z, .training(tape))
            let made = generator.pictures(from: features, .training(tape))
            if number % turns == 0 {
                let critical = Tape(learning: discriminator.parameters)
                let pictures = 2 * (try small.batch(at: number / turns)) - 1
                let judged = rules.discriminatorLoss(
                    onTrue: pictures, onMade: made.detached, .training(critical))
                critic.step(critical.gradients(of: judged))
            }
            let loss = rules.generatorLoss(features, made, of: z, .training(tape))
            maker.step(tape.gradients(of: loss))
            return ["generator": loss.item]
        }
        func mean(_ index: Int) -> Double {
            looks.taken.reduce(0) { $0 + Double($1.values[index]) } / Double(looks.taken.count)
        }
        return Outcome(name: name, spread: mean(0), hairColours: mean(1), distance: mean(2), samples: samples())
    }
}

func collapse(in arena: Arena) throws {
    let notebook = arena.notebook
    let small = FaceCrops(
        DrawnFaces(seed: notebook.seed, size: SmallGenerator.side), count: arena.faces.count,
        isPlain: arena.faces.isPlain)
    let batches = try Batches(of: small, size: 32, seed: notebook.seed)
    let outcomes =
        [try arena.playSmall(.none, turns: 1, batches)]
        + (try Remedy.allCases.map { try arena.playSmall($0, turns: 5, batches) })
    try notebook.show(
        PictureGrid(
            "", rows: outcomes.map { Array($0.samples.sliced(axis: 0, 0..<12).pictures) },
            rowTitles: outcomes.map(\.name)),
        named: "collapse", "Samples of twelve codes, the same in every row.")
    notebook.table(
        ["", "spread", "hair colours", "distance"],
        outcomes.map { [$0.name, rounded($0.spread), rounded($0.hairColours), rounded($0.distance)] })
    try notebook.show(
        Figure("What brings variety back", x: "", y: "spread, true faces = 1")
            .bars(
                outcomes.map { $0.name.replacingOccurrences(of: " ", with: "\n") }, outcomes.map(\.spread),
                showingValues: true),
        named: "remedies", "The spread of samples, the mean of the last three looks.")
}
