import ArgumentParser
import Colorization
import Datasets
import Detection
import Drawings
import Figures
import Files
import LessonKit
import Pictures
import TensorCore
import Training

@main
struct FromDrawingsToData: Lesson {
    static let card = LessonCard(
        7, "drawings-to-data", title: "From drawings to data",
        idea: "a network learns what its pairs say, and what they give away without wanting to")

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let plan = Plan(for: notebook)
        try threeSteps(in: notebook)
        try thickness(plan, in: notebook)
        try shrinking(plan, in: notebook)
        try troubles(in: notebook)
        try trueLines(plan, in: notebook)
        try whatLinesTell(plan, in: notebook)
        patterns(in: notebook)
        try stages(plan, in: notebook)
        try crops(plan, in: notebook)
        try variations(in: notebook)
        try split(plan, in: notebook)
    }
}

//: # 07 · From drawings to data
//:
//: To learn colouring, a network needs pairs: a line drawing, and the same drawing in colour. Nobody has hundreds of
//: thousands of those. What there is are coloured drawings, and so the second article takes some 600,000 of them and
//: *extracts* their lines. It says so in two sentences and shows two examples. All that the network ever knows of
//: drawing is in these sentences.
//:
//: This lesson takes the step seriously. It extracts lines and looks where that fails; it finds faces on pages,
//: because the first article's pictures are cut-out faces; and it splits what it has so that a network is judged by
//: what it did not learn from. Nothing is trained here but a small face detector.

/// How many drawings each part looks at.
struct Plan {
    let faces: Int
    let pages: Int
    let stages: Int
    let seed: UInt64

    init(for notebook: Notebook) {
        faces = notebook.scale.choose(tiny: 12, quick: 300, full: 2000)
        pages = notebook.scale.choose(tiny: 2, quick: 24, full: 100)
        stages = notebook.scale.choose(tiny: 1, quick: 3, full: 5)
        seed = notebook.seed
    }
}

//: ## Lines in three steps
//:
//: A line is narrow and darker than what lies on both sides of it. So compare each pixel with the *lightest* one
//: nearby: on flat colour both are alike, and on a line the lightest one is the colour beside it. The first step
//: finds that lightest pixel in a square around each pixel, which picture books call dilation:
//:
//: $$ D(x, y) = \max_{\vert i \vert, \vert j \vert \le r} G(x + i, y + j) , \qquad L = 255 - s \thinspace (D - G) . $$
//:
//: $G$ is the grey picture; the square has a side of $2r + 1$ pixels, the *kernel*; the second step subtracts, and
//: the third turns the difference into ink on paper. $s$ is the strength of the ink, 1 in the usual recipe.

/// The lightest level in the square of `kernel` × `kernel` pixels around each pixel. Beyond the border nothing counts.
func lightestNearby(_ grey: Picture, kernel: Int) -> Picture {
    var result = grey
    let reach = kernel / 2
    for y in 0..<grey.height {
        for x in 0..<grey.width {
            var lightest: UInt8 = 0
            for nearY in max(0, y - reach)...min(grey.height - 1, y + reach) {
                for nearX in max(0, x - reach)...min(grey.width - 1, x + reach) {
                    lightest = max(lightest, grey[nearX, nearY, 0])
                }
            }
            result[x, y, 0] = lightest
        }
    }
    return result
}

/// 255 where nothing is darker than what surrounds it, and less the more it is.
func extractedLines(_ grey: Picture, lightest: Picture) -> Picture {
    var lines = grey
    for index in lines.samples.indices {
        lines.samples[index] = 255 - (lightest.samples[index] - grey.samples[index])
    }
    return lines
}

func threeSteps(in notebook: Notebook) throws {
    let face = DrawnFaces(seed: notebook.seed, size: 256)[0]
    let grey = face.color.converted(to: .grey)
    let lightest = lightestNearby(grey, kernel: 5)
    let lines = extractedLines(grey, lightest: lightest)
    try notebook.show(
        PictureGrid(
            "", rows: [[face.color, grey, lightest, lines]],
            columnTitles: ["drawing", "grey", "lightest nearby", "255 - difference"], cellWidth: 190),
        named: "steps", "Line extraction, step by step, with a kernel of 5 pixels.")
    let reference = face.color.lineArt(kernel: 5, strength: 1)
    let different = zip(lines.samples, reference.samples).count { $0 != $1 }
    notebook.expect("Pixels in which the library's extraction differs from these loops", different, exactly: 0)
}

//: The loops ask 25 pixels for each pixel; the library's `lineArt` gives the same with a few passes over rows and
//: columns. That is the whole method. Now where it works and where it does not.
//:
//: ## How wide may a line be?
//:
//: A pixel in the middle of a line finds the paper only if the kernel reaches over the line's edge. Draw black bars
//: of 1 to 12 pixels and count which share of a bar's width is ink afterwards. Before you look: where will a kernel
//: of 5 break?

func thickness(_ plan: Plan, in notebook: Notebook) throws {
    let kernels = [3, 5, 7, 9]
    let widths = Array(1...12)
    let shares = kernels.map { kernel in widths.map { inkedShare(ofBar: $0, kernel: kernel) } }
    try notebook.show(
        inkedShareFigure(kernels, widths, shares), named: "bars", "How much of a black bar the extraction keeps.")
    let expected = kernels.map { kernel in widths.map { min(1, Double(kernel - 1) / Double($0)) } }
    let deviation = zip(shares.joined(), expected.joined()).map { abs($0 - $1) }.max() ?? .nan
    notebook.expect("Bars keep min(1, (kernel - 1) / width): largest deviation", deviation, .below(1e-9))

    let hands = [("fine pen", 0.5), ("usual pen", 0.85), ("brush", 2.6)]
    try notebook.show(
        PictureGrid(
            "",
            rows: hands.map { _, width in
                let face = DrawnFaces(seed: plan.seed, size: 256, artist: FaceArtist(lineWidth: width))[3]
                return [face.color] + [3, 5, 9].map { face.color.lineArt(kernel: $0, strength: 1) } + [face.lines]
            },
            columnTitles: ["drawing", "kernel 3", "kernel 5", "kernel 9", "true lines"], rowTitles: hands.map(\.0),
            cellWidth: 150),
        named: "thickness", "One face drawn by three hands, and its lines by three kernels.", isThumbnail: true)
}

//: A bar keeps a rim of $(k - 1) / 2$ pixels on each side and loses its middle: with $k = 5$ a brush stroke of 6
//: pixels becomes *two* lines. So the kernel must be wider than the broadest line. It must not be much wider either,
//: for at once the small things run together: eyes fill up with ink, because between two lashes there is no paper
//: left to compare with. There is no right kernel for all pictures, which is what the article's author runs into when
//: he says that lines which are too thick or too thin "collapse".
//:
//: ## First smaller or first lines?
//:
//: The network sees 128 or 64 pixels; drawings have a thousand. Whether one shrinks before or after the extraction
//: makes a difference.

func shrinking(_ plan: Plan, in notebook: Notebook) throws {
    let count = min(plan.faces, 24)
    let large = DrawnFaces(seed: notebook.seed, size: 512), small = DrawnFaces(seed: notebook.seed, size: 64)
    func shrunk(_ picture: Picture) -> Picture { picture.resized(toWidth: 64, height: 64, .area) }
    let faces = inParallelMap(count) { large[$0].color }
    let ways: [(name: String, lines: [Picture])] = [
        ("lines, then smaller", faces.map { shrunk($0.lineArt(kernel: 5, strength: 1)) }),
        (
            "thicker lines, then smaller",
            faces.map { shrunk($0.lineArt(kernel: 5, strength: 1).thickened(kernel: 5)) }
        ),
        ("smaller, then lines", faces.map { shrunk($0).lineArt(kernel: 3, strength: 1) }),
        ("the same, twice the ink", faces.map { shrunk($0).lineArt(kernel: 3, strength: 2) }),
        ("drawn small", inParallelMap(count) { small[$0].lines }),
    ]
    let darkness = ways.map { inkOfDarkest(0.1, in: $0.lines) }
    notebook.table(["", "ink of the darkest tenth, 0…1"], zip(ways, darkness).map { [$0.name, rounded($1)] })
    try notebook.show(
        PictureGrid(
            "", rows: ways.map { Array($0.lines.prefix(5)) }, rowTitles: ways.map(\.name), cellWidth: 128),
        named: "shrinking", "Five ways from 512 to 64 pixels.")
    notebook.expect(
        "Lines that are made smaller fade: their ink over that of a small drawing", darkness[0] / darkness[4],
        .below(0.7))
    notebook.expect("Making them thicker first helps: ink over that without", darkness[1] / darkness[0], .above(1.3))
    notebook.expect("So does twice the ink, after shrinking", darkness[3] / darkness[2], .above(1.2))
}

//: A line of 4 pixels at 512 has half a pixel at 64: it turns grey, and a network that learnt from grey lines is
//: puzzled by black ones. One can thicken the lines first, or extract from the small picture and press harder, with
//: $s = 2$: this is what the project does.
//:
//: ## Where it fails
//:
//: Five small pictures, each with one thing that real drawings have. Say for each what the extraction should give,
//: and then look.

func troubles(in notebook: Notebook) throws {
    let troubles = Trouble.all(seed: notebook.seed)
    let lines = troubles.map { LineExtraction().lines(of: $0.picture) }
    try notebook.show(
        PictureGrid(
            "", rows: [troubles.map(\.picture), lines], columnTitles: troubles.map(\.name),
            rowTitles: ["given", "lines"],
            cellWidth: 144),
        named: "troubles", "What the extraction makes of five troublemakers.")
    let ink = lines.map { inkOfDarkest(0.02, in: [$0]) }
    notebook.expect("Two colours of one brightness: the edge's ink", ink[0], .below(0.02))
    notebook.expect("Two flat colours without a line: ink all the same", ink[1], .above(0.5))
    notebook.expect("A black area: ink in its middle", inkInTheMiddle(of: lines[2]), .below(0.01))
    notebook.expect("Grain: mean ink of a picture without any line", meanInk(of: lines[4]), .above(0.05))
}

//: - **One brightness.** Red beside teal can have the same grey, and what is not in the grey picture is not in the
//:   lines. A drawing whose colours are told apart by hue alone loses its outlines.
//: - **No line at all.** An edge between two flat colours leaves a line on its darker side. Shadows with hard edges,
//:   the mark of this style of drawing, come out as lines which no hand drew, the paler the softer the shadow is.
//: - **Black areas** become hollow: the extraction knows edges, not ink.
//: - **Soft shading** leaves a haze, since each pixel has a lighter neighbour uphill.
//: - **Grain**, and JPEG's noise too, is full of small differences: everything is line.
//:
//: ## How good are extracted lines?
//:
//: Real pictures do not tell, because nobody knows their true lines. Drawn faces do. *Precision* is the share of
//: extracted ink that lies on a true line, to within a pixel; *recall* the share of true ink that was found.

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
            .yRange(0...1).xNames(kernels.map { ("\($0)", Double($0)) }),
        named: "recall", "Extracted lines against the true ones of drawn faces.")
    notebook.expect("True lines that a kernel of 5 finds", scores[1].recall, .above(0.8))
    notebook.expect("… and found ones that are true", scores[1].precision, .above(0.9))
    notebook.expect(
        "A kernel of 9 finds more than one of 3: recall", scores[3].recall - scores[0].recall, .above(0.05))
    notebook.expect("… and invents more: precision", scores[0].precision - scores[3].precision, .above(0.05))
}

//: > **What is normal.** On clean drawings nine tenths of the ink are right, either way. With a wider kernel recall
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

//: A network that is trained on extracted lines learns to read them, scores well on held-out pictures, whose lines
//: were extracted too, and then disappoints with a person's drawing, whose ink is the same everywhere. No split can
//: show this. It takes *pairs that do not have the fault*: PaintsChainer adds noise to the level of its lines; this
//: project also trains on true lines, half of the time.
//:
//: ## Faces on pages
//:
//: The first article's faces were cut out of pictures by a detector, and the pages of a comic would give the second
//: article's network more faces than whole figures. Such a detector looks at a square window, says face or not, and
//: moves on, over all places and sizes: hundreds of thousands of windows for a page. So a question to a window must
//: cost next to nothing.
//:
//: The questions are *local binary patterns*: 3 × 3 equal cells in the window, and for each of the eight outer ones,
//: is it at least as light as the middle one? Eight answers make a number from 0 to 255.

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

//: A sum over a cell takes four numbers of the *integral picture*, however large the cell is. And because only
//: "lighter than" counts, a pale drawing and a dark one give the same patterns.
//:
//: ## A cascade
//:
//: One pattern knows little. But a few of them voting, chosen one after another so that each corrects those before it
//: (*boosting*), make a first *stage* that lets 99.7 % of all faces pass and turns away half of the rest. The second
//: stage learns from what the first one let pass wrongly, and so on. Here are the first stages of such a training, on
//: pages that the project draws.

func stages(_ plan: Plan, in notebook: Notebook) throws {
    var training = CascadeTraining(plan.cascade, seed: notebook.seed)
    let young = training.run()
    notebook.table(
        ["stage", "patterns that vote"],
        young.stages.enumerated().map { ["\($0 + 1)", "\($1.stumps.count)"] })

    let shipped = try Cascade(contentsOf: ShippedData.path(of: "face-cascade.xml"))
    let windows = windows(of: DrawnPages(seed: notebook.seed &+ 1), count: plan.pages, for: shipped)
    let passing = (0...shipped.stages.count).map { stages in
        let judge = WindowClassifier(shipped.prefix(stages))
        return Double(windows.count { judge.accepts($0) }) / Double(windows.count)
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

//: So a detector of more than a hundred patterns costs a handful for most windows. Its last stages seem to turn
//: nobody away: what comes to them are faces, which a random window hits now and then. The cascade that comes with
//: the project, `Data/face-cascade.xml`, is this training with 16 stages; it is written in OpenCV's format, OpenCV
//: loads it, and on the same picture both find the same boxes.
//:
//: ## Cutting out faces
//:
//: A face is found several times, at places and sizes that differ a little. Windows that agree become one box, and
//: boxes with too few windows are taken for chance. What is left is made a bit larger, cut out, and brought to one
//: size.

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
    notebook.say("\(there) faces on \(plan.pages) pages, \(found) of them found, \(wrong) false alarms")
    notebook.expect("Faces that are found", Double(found) / Double(there), .above(0.95))
    notebook.expect("False alarms for each face", Double(wrong) / Double(there), .below(0.05))
}

//: These are pages of the kind that the cascade learnt from, with another seed. On a real comic it will find less: it
//: has only seen one artist. `nurie faces` takes other cascades too.
//:
//: ## One pair, many looks
//:
//: A pair is used many times, and each time it looks a little different: mirrored or not, its lines a little lighter
//: or darker, its regions in other colours. It is the same pair with the same seed and step, whatever ran before: all
//: of this comes from a generator that is made for the pair and the epoch.

func variations(in notebook: Notebook) throws {
    let faces = DrawnFaces(seed: notebook.seed, size: 120)
    var variation = PairVariation()
    variation.lineShift = 24
    variation.recoloring = Recoloring(chance: 1)
    let pairs = DrawnPairs(faces, count: 4, variation: variation)
    func looks() -> [Pair] {
        (0..<6).map { look in
            var generator = notebook.generator(100 + UInt64(look))
            return pairs.sample(at: 2, using: &generator)
        }
    }
    let first = looks()
    try notebook.show(
        PictureGrid(
            "", rows: [first.map(\.lines), first.map(\.color)], rowTitles: ["given", "wanted"], cellWidth: 120),
        named: "looks", "Six looks at one pair.")
    notebook.expect(
        "Looks that differ when they are asked for again", zip(first, looks()).count { $0 != $1 }, exactly: 0)
    notebook.expect("Different looks among the six", Set(first.map(\.color.samples)).count, exactly: 6)
}

//: ## What is held out
//:
//: A network must be judged by pictures that it did not learn from. Shuffle the list of files and take the first
//: tenth? Then somebody adds a file, the shuffle changes, and pictures that the network has learnt from are suddenly
//: held out. Better that a picture's *name* decides: its hash, taken as a number between 0 and 1, is below the share
//: or it is not.
//:
//: Names are not enough when they hide who belongs together. Faces that were cut out of one page are one artist's, in
//: one light, perhaps one person twice.

func split(_ plan: Plan, in notebook: Notebook) throws {
    let split = Split(heldOutShare: 0.1)
    let before = (0..<2000).map { "drawing-\($0).png" }
    let after = (0..<2500).map { "drawing-\($0).png" }
    // What a shuffle of the list would hold out.
    func shuffled(_ names: [String]) -> Set<String> {
        var names = names
        var generator = notebook.generator(7)
        generator.shuffle(&names)
        return Set(names.prefix(names.count / 10))
    }
    let (old, new) = (shuffled(before), shuffled(after))
    let leaked = before.count { !old.contains($0) && new.contains($0) }
    notebook.say("With a shuffle, 500 more files hold out \(leaked) pictures that were learnt from.")
    notebook.expect("Learnt pictures that a shuffle holds out later", Double(leaked), .above(100))
    notebook.expect(
        "Share of the names that their hash holds out", Double(after.count(where: split.holdsOut)) / 2500,
        .near(0.1, tolerance: 0.02))

    let crops = (0..<200).flatMap { page in (0..<8).map { (page: "page-\(page)", name: "page-\(page)_\($0).png") } }
    func pagesOnBothSides(_ isHeldOut: ((page: String, name: String)) -> Bool) -> Int {
        let held = Set(crops.filter(isHeldOut).map(\.page)), learnt = Set(crops.filter { !isHeldOut($0) }.map(\.page))
        return held.intersection(learnt).count
    }
    notebook.expect(
        "Of 200 pages, those on both sides when each face decides",
        Double(pagesOnBothSides { split.holdsOut($0.name) }), .above(80))
    notebook.expect("… and when the page decides", pagesOnBothSides { split.holdsOut($0.page) }, exactly: 0)
}

//: Drawn faces have it easier: those that are held out are drawn from other numbers than those that are learnt, and
//: there are as many of either as one likes.
//:
//: Now there are pairs. The next lesson colours them.
