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
        idea: "photographs become drawings without a single pair, by losses that each want something else",
        chapters: [
            "TheDiscriminatorsFourTerms", "LossesLeftOutOneByOne", "Version1AgainstVersion2", "WhatStylizeDoes",
        ])

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let plan = Plan(for: notebook)
        networks(plan, in: notebook)
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
        try oneColor(plan, in: notebook)
        try whatTheLossTells(whole, others, material, in: notebook)
        try whatStylizeDoes(material, in: notebook)
    }
}

//: # 14 · AnimeGAN
//:
//: Lesson 13 took AnimeGAN's losses one by one and moved the pixels of a single picture. Here a network learns to do it for any photograph, in one pass. It has
//: photographs, and it has drawings, but never a photograph and *its* drawing: nobody has drawn your street in the style of a film. A discriminator that knows drawings
//: takes the place of the pair, as in lesson 09. Of three more losses one helps it, and two hold it back.
//:
//: > **Before you start.** You need lesson 13's losses and a discriminator (lesson 09). The article, Synced's on AnimeGAN (in Chinese), claims that its pictures "need not be matched in
//: > pairs", that it is "a relatively lightweight GAN, with fewer parameters and faster inference", and that "its colours are relatively more natural" than those of CartoonGAN and ComixGAN.
//: > Sources: [AnimeGAN](https://github.com/TachibanaYoshino/AnimeGAN) (Chen, Liu and Chen, 2020), [CartoonGAN](https://doi.org/10.1109/CVPR.2018.00986) (Chen, Lai and Liu, 2018),
//: > [ComixGAN](https://github.com/maciej3031/comixify), and [LSGAN](https://arxiv.org/abs/1611.04076). You can skip "Four networks" and "Version 1 against version 2".
//:
//: As in lesson 13, every photograph on this page is a **drawn photograph**: a scene drawn by rule, muted and grainy.
//:
//: ## Four networks
//:
//: The article compares AnimeGAN's size and time with CartoonGAN's. Here is that table for four networks at their true sizes. Seconds depend on the machine, so the table
//: counts multiplications, for a picture of 256×256.

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
            "", "parameters", "megabytes", "multiplications, billions", "uses of a parameter, thousands",
        ], rows)
    let expected = [3_956_096, 2_143_552, 11_129_667, 10_940_419]
    for (description, count) in zip(networks, expected) {
        notebook.expect("Parameters of \(description.name)", description.parameterCount, exactly: count)
    }
    notebook.expect(
        "… and of the discriminator", NetworkCatalog.animeDiscriminator.parameterCount, exactly: 1_128_800)
}
//:end

//: The claim holds, but less than the sizes suggest. AnimeGAN has a third of CartoonGAN's parameters and does more than half of its work. It saves mostly weights at a
//: quarter of the size, and each of those is used seldom. The second version halves the file again but saves little work. (The article's 2.3 seconds a picture on a P100
//: cannot be the network: 31 billion multiplications take that card about a hundredth of a second.)
//:
//: ## Pictures that are not pairs
//:
//: Each drawn scene has two renderings: like a photograph, muted and grainy, and like the background of an animated film. Training sees photographs of some scenes and
//: drawings of *others*. For a few scenes that it never sees we keep both. So we can measure what no set of real photographs allows: how far each result is from
//: the drawing that it should have become.

func unpaired(_ material: Material, in notebook: Notebook) throws {
    let shown = material.heldOut.prefix(6)
    try notebook.show(
        PictureGrid(
            "", rows: [shown.map(\.photograph), shown.map(\.anime)], rowTitles: ["drawn photograph", "drawing"],
            cellWidth: 128),
        named: "held-out", "Scenes that no network learns from, in both renderings.")
    let own = material.distance(of: material.photographsHeldOut)
    notebook.say("The drawn photographs' own distance from their drawings: \(rounded(own)).")
}

//: The distance is the root of the mean squared difference of RGB in [0, 1]. A network that leaves the photographs alone has this one, so it is the number to beat.
//:
//: ## Smoothed edges
//:
//: A drawing lives by its outlines, but they are a very small part of its pixels. A discriminator finds easier differences from photographs first: grain, bright colours,
//: flat areas. Flat colours with blurred edges could satisfy it. So CartoonGAN's authors show it a third kind of picture that it has to refuse: drawings of which only
//: the edges are blurred. Nothing but sharp edges tells drawings from those.
//:
//: Find the edges (Canny's, thresholds 100 and 200), widen them by two pixels on each side, and put a Gaussian mean there.

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

//: In the enlarged part, walls and sky are untouched, and each line is blurred.
//:
//: ## Initialisation on content alone
//:
//: A generator with random weights makes noise, and a discriminator can tell noise from drawings by anything at all. So AnimeGAN, like CartoonGAN, first lets the generator learn to give back what it gets, by the content loss of lesson 13 alone.
//:
//: The published generators pass a picture through a bottleneck at a quarter of its size. Learning to restore a picture from so few places would take longer than all the rest. So ours works at full size: three residual blocks (each adds to its input) of twelve channels.
//: `nurie train anime` trains the article's own networks.

//:fold The sizes: `Plan`
/// How large and how long everything is.
struct Plan {
    let side, trueSide, width, discriminatorWidth, scenes, heldOut: Int
    let initialSteps, rounds: Int

    init(for notebook: Notebook) {
        let scale = notebook.scale
        side = scale.choose(tiny: 32, quick: 64, full: 128)
        trueSide = scale.choose(tiny: 32, quick: 256, full: 256)
        width = scale.choose(tiny: 4, quick: 12, full: 16)
        discriminatorWidth = scale.choose(tiny: 4, quick: 8, full: 16)
        scenes = scale.choose(tiny: 8, quick: 200, full: 400)
        heldOut = scale.choose(tiny: 6, quick: 32, full: 64)
        initialSteps = scale.choose(tiny: 5, quick: 300, full: 300)
        rounds = scale.choose(tiny: 8, quick: 300, full: 350)
    }

    /// What is left of a learning rate that falls evenly to a twentieth.
    func remaining(_ step: Int, of steps: Int) -> Double { 1 - 0.95 * Double(step) / Double(steps) }
}
//:end

func initialise(_ plan: Plan, _ material: Material, in notebook: Notebook) throws -> LittleGenerator {
    try notebook.excerpt("Lessons/14-animegan/LittleGenerator.swift", of: "forward")
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
    try whatItGivesBack(generator, log, material, in: notebook)
    return generator
}

//:fold What is measured and drawn: `whatItGivesBack`
func whatItGivesBack(
    _ generator: LittleGenerator, _ log: TrainingLog, _ material: Material, in notebook: Notebook
) throws {
    let content = try log["content"].map(Double.init)
    let apart = (0..<8).map { step in
        let maps = material.batch(at: step).content
        return meanAbsoluteError(maps.sliced(axis: 0, 0..<1), maps.sliced(axis: 0, 1..<2)).item
    }
    try notebook.show(
        Figure("On content alone", x: "step", y: "mean |Δ| of features").logarithmicY()
            .curve(content.indices.map { Double($0 + 1) }, content, "content", smoothing: 0.9, color: .blue)
            .horizontalLine(at: Double(apart.reduce(0, +)) / 8, "two different photographs"),
        named: "initialisation", "The generator learns to give back what it gets.")
    let likeness = material.evaluation(of: generator).likeness
    notebook.expect(
        "The initialised generator reproduces drawn photographs that it never saw: PSNR, dB", likeness, .above(26))
}
//:end

//: The loss never compared a pixel with a pixel, and yet the pictures come back. In lesson 13 free pixels found other pictures with nearly these features. One small network for all pictures, which is given their pixels, hardly can.
//:
//: > **What is normal.** The content loss falls fast and then slowly. Half of what two different photographs have (dashed) is far too much, a fifth is fine. Look at pictures
//: > before you go on: nothing later brings back what is missing here.
//:
