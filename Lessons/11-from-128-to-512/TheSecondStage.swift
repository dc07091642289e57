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

//: ## The second stage
//:
//: It is the same network again, taught at the large size. In place of hints it gets *the first stage's colours*, enlarged four times. The first stage gets the drawing
//: made small. There a line of one pixel would become a light grey, which the first stage never saw. So lines are widened first.

//:fold The diagram: `stages`
func stages(in notebook: Notebook) throws {
    try notebook.show(
        stagesDiagram(), named: "stages",
        "Green is given, orange is computed, and blue learns. The target of both stages is the true picture of their size."
    )
}
//:end

/// Lines at a quarter of the size. They are widened first: a line of one pixel would fade to a light grey.
func madeSmall(lines: Tensor) -> Tensor {
    let ink = (1 - lines).padded(Padding(1)).maxPooled(size: 3, stride: 1)
    return 1 - ink.averagePooled(size: 4)
}

/// A piece of each picture of a batch.
func cut(_ pictures: Tensor, at corner: (x: Int, y: Int), side: Int) -> Tensor {
    pictures.sliced(axis: 2, corner.y..<corner.y + side).sliced(axis: 3, corner.x..<corner.x + side)
}

//: In the released code the second stage learns in four cases of five from what the first stage *made*, with all its mistakes, and in the fifth from the true colours made small. The
//: target is always the true picture, the error the absolute one. There is no adversary, because the first stage has chosen the colours. A step takes a piece of half the sides out of
//: each large picture, a quarter of the work. That is enough, because what this network has to know is near at hand.

/// What the second stage is given in a step and what it should answer: the same piece of each large picture.
func example(
    _ batch: PairBatch, truthChance: Float, after first: FirstStage, _ plan: Plan,
    using generator: inout SeededGenerator
) -> (input: Tensor, truth: Tensor) {
    let truth = batch.color.averagePooled(size: 4)
    let hints = HintSampling().hints(for: truth, using: &generator)
    let colored = first.colors(madeSmall(lines: batch.lines), hints: hints)
    let given = (0..<truth.shape[0]).map { index in
        (generator.chance(truthChance) ? truth : colored).sliced(axis: 0, index..<index + 1)
    }
    let places = 0..<(plan.largeSide - plan.piece) / 16 + 1
    let corner = (x: 16 * generator.integer(in: places), y: 16 * generator.integer(in: places))
    let input = secondStageInput(lines: batch.lines, colors: .concatenated(given, axis: 0))
    return (cut(input, at: corner, side: plan.piece), cut(batch.color, at: corner, side: plan.piece))
}

//: Its training is that of any colorizer:

func learnSecond(
    _ name: String, truthChance: Float, after first: FirstStage, _ plan: Plan, in notebook: Notebook
) throws -> SecondStage {
    var generator = notebook.generator(2)
    let network = UNet(width: plan.width).initialised(using: &generator)
    let adam = Adam(network, learningRate: 4e-3)
    var run = notebook.trainingRun(name, steps: plan.secondSteps, settings: ["truth": "\(truthChance)"])
    run.keep(network, adam, as: "network")
    let log = try run.train(resuming: notebook.isResuming) { step, generator in
        let batch = try plan.large.batches.batch(at: step)
        let (input, truth) = example(batch, truthChance: truthChance, after: first, plan, using: &generator)
        let tape = Tape(learning: network.parameters)
        let loss = meanAbsoluteError(network(input, mode(at: step, of: plan.secondSteps, tape)), truth)
        adam.learningRate = learningRate(at: step, of: plan.secondSteps)
        adam.step(tape.gradients(of: loss))
        return ["absolute error": loss.item]
    }
    return SecondStage(network: network, log: log)
}

//:fold The second stage in use, and its questions: `SecondStage`, `Question`
/// A network that carries small colours to the large size.
struct SecondStage {
    let network: UNet
    let log: TrainingLog

    /// Colours for large lines `[1, 1, height, width]` after small ones `[1, 3, height / 4, width / 4]`.
    func colors(_ lines: Tensor, after small: Tensor) -> Tensor {
        network(secondStageInput(lines: lines, colors: small), .inference)
    }
}

/// A large held-out drawing with the small colours that a second stage may be given.
struct Question {
    let pair: Pair
    let lines: Tensor
    /// What the first stage makes of it with two dozen hints, and the true colours made small.
    let colored, truth: Tensor
    let borders: BorderDistances

    init(_ pair: Pair, _ first: FirstStage, using generator: inout SeededGenerator) {
        self.pair = pair
        lines = Tensor(pictures: [pair.lines])
        truth = Tensor(pictures: [pair.color]).averagePooled(size: 4)
        let hints = HintSampling.exactly(24).hints(for: truth, using: &generator)
        colored = first.colors(madeSmall(lines: lines), hints: hints)
        borders = BorderDistances(of: pair)
    }
}

/// The large held-out drawings, as the first stage leaves them.
func questions(after first: FirstStage, _ plan: Plan, in notebook: Notebook) -> [Question] {
    var generator = notebook.generator(4)
    return plan.large.heldOut.map { Question($0, first, using: &generator) }
}
//:end

//: There is a way that needs no network: enlarge the small colours, which blurs them over the lines, and lay the large lines over them. What does a network add?

/// Small colours, enlarged, and darkened where there are lines if they are given.
func enlarged(_ colors: Tensor, under lines: Tensor? = nil) -> Tensor {
    let enlarged = colors.resized(toHeight: 4 * colors.shape[2], width: 4 * colors.shape[3], .bilinear)
    return lines.map { enlarged * $0 } ?? enlarged
}

//:fold What is measured and drawn: `secondStage`
func secondStage(_ second: SecondStage, after first: FirstStage, _ plan: Plan, in notebook: Notebook) throws {
    let ways: [(String, Color, (Question) -> Tensor)] = [
        ("enlarged", .vermillion, { enlarged($0.colored) }),
        ("under the lines", .orange, { enlarged($0.colored, under: $0.lines) }),
        ("second stage", .blue, { second.colors($0.lines, after: $0.colored) }),
    ]
    var results = ways.map { _ in LargeResult() }
    var (rows, greenest): ([[Picture]], Double) = ([], .infinity)
    for (index, question) in questions(after: first, plan, in: notebook).enumerated() {
        let pictures = ways.map { Picture(tensor: $0.2(question)) }
        for way in ways.indices { results[way].add(pictures[way], question.pair.color, question.borders) }
        greenest = min(greenest, pictures[2].redOverGreen(of: .skin, in: question.pair))
        if index < 3 { rows.append(([question.pair.lines] + pictures + [question.pair.color]).map(\.facePiece)) }
    }
    try notebook.show(
        PictureGrid("", rows: rows, columnTitles: ["lines"] + ways.map(\.0) + ["true"], cellWidth: 160),
        named: "second", "From held-out faces with two dozen hints: pieces of the large pictures, pixel for pixel.",
        isThumbnail: true)
    try notebook.show(
        ways.indices.reduce(
            Figure("Where the error is", x: "pixels from a region's border", y: "error, RGB in 0…1")
        ) {
            $0.curve(Array(0..<16), Array(results[$1].errors.prefix(16)), ways[$1].0, color: ways[$1].1)
        }, named: "borders", "The error against the distance from the nearest border between two regions.")
    notebook.table(
        ["", "PSNR, dB", "error at borders", "elsewhere"],
        zip(ways, results).map { way, result in
            [way.0, rounded(result.signalToNoise), rounded(result.borderError), rounded(result.innerError)]
        })
    notebook.expect(
        "Second stage against the better enlargement: gain in dB",
        results[2].signalToNoise - max(results[0].signalToNoise, results[1].signalToNoise), .above(0.2))
    notebook.expect(
        "… its error within four pixels of borders, over the better enlargement's",
        results[2].borderError / min(results[0].borderError, results[1].borderError), .below(0.95))
    notebook.expect(
        "No face is green: red over green of the skin, in the greenest of all faces", greenest, .above(1))
}
//:end

extension Picture {
    /// 160×160 pixels around the middle of the face, which is a little below that of the picture.
    var facePiece: Picture { cropped(x: width / 2 - 80, y: height * 5 / 8 - 80, width: 160, height: 160) }
}

//: The gain is within some pixels of the borders. ("At borders" means nearer than four pixels, one pixel of the small picture.) In the middle of an area there is hardly
//: any gain. A wrong colour stays wrong, since the second stage does not know better which hair this person has. Black lines laid over the colours may even lose
//: something, because the true lines are dark brown or blue.
//:
//: > **What is normal.** The loss of a second stage jumps, because most of it is the first stage's mistakes in that batch. Compare means over fifty steps, and look at borders in
//: > pictures.
//:
//: ## Learning from mistakes
//:
//: Is it worth running the first stage in training? Here is a network that learnt with the same steps, but only from true colours made small. Both are tested with both
//: kinds.

//:fold What is measured and drawn: `mistakes`
func mistakes(
    _ second: SecondStage, _ trusting: SecondStage, after first: FirstStage, _ plan: Plan, in notebook: Notebook
) throws {
    let ways: [(String, (Question, Tensor) -> Tensor)] = [
        ("enlarged", { enlarged($1) }),
        ("taught on the truth alone", { trusting.colors($0.lines, after: $1) }),
        ("taught on mistakes and truth", { second.colors($0.lines, after: $1) }),
    ]
    var results = ways.map { _ in (ofFirst: LargeResult(), ofTruth: LargeResult()) }
    for question in questions(after: first, plan, in: notebook) {
        for (place, way) in ways.enumerated() {
            results[place].ofFirst.add(
                Picture(tensor: way.1(question, question.colored)), question.pair.color, question.borders)
            results[place].ofTruth.add(
                Picture(tensor: way.1(question, question.truth)), question.pair.color, question.borders)
        }
    }
    notebook.table(
        ["", "first stage's colours, dB", "error at borders", "true colours, dB", "error at borders"],
        zip(ways, results).map { way, both in
            [way.0] + [both.ofFirst, both.ofTruth].flatMap { [rounded($0.signalToNoise), rounded($0.borderError)] }
        })
    notebook.expect(
        "True colours: the network that learnt from them alone is better, in dB",
        results[1].ofTruth.signalToNoise - results[2].ofTruth.signalToNoise, .above(1))
    notebook.expect(
        "The first stage's: the one that saw its mistakes has the smaller error at borders, ratio",
        results[2].ofFirst.borderError / results[1].ofFirst.borderError, .below(0.97))
}
//:end

//: The network that only saw the truth trusts what it is given and repeats it sharply, with its mistakes. With true colours that is best. The network that has seen
//: mistakes trusts less, which costs decibels with true colours. But in use it does not get true colours. With what the first stage makes, it has the smaller error along
//: the lines. So wherever one network follows another, give it in training what it will be given in use.
//:
