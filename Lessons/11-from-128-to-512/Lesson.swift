import ArgumentParser
import Colorization
import Datasets
import Drawings
import Figures
import Files
import LessonKit
import Models
import Networks
import Pictures
import TensorCore

@main
struct LargerDrawings: Lesson {
    static let card = LessonCard(
        11, "from-128-to-512", title: "From 128 to 512",
        idea: "a network knows drawings of one size; a second one carries its colours to four times that size",
        chapters: ["HowFarANetworkSees", "TheSecondStage", "AnyAspectRatio", "TheWidthOfALine"])

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let plan = try Plan(for: notebook)
        let (one, several) = try recognisers(plan, in: notebook)
        try howFar(one, plan, in: notebook)
        try otherSizes(one, several, plan, in: notebook)
        let first = try learnSmall(plan, in: notebook)
        try stages(in: notebook)
        let second = try learnSecond("second stage", truthChance: 0.2, after: first, plan, in: notebook)
        try secondStage(second, after: first, plan, in: notebook)
        let trusting = try learnSecond("truth alone", truthChance: 1, after: first, plan, in: notebook)
        try mistakes(second, trusting, after: first, plan, in: notebook)
        try aspectRatios(one, plan, in: notebook)
        try tiles(one, second, after: first, plan, in: notebook)
        try lineWidths(one, several, plan, in: notebook)
        try otherDrawings(plan, in: notebook)
    }
}

//: # 11 · From 128 to 512
//:
//: The colorizers of lessons 08 to 10 paint pictures of the size of a stamp. The article's first stage works on 128×128 pixels, and a second network of the same table
//: then paints at 512×512. A convolution takes a picture of any size. So why two networks?
//:
//: > **Before you start.** You need the U-net (lesson 08) and hints (lesson 10). The article (Big Data Digest, 2017, in Chinese) says: "the first stage learns 128x128 pictures,
//: > the second stage colours 512x512", "as most of it is a CNN, it does not matter if the aspect ratio changes a little", and "if the lines are too thick or too thin they break
//: > up, and the result is poor". Code: [PaintsChainer](https://github.com/pfnet/PaintsChainer). You can skip "Learning from mistakes" and "Tiles without seams".
//:
//: Here 64 stands for 128 and 256 for 512, so the ratio of four is the same. (`--scale full` takes 128 and 512.)

//:fold The data and the sizes: `Plan`
/// The pictures to learn from and to be judged by, how long and with how wide networks.
struct Plan {
    let width, answerSteps, steps, secondSteps: Int
    /// Pixels in a side of what the first stage works on; the second has four times as many.
    let smallSide: Int
    /// Pixels in a side of the piece of a large picture that the second stage learns from in a step.
    let piece: Int
    let small, large: ColorizationDataset
    /// How far paint runs before the first stage sees it, in parts of the picture's side.
    let reach: Float = 0.3

    var largeSide: Int { 4 * smallSide }

    init(for notebook: Notebook) throws {
        let scale = notebook.scale
        width = scale.choose(tiny: 4, quick: 8, full: 12)
        answerSteps = scale.choose(tiny: 10, quick: 1000, full: 1500)
        steps = scale.choose(tiny: 10, quick: 1300, full: 2000)
        secondSteps = scale.choose(tiny: 4, quick: 260, full: 400)
        smallSide = scale.choose(tiny: 64, quick: 64, full: 128)
        piece = scale.choose(tiny: 64, quick: 128, full: 256)
        small = try ColorizationDataset(
            seed: notebook.seed, size: smallSide, faces: scale.choose(tiny: 16, quick: 3000, full: 50_000),
            batch: scale.choose(tiny: 4, quick: 4, full: 4), heldOut: scale.choose(tiny: 4, quick: 24, full: 24))
        large = try ColorizationDataset(
            seed: notebook.seed, size: 4 * smallSide, faces: scale.choose(tiny: 8, quick: 400, full: 50_000),
            batch: 4,
            heldOut: scale.choose(tiny: 4, quick: 24, full: 24))
    }
}
//:end

//: ## A book with one answer
//:
//: Drawn faces come in all colours, so a wrong colour may mean two things: the network did not know what it saw, or nobody could know the colour. Questions about size
//: need only the first. So in this book every *kind* of region has the same colour in all pictures: hair is purple, clothes are yellow, irises are green. A colour that
//: comes out wrong was not recognised.
//:
//: One network learns from lines of 0.8 pixels, another from lines of 0.3 to 3. A pixel of the person, lines left out, is *recognised* if the colour of its own kind is the nearest.

//:fold The pairs, and what is measured and drawn: `book`, `recognisers`
/// The book's pairs, with lines of these widths.
func book(linesOf widths: ClosedRange<Float>, _ plan: Plan, in notebook: Notebook) throws
    -> Batches<OneAnswer, PairBatch>
{
    let faces = OneAnswer(
        faces: DrawnFaces(seed: notebook.seed, size: plan.smallSide), count: plan.small.batches.plan.count,
        widths: widths)
    return try Batches(of: faces, size: plan.small.batches.plan.size, seed: notebook.seed)
}

func recognisers(_ plan: Plan, in notebook: Notebook) throws -> (one: UNet, several: UNet) {
    let one = try recogniser("one width", lines: 0.8...0.8, plan, in: notebook)
    let several = try recogniser("several widths", lines: 0.3...3, plan, in: notebook)
    let examples = plan.small.heldOutFaces.prefix(6).map {
        OneAnswer.pair(of: $0, size: plan.smallSide, lineWidth: 0.8)
    }
    try notebook.show(
        PictureGrid(
            "",
            rows: [
                examples.map(\.lines), examples.map { painted($0.lines, by: one) }, examples.map(\.color),
            ],
            rowTitles: ["lines", "painted", "the answer"], cellWidth: 128),
        named: "answers", "Held-out faces in the book with one answer, at the size of training.")
    return (one, several)
}
//:end

func recogniser(
    _ name: String, lines widths: ClosedRange<Float>, _ plan: Plan, in notebook: Notebook
) throws -> UNet {
    var generator = notebook.generator(1)
    let network = UNet(width: plan.width).initialised(using: &generator)
    let adam = Adam(network, learningRate: 4e-3)
    let batches = try book(linesOf: widths, plan, in: notebook)
    var run = notebook.trainingRun(name, steps: plan.answerSteps, settings: ["lines": "\(widths)"])
    run.keep(network, adam, as: "network")
    _ = try run.train(resuming: notebook.isResuming) { step, _ in
        let batch = try batches.batch(at: step)
        let tape = Tape(learning: network.parameters)
        let painted = network(colorizerInput(lines: batch.lines), mode(at: step, of: plan.answerSteps, tape))
        let loss = meanAbsoluteError(painted, batch.color)
        adam.learningRate = learningRate(at: step, of: plan.answerSteps)
        adam.step(tape.gradients(of: loss))
        return ["absolute error": loss.item]
    }
    return network
}

//:fold Batch norm's mode, the learning rate, and painting: `mode`, `learningRate`, `painted`
/// From the middle of the training on, batch norm uses the statistics that it will be run with.
func isTuning(at step: Int, of steps: Int) -> Bool { 2 * step >= steps }

func mode(at step: Int, of steps: Int, _ tape: Tape) -> Mode {
    isTuning(at: step, of: steps) ? .tuning(tape) : .training(tape)
}

/// Large steps first, small ones in the end.
///
/// From the change on the statistics of batch norm stand still. With the full rate the weights may leave them behind, and the network loses all that it knows.
func learningRate(at step: Int, of steps: Int) -> Double {
    4e-3 * (1 - 0.97 * Double(step) / Double(steps)) * (isTuning(at: step, of: steps) ? 0.2 : 1)
}

/// A drawing as a network paints it without hints.
func painted(_ lines: Picture, by network: UNet) -> Picture {
    Picture(tensor: network(colorizerInput(lines: Tensor(pictures: [lines])), .inference))
}
//:end

//: Most of it is recognised. Caps and rabbits' ears, rare and of many forms, are taken for hair.
//:
//: > **What is normal.** The absolute error falls steeply within a hundred steps, when the background is found, and slowly from then on. It ends below 0.05. If it stays above
//: > 0.15, the learning rate is too high or the steps too few. Half way, when batch norm changes to its running statistics (lesson 10), the error may jump: in the
//: > long run from 0.03 to 0.3, and it was back after some 300 steps. From there on the learning rate is a fifth, since the statistics stand still now and the weights must not
//: > leave them behind. In a run at 128 pixels with the full rate, the error rose from 0.039 to 0.12 and stayed there: the network painted background everywhere.
//:
