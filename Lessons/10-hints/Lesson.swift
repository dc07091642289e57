import ArgumentParser
import Basics
import Colorization
import Figures
import Files
import LessonKit
import Models
import Networks
import Pictures
import TensorCore
import Training

@main
struct HintsForTheColorizer: Lesson {
    static let card = LessonCard(
        10, "hints", title: "Hints",
        idea: "a dab of colour tells the network what no line can, and how it is told decides how soon it listens",
        chapters: ["HintsThatSpread", "UsualColors", "HintsAgainstTheAdversary"])

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let plan = try Plan(for: notebook)
        try sampledHints(plan, in: notebook)
        let dots = try learn("dots", reach: 0, plan, in: notebook)
        try dotsAlone(dots, plan, in: notebook)
        try runningPaint(plan, in: notebook)
        for function in ["run", "step"] {
            try notebook.excerpt("Sources/Colorization/Hints/HintSpreading.swift", of: function)
        }
        let paint = try learn("running paint", reach: plan.reach, plan, in: notebook)
        try obeyed(dots, paint, plan, in: notebook)
        try moreHints(dots, paint, plan, in: notebook)
        try kindsOfHints(paint, plan, in: notebook)
        try usualColors(paint, plan, in: notebook)
        try hintsAgainstAdversary(paint, plan, in: notebook)
        try shipped(plan, in: notebook)
    }
}

//: # 10 · Hints
//:
//: Squared error painted the mean of all possible colours (lesson 08), and the adversary one of them by accident (lesson 09). Neither can paint the colour that *you*
//: have in mind, because neither is told. So the article adds three channels beside the line, red, green and blue, with dabs of colour in them.
//:
//: > **Before you start.** You need the U-net (lesson 08) and the game (lesson 09). The article (Big Data Digest, 2017, in Chinese) claims that "rough hints and very careful ones in every
//: > detail both work well", and that "when the adversary and hints are trained together, the hints interfere with the adversary, and sometimes the result is unstable", so that for a plain tool
//: > "training with hints alone may be more stable". Code: [PaintsChainer](https://github.com/pfnet/PaintsChainer). Spreading by shortest ways is after
//: > [Levin, Lischinski and Weiss, 2004](https://doi.org/10.1145/1015706.1015780), in spirit. You can skip "How many hints" and "Usual colours".
//:
//: ## Three more channels
//:
//: Channel 0 is the line, 1 for paper and 0 for ink. Channels 1 to 3 are the hint, and they must also say where there
//: is none. Zero would not do, because it is black. Here "no hint" is −1 in all three channels. (The released code
//: works in YUV and has a brightness of −512 there.) The network of lesson 08 had four inputs all along; lessons 08 and
//: 09 fed it −1.
//:
//: ## A user made of random numbers
//:
//: Nobody can paint hints for thousands of training pictures. But in training the true colours are known, so we look them up at random places and pretend that a user dabbed there.
//: What is drawn at random decides what the network will understand later:
//:
//: * **how many.** In a quarter of the pictures none, so that the network still colours by itself; in some a few; in others up to 160. (The released code: none in 40 %, 2 to 15 in 30 %,
//:   up to some hundreds in the rest.)
//: * **how large.** From one pixel to squares of five by five, all in the colour of their middle, even where they reach
//:   over a border; and strokes that end where the colour does.
//: * **how exactly.** The colour is off by a standard deviation of 0.02, because users do not hit the exact shade.

//:fold The faces and the sizes: `Plan`
/// The faces to learn from and to be judged by, how long and with how wide a network.
struct Plan {
    let width, steps, gameSteps: Int
    let dataset: ColorizationDataset
    /// How far paint runs, in parts of the picture's side.
    let reach: Float = 0.3

    init(for notebook: Notebook) throws {
        let scale = notebook.scale
        width = scale.choose(tiny: 4, quick: 10, full: 12)
        steps = scale.choose(tiny: 10, quick: 1800, full: 1800)
        gameSteps = scale.choose(tiny: 8, quick: 300, full: 360)
        dataset = try ColorizationDataset(
            seed: notebook.seed, size: scale.choose(tiny: 32, quick: 64, full: 128),
            faces: scale.choose(tiny: 16, quick: 4000, full: 50_000),
            batch: scale.choose(tiny: 4, quick: 4, full: 4),
            heldOut: scale.choose(tiny: 8, quick: 64, full: 100))
    }
}

func sampledHints(_ plan: Plan, in notebook: Notebook) throws {
    try notebook.show(
        hintsDiagram(), named: "channels",
        "In training the true colours stand in for the user; the network cannot tell.")
    let pairs = Array(plan.dataset.heldOut.prefix(5))
    let counts = [0, 4, 12, 40, 160]
    var generator = notebook.generator(1)
    let dabbed = zip(pairs, counts).map { pair, count in
        pair.lines.showing(dabs: dabs(count, in: pair, using: &generator))
    }
    try notebook.show(
        PictureGrid(
            "", rows: [dabbed, pairs.map(\.color)], columnTitles: counts.map { "\($0) hints" },
            rowTitles: ["given", "wanted"], cellWidth: 128),
        named: "given", "Lines with sampled hints, and what is to be made of them.")
}
/// Hints for one picture: so many dabs and strokes of its true colours, elsewhere transparent.
func dabs(_ count: Int, in pair: Pair, using generator: inout SeededGenerator) -> Picture {
    let truth = Tensor(pictures: [pair.color])
    return Picture(hints: HintSampling.exactly(count).hints(for: truth, using: &generator))
}

//: ## Dots alone
//:
//: The network of lesson 08 now learns with hints, with two changes. The first is the error. In RGB, most of a squared
//: error is brightness. In a short training the network learns brightness and one difference of colour, blue against
//: orange; green and purple hints come out as one or the other. Another error does not end it, as the first figure below shows. The released code takes the absolute errors of
//: brightness and two differences of colour, YUV:

/// The mean of |ΔY|, |ΔU| and |ΔV|, for RGB `[batch, 3, height, width]` in [0, 1].
func errorInYUV(_ colored: Tensor, _ truth: Tensor) -> Tensor {
    let matrix: [Float] = [0.299, 0.587, 0.114, -0.147, -0.289, 0.436, 0.615, -0.515, -0.100]
    return (colored - truth).convolved(with: Tensor(matrix, shape: [3, 3, 1, 1])).absolute().mean()
}

//: The second is batch norm. In training it takes mean and variance from the batch, in use from running means over all
//: batches (lesson 08). A picture with a hundred dabs is far from these means, so it is normalised wrongly, and large
//: areas may burn out to white. So the last two fifths of the training already use the running means (`Mode.tuning`),
//: and the weights adapt. In the figure of the losses below, the curve of the dots jumps where that begins. `reach` is
//: zero for now.

/// What the network is given: lines, and sampled hints that have run so far.
func example(_ batch: PairBatch, reach: Float, using generator: inout SeededGenerator) -> Tensor {
    let hints = HintSampling().hints(for: batch.color, using: &generator)
    return colorizerInput(lines: batch.lines, hints: hints.hintsSpread(along: batch.lines, reach: reach))
}

//: The training loop is that of [lesson 08](../08-unet/README.md), with these inputs, this error, and tuning at the
//: end:

func learn(_ name: String, reach: Float, _ plan: Plan, in notebook: Notebook) throws -> Taught {
    var generator = notebook.generator(2)
    let network = UNet(width: plan.width).initialised(using: &generator)
    let adam = Adam(network, learningRate: 4e-3)
    var run = notebook.trainingRun(name, steps: plan.steps, settings: ["reach": "\(reach)"])
    run.keep(network, adam, as: "network")
    let log = try run.train(resuming: notebook.isResuming) { step, generator in
        let batch = try plan.dataset.batches.batch(at: step)
        let input = example(batch, reach: reach, using: &generator)
        let tape = Tape(learning: network.parameters)
        let isTuning = step >= plan.steps * 3 / 5
        let loss = errorInYUV(network(input, isTuning ? .tuning(tape) : .training(tape)), batch.color)
        // Large steps find the colours, small ones settle them.
        adam.learningRate = 4e-3 * (1 - 0.97 * Double(step) / Double(plan.steps))
        adam.step(tape.gradients(of: loss))
        return ["YUV error": loss.item]
    }
    return Taught(network: network, reach: reach, size: plan.dataset.size, log: log)
}

//:fold What is measured and drawn: `Taught`, `dotsAlone`
/// A network that has learnt with hints, and how far they ran.
struct Taught {
    let network: UNet
    let reach: Float
    let size: Int
    let log: TrainingLog

    var colorizer: Colorizer { Colorizer(network, workingSize: size, hintReach: reach) }
}

func dotsAlone(_ dots: Taught, _ plan: Plan, in notebook: Notebook) throws {
    let evaluated = ColorizerEvaluation(of: dots.colorizer, on: plan.dataset.heldOut)
    try notebook.show(
        grid(of: evaluated, rows: 4), named: "dots",
        "Held-out faces with 12 hints, coloured by the network that learnt from dots; then with the hints of one area in "
            + "another colour.")
    notebook.say(
        "PSNR without hints \(rounded(evaluated.alone.signalToNoise.value)) dB, with 12 hints \(rounded(evaluated.hinted.signalToNoise.value)) dB"
    )
    notebook.say("error in the hinted areas \(rounded(evaluated.obedience.value))")
}

/// Some of the pictures that an evaluation coloured.
func grid(of evaluated: ColorizerEvaluation, rows: Int) -> PictureGrid {
    PictureGrid(
        "",
        rows: evaluated.examples.prefix(rows).map { example in
            [
                example.alone, example.pair.lines.showing(dabs: example.hints), example.hinted,
                example.pair.lines.showing(dabs: example.otherHints), example.otherwise, example.pair.color,
            ]
        },
        columnTitles: ["without hints", "hints", "with them", "one area recoloured", "with these", "true"],
        cellWidth: 128)
}
//:end

//: The network has only begun to use its hints: around a dab there is a stain that ignores the lines. The article's network learnt from 600,000 pictures for a night;
//: this one has seen 7,200. But what takes so long?
//:
//: ## Why it takes so long
//:
//: A dab is a few pixels. It is meant for hundreds, all the way to the lines around them. The network must find out that colour flows on paper and stops at ink, and that two dabs on both sides of a
//: line have two answers. All this passes through convolutions of 3×3, level by level. Until it works on a large scale, each dab explains only the few pixels around it, so the gradients
//: are small.
//:
//: We tried shortcuts, which this page does not repeat: more dabs first and fewer later, the whole true picture as a
//: hint in some batches, more weight on hues, separate ways down for hints and lines. With the first two the network
//: copies any hue at the dab itself within a thousand steps. None taught it to *spread* a colour in the time of this
//: lesson.
//:
//: But spreading need not be learnt from examples. It is geometry, and can be computed.
//:
