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

//: ## How far a network sees
//:
//: A convolution of 3×3 sees one pixel to each side. After a halving one pixel is two; at the bottom of the U-net it is sixteen. How far does the network see in all? Begin with one
//: pixel of the output and go back, layer by layer: which input pixels did a layer need for it?

/// A layer, as far as its view is concerned.
enum View {
    /// 3×3 with stride 1.
    case same
    /// 4×4 with stride 2, on the way down.
    case halving
    /// The transposed convolution, 4×4 with stride 2, on the way up.
    case doubling

    /// The input pixels that output pixels are made of, along one axis.
    func needed(for pixels: ClosedRange<Int>) -> ClosedRange<Int> {
        switch self {
        case .same: pixels.lowerBound - 1...pixels.upperBound + 1
        case .halving: 2 * pixels.lowerBound - 1...2 * pixels.upperBound + 2
        // Input i reaches the outputs 2i − 1 to 2i + 2. Shifting right divides by two and rounds down.
        case .doubling: (pixels.lowerBound - 1) >> 1...(pixels.upperBound + 1) >> 1
        }
    }
}

//: The U-net is a list of these, read from its output back.

/// The longest way from the U-net's output back to its input, with so many halvings: dc0 to dc8, c8 to c0.
func wayBack(levels: Int) -> [View] {
    let up = [.same] + (0..<levels).flatMap { _ in [View.same, .doubling] }
    let down = [.same] + (0..<levels).flatMap { _ in [View.halving, .same] }
    return up + down
}

/// How many pixels the network sees to its farther side. It depends on where a pixel lies in the pattern of the halvings.
func reach(of layers: [View], phases: Int = 16) -> Int {
    (0..<phases).map { pixel in
        let seen = layers.reduce(pixel...pixel) { $1.needed(for: $0) }
        return max(pixel - seen.lowerBound, seen.upperBound - pixel)
    }.max() ?? 0
}

//: The network itself can say it too: the gradient of one output pixel with respect to the input is zero wherever it does not look. And the gradient also says *how much* each
//: input pixel matters.

//:fold How much each pixel matters: `sensitivity`
/// How much each pixel of the input matters to one pixel of the output: the sum of the absolute gradient over the channels, row by row.
func sensitivity(of network: UNet, at pixel: (x: Int, y: Int), to input: Tensor) -> [Float] {
    let tape = Tape()
    let variable = tape.variable(input)
    let output = network(variable, .tuning(tape))
    let color = output.sliced(axis: 2, pixel.y..<pixel.y + 1).sliced(axis: 3, pixel.x..<pixel.x + 1).sum()
    let slopes = (tape.gradients(of: color)[variable] ?? Tensor(zeros: input.shape)).scalars
    let plane = input.shape[2] * input.shape[3]
    return (0..<plane).map { place in
        stride(from: place, to: slopes.count, by: plane).reduce(0) { $0 + abs(slopes[$1]) }
    }
}

/// The measurements and the figure.
func howFar(_ one: UNet, _ plan: Plan, in notebook: Notebook) throws {
    let side = max(plan.largeSide, 256)
    var generator = notebook.generator(3)
    let untaught = UNet(width: 8).initialised(using: &generator)
    let noise = Tensor(uniformIn: 0...1, shape: [1, 4, side, side], using: &generator)
    let measured =
        (0..<16).map { phase in
            let middle = side / 2 + phase
            let slopes = sensitivity(of: untaught, at: (middle, middle), to: noise)
            return slopes.indices.filter { slopes[$0] != 0 }
                .map { max(abs($0 % side - middle), abs($0 / side - middle)) }.max() ?? 0
        }.max() ?? 0
    notebook.expect(
        "The U-net sees, by its gradient, as far as its table says: pixels", measured,
        exactly: reach(of: wayBack(levels: 4)))

    let radii = Array(1...plan.largeSide / 2)
    let shares = [one, untaught].map {
        sharesWithin(radii, of: $0, on: plan.large.heldOut.prefix(6), side: plan.largeSide)
    }
    try notebook.show(
        Figure("How far it looks", x: "pixels from the output pixel", y: "share of the gradient within")
            .logarithmicX()
            .xNames([1, 2, 4, 8, 16, 32, 64, 128, 256].filter { $0 <= radii.count }.map { ("\($0)", Double($0)) })
            .curve(radii, shares[1], "before training", color: .grey)
            .curve(radii, shares[0], "after it", color: .blue)
            .verticalLine(at: Double(plan.smallSide) / 2, "half a picture")
            .legend(.below),
        named: "view", "Where the pixels lie that matter to a pixel in the middle of a large drawing.")
    notebook.expect(
        "Gradient within half a side of the pictures of training: share", shares[0][plan.smallSide / 2 - 1],
        .above(0.8))
    notebook.expect(
        "Training widens the view: share within seven pixels, before less after", shares[1][6] - shares[0][6],
        .above(0.02))
}

/// The share of the sensitivity that lies within so many pixels of the middle, the mean over drawings.
func sharesWithin(_ radii: [Int], of network: UNet, on pairs: ArraySlice<Pair>, side: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: side)
    for pair in pairs {
        let slopes = sensitivity(
            of: network, at: (side / 2, side / 2), to: colorizerInput(lines: Tensor(pictures: [pair.lines])))
        let total = Double(slopes.reduce(0, +))
        for place in slopes.indices {
            sums[max(abs(place % side - side / 2), abs(place / side - side / 2))] += Double(slopes[place]) / total
        }
    }
    return radii.map { radius in sums.prefix(radius + 1).reduce(0, +) / Double(pairs.count) }
}
//:end

//: The network could look 92 pixels far to one side, and then less far to the other: its view is at most 172 pixels wide. Before training nearly all that matters lies within
//: seven pixels. Training has widened that, but not much beyond half a picture to each side. And even the whole view is not enough for 512 pixels, where a face is wider.
//:
//: ## One size
//:
//: The network takes a larger picture as it is. Here are held-out faces, drawn at several sizes. What does it take the cheeks for?

//:fold What is measured and drawn: `otherSizes`
func otherSizes(_ one: UNet, _ several: UNet, _ plan: Plan, in notebook: Notebook) throws {
    let sizes = [2, 3, 4, 6, 8, 12, 16].map { $0 * plan.smallSide / 4 }
    let shown = [0, 2, 4, 6].map { sizes[$0] }
    var results: [[Recognition]] = [[], []]
    var rows: [[Picture]] = [[], []]
    for size in sizes {
        var both = [Recognition(), Recognition()]
        for (index, face) in plan.small.heldOutFaces.prefix(16).enumerated() {
            let pair = OneAnswer.pair(of: face, size: size, lineWidth: max(0.8, 0.0085 * Double(size)))
            for (place, network) in [one, several].enumerated() {
                let picture = painted(pair.lines, by: network)
                both[place].add(picture, pair)
                if place == 0, index < rows.count, shown.contains(size) {
                    rows[index].append(picture.resized(toWidth: sizes[6], height: sizes[6], .nearest))
                }
            }
        }
        for place in both.indices { results[place].append(both[place]) }
    }
    try notebook.show(
        PictureGrid(
            "", rows: rows,
            columnTitles: shown.map { "\($0) pixels" }, cellWidth: 192),
        named: "sizes-painted",
        "Two faces, drawn at four sizes, and shown at one; the second is the size of training.")
    func figure(_ y: String, _ value: (Recognition) -> Double) -> Figure {
        zip(results, [("one width", Color.vermillion), ("several widths", .blue)]).reduce(
            Figure("", x: "pixels in a side", y: y).logarithmicX().xNames(sizes.map { ("\($0)", Double($0)) })
                .verticalLine(at: Double(plan.smallSide), "learnt at").legend(.below)
        ) { $0.curve(sizes, $1.0.map(value), $1.1.0, color: $1.1.1) }
    }
    try notebook.show(
        Panels("", [figure("PSNR, dB", \.signalToNoise), figure("share of pixels recognised", \.share)]),
        named: "sizes", "Faces at other sizes than that of training.")
    notebook.table(
        ["pixels in a side", "one width, dB", "several, dB", "one width, recognised", "several, recognised"],
        sizes.indices.map { index in
            ["\(sizes[index])"] + results.map { rounded($0[index].signalToNoise) }
                + results.map { rounded($0[index].share) }
        })
    let (taught, twice) = (sizes.firstIndex(of: plan.smallSide) ?? 0, sizes.firstIndex(of: 2 * plan.smallSide) ?? 0)
    let large = sizes.count - 1
    notebook.expect(
        "At four times the size it recognises less: share, over that at its own size",
        results[0][large].share / results[0][taught].share, .below(0.8))
    notebook.expect(
        "… and at twice the size, so does the one that knows lines of that width",
        results[1][twice].share / results[1][taught].share, .below(0.9))
}
//:end

//: At its own size it recognises nearly nine pixels in ten. At four times the size it finds no face. An eye is as large as a head used to be, and wide spaces without lines are taken
//: for background or for skin. Smaller drawings are harder too. The width of lines is not the only reason: at twice the size they are of widths that the other network knows,
//: and it falls as far.
//:
//: So a drawing has to come at the size that the network knows. Learning at 512 pixels from the start costs sixteen times the computing, and this U-net would colour one
//: eye without knowing of the other. The article divides the work: *what is this, and which colour has it?* is asked at the small size, *where exactly does it end?* at
//: the large one.
//:
//: ## A first stage
//:
//: Now the drawings have all colours again. The first stage learns as lesson 10's does, with hints that spread, and with the learning rates from above.

func learnSmall(_ plan: Plan, in notebook: Notebook) throws -> FirstStage {
    var generator = notebook.generator(2)
    let network = UNet(width: plan.width).initialised(using: &generator)
    let adam = Adam(network, learningRate: 4e-3)
    var run = notebook.trainingRun("first stage", steps: plan.steps)
    run.keep(network, adam, as: "network")
    _ = try run.train(resuming: notebook.isResuming) { step, generator in
        let batch = try plan.small.batches.batch(at: step)
        let hints = HintSampling().hints(for: batch.color, using: &generator)
            .hintsSpread(along: batch.lines, reach: plan.reach)
        let tape = Tape(learning: network.parameters)
        let colored = network(
            colorizerInput(lines: batch.lines, hints: hints), mode(at: step, of: plan.steps, tape))
        let loss = ReconstructionLoss.yuv(colored, batch.color)
        adam.learningRate = learningRate(at: step, of: plan.steps)
        adam.step(tape.gradients(of: loss))
        return ["YUV error": loss.item]
    }
    return FirstStage(network: network, reach: plan.reach)
}

//:fold The first stage in use: `FirstStage`
/// A network that has learnt at the small size, and how far hints run before it sees them.
struct FirstStage {
    let network: UNet
    let reach: Float

    /// Colours `[batch, 3, height, width]` for lines `[batch, 1, height, width]` and hints.
    func colors(_ lines: Tensor, hints: Tensor? = nil) -> Tensor {
        network(colorizerInput(lines: lines, hints: hints?.hintsSpread(along: lines, reach: reach)), .inference)
    }
}
//:end
