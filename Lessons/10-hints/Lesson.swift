import ArgumentParser
import Basics
import Colorization
import Drawings
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
        idea: "a dab of colour tells the network what no line can, and how it is told decides how soon it listens")

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let plan = try Plan(for: notebook)
        try sampledHints(plan, in: notebook)
        let dots = try learn("dots", reach: 0, plan, in: notebook)
        try dotsAlone(dots, plan, in: notebook)
        try runningPaint(plan, in: notebook)
        let paint = try learn("running paint", reach: plan.reach, plan, in: notebook)
        try obeyed(dots, paint, plan, in: notebook)
        try moreHints(dots, paint, plan, in: notebook)
        try kindsOfHints(paint, plan, in: notebook)
        try hintsAgainstAdversary(paint, plan, in: notebook)
        try shipped(plan, in: notebook)
    }
}

//: # 10 · Hints
//:
//: Squared error painted the mean of all colours that could be (lesson 08), and the adversary one of them, whichever it liked (lesson 09). What neither
//: can do is to paint the one that *you* have in mind, because nobody told them. So the article changes the input a little: beside the line there are
//: three more channels, red, green and blue, and in them dabs of colour. Brown hair, a light blue sailor suit: with hints one can ask for that.
//:
//: ## Three more channels
//:
//: Channel 0 is the line, 1 for paper and 0 for ink. Channels 1 to 3 are the hint, and where there is none they must say so. Zero would not do, since
//: that is black, a colour like any other. Here "no hint" is −1 in all three; the released code works in YUV and has a brightness of −512 there, as far
//: from any true one. The network of the table had four inputs all along; lessons 08 and 09 fed it −1.
//:
//: ## A user who is made of random numbers
//:
//: Nobody can paint hints for thousands of training pictures. But in training the true colours are known: we look them up at random places and pretend
//: that a user dabbed there. What is drawn at random decides what the network will understand later:
//:
//: * **how many.** In a quarter of the pictures none, so that the network still colours by itself; in some only a few; in others up to 160. (The released
//:   code: none in 40 %, 2 to 15 in 30 %, up to some hundreds in the rest.)
//: * **how large.** From one pixel to squares of five, and strokes that end where the colour does.
//: * **how exactly.** The colour is a little off, with a standard deviation of 0.02, because users do not hit the exact shade. A network that was only
//:   ever told exact colours would learn to *look up* the pixel rather than to understand it.

/// The faces to learn from and to be judged by, how long and with how wide a network.
struct Plan {
    let width, steps, gameSteps: Int
    let book: ColorizationDataset
    /// How far paint runs, in parts of the picture's side.
    let reach: Float = 0.3

    init(for notebook: Notebook) throws {
        let scale = notebook.scale
        width = scale.choose(tiny: 4, quick: 10, full: 32)
        steps = scale.choose(tiny: 10, quick: 1800, full: 10_000)
        gameSteps = scale.choose(tiny: 8, quick: 300, full: 5_000)
        book = try ColorizationDataset(
            seed: notebook.seed, size: scale.choose(tiny: 32, quick: 64, full: 128),
            faces: scale.choose(tiny: 16, quick: 4000, full: 50_000),
            batch: scale.choose(tiny: 4, quick: 4, full: 16),
            heldOut: scale.choose(tiny: 8, quick: 64, full: 200))
    }
}

func sampledHints(_ plan: Plan, in notebook: Notebook) throws {
    let pairs = Array(plan.book.heldOut.prefix(5))
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
//: Now the network of lesson 08 learns with them, with two changes. The first is the error. In red, green and blue a squared error is mostly one of
//: brightness, and a network that has learnt brightness goes on with the one direction in which hues differ most: in a short training blue and orange
//: hints come out as such, and green and purple ones as one or the other. The released code takes the absolute error of brightness and two differences of
//: colour, YUV, each by itself:

/// The mean of |ΔY|, |ΔU| and |ΔV|, for RGB `[batch, 3, height, width]` in [0, 1].
func errorInYUV(_ colored: Tensor, _ truth: Tensor) -> Tensor {
    let matrix: [Float] = [0.299, 0.587, 0.114, -0.147, -0.289, 0.436, 0.615, -0.515, -0.100]
    return (colored - truth).convolved(with: Tensor(matrix, shape: [3, 3, 1, 1])).absolute().mean()
}

//: The second is about batch norm. In training it takes its statistics from the batch, and a batch with 300 dabs is quite unlike one without any. Run
//: with the mean statistics of all of them, a picture with much hinting is normalised wrongly: large areas may even burn out to white. So in the last
//: part of training batch norm already uses the statistics that it will be run with, `Mode.tuning`, and the weights get used to them.
//:
//: The function takes a `reach` that is zero for the time being.

/// What the network is given: lines, and sampled hints that have run so far.
func example(_ batch: PairBatch, reach: Float, using generator: inout SeededGenerator) -> Tensor {
    let hints = HintSampling().hints(for: batch.color, using: &generator)
    return colorizerInput(lines: batch.lines, hints: hints.hintsSpread(along: batch.lines, reach: reach))
}

func learn(_ name: String, reach: Float, _ plan: Plan, in notebook: Notebook) throws -> Taught {
    var generator = notebook.generator(2)
    let network = UNet(width: plan.width).initialised(using: &generator)
    let adam = Adam(network, learningRate: 4e-3)
    var run = notebook.trainingRun(name, steps: plan.steps, settings: ["reach": "\(reach)"])
    run.keep(network, adam, as: "network")
    let log = try run.train(resuming: notebook.isResuming) { step, generator in
        let batch = try plan.book.batches.batch(at: step)
        let input = example(batch, reach: reach, using: &generator)
        let tape = Tape(learning: network.parameters)
        let isTuning = step >= plan.steps * 3 / 5
        let loss = errorInYUV(network(input, isTuning ? .tuning(tape) : .training(tape)), batch.color)
        // Large steps find the colours, small ones settle them.
        adam.learningRate = 4e-3 * (1 - 0.97 * Double(step) / Double(plan.steps))
        adam.step(tape.gradients(of: loss))
        return ["YUV error": loss.item]
    }
    return Taught(network: network, reach: reach, size: plan.book.size, log: log)
}

/// A network that has learnt with hints, and how far they ran.
struct Taught {
    let network: UNet
    let reach: Float
    let size: Int
    let log: TrainingLog

    var colorizer: Colorizer { Colorizer(network, workingSize: size, hintReach: reach) }
}

func dotsAlone(_ dots: Taught, _ plan: Plan, in notebook: Notebook) throws {
    let judged = ColorizerEvaluation(of: dots.colorizer, on: plan.book.heldOut)
    try notebook.show(
        grid(of: judged, rows: 4), named: "dots",
        "Held-out faces with 12 hints, coloured by the network that learnt from dots.")
    notebook.say(
        "PSNR without hints \(rounded(judged.alone.signalToNoise.value)) dB, with 12 hints \(rounded(judged.hinted.signalToNoise.value)) dB"
    )
    notebook.say("error in the hinted areas \(rounded(judged.obedience.value))")
}

/// Some of the pictures that an evaluation coloured.
func grid(of judged: ColorizerEvaluation, rows: Int) -> PictureGrid {
    PictureGrid(
        "",
        rows: judged.examples.prefix(rows).map { example in
            [
                example.alone, example.pair.lines.showing(dabs: example.hints), example.hinted,
                example.pair.lines.showing(dabs: example.otherHints), example.otherwise, example.pair.color,
            ]
        },
        columnTitles: ["without hints", "hints", "with them", "one area otherwise", "with these", "true"],
        cellWidth: 128)
}

//: The network has begun to listen, and that is all. Around a dab there is a stain, which knows nothing of the lines. The article's network learnt from
//: 600,000 pictures for a night; this one has seen 7,200. But what is it that takes so long?
//:
//: ## Why it takes so long
//:
//: A dab is a few pixels. What it is meant for is hundreds, all the way to the lines around them. To carry a colour from one to the other, the network
//: must find out that paper and ink are a map, that colour flows on it and where it stops, and that for two dabs on both sides of a line there are two
//: answers. All this has to pass through convolutions of 3×3, level by level; and until it works on a large scale, each dab explains only the few pixels
//: around it, so that there is little to gain by it and the slopes are small.
//:
//: We looked for shortcuts. Showing more dabs first and fewer later, showing the whole true picture as a hint in a part of the batches, weighing hues
//: more than brightness, giving hues to the first layer more strongly, and keeping hints and lines apart on the way down: with the first two the network
//: copies any hue exactly, at the dab itself, within a thousand steps. But none of them taught it to *spread* a colour in the time of this lesson.
//:
//: Yet spreading is no matter of taste that has to be learnt from examples. It is geometry, and can be computed.
//:
//: ## Let the paint run
//:
//: Take each dab as wet paint. It runs over the paper, and hardly over ink. In numbers: a step to a neighbouring pixel has a length, on paper that of the
//: pixel, on ink twenty-five times as much; each pixel takes the colour of the dab to which the *way* is shortest; and beyond a certain length, here
//: three tenths of the picture's side, paint has dried. Dijkstra's algorithm finds all shortest ways in one sweep.
//:
//: Look at what it does and at what it does not: the paint stops at lines, and it leaks round their ends; it does not know which dabs were dropped in the
//: wrong place; most of the picture may still be blank. There is enough left for a network to learn.

func runningPaint(_ plan: Plan, in notebook: Notebook) throws {
    var generator = notebook.generator(1)
    var rows: [[Picture]] = []
    for pair in plan.book.heldOut.prefix(4) {
        let dots = dabs(12, in: pair, using: &generator)
        let lines = Tensor(pictures: [pair.lines])
        let spread = Tensor(hints: dots).reshaped(to: [1, 3, plan.book.size, plan.book.size])
            .hintsSpread(along: lines, reach: plan.reach)
        rows.append([
            pair.lines.showing(dabs: dots), pair.lines.showing(dabs: Picture(hints: spread)), pair.color,
        ])
    }
    try notebook.show(
        PictureGrid("", rows: rows, columnTitles: ["12 hints", "after they ran", "true"], cellWidth: 128),
        named: "running", "Paint that runs until it meets a line.")
    let before = try told(plan, reach: 0, in: notebook), after = try told(plan, reach: plan.reach, in: notebook)
    notebook.table(
        ["", "pixels that are told a colour", "of them, right to 0.15"],
        [("dots", before), ("running paint", after)].map { name, told in
            [name, rounded(told.share), rounded(told.right)]
        })
    notebook.expect("Paint tells many more pixels: ratio", after.share / before.share, .above(5))
    notebook.expect("… and most of them the right colour: share", after.right, .above(0.7))
}

/// The share of pixels that 12 hints tell a colour, and of these the share that is told about the true one.
func told(_ plan: Plan, reach: Float, in notebook: Notebook) throws -> (share: Double, right: Double) {
    var generator = notebook.generator(3)
    var (told, right, count) = (0, 0, 0)
    for pair in plan.book.heldOut {
        let truth = Tensor(pictures: [pair.color])
        let hints = HintSampling.exactly(12).hints(for: truth, using: &generator)
            .hintsSpread(along: Tensor(pictures: [pair.lines]), reach: reach)
        let (colors, given) = (truth.scalars, hints.scalars)
        let plane = colors.count / 3
        for pixel in 0..<plane where given[pixel] != Tensor.noHint {
            told += 1
            if (0..<3).allSatisfy({ abs(given[$0 * plane + pixel] - colors[$0 * plane + pixel]) < 0.15 }) {
                right += 1
            }
        }
        count += plane
    }
    return (Double(told) / Double(count), Double(right) / Double(told))
}

//: The same network, the same pictures, the same number of steps: only the paint runs before the network sees it.

func obeyed(_ dots: Taught, _ paint: Taught, _ plan: Plan, in notebook: Notebook) throws {
    let steps = (1...plan.steps).map(Double.init)
    try notebook.show(
        Figure("It pays to let the paint run", x: "step", y: "YUV error").logarithmicY()
            .curve(steps, dots.log["YUV error"].map(Double.init), "dots", smoothing: 0.97, color: .vermillion)
            .curve(
                steps, paint.log["YUV error"].map(Double.init), "running paint", smoothing: 0.97, color: .blue),
        named: "training", "The losses of both networks while they learn.")
    let (one, other) = (
        ColorizerEvaluation(of: dots.colorizer, on: plan.book.heldOut),
        ColorizerEvaluation(of: paint.colorizer, on: plan.book.heldOut)
    )
    try notebook.show(
        grid(of: other, rows: 4), named: "obeyed",
        "The same faces and hints as above, after training with paint that runs.",
        isThumbnail: true)
    notebook.table(
        ["", "dots", "running paint"],
        [
            ("PSNR without hints, dB", { $0.alone.signalToNoise.value }),
            ("PSNR with 12 hints, dB", { $0.hinted.signalToNoise.value }),
            ("error in hinted areas", { $0.obedience.value }),
            ("error where an area is hinted otherwise", { $0.otherObedience.value }),
            ("change elsewhere by that", { $0.leakage.value }),
        ].map { (name: String, value: (ColorizerEvaluation) -> Float) in
            [name, rounded(value(one)), rounded(value(other))]
        })
    notebook.expect(
        "Hints raise PSNR: gain in dB", other.hinted.signalToNoise.value - other.alone.signalToNoise.value, .above(2))
    notebook.expect(
        "… and are obeyed better than dots: error in the hinted areas, over that of dots",
        other.obedience.value / one.obedience.value, .below(0.8))
    notebook.expect(
        "They do not change the rest: change elsewhere over the change that is asked for",
        other.leakage.value / other.otherObedience.value, .below(0.5))
}

//: The last three rows are the measures of *obedience*. For each picture the areas of one colour in which hints lie are looked up, and the mean absolute
//: difference of red, green and blue is taken inside. Obeying the truth may be luck, for the network could have guessed it: so the hints of the largest
//: area are given another, strong colour, that the picture never had, and the difference from *that* is measured. At last *leakage*: how much that
//: changes the pixels of other kinds of regions, which were not asked.
//:
//: > **What is normal.** The loss with hints falls below that of lesson 08, and it jumps about more from step to step: a batch with a hundred hints is
//: > easy and one without any is as hard as ever. Do not compare single steps. If PSNR *without* hints falls far while that with hints rises, the network
//: > relies on hints: give none more often.
//:
//: ## How many hints
//:
//: Each further hint tells less that is new: the large areas are hit first. A dozen are not enough for every area to be obeyed to the last pixel: paint
//: dries before it has covered a wide background, a night sky goes from one colour to another, stripes have two. Dense hints get under an error of 0.08,
//: which is twenty of 255 levels.

func moreHints(_ dots: Taught, _ paint: Taught, _ plan: Plan, in notebook: Notebook) throws {
    let counts = [0, 1, 2, 4, 8, 16, 32, 64]
    let (one, other) = (
        counts.map { results(of: dots, hints: $0, plan, in: notebook) },
        counts.map { results(of: paint, hints: $0, plan, in: notebook) }
    )
    // A logarithmic axis has no 0: it is put where ½ would be.
    let places = counts.map { $0 == 0 ? 0.5 : Double($0) }
    func figure(_ y: String, from first: Int, _ value: ((likeness: Double, error: Double)) -> Double) -> Figure {
        let places = Array(places.dropFirst(first))
        return Figure("", x: "hints in a picture", y: y).logarithmicX()
            .xNames(zip(counts.dropFirst(first), places).map { ("\($0)", $1) })
            .curve(places, one.dropFirst(first).map(value), "dots", color: .vermillion)
            .curve(places, other.dropFirst(first).map(value), "running paint", color: .blue)
    }
    try notebook.show(
        Panels(
            "",
            [
                figure("PSNR, dB", from: 0) { $0.likeness }.legend(.topLeft),
                figure("error in hinted areas", from: 1) { $0.error }.horizontalLine(at: 0.08, "0.08"),
            ]),
        named: "how-many", "Likeness to the true picture and obedience, against the number of hints.")
    notebook.table(
        ["hints", "dots, dB", "running paint, dB", "error, dots", "error, running paint"],
        counts.indices.map { index in
            ["\(counts[index])", rounded(one[index].likeness), rounded(other[index].likeness)]
                + [one, other].map { index == 0 ? "" : rounded($0[index].error) }
        })
    notebook.expect("16 hints are better than one: gain in dB", other[5].likeness - other[1].likeness, .above(1))
    notebook.expect("64 are better than 16: gain in dB", other[7].likeness - other[5].likeness, .above(0.3))
    notebook.expect("64 hints are obeyed: error in the hinted areas, RGB in 0…1", other[7].error, .below(0.08))
}

/// How like the truth held-out faces come out with so many hints, in dB, and the error in the hinted areas.
func results(of taught: Taught, hints count: Int, _ plan: Plan, in notebook: Notebook) -> (
    likeness: Double, error: Double
) {
    var (likeness, error) = (ColorizerEvaluation.Likeness(), Mean())
    for (index, pair) in plan.book.heldOut.prefix(32).enumerated() {
        var generator = SeededGenerator(seed: notebook.seed, stream: UInt64(index))
        let hints = dabs(count, in: pair, using: &generator)
        let colored = taught.colorizer.color(pair.lines, hints: hints)
        likeness.add(colored, pair.color)
        error.add(HintedAreas(of: hints, in: pair).error(of: colored))
    }
    return (Double(likeness.signalToNoise.value), Double(error.value))
}

//: ## Sparse, dense, scribbled
//:
//: The article says that rough hints and careful ones both work. Here are six dabs, careful dabs in sixty places, and a scribble across everything, drawn
//: without regard for lines.

func kindsOfHints(_ paint: Taught, _ plan: Plan, in notebook: Notebook) throws {
    var generator = notebook.generator(4)
    var rows: [[Picture]] = []
    for pair in plan.book.heldOut.dropFirst(4).prefix(2) {
        let kinds = [
            dabs(6, in: pair, using: &generator), dabs(60, in: pair, using: &generator),
            scribble(in: pair.color, using: &generator),
        ]
        rows.append(
            kinds.flatMap { [pair.lines.showing(dabs: $0), paint.colorizer.color(pair.lines, hints: $0)] } + [
                pair.color
            ])
    }
    try notebook.show(
        PictureGrid(
            "", rows: rows, columnTitles: ["six dabs", "", "sixty dabs", "", "a scribble", "", "true"], cellWidth: 128
        ),
        named: "kinds", "Three kinds of hints for the same faces.")
}

/// Zigzag strokes from side to side: each piece of them has the colour of its middle, right or wrong for the rest.
func scribble(in picture: Picture, using generator: inout SeededGenerator) -> Picture {
    var hints = Picture(width: picture.width, height: picture.height, format: .rgba, filledWith: [0, 0, 0, 0])
    let piece = max(2, picture.width / 8)
    for row in stride(from: picture.height / 10, to: picture.height, by: max(2, picture.height / 6)) {
        for start in stride(from: 0, to: picture.width, by: piece) {
            let middle = min(picture.width - 1, start + piece / 2)
            for x in start..<min(start + piece - 1, picture.width) {
                let y = min(picture.height - 1, max(0, row + generator.integer(in: -1..<2)))
                for channel in 0..<3 { hints[x, y, channel] = picture[middle, row, channel] }
                hints[x, y, 3] = 255
            }
        }
    }
    return hints
}

//: Six dabs leave most to the network, which knows the colour of skin and little else. Sixty are a picture already. The scribble crosses lines, and where
//: a stroke begins in one area and ends in another, one of the two gets the wrong colour: no loss function can know what you meant.
//:
//: ## Hints against the adversary
//:
//: The article reports that an adversary and hints get into each other's way: training becomes unstable, and who asks for another colour of a swimsuit
//: finds that other parts have changed too. For a plain tool its author would train with hints alone. We go on from the network above in three ways:
//: without an adversary, with a weak one, and with a strong one. On the way we measure obedience on the same faces with the same hints. Batch norm keeps
//: the statistics that it has by now.

/// A round of the game of lesson 09, with hints: the colorizer's turn, then the adversary's.
func playRound(
    _ input: Tensor, _ truth: Tensor, _ colorizer: (network: UNet, adam: Adam),
    _ discriminator: (network: ColorizerDiscriminator, adam: Adam), weight: Float
) -> Float {
    let tape = Tape(learning: colorizer.network.parameters)
    let colored = colorizer.network(input, .tuning(tape))
    let error = errorInYUV(colored, truth)
    guard weight > 0 else {
        colorizer.adam.step(tape.gradients(of: error))
        return error.item
    }
    let adversarial = adversarialLoss(of: colored, discriminator.network, .training(tape))
    colorizer.adam.step(tape.gradients(of: error + weight * adversarial))

    let other = Tape(learning: discriminator.network.parameters)
    let discriminatorLoss = discriminatorLoss(
        truth: truth, colored: colored.detached, discriminator.network, .training(other))
    discriminator.adam.step(other.gradients(of: discriminatorLoss))
    return error.item
}

/// A game: the error in hinted areas at each eighth of it, and how the network judged at its end.
struct Game {
    let errors: [Double]
    let judged: ColorizerEvaluation
}

func play(_ name: String, weight: Float, from paint: Taught, _ plan: Plan, in notebook: Notebook) throws -> Game {
    var generator = notebook.generator(5)
    var weights = Checkpoint()
    weights.store(paint.network)
    let network = try UNet.restore(from: weights)
    let discriminator = ColorizerDiscriminator(side: plan.book.size, width: 2 * plan.width).initialised(
        using: &generator)
    let (adam, otherAdam) = (
        Adam(network, learningRate: 2e-3, beta1: 0.5), Adam(discriminator, learningRate: 3e-4, beta1: 0.5)
    )
    var run = notebook.trainingRun(name, steps: plan.gameSteps, settings: ["weight": "\(weight)"])
    run.keep(network, adam, as: "network")
    run.keep(discriminator, otherAdam, as: "adversary")
    let few = Array(plan.book.heldOut.prefix(24))
    let hints = few.map { dabs(12, in: $0, using: &generator) }
    let input = colorizerInput(
        lines: PairBatch(few).lines,
        hints: Tensor.concatenated(
            hints.map { Tensor(hints: $0).reshaped(to: [1, 3, plan.book.size, plan.book.size]) }, axis: 0
        ).hintsSpread(along: PairBatch(few).lines, reach: plan.reach))
    let onTheWay = run.snapshots("faces", at: (0...8).map { $0 * plan.gameSteps / 8 }) { network(input, .inference) }
    _ = try run.train(resuming: notebook.isResuming) { step, generator in
        let batch = try plan.book.batches.batch(at: plan.steps + step)
        let given = example(batch, reach: plan.reach, using: &generator)
        return [
            "YUV error": playRound(given, batch.color, (network, adam), (discriminator, otherAdam), weight: weight)
        ]
    }
    let errors = onTheWay.taken.map { _, pictures in
        var mean = Mean()
        for (index, picture) in pictures.pictures.enumerated() {
            mean.add(HintedAreas(of: hints[index], in: few[index]).error(of: picture))
        }
        return Double(mean.value)
    }
    let taught = Taught(network: network, reach: paint.reach, size: paint.size, log: paint.log)
    return Game(errors: errors, judged: ColorizerEvaluation(of: taught.colorizer, on: plan.book.heldOut))
}

func hintsAgainstAdversary(_ paint: Taught, _ plan: Plan, in notebook: Notebook) throws {
    let weights: [(String, Float)] = [("no adversary", 0), ("a weak one", 0.003), ("a strong one", 0.03)]
    let games = try weights.map { try play($0.0, weight: $0.1, from: paint, plan, in: notebook) }
    let steps = (0...8).map { Double($0 * plan.gameSteps / 8) }
    let colors: [Color] = [.blue, .green, .vermillion]
    let figure = games.indices.reduce(
        Figure("What an adversary does to obedience", x: "step", y: "error in hinted areas")
    ) {
        $0.curve(steps, games[$1].errors, weights[$1].0, color: colors[$1])
    }
    try notebook.show(
        figure, named: "adversary", "Errors in the hinted areas of 24 held-out faces, on the way of three trainings.")
    try notebook.show(
        PictureGrid(
            "",
            rows: (0..<4).map { index in
                [games[0].judged.examples[index].hints].map {
                    games[0].judged.examples[index].pair.lines.showing(dabs: $0)
                } + games.map { $0.judged.examples[index].hinted } + [games[0].judged.examples[index].pair.color]
            },
            columnTitles: ["hints"] + weights.map(\.0) + ["true"], cellWidth: 128),
        named: "adversaries", "The same hints after three trainings.")
    notebook.table(
        ["", "saturation", "error in hinted areas", "leakage", "PSNR with hints, dB"],
        zip(weights, games).map { weight, game in
            [
                weight.0, rounded(game.judged.saturation.rows.last?.hinted ?? .nan),
                rounded(game.judged.obedience.value), rounded(game.judged.leakage.value),
                rounded(game.judged.hinted.signalToNoise.value),
            ]
        })
    notebook.expect(
        "A strong adversary costs obedience: error over that without one",
        games[2].judged.obedience.value / games[0].judged.obedience.value, .above(1.1))
}

//: A strong adversary is not interested in your dabs. It looks at colours without lines and without hints, and wants a picture like those it knows:
//: colours get stronger, and wrong. What the article says of *other* parts we do not find here: the column of leakage hardly moves, perhaps because
//: running paint says where each colour belongs. The curve of a strong adversary never settles, and that is the instability: which picture you get
//: depends on the step at which you stop. Its author's advice holds: for a tool, hints alone.
//:
//: ## What a longer training makes of it
//:
//: The weights that come with Nurie learnt in the same way, with running paint, for longer: `Data/README.md` says how long. Below they colour faces that
//: no training saw, with other colours than their own.

func shipped(_ plan: Plan, in notebook: Notebook) throws {
    guard let path = ShippedData.find("colorizer.safetensors") else {
        return notebook.say("The weights that come with Nurie were not found.")
    }
    let colorizer = try Colorizer(weights: path)
    let unseen = DrawnFaces(seed: 1 << 40, size: 128)
    let wishes: [[UInt8]] = [[206, 64, 60], [70, 150, 84], [74, 104, 206], [236, 196, 80], [150, 88, 184]]
    let rows = notebook.scale.choose(tiny: 1, quick: 2, full: 2)
    try notebook.show(
        PictureGrid(
            "",
            rows: (0..<rows).map { row in
                let face = unseen[row]
                let hair = Pair(lines: face.lines, color: face.color, regions: face.regions).pixels(of: .hair)
                return [colorizer.color(face.lines)]
                    + wishes.map { colorizer.color(face.lines, hints: dabbed($0, on: hair, of: face.lines)) }
            },
            columnTitles: ["without hints", "red", "green", "blue", "yellow", "purple"], cellWidth: 128),
        named: "shipped", "The shipped weights: hair of any colour, each by eight dabs on the hair.")
}

/// Eight dabs of one colour, evenly among some pixels, off their border.
func dabbed(_ color: [UInt8], on pixels: [Int], of lines: Picture) -> Picture {
    var hints = Picture(width: lines.width, height: lines.height, format: .rgba, filledWith: [0, 0, 0, 0])
    let area = Set(pixels)
    let inner = pixels.filter { pixel in
        [-3, 0, 3].allSatisfy { row in [-3, 0, 3].allSatisfy { area.contains(pixel + row * lines.width + $0) } }
    }
    for place in 0..<8 where !inner.isEmpty {
        let pixel = inner[(2 * place + 1) * inner.count / 16]
        let (x, y) = (pixel % lines.width, pixel / lines.width)
        for row in max(0, y - 1)...min(lines.height - 1, y + 1) {
            for column in max(0, x - 1)...min(lines.width - 1, x + 1) {
                for (channel, level) in (color + [255]).enumerated() { hints[column, row, channel] = level }
            }
        }
    }
    return hints
}
