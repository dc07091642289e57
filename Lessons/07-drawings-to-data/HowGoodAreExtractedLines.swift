import Detection
import Drawings
import Figures
import Files
import LessonKit
import Pictures
import TensorCore
import Training

//: ## How good are extracted lines?
//:
//: Real pictures cannot tell, because their true lines are not known. Those of drawn faces are. *Precision* is the share of extracted ink that lies on a true line, to
//: within a pixel; *recall* the share of true ink that was found.

//:fold What is measured and drawn: `trueLines`
func trueLines(_ plan: Plan, in notebook: Notebook) throws {
    let faces = DrawnFaces(seed: notebook.seed, size: 256)
    let drawn = inParallelMap(min(plan.faces, 60)) { faces[$0] }
    let kernels = [3, 5, 7, 9]
    let scores = kernels.map { kernel in
        inParallelMap(drawn.count) { index in
            LineScore(drawn[index].color.lineArt(kernel: kernel, strength: 2), against: drawn[index].lines)
        }.mean
    }
    try notebook.show(
        Figure("Most lines are found, and few that nobody drew", x: "kernel, pixels", y: "share of ink")
            .curve(kernels, scores.map(\.recall), "recall: true lines that are found", color: .blue)
            .curve(kernels, scores.map(\.precision), "precision: found lines that are true", color: .vermillion)
            .yRange(0.7...1).xNames(kernels.map { ("\($0)", Double($0)) }),
        named: "recall", "Extracted lines against the true ones of drawn faces.")
    notebook.expect("True lines that a kernel of 5 finds", scores[1].recall, .above(0.8))
    notebook.expect("… and found ones that are true", scores[1].precision, .above(0.9))
    notebook.expect(
        "A kernel of 9 finds more than one of 3: recall", scores[3].recall - scores[0].recall, .above(0.05))
    notebook.expect("… and invents more: precision", scores[0].precision - scores[3].precision, .above(0.05))
}
//:end

//: > **What is normal.** On clean drawings, with a kernel of 5 or 7, about nine tenths of the ink is right, either way. With a wider kernel recall
//: > rises a little, and precision falls, because ink gets broader than the line and corners fill up. Hard edges of
//: > shadows leave lines too, but pale ones: here only what is at least half black counts as ink. A recall under a
//: > half means that the kernel is narrower than the lines, or that the drawing is much larger than it should be.
//:
//: ## What lines give away
//:
//: Extracted lines have another fault, and it is worse because it *helps*. The ink is the difference between line and
//: surroundings: black lines around fair hair come out black, black lines around black hair come out pale. The lines
//: tell how light the hair is, and a network will read that. Here each dot is a face; how light is its hair, and how
//: much ink is on it?

//:fold What is measured and drawn: `whatLinesTell`
func whatLinesTell(_ plan: Plan, in notebook: Notebook) throws {
    let faces = DrawnFaces(seed: notebook.seed, size: 128)
    let hair = inParallelMap(plan.faces) { HairReading(faces[$0]) }.compactMap(\.self)
    let lightness = hair.map(\.lightness)
    try notebook.show(
        Panels(
            "",
            [
                hairFigure(
                    "Extracted lines tell the hair's brightness", lightness, hair.map(\.extractedInk), .vermillion),
                hairFigure("True lines do not", lightness, hair.map(\.trueInk), .blue),
            ], size: (860, 400)),
        named: "leak", "The ink on the hair against how light the hair is, one dot for each face.")
    let told = correlation(lightness, hair.map(\.extractedInk)), untold = correlation(lightness, hair.map(\.trueInk))
    notebook.table(
        ["lines", "correlation of ink and lightness"],
        [["extracted", rounded(told)], ["true", rounded(untold)]])
    notebook.expect("Extracted lines tell how light the hair is: correlation", told, .above(0.6))
    notebook.expect("True lines do not: correlation, either way", abs(untold), .below(0.35))
}
//:end

//: A network that is trained on extracted lines learns to read them. It scores well on held-out pictures, whose lines were extracted too. Then it fails on a person's
//: drawing, whose ink is the same everywhere. No split can show this. Only *pairs without the fault* cure it: PaintsChainer makes a fifth of its lines pure
//: black and white; this project also trains on true lines, at least half of the time.
//:
//: ## Faces on pages
//:
//: The faces of lesson 05's article were cut out of pictures by a detector, and a comic's pages would give a colorizer more faces than whole figures. Such
//: a detector looks at a square window, says face or not, and moves on, over all places and sizes: a million windows for a page. So a question about one
//: window must be very cheap.
//:
//: The questions are *local binary patterns*: 3 × 3 equal cells in the window; is each of the eight outer ones at least as light as the middle one? Eight answers make a number from 0 to 255.

/// For each corner between pixels, the sum of all samples above and to the left of it.
func integral(of grey: Picture) -> [[Int]] {
    var sums = [[Int]](repeating: [Int](repeating: 0, count: grey.width + 1), count: grey.height + 1)
    for y in 0..<grey.height {
        for x in 0..<grey.width {
            sums[y + 1][x + 1] = Int(grey[x, y, 0]) + sums[y][x + 1] + sums[y + 1][x] - sums[y][x]
        }
    }
    return sums
}

/// The sum over a box, of whatever size, from four numbers.
func sum(over box: Picture.Box, _ sums: [[Int]]) -> Int {
    let (bottom, right) = (box.y + box.height, box.x + box.width)
    return sums[bottom][right] - sums[box.y][right] - sums[bottom][box.x] + sums[box.y][box.x]
}

//: A pattern compares nine such sums:

/// The pattern's number: a cell that is at least as light as the middle one counts what stands in it.
func category(of pattern: BlockPattern, _ sums: [[Int]]) -> Int {
    let weights = [[128, 64, 32], [1, 0, 16], [2, 4, 8]]
    func cell(_ row: Int, _ column: Int) -> Int {
        sum(
            over: Picture.Box(
                x: pattern.x + column * pattern.cellWidth, y: pattern.y + row * pattern.cellHeight,
                width: pattern.cellWidth, height: pattern.cellHeight), sums)
    }
    var category = 0
    for row in 0..<3 {
        for column in 0..<3 where cell(row, column) >= cell(1, 1) { category += weights[row][column] }
    }
    return category
}

//:fold What is measured and drawn: `patterns`
func patterns(in notebook: Notebook) {
    let size = 24
    let all = BlockPattern.all(inWidth: size, height: size)
    notebook.expect("Patterns that fit into a window of 24×24", all.count, exactly: 8464)
    let face = DrawnFaces(seed: notebook.seed, size: 96)[1].color.resized(toWidth: size, height: size, .area)
    let window = face.greyAsInOpenCV()
    // Half as light, so that twice as light is still a level.
    var dark = window, light = window
    for index in window.samples.indices {
        dark.samples[index] = window.samples[index] / 2
        light.samples[index] = dark.samples[index] * 2
    }
    let (ofDark, ofLight) = (integral(of: dark), integral(of: light))
    let changed = all.count { category(of: $0, ofDark) != category(of: $0, ofLight) }
    notebook.expect("Patterns that change when a window is made twice as light", changed, exactly: 0)
    let (sums, whole) = (integral(of: window), Picture.Box(x: 3, y: 5, width: 12, height: 9))
    let slow = (5..<14).reduce(0) { total, y in total + (3..<15).reduce(0) { $0 + Int(window[$1, y, 0]) } }
    notebook.expect("A sum from four corners, less the sum of 108 pixels", sum(over: whole, sums) - slow, exactly: 0)
}
//:end

//: A sum over a cell takes four numbers of the *integral picture*, however large the cell is. And because only
//: "lighter than" counts, a pale drawing and a dark one give the same patterns.
//:
//: ## A cascade
//:
//: A pattern votes: a table says face or not for each of its numbers. A few vote together, each chosen to correct those before it (*boosting*). They make a first *stage*,
//: which lets at least 99.7 % of the faces pass that it learns from, and at most half of everything else. The second stage learns from what the first one let pass wrongly, and so on. Here are the first
//: stages of such a training, on pages that the project draws.

//:fold What is measured and drawn: `stages`
func stages(_ plan: Plan, in notebook: Notebook) throws {
    var training = CascadeTraining(plan.cascade, seed: notebook.seed)
    let young = training.run()
    notebook.table(
        ["stage", "patterns that vote"],
        young.stages.enumerated().map { ["\($0 + 1)", "\($1.stumps.count)"] })

    let shipped = try Cascade(contentsOf: ShippedData.path(of: "face-cascade.xml"))
    let windows = windows(of: DrawnPages(seed: notebook.seed &+ 1), count: plan.pages, for: shipped)
    let passing = (0...shipped.stages.count).map { stages in
        let classifier = WindowClassifier(shipped.prefix(stages))
        return Double(windows.count { classifier.accepts($0) }) / Double(windows.count)
    }
    // A stage costs its patterns, and only what came through all stages before pays for it.
    let votes = shipped.stages.map { Double($0.stumps.count) }
    let spent = zip(votes, passing).reduce(0) { $0 + $1.0 * $1.1 }
    let all = votes.reduce(0, +)
    try notebook.show(
        Figure("The first stages turn nearly everything away", x: "stages passed", y: "share of all windows")
            .logarithmicY()
            .curve(Array(0..<passing.count), passing.map { max($0, 0.5 / Double(windows.count)) }, color: .blue),
        named: "cascade", "Which share of a page's windows comes how far in the shipped cascade.")
    notebook.say(
        "\(windows.count) windows; the cascade has \(Int(all)) patterns and asks \(rounded(spent)) of them for a window, on average"
    )
    notebook.expect("Patterns asked for a window, of all", spent / all, .below(0.1))
    notebook.expect("Windows that pass the first half of the stages", passing[passing.count / 2], .below(0.05))
}
//:end

//: So a detector of more than a hundred patterns needs only a handful for most windows. Its last stages reject less: much of what reaches them is faces, which a random window hits now and then. The cascade that comes with the project, `Data/face-cascade.xml`, is such a training on 300 pages, with 16 stages; it is written in OpenCV's format,
//: OpenCV loads it, and on the same picture both find the same boxes.
//:
//: ## Cutting out faces
//:
//: A face is found several times, at places and sizes that differ a little. Windows that agree become one box, and
//: boxes with too few windows are taken for chance. What is left is made a bit larger, cut out, and brought to one
//: size.

//:fold What is measured and drawn: `crops`
func crops(_ plan: Plan, in notebook: Notebook) throws {
    let detector = FaceDetector(try Cascade(contentsOf: ShippedData.path(of: "face-cascade.xml")))
    let pages = DrawnPages(seed: notebook.seed &+ 2)
    let looks = inParallelMap(plan.pages) { index in
        let page = pages[index]
        return PageLook(page, found: detector.faces(in: page.picture))
    }
    try notebook.show(
        PictureGrid("", rows: [looks.prefix(3).map(\.marked)], cellWidth: 262),
        named: "pages", "Three pages, and in frames the faces that were found.")
    let cuts = looks.flatMap(\.cuts)
    try notebook.show(
        PictureGrid("", rows: cuts.prefix(24).rows(of: 12), cellWidth: 64),
        named: "crops", "The first faces that were cut out, with a tenth of their side added all around.")
    let (there, found, wrong) = looks.reduce((0, 0, 0)) { ($0.0 + $1.there, $0.1 + $1.hits, $0.2 + $1.falseAlarms) }
    notebook.say(
        "\(there) faces on \(plan.pages) pages, \(found) of them found, \(wrong) false \(wrong == 1 ? "alarm" : "alarms")"
    )
    notebook.expect("Faces that are found", Double(found) / Double(there), .above(0.95))
    notebook.expect("False alarms for each face", Double(wrong) / Double(there), .below(0.05))
}
//:end

//: These are pages of the kind that the cascade learnt from, with another seed. On a real comic it will find less: it
//: has only seen one artist. `nurie faces` takes other cascades too.
//:
