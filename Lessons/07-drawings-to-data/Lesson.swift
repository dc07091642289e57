import ArgumentParser
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
        idea: "a network learns what its pairs say, and what they give away without wanting to",
        chapters: ["HowGoodAreExtractedLines", "OnePairManyLooks"])

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
//: To learn colouring, a network needs pairs: a line drawing, and the same drawing in colour. Nobody has hundreds of thousands of those. But there are coloured drawings, and their lines can be
//: *extracted*. This lesson extracts lines and looks where that fails. It finds faces on pages, because networks learn from cut-out faces. And it splits what it has, so that a network is judged by what
//: it did not learn from. Nothing is trained here but a small face detector.
//:
//: > **Before you start.** You need no earlier lesson. The article on colouring (Big Data Digest, 2017, in Chinese) says only: "I used OpenCV to make line drawings out of pictures of characters … this
//: > time about 600,000 pictures", and later: "if the lines are too thick or too thin they break up". The VAE of lesson 05 learnt from cut-out faces. Sources:
//: > [PaintsChainer](https://github.com/pfnet/PaintsChainer), Viola and Jones, [*Rapid object detection using a boosted cascade*](https://doi.org/10.1109/CVPR.2001.990517), 2001, and nagadomi's
//: > [lbpcascade_animeface](https://github.com/nagadomi/lbpcascade_animeface). You can skip "Faces on pages", "A cascade" and "Cutting out faces".

//:fold How many drawings: `Plan`
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
//:end

//: ## Lines in three steps
//:
//: A line is narrow and darker than what lies on both sides of it. So compare each pixel with the *lightest* one nearby. On flat colour both are alike; on a line the lightest is the colour beside it. The first
//: step finds that lightest pixel in a square around each pixel (a *dilation*):
//:
//: $$ D(x, y) = \max_{\vert i \vert, \vert j \vert \le r} G(x + i, y + j) , \qquad L = 255 - s \thinspace (D - G) . $$
//:
//: $G$ is the grey picture, and the square, the *kernel*, has a side of $2r + 1$ pixels. The second step subtracts. The third turns the difference into ink on paper; $s$ is the strength of the ink, 1 or 2.

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

//: The second and the third step together:

/// 255 where nothing is darker than what surrounds it, and less the more it is.
func extractedLines(_ grey: Picture, lightest: Picture) -> Picture {
    var lines = grey
    for index in lines.samples.indices {
        lines.samples[index] = 255 - (lightest.samples[index] - grey.samples[index])
    }
    return lines
}

//:fold What is measured and drawn: `threeSteps`
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
//:end

//: The loops read 25 pixels for each pixel; the library's `lineArt` gives the same with a few passes over rows and columns. That is the whole method.
//:
//: ## How wide may a line be?
//:
//: A pixel in the middle of a line finds the paper only if the kernel reaches over the line's edge. Draw black bars
//: of 1 to 12 pixels and count which share of a bar's width is ink afterwards. Before you look: where will a kernel
//: of 5 break?

//:fold What is measured and drawn: `thickness`
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
//:end

//: A bar keeps a rim of $(k - 1) / 2$ pixels on each side and loses its middle: with $k = 5$ a brush stroke of 6 pixels becomes *two* lines. So the kernel must be wider
//: than the broadest line. It must not be much wider either: then all that lies near something lighter turns to ink. An
//: iris finds the white of the eye and fills up, and edges get broad on their darker side. No kernel is right for all pictures. The article's author, too, finds that lines which are too thick or too thin "break up".
//:
//: ## First smaller or first lines?
//:
//: The network sees 128 or 64 pixels; drawings have a thousand. Whether one shrinks before or after the extraction
//: makes a difference.

//:fold What is measured and drawn: `shrinking`
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
//:end

//: A line of 4 pixels at 512 is half a pixel wide at 64. It turns grey, the more so as with $s = 1$ it was not black before. (A face that is drawn small has lines of at least 0.8 pixels.) A network that learnt from grey lines does not know black ones. One can thicken the lines
//: first, or extract them from the small picture with stronger ink, $s = 2$. The project does the second.
//:
//: ## Where it fails
//:
//: Five small pictures, each with one thing that real drawings have. Say for each what the extraction should give,
//: and then look.

//:fold What is measured and drawn: `troubles`
func troubles(in notebook: Notebook) throws {
    let troubles = Trouble.all(seed: notebook.seed)
    let lines = troubles.map { LineExtraction().lines(of: $0.picture) }
    try notebook.show(
        PictureGrid(
            "", rows: [troubles.map(\.picture), lines], columnTitles: troubles.map(\.name),
            rowTitles: ["given", "lines"],
            cellWidth: 144),
        named: "troubles", "What the extraction makes of five troublemakers.")
    notebook.expect(
        "Two colours of one brightness: the edge's ink", inkOfDarkest(0.02, in: [lines[0]]), .below(0.02))
    notebook.expect(
        "Two flat colours without a line: ink all the same", inkOfDarkest(0.01, in: [lines[1]]), .above(0.5))
    notebook.expect("A black area: ink in its middle", inkInTheMiddle(of: lines[2]), .below(0.01))
    notebook.expect("Grain: mean ink of a picture without any line", meanInk(of: lines[4]), .above(0.05))
}
//:end

//: - **One brightness.** Red beside teal can have the same grey, and what is not in the grey picture is not in the lines. A drawing whose colours are told apart by hue
//: alone loses its outlines.
//: - **No line at all.** An edge between two flat colours leaves a line on its darker side. Shadows with hard edges, the mark of this style of
//: drawing, come out as lines that nobody drew. The softer the shadow, the paler its line.
//: - **Black areas** become hollow: the extraction finds edges, not ink.
//: - **Soft shading** leaves a haze, since each pixel has a lighter neighbour on one side.
//: - **Grain**, and JPEG's noise too, is full of small differences, so pale specks come out everywhere.
//:
