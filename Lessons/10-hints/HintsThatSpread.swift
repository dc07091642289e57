import Basics
import Colorization
import Figures
import Files
import LessonKit
import Pictures
import TensorCore
import Training

//: ## Let the paint run
//:
//: Take each dab as wet paint that runs over paper and not over ink. A step to a neighbouring pixel has a length: that
//: of the pixel on paper, more on a grey line, the darker it is, and on black more than paint can run at all. Each
//: pixel takes the colour of the dab to which the *way* is shortest. Paint dries after three tenths of the picture's
//: side, here 19 pixels, so that a dab fills a lock of hair but not a wide background. Dijkstra's algorithm finds all
//: shortest ways in one sweep. Its code stands below the table; a bucket holds the pixels that are equally far away.
//:
//: The paint stops at lines and leaks round their ends. It cannot tell a dab that was dropped in the wrong place, and
//: most of the picture may still be blank. Enough is left for a network to learn.

//:fold What is measured and drawn: `runningPaint`
func runningPaint(_ plan: Plan, in notebook: Notebook) throws {
    var generator = notebook.generator(1)
    var rows: [[Picture]] = []
    for pair in plan.dataset.heldOut.prefix(4) {
        let dots = dabs(12, in: pair, using: &generator)
        let lines = Tensor(pictures: [pair.lines])
        let spread = Tensor(hints: dots).reshaped(to: [1, 3, plan.dataset.size, plan.dataset.size])
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
        ["", "pixels that are told a colour", "of them, right within 0.15 in each channel"],
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
    for pair in plan.dataset.heldOut {
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
//:end

//: Now the same network learns from the same pictures for the same number of steps, but the paint runs before the network sees it.

//:fold What is measured and drawn: `obeyed`
func obeyed(_ dots: Taught, _ paint: Taught, _ plan: Plan, in notebook: Notebook) throws {
    let steps = (1...plan.steps).map(Double.init)
    try notebook.show(
        Figure("It pays to let the paint run", x: "step", y: "YUV error").logarithmicY()
            .curve(steps, dots.log["YUV error"].map(Double.init), "dots", smoothing: 0.97, color: .vermillion)
            .curve(
                steps, paint.log["YUV error"].map(Double.init), "running paint", smoothing: 0.97, color: .blue),
        named: "training", "The losses of both networks while they learn: pale each step, dark their running mean.")
    let (one, other) = (
        ColorizerEvaluation(of: dots.colorizer, on: plan.dataset.heldOut),
        ColorizerEvaluation(of: paint.colorizer, on: plan.dataset.heldOut)
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
            ("error where an area is hinted in another colour", { $0.otherObedience.value }),
            ("change in that area", { $0.response.value }),
            ("change elsewhere", { $0.leakage.value }),
        ].map { (name: String, value: (ColorizerEvaluation) -> Float) in
            [name, rounded(value(one)), rounded(value(other))]
        })
    func gain(_ evaluation: ColorizerEvaluation) -> Float {
        evaluation.hinted.signalToNoise.value - evaluation.alone.signalToNoise.value
    }
    notebook.expect(
        "Hints raise PSNR: gain in dB", gain(other), .above(1))
    notebook.expect("… by more than dots do: dB more", gain(other) - gain(one), .above(0.5))
    notebook.expect(
        "… and are obeyed better than dots: error in the hinted areas, over that of dots",
        other.obedience.value / one.obedience.value, .below(0.8))
    notebook.expect(
        "A change hardly reaches what it does not belong to: mean change elsewhere, over that in the area itself",
        other.leakage.value / other.response.value, .below(0.15))
}
//:end

//: The last four rows measure *obedience*. The error is the mean absolute one of RGB over the areas in which hints lie; each area
//: is what is connected and nearly of one colour. Obeying the truth may be luck, since the network could have guessed it. So the hints of the largest area get another colour, the
//: one of six strong ones that is farthest from the true one, and the error from *that* is measured.
//: *Leakage* is how much that changes other kinds of regions. A network that listens more also leaks more. (Lesson 08's 13.5 dB without hints are of a network that
//: learnt twice as long, and by squared error, which is what PSNR measures.)
//:
//: > **What is normal.** The loss jumps from step to step: a batch with a hundred hints is easy, one without any as
//: > hard as ever. It is no squared error, so it cannot be compared with lesson 08's. If PSNR *without* hints falls far
//: > while that with hints rises, the network relies on hints: give none more often.
//:
//: ## How many hints
//:
//: From eight on, each further hint tells less that is new, because large areas are hit first. A dozen are not enough to obey in every area to the last pixel: paint dries on a wide background, a night sky changes
//: its colour, stripes have two. Thirty-two get the error under 0.08, which is twenty of 255 levels. (The table is of the first 32 held-out faces,
//: the one above of all.)

//:fold What is measured and drawn: `moreHints`
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
        named: "how-many",
        "Likeness to the true picture and obedience, against the number of hints; 0 stands where ½ would.")
    notebook.table(
        ["hints", "dots, dB", "running paint, dB", "error, dots", "error, running paint"],
        counts.indices.map { index in
            ["\(counts[index])", rounded(one[index].likeness), rounded(other[index].likeness)]
                + [one, other].map { index == 0 ? "" : rounded($0[index].error) }
        })
    notebook.expect("16 hints are better than one: gain in dB", other[5].likeness - other[1].likeness, .above(1))
    notebook.expect("64 are better than 16: gain in dB", other[7].likeness - other[5].likeness, .above(0.3))
    notebook.expect("32 hints are obeyed: error in the hinted areas, RGB in 0…1", other[6].error, .below(0.08))
}

/// How like the truth held-out faces come out with so many hints, in dB, and the error in the hinted areas.
func results(of taught: Taught, hints count: Int, _ plan: Plan, in notebook: Notebook) -> (
    likeness: Double, error: Double
) {
    var (likeness, error) = (ColorizerEvaluation.Likeness(), Mean())
    for (index, pair) in plan.dataset.heldOut.prefix(32).enumerated() {
        var generator = SeededGenerator(seed: notebook.seed, stream: UInt64(index))
        let hints = dabs(count, in: pair, using: &generator)
        let colored = taught.colorizer.color(pair.lines, hints: hints)
        likeness.add(colored, pair.color)
        error.add(HintedAreas(of: hints, in: pair).error(of: colored))
    }
    return (Double(likeness.signalToNoise.value), Double(error.value))
}
//:end

//: ## Sparse, dense, scribbled
//:
//: The article says that rough hints and careful ones both work. Here are six dabs, careful dabs in sixty places, and a scribble across everything that ignores the lines. **Predict first:** what will the scribble spoil?

//:fold What is measured and drawn: `kindsOfHints`
func kindsOfHints(_ paint: Taught, _ plan: Plan, in notebook: Notebook) throws {
    var generator = notebook.generator(4)
    var rows: [[Picture]] = []
    for pair in plan.dataset.heldOut.dropFirst(4).prefix(2) {
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
    var hints = Picture.transparent(width: picture.width, height: picture.height)
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
//:end

//: Six dabs leave most to the network, and this one answers with greys and browns. Sixty are nearly a picture. The scribble crosses lines, and where a stroke begins in one area and ends in
//: another, one of the two gets the wrong colour.
//:
