import ArgumentParser
import Drawings
import Figures
import LessonKit
import Models
import Networks
import TensorCore
import Training

@main
struct PhotographsToDrawings: Lesson {
    static let card = LessonCard(
        14, "animegan", title: "AnimeGAN",
        idea: "photographs become drawings without a single pair, by five voices that each want something else",
        chapters: ["TheDiscriminatorsFourTerms", "LossesLeftOutOneByOne", "Version1AgainstVersion2"])

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let plan = Plan(for: notebook)
        networks(plan, in: notebook)
        try notebook.excerpt("Lessons/14-animegan/LittleGenerator.swift", of: "forward")
        let material = try Material(
            seed: notebook.seed, side: plan.side, count: plan.scenes, batch: 2, heldOut: plan.heldOut)
        try unpaired(material, in: notebook)
        try smoothEdges(in: notebook)
        let start = try initialise(plan, material, in: notebook)
        try voices(in: notebook)
        let objective = fittedObjective(material, in: notebook)
        let whole = try game(objective, from: start, plan, material, in: notebook)
        let others = try leftOut(whole, objective, from: start, plan, material, in: notebook)
        try relatives(whole, objective, from: start, plan, material, in: notebook)
        try versions(plan, material, in: notebook)
        try whatTheLossTells(whole, others, material, in: notebook)
    }
}

//: # 14 · AnimeGAN
//:
//: Lesson 13 took AnimeGAN's losses one by one and moved the pixels of a single picture. Here a network learns to do it, for any photograph, in one pass.
//: It has photographs, and it has drawings, but never a photograph and *its* drawing: nobody has drawn the street in front of your house in the
//: style of a film. Something has to take the place of the pair. It is an opponent that knows drawings, as in lesson 09, and four more voices that
//: keep the opponent from having all it wants.
//:
//: ## Four networks
//:
//: The article promises a *lightweight* network and prints a table: its size and its time beside CartoonGAN's. Here is that table, for both versions of
//: AnimeGAN, CartoonGAN and ComixGAN, each at its true size. Seconds depend on the machine and on what else it does, so they are said on the terminal
//: only; what does not change is the number of multiplications for one picture of 256×256.

/// The multiplications of all convolutions that run, layer by layer.
func multiplications(of calls: [Trace.Call]) -> Double {
    calls.reduce(0) { sum, call in
        guard let weight = call.layer.namedParameters.first(where: { $0.name == "weight" })?.parameter.value,
            weight.rank == 4
        else { return sum }
        // Each weight is used once for each pixel of the output, in a transposed convolution for each pixel of the input.
        let pixels = call.layer is TransposedConvolution ? call.inputShape : call.outputShape
        return sum + Double(weight.count * pixels[2] * pixels[3])
    }
}

//:fold What is measured and drawn: `networks`
func networks(_ plan: Plan, in notebook: Notebook) {
    let networks = [
        NetworkCatalog.animeGenerator, NetworkCatalog.animeGeneratorV2, NetworkCatalog.cartoonGAN,
        NetworkCatalog.comixGAN,
    ]
    var rows: [[String]] = []
    for description in networks {
        let network = description.make()
        var random = notebook.generator(1)
        network.initialise(using: &random)
        let clock = ContinuousClock()
        var calls: [Trace.Call] = []
        let time = clock.measure { calls = network.calls(input: [1, 3, plan.trueSide, plan.trueSide]) }
        Console.say("\(description.name): \(time.formatted(.units(allowed: [.milliseconds]))) a picture")
        let (count, work) = (network.parameterCount, multiplications(of: calls))
        rows.append([
            description.name, "\(count)", rounded(Double(count) * 4 / 1e6), rounded(work / 1e9),
            rounded(work / Double(count) / 1000),
        ])
    }
    notebook.table(
        [
            "", "parameters", "megabytes", "multiplications, thousand millions", "uses of a parameter, thousands",
        ], rows)
    let expected = [3_956_096, 2_143_552, 11_129_667, 10_940_419]
    for (description, count) in zip(networks, expected) {
        notebook.expect("Parameters of \(description.name)", description.parameterCount, exactly: count)
    }
    notebook.expect(
        "… and of the discriminator", NetworkCatalog.animeDiscriminator.parameterCount, exactly: 1_128_800)
}
//:end

//: The promise holds, and less so than the sizes say. AnimeGAN has a third of CartoonGAN's parameters, but it does more than half of its work: most
//: of what it saves are weights at a quarter of the size, where a weight is used seldom; what is left works at the full size. The second version
//: halves the file again, and hardly the work. So on a processor expect a time of half of CartoonGAN's, not of a third. (The article's 2.3 seconds a picture on a P100
//: cannot be the network at all: 31 thousand million multiplications are a hundredth of a second for that card at its best. They are what
//: stands around it: starting, loading, reading, writing.)
//:
//: ## Pictures that are not pairs
//:
//: A painter of this project renders a drawn scene in two ways: like a photograph, muted and grainy, and like the background of an animated film.
//: Training sees photographs of some scenes and drawings of *others*. For a few that it never sees we keep both: so we can measure what no set of
//: real photographs allows, the distance of each result from the drawing that it should have become.

func unpaired(_ material: Material, in notebook: Notebook) throws {
    let shown = material.heldOut.prefix(6)
    try notebook.show(
        PictureGrid(
            "", rows: [shown.map(\.photograph), shown.map(\.anime)], rowTitles: ["photograph", "drawing"],
            cellWidth: 128),
        named: "held-out", "Scenes that no network learns from, in both renderings.")
    let own = material.distance(of: material.photographsHeldOut)
    notebook.say("The photographs' own distance from their drawings: \(rounded(own)).")
}

//: The distance is the root of the mean squared difference of RGB in [0, 1]. A network that leaves photographs as they are has this one; that is
//: the number to beat.
//:
//: ## Smoothed edges
//:
//: What makes a drawing a drawing? Outlines, above all, and they are a very small part of the pixels. A discriminator that compares photographs with drawings
//: finds a hundred easier differences first: grain, bright colours, flat areas. A generator could satisfy it with flat colours and edges like fog.
//: CartoonGAN's authors therefore showed it a third kind of picture: drawings whose edges, and nothing else, are blurred. They are *false*; and now only sharp
//: edges tell the true from the false.
//:
//: How are they made? Find the edges (Canny's, with thresholds 100 and 200), widen them by two pixels on each side, and replace what lies there by a
//: Gaussian mean.

/// Numbers, `[1, channels, height, width]`, with each place the largest or the weighted mean of the 5×5 around it.
func dilated(_ edges: Tensor) -> Tensor { edges.padded(Padding(2)).maxPooled(size: 5, stride: 1) }

func blurred(_ picture: Tensor) -> Tensor {
    let row: [Float] = [1, 4, 6, 4, 1].map { $0 / 16 }
    let kernel = Tensor((0..<3).flatMap { _ in row.flatMap { a in row.map { a * $0 } } }, shape: [3, 1, 5, 5])
    return picture.padded(Padding(2), with: .reflect).convolved(with: kernel, groups: 3)
}

//:fold What is measured and drawn: `smoothEdges`
func smoothEdges(in notebook: Notebook) throws {
    let drawing = DrawnScenes(seed: notebook.seed, size: 256).anime(at: -2)
    let picture = Tensor(pictures: [drawing])
    let edges = drawing.edges(lower: 100, upper: 200)
    let near = dilated(Tensor(pictures: [edges]))
    let smoothed = near * blurred(picture) + (1 - near) * picture
    let detail = [drawing, edges.converted(to: .rgb), near.pictures[0].converted(to: .rgb), smoothed.pictures[0]]
    try notebook.show(
        PictureGrid(
            "", rows: [detail, detail.map { $0.cropped(x: 84, y: 60, width: 64, height: 64) }],
            columnTitles: ["drawing", "edges", "widened", "smoothed"], cellWidth: 200),
        named: "smoothing", "Edge smoothing step by step, and a part of it enlarged.")
    let difference = (smoothed - Tensor(pictures: [drawing.edgesSmoothed()])).absolute().scalars.max() ?? .nan
    notebook.expect(
        "These steps are what `nurie smooth-edges` does, but for rounding: largest difference", Double(difference),
        .below(1.01 / 255))
}
//:end

//: Look at the enlarged part: walls and sky are untouched, each line has become a shadow.
//:
//: ## Initialisation on content alone
//:
//: A generator that begins with random weights gives noise, and a discriminator tells noise from drawings by anything at all; there is nothing to learn
//: from it. So AnimeGAN, like CartoonGAN, lets the generator first learn to give back what it gets: an epoch on content alone, the mean
//: absolute difference of the features of lesson 13, before the discriminator enters.
//:
//: The published generators look at a picture through a narrow place at a quarter of its size. At 256 pixels that is enough to see a leaf; at the 64 pixels of
//: this lesson it is 16×16, and to learn to see through it takes longer than all the rest (we look at that below). The losses do not care whose
//: pictures they judge. So all games here are played by a little generator that works at full resolution, three residual blocks of twelve channels. The full
//: scale has 128 pixels and twice the channels, and takes a night; the article's own networks train with `nurie train anime`.

/// How large and how long everything is.
struct Plan {
    let side, trueSide, width, discriminatorWidth, scenes, heldOut: Int
    let initialSteps, rounds, versionSteps, versionWidth: Int

    init(for notebook: Notebook) {
        let scale = notebook.scale
        side = scale.choose(tiny: 32, quick: 64, full: 128)
        trueSide = scale.choose(tiny: 32, quick: 256, full: 256)
        width = scale.choose(tiny: 4, quick: 12, full: 24)
        discriminatorWidth = scale.choose(tiny: 4, quick: 8, full: 32)
        scenes = scale.choose(tiny: 8, quick: 200, full: 1000)
        heldOut = scale.choose(tiny: 6, quick: 32, full: 100)
        initialSteps = scale.choose(tiny: 5, quick: 300, full: 2000)
        rounds = scale.choose(tiny: 8, quick: 300, full: 4000)
        versionSteps = scale.choose(tiny: 5, quick: 600, full: 4000)
        versionWidth = scale.choose(tiny: 4, quick: 8, full: 16)
    }

    /// What is left of a learning rate that falls evenly to a twentieth.
    func remaining(_ step: Int, of steps: Int) -> Double { 1 - 0.95 * Double(step) / Double(steps) }
}

func initialise(_ plan: Plan, _ material: Material, in notebook: Notebook) throws -> LittleGenerator {
    var random = notebook.generator(2)
    let generator = LittleGenerator(width: plan.width).initialised(using: &random)
    let adam = Adam(generator, learningRate: 2e-3, beta1: 0.5)
    var run = notebook.trainingRun("initialisation", steps: plan.initialSteps)
    run.keep(generator, adam, as: "generator")
    let log = try run.train(resuming: notebook.isResuming) { step, _ in
        let batch = material.batch(at: step)
        let tape = Tape(learning: generator.parameters)
        let map = material.features.features(of: generator(batch.photographs, .training(tape)))
        let loss = meanAbsoluteError(map, batch.content)
        adam.learningRate = 2e-3 * plan.remaining(step, of: plan.initialSteps)
        adam.step(tape.gradients(of: loss))
        return ["content": loss.item]
    }
    let steps = (1...plan.initialSteps).map(Double.init)
    try notebook.show(
        Figure("On content alone", x: "step", y: "mean |Δ| of features").logarithmicY()
            .curve(steps, log["content"].map(Double.init), "content", smoothing: 0.9, color: .blue),
        named: "initialisation", "The generator learns to give back what it gets.")
    let likeness = material.evaluation(of: generator).likeness
    notebook.expect(
        "The initialised generator reproduces photographs that it never saw: PSNR, dB", likeness, .above(26))
    return generator
}

//: No pixel was ever compared with a pixel, and yet the pictures come back: features of a network that knows colours and places leave little room. Where they
//: come through a narrow place, or through features that are blind for colour, it is worse: colours drift, and edges get coloured ghosts.
//:
//: > **What is normal.** The content loss falls fast and then slowly, and need not come near zero: half of what two different photographs have is
//: > far too much, a fifth is fine. Look at pictures before you go on: what the initialisation has not learnt to show, no game will bring back.
//:
