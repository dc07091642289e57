import ArgumentParser
import Colorization
import Figures
import LessonKit
import Models
import Networks
import TensorCore
import Training

@main
struct UNetAndSquaredError: Lesson {
    static let card = LessonCard(
        8, "unet", title: "A U-net and squared error",
        idea: "a network paints line drawings, and where it cannot know a colour it answers with the mean",
        chapters: ["WhatSkipsDo"])

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let plan = try Plan(for: notebook)
        let dataset = plan.dataset
        try pairs(of: dataset, in: notebook)
        try table(in: notebook)
        try notebook.excerpt("Sources/Models/Colorizer/UNet.swift", of: "forward", "joined")
        try tossUp(in: notebook)
        let networks = try training(by: plan, in: notebook)
        let painted = try skips(networks, dataset, in: notebook)
        try oldPhotograph(painted, dataset, in: notebook)
        try hairColors(painted, dataset, in: notebook)
    }
}

//: # 08 · A U-net and squared error
//:
//: To colour line drawings, begin with the plainest idea: take coloured drawings, extract their lines, and let a network learn to get from the lines back to the colours. This lesson builds that
//: network, shows what its *skips* are for, and then asks where the colours went. The answer is neither a bug nor too little training. It is what the loss asks for.
//:
//: > **Before you start.** You need training with a tape (lesson 03) and pairs of lines and colours (lesson 07). The
//: > article (Big Data Digest, 2017, in Chinese) trained on 600,000 pictures for a night and let its network say: "I
//: > roughly understand the colour of skin, but I really do not know the rest; how could I know the colours of hair and
//: > clothes?" Sources: [U-Net](https://arxiv.org/abs/1505.04597) (Ronneberger, Fischer and Brox, 2015) and the
//: > article's code, [PaintsChainer](https://github.com/pfnet/PaintsChainer).
//:
//: ## The question and the answer
//:
//: A pair is a line drawing and the same drawing in colour. Here the pairs are drawn faces, because for them we know two things that we know for no found picture: their true lines, all in the same
//: ink, which say nothing about the colours between them; and the *region* of each pixel, so that we can measure skin, hair and clothes apart.

//:fold What is measured and drawn: `Plan`, `pairs`
/// The faces to learn from and to be judged by, and how long and with how wide a network.
struct Plan {
    let width: Int
    let steps: Int
    let dataset: ColorizationDataset

    init(for notebook: Notebook) throws {
        let scale = notebook.scale
        width = scale.choose(tiny: 4, quick: 8, full: 16)
        steps = scale.choose(tiny: 10, quick: 4000, full: 4000)
        dataset = try ColorizationDataset(
            seed: notebook.seed, size: scale.choose(tiny: 32, quick: 64, full: 128),
            faces: scale.choose(tiny: 16, quick: 2000, full: 50_000),
            batch: scale.choose(tiny: 4, quick: 4, full: 4),
            heldOut: scale.choose(tiny: 16, quick: 96, full: 200))
    }
}

func pairs(of dataset: ColorizationDataset, in notebook: Notebook) throws {
    let batch = try dataset.batches.batch(at: 0)
    notebook.say("lines \(batch.lines.shape), colours \(batch.color.shape), all in [0, 1]")
    let count = min(8, batch.lines.shape[0])
    try notebook.show(
        PictureGrid(
            "", rows: [Array(batch.lines.pictures.prefix(count)), Array(batch.color.pictures.prefix(count))],
            rowTitles: ["given", "wanted"]),
        named: "pairs", "A batch: what the network is given and what it should make of it.")
}
//:end

//: Look at the upper row alone and name the colours of the lower one. Skin is half easy: its hue, not its lightness. Nothing else is. (Some of the paper is grey on purpose: a scan is never quite white.)
//:
//: ## The network
//:
//: To colour a pixel one has to know what it is part of, which takes a view from afar, and where exactly it lies, which takes a view from close by. A U-net has both. On its way *down*,
//: convolutions of stride 2 halve the picture four times while the channels double, until a small map knows much about the whole. On its way *up*, transposed convolutions double it four times. At
//: each size the map of the way down is handed *across* to the way up, beside what comes from below. These are the skips.
//:
//: A *convolution* slides a small kernel over a whole map and takes one weighted sum in each place; the figure shows
//: it. A map of several *channels* is several such maps of the same size. Each channel that a convolution gives has a
//: kernel of its own for each channel that comes in, and adds up their results. *Padding*, a border of zeros, keeps the
//: size. A *stride* of 2 takes only every second window, which halves the sides.
//:
//: *Batch norm* then shifts and scales each channel so that over all places of the batch its mean is 0 and its variance 1; two
//: numbers that are learnt shift and scale it again. In use, where a picture may come alone, it takes running means of these
//: statistics, kept while it learnt. Each row of the table is a convolution, batch norm and ReLU. The last is a convolution
//: alone and gives red, green and blue. In the code below, `e0` is what the layer `c0` gives, and so on.

//:fold What is measured and drawn: `table`
func table(in notebook: Notebook) throws {
    let network = UNet(width: 32)
    try notebook.show(
        convolutionDiagram(), named: "convolution",
        "The kernel goes over the map, here without padding. Each window, times the kernel, gives one number. This kernel "
            + "finds vertical edges: 3 where the map falls from left to right, −3 where it rises.")
    try notebook.show(
        transposedConvolutionDiagram(), named: "transposed-convolution",
        "The other way round: each number, times the kernel, is added to a window. A stride of 2 doubles the sides; the "
            + "outermost ring is cut off.")
    try notebook.show(
        unetDiagram(network, side: 128), named: "maps",
        "The network's maps: each step down halves their sides, each step up doubles them, and a skip puts two side by side."
    )
    let rows = network.summary(input: [1, 4, 128, 128]).rows.filter { $0.name.hasSuffix("conv") || $0.name == "dc0" }
    let skips = ["dc8": "e7", "dc6": "e6", "dc4": "e4", "dc2": "e2", "dc0": "e0"]
    notebook.table(
        ["layer", "", "skip joined to it", "channels out", "side out"],
        rows.map { row in
            let name = String(row.name.prefix { $0 != "." })
            let kind = row.kind == "Convolution" ? "convolution" : "transposed convolution"
            return [name, kind, skips[name] ?? "", "\(row.outputShape[1])", "\(row.outputShape[2])"]
        })
    notebook.expect("The article's network has parameters", network.parameterCount, exactly: 18_639_619)
    let hourglass = UNet(width: 32, skips: false)
    notebook.say("Without its skips it would be an hourglass of \(hourglass.parameterCount) parameters.")
}
//:end

//: It has four channels of input: the line, and three for hints, which are −1 until lesson 10. One oddity of the table is kept: at the bottom `e7` and `e8`, two maps of the same size, are
//: joined, so the "skip" `e7` passes over one layer only.
//:
//: ## What squared error asks for
//:
//: The article compares the picture with the true one, squares the differences and takes their mean:

/// The mean over pixels and channels of (coloured − truth)².
func squaredError(_ colored: Tensor, _ truth: Tensor) -> Tensor {
    (colored - truth).squared().mean()
}

//: Ask this loss the question that makes the trouble, in its smallest form. There is one pixel of hair. In half of all drawings with these lines it is red, in the other half teal. Which one colour
//: $c$ should the network answer? The expected loss is
//:
//: $$ L(c) = \tfrac12 (c - r)^2 + \tfrac12 (c - t)^2 , \qquad L'(c) = 2c - r - t = 0 \quad\text{at}\quad c = \tfrac12 (r + t). $$
//:
//: Neither red nor teal: the *mean* of both, in each channel. With more colours it is the same: the best answer is the
//: mean of all that are possible, each weighted by how often it occurs, and the loss that is left is their variance. Gradient descent finds the same colour
//: without the formula. (*Chroma* in the table says how colourful a colour is: 0 is grey. More on it below.)

/// The colour that gradient descent arrives at when the truth is one of the colours, each as likely as the others.
func bestColor(for colors: Tensor, start: Tensor, steps: Int = 60) -> Tensor {
    var answer = start
    for _ in 0..<steps {
        let tape = Tape()
        let variable = tape.variable(answer)
        let loss = squaredError(variable.broadcast(to: colors.shape), colors)
        if let gradient = tape.gradients(of: loss)[variable] { answer = answer - 0.5 * gradient }
    }
    return answer
}

//:fold What is measured and drawn: `tossUp`
func tossUp(in notebook: Notebook) throws {
    let (red, teal): ([Float], [Float]) = ([0.86, 0.30, 0.20], [0.14, 0.54, 0.60])
    let found = bestColor(for: Tensor(red + teal, shape: [2, 3]), start: Tensor(repeating: 1, shape: [1, 3]))
    let mean = zip(red, teal).map { ($0 + $1) / 2 }
    notebook.table(
        ["", "red", "green", "blue", "chroma"],
        [("one truth", red), ("the other truth", teal), ("what descent finds", found.scalars), ("their mean", mean)]
            .map { name, color in
                [name] + color.map { rounded($0) } + [rounded(lab(color).chroma)]
            })
    try notebook.show(
        Panels("", [swatches(red, found.scalars, teal), tossUpLosses()], size: (840, 330)),
        named: "toss-up", "A toss-up between two colours, and what the losses make of it.")
    let distance = zip(found.scalars, mean).map { abs($0 - $1) }.max() ?? .nan
    notebook.expect("Descent finds the mean: largest difference", distance, .below(1e-4))
    notebook.expect(
        "The mean is duller than either colour: its chroma over the duller one's",
        lab(mean).chroma / min(lab(red).chroma, lab(teal).chroma), .below(0.5))
}
//:end

//: Red and teal make a brownish grey. Drawings in such colours look like *old photographs*, and this is the reason. It
//: takes no network, only a question with more than one answer.
//:
//: The article's released code takes the *absolute* difference instead, whose best answer is the median. In a toss-up
//: it has no preference (the dotted line is flat), and when one colour is a little more frequent, it takes that one
//: whole. With dozens of hair colours the median of each channel is about as grey as the mean (exercise 3).
//:
//: ## Training
//:
//: Two networks learn from the same batches, one with skips and one without. They are narrow (8 channels in the first map instead of 32), the pictures have 64 pixels a side, and each network sees
//: 2,000 faces eight times. (`--scale full` takes 16 channels, 128 pixels and 16,000 faces once.)

func train(_ network: UNet, _ name: String, by plan: Plan, in notebook: Notebook) throws -> TrainingLog {
    let adam = Adam(network, learningRate: 3e-3)
    var run = notebook.trainingRun(name, steps: plan.steps)
    run.keep(network, adam, as: "network")
    return try run.train(resuming: notebook.isResuming) { step, _ in
        let batch = try plan.dataset.batches.batch(at: step)
        let tape = Tape(learning: network.parameters)
        let colored = network(colorizerInput(lines: batch.lines), .training(tape))
        let loss = squaredError(colored, batch.color)
        // Large steps find the colours, small ones settle them.
        adam.learningRate = 3e-3 * (1 - 0.95 * Double(step) / Double(plan.steps))
        adam.step(tape.gradients(of: loss))
        return ["squared error": loss.item]
    }
}

//:fold What is measured and drawn: `training`
struct TrainedPair {
    let withSkips, without: UNet
}

func training(by plan: Plan, in notebook: Notebook) throws -> TrainedPair {
    var generator = notebook.generator(2)
    let networks = TrainedPair(
        withSkips: UNet(width: plan.width).initialised(using: &generator),
        without: UNet(width: plan.width, skips: false).initialised(using: &generator))
    let log = try train(networks.withSkips, "with skips", by: plan, in: notebook)
    let other = try train(networks.without, "without skips", by: plan, in: notebook)

    // What one learns by answering every pixel with one and the same colour.
    let oneColor = plan.dataset.errorOfOneColor
    let steps = (1...plan.steps).map(Double.init)
    try notebook.show(
        Figure("Both learn, and both stop far above zero", x: "step", y: "squared error, RGB in 0…1").logarithmicY()
            .curve(
                steps, other["squared error"].map(Double.init), "without skips", smoothing: 0.95, color: .vermillion
            )
            .curve(steps, log["squared error"].map(Double.init), "with skips", smoothing: 0.95, color: .blue)
            .horizontalLine(at: oneColor, "one colour everywhere"),
        named: "training", "The losses of both networks while they learn: pale each step, dark their running mean.")
    let end = try Double(log.recentMean("squared error", over: 50))
    notebook.expect(
        "With skips, the loss falls below what one colour everywhere costs on held-out faces: last 50 steps, over that",
        end / oneColor, .below(0.7)
    )
    return networks
}
//:end

//: > **What is normal.** The loss falls steeply for about a hundred steps, then slower for some hundreds: lines, skin, and a mean background. Then it flattens, but not at zero. What is left is mostly the variance of colours that the lines do not
//: > tell. A loss that stays at "one colour everywhere" has not begun to learn. One that gets near zero while held-out pictures do not has learnt its pictures by heart.
//:
