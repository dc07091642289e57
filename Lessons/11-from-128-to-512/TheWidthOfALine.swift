import Basics
import Colorization
import Datasets
import Drawings
import Figures
import Files
import LessonKit
import Models
import Pictures
import TensorCore
import Training

//: ## The width of a line
//:
//: The article's last weakness is lines that are too thick or too thin. We draw the same faces with lines from a sixth of a pixel, a light grey, to four pixels, and give them to both networks of the
//: book with one answer. Shrinking a drawing shrinks its lines too, so users bring widths like these.

//:fold What is measured and drawn: `lineWidths`
func lineWidths(_ one: UNet, _ several: UNet, _ plan: Plan, in notebook: Notebook) throws {
    let widths = [0.15, 0.2, 0.3, 0.45, 0.6, 0.8, 1.1, 1.5, 2, 2.8, 4]
    var results: [[Recognition]] = [[], []]
    var rows: [[Picture]] = [[], [], []]
    for width in widths {
        var both = [Recognition(), Recognition()]
        for (index, face) in plan.small.heldOutFaces.enumerated() {
            let pair = OneAnswer.pair(of: face, size: plan.smallSide, lineWidth: width)
            let pictures = [one, several].map { painted(pair.lines, by: $0) }
            for (place, picture) in pictures.enumerated() { both[place].add(picture, pair) }
            if index == 1, [0.15, 0.3, 0.8, 1.5, 2.8, 4].contains(width) {
                for (row, picture) in ([pair.lines] + pictures).enumerated() { rows[row].append(picture) }
            }
        }
        for place in both.indices { results[place].append(both[place]) }
    }
    try notebook.show(
        PictureGrid(
            "", rows: rows, columnTitles: ["0.15 pixels", "0.3", "0.8", "1.5", "2.8", "4"],
            rowTitles: ["lines", "one width", "several"], cellWidth: 128),
        named: "widths-painted", "The same drawing with lines of six widths.")
    func figure(_ y: String, _ value: (Recognition) -> Double) -> Figure {
        zip(results, [("one width", Color.vermillion), ("several widths", .blue)]).reduce(
            Figure("", x: "width of the lines, pixels", y: y).logarithmicX()
                .xNames([0.2, 0.4, 0.8, 1.5, 3].map { ("\($0)", $0) })
                .verticalLine(at: 0.8, "learnt at").legend(.below)
        ) { $0.curve(widths, $1.0.map(value), $1.1.0, color: $1.1.1) }
    }
    try notebook.show(
        Panels("", [figure("PSNR, dB", \.signalToNoise), figure("share of pixels recognised", \.share)]),
        named: "widths", "What two networks make of lines of other widths.")
    notebook.table(
        ["pixels", "one width, dB", "several, dB", "one width, recognised", "several, recognised"],
        widths.indices.map { index in
            ["\(widths[index])"] + results.map { rounded($0[index].signalToNoise) }
                + results.map { rounded($0[index].share) }
        })
    let own = widths.firstIndex(of: 0.8) ?? 0
    notebook.expect(
        "One width: loss from its own width to the thinnest, dB",
        results[0][own].signalToNoise - results[0][0].signalToNoise, .above(3))
    notebook.expect(
        "Several widths: gain over that at the thinnest, dB",
        results[1][0].signalToNoise - results[0][0].signalToNoise,
        .above(1))
    notebook.expect(
        "… and at the widest",
        results[1][widths.count - 1].signalToNoise - results[0][widths.count - 1].signalToNoise, .above(1))
}
//:end

//: The article is right about both. The first layer has learnt how dark and how wide a line is. It takes a line of a sixth of a pixel for paper, and hair runs into the
//: background. With lines of four pixels it recognises less too, while the network that is used to wide lines loses little. (Only pixels beside the lines count: what a line covers is gone.)
//:
//: Training with many widths makes the curve flatter, also beyond the widths that it learnt, 0.3 to 3. With most seeds it costs something at the one width that the other network learnt, but not with all, so we do not
//: claim it. The shipped weights learnt lines of many kinds: `nurie train colorizer --world`. (For faces alone the option is `--any-lines`.)
//:
//: ## Drawings of other kinds
//:
//: Now the weights that come with Nurie, which colour by regions (lesson 12), on drawings of 512 pixels. A third of what they learnt from was faces. Extracted lines are thinner, and
//: where two areas are equally bright there is none (lesson 07). Comic pages were never taught. Each is coloured without hints and with two dozen small dabs of the true colours.

//:fold What is measured and drawn: `otherDrawings`
func otherDrawings(_ plan: Plan, in notebook: Notebook) throws {
    guard let path = ShippedData.find("colorizer.safetensors") else {
        return notebook.say("The weights that come with Nurie were not found.")
    }
    let colorizer = try Colorizer(weights: path)
    let count = notebook.scale.choose(tiny: 1, quick: 8, full: 20)
    let kinds = kindsOfDrawings(size: notebook.scale.choose(tiny: 200, quick: 512, full: 512))
    let trials = kinds.map { kind in (0..<count).map { Trial(kind.draw($0), of: colorizer, index: $0) } }
    try notebook.show(
        PictureGrid(
            "", rows: trials.map { $0[0].row },
            columnTitles: ["lines", "without hints", "24 hints", "with them", "true"], cellWidth: 160),
        named: "kinds",
        "The shipped weights on faces with true lines, the same with extracted ones, scenes, and pages.")
    try notebook.show(
        PictureGrid(
            "", rows: trials.map { [0, 3, 4].map($0[0].middle) }, columnTitles: ["lines", "with hints", "true"],
            cellWidth: 256),
        named: "close", "The middles of the same, pixel for pixel: colours end at the drawing's own lines.")
    let gains = trials.map { mean($0.map(\.hinted)) - mean($0.map(\.alone)) }
    notebook.table(
        ["", "without hints, dB", "24 hints, dB", "gain"],
        kinds.indices.map { index in
            [
                kinds[index].name, rounded(mean(trials[index].map(\.alone))),
                rounded(mean(trials[index].map(\.hinted))),
            ]
                + [rounded(gains[index])]
        })
    notebook.expect("Hints help faces at 512 pixels: gain in dB", gains[0], .above(1.5))
    notebook.expect(
        "No face is green: red over green of the skin, in the greenest of them",
        trials[0].map(\.redOverGreen).min() ?? 0, .above(1))
    notebook.expect(
        "The same number helps a page of faces less: gain over that of a face", gains[3] / gains[0], .below(0.7))
    try drawingsByPeople(colorizer, in: notebook)
}

/// Drawings of a kind, by number.
struct KindOfDrawing {
    let name: String
    let draw: (Int) -> Pair
}

func kindsOfDrawings(size: Int) -> [KindOfDrawing] {
    let faces = DrawnFaces(seed: 1 << 41, size: size)
    let scenes = DrawnScenes(seed: 1 << 41, size: size)
    let pages = DrawnPages(seed: 1 << 41, width: size, height: size * 5 / 4)
    /// A picture with the lines that are extracted from it.
    func extracted(_ picture: Picture) -> Pair { Pair(lines: picture.lineArt(), color: picture) }
    return [
        KindOfDrawing(name: "faces, true lines") {
            Pair(lines: faces[$0].lines, color: faces[$0].color, regions: faces[$0].regions)
        },
        KindOfDrawing(name: "faces, extracted lines") { extracted(faces[$0].color) },
        KindOfDrawing(name: "scenes, extracted lines") { extracted(scenes.anime(at: $0)) },
        KindOfDrawing(name: "pages, extracted lines") { extracted(pages[$0].picture) },
    ]
}

/// A drawing, coloured without hints and with two dozen.
struct Trial {
    /// Lines, coloured, lines with hints, coloured with them, the truth.
    let row: [Picture]
    /// PSNR in dB.
    let alone, hinted: Float
    /// Of the skin with hints, where regions are known.
    let redOverGreen: Double

    init(_ pair: Pair, of colorizer: Colorizer, index: Int) {
        var generator = SeededGenerator(seed: 1, stream: UInt64(index))
        var sampling = HintSampling.exactly(24)
        // A careful hand: the large dabs of training cross lines at this size.
        sampling.reach = 0.01
        let hints = Picture(hints: sampling.hints(for: Tensor(pictures: [pair.color]), using: &generator))
        let pictures = [nil, hints].map { colorizer.color(pair.lines, hints: $0) }
        row = [pair.lines, pictures[0], pair.lines.showing(dabs: hints), pictures[1], pair.color]
        redOverGreen = pictures[1].redOverGreen(of: .skin, in: pair)
        (alone, hinted) = (pictures[0].signalToNoise(to: pair.color), pictures[1].signalToNoise(to: pair.color))
    }

    /// The middle of one of the pictures, at most 256 pixels in a side.
    func middle(of place: Int) -> Picture {
        let (picture, side) = (row[place], min(256, row[place].width, row[place].height))
        return picture.cropped(
            x: (picture.width - side) / 2, y: (picture.height - side) / 2, width: side, height: side)
    }
}

func mean(_ values: [Float]) -> Float { values.reduce(0, +) / Float(values.count) }

/// Drawings by people, if `Data/fetch question` has brought them.
func drawingsByPeople(_ colorizer: Colorizer, in notebook: Notebook) throws {
    guard let folder = try? FetchedData.folder(of: "question") else {
        return notebook.say(
            "Drawings by people are not here; `Data/fetch question` brings some, and the lesson shows them.")
    }
    let files = try FolderListing(of: folder, recursive: true).files.filter { $0.contains("sylvie") }.prefix(2)
    let rows = try files.map { file in
        let picture = try Picture(contentsOf: "\(folder)/\(file)")
        let half = picture.cropped(x: 0, y: 0, width: picture.width, height: picture.height * 2 / 5).onWhite()
        let color = half.converted(to: .rgb)
        return Trial(Pair(lines: LineDrawing(color).lines, color: color), of: colorizer, index: 0).row
    }
    guard !rows.isEmpty else { return }
    try notebook.show(
        PictureGrid(
            "", rows: rows, columnTitles: ["lines", "without hints", "24 hints", "with them", "true"], cellWidth: 160),
        named: "people", "Half figures by people.")
}
//:end

//: *Without hints* some hair comes out brown and some skin as skin; the rest is grey, shown as a light tint. Nothing in a line says which colour it encloses. *Extracted lines* are
//: faint between areas of like brightness, and a dab reaches into the neighbour. *A page* is coloured at 128 pixels in its shorter side, all panels together, so each face gets few
//: pixels: cut panels out and colour them one by one. And *what has no dab stays pale*, or brown where the network sees hair. That is where the next dab goes.
//:
//: The article shows real line art, coloured. There is none on this page: `Data/fetch question` brings drawings by people, and the lesson then shows them to you.
