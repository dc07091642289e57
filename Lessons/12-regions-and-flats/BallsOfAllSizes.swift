import Drawings
import Figures
import LessonKit
import Pictures
import Training

//: ## A ball that does not fit through
//:
//: Roll a ball over the paper. Its middle can be wherever all ink is farther away than its radius. A gap that is narrower than the ball stops it as a wall
//: would. So take all pixels whose distance from the nearest line is more than $r$. Pixels among them that are connected are one region. Every other pixel goes to
//: the region that reaches it first.
//:
//: Which radius is right? Below are the ring with its gap and a drawing, for three radii. **Predict first:** what will the largest ball do to the hair?

/// The regions that a ball of one radius finds, in whole pixels. Its ball is a square, which is quicker and tells the same story.
func regions(of drawing: Picture, ball radius: Int) -> RegionMap {
    let strength = drawing.lineStrength
    var paper = drawing
    for pixel in paper.samples.indices {
        paper.samples[pixel] = strength.samples[pixel] < RegionMap.Options.usualThreshold ? 255 : 0
    }
    // Where the ball's middle can be: paper, less what is within the radius of ink.
    let middles = paper.thickened(kernel: 2 * radius + 1).converted(to: .rgb)
    var labels = [Int32](repeating: -1, count: drawing.samples.count)
    var count: Int32 = 0
    for area in FlatArea.all(in: middles, least: 1) where middles.samples[3 * area.pixels[0]] == 255 {
        for pixel in area.pixels { labels[pixel] = count }
        count += 1
    }
    return RegionMap(
        labels: grown(labels, over: strength), count: Int(count), width: drawing.width, height: drawing.height)
}

//:fold What is measured and drawn: `ballsOfOneSize`
func ballsOfOneSize(_ plan: Plan, in notebook: Notebook) throws {
    let faces = DrawnFaces(seed: plan.seed, size: 160)
    let radii = [0, 2, 6]
    let rows = [ring(gap: 4), faces[3].lines].map { lines in
        [lines.converted(to: .rgb)] + radii.map { regions(of: lines, ball: $0).picture(under: lines) }
    }
    try notebook.show(
        PictureGrid(
            "", rows: rows, columnTitles: ["lines", "no ball", "radius 2", "radius 6"], cellWidth: 160),
        named: "balls", "Regions by balls of one size. Each tone is a region.")
    /// Whether the middle of a ring and the corner of its sheet are two regions.
    func divides(_ radius: Int, gap: Double) -> Bool {
        let map = regions(of: ring(gap: gap), ball: radius)
        return map.labels[80 * 160 + 80] != map.labels[0]
    }
    let gaps = [2.0, 4, 8, 12]
    notebook.expect(
        "A ball of half the gap's width does not get through: rings divided, of \(gaps.count)",
        gaps.count { divides(Int($0 / 2), gap: $0) }, exactly: gaps.count)
    notebook.expect(
        "One whose radius is a pixel less does: rings divided", gaps.count { divides(Int($0 / 2) - 1, gap: $0) },
        exactly: 0)
    let shares = (0..<6).map { index in
        let counts = [0, 6].map { Double(regions(of: faces[index].lines, ball: $0).count) }
        return counts[1] / counts[0]
    }
    notebook.expect(
        "A ball of radius 6 fits into few places: a face's regions, over those without a ball, the most of six faces",
        shares.max() ?? 1, .below(0.6))
}
//:end

//: A small ball leaks through wide gaps. A large one does not get into a lock of hair at all, and what it cannot enter goes to whichever region reaches it first.
//: The inventors therefore begin with a large ball and go on with smaller ones for what is left.
//:
//: ## All sizes in one walk
//:
//: Three radii are a guess. One walk can take *all* of them. Give each pixel its distance from the nearest line, and read that as a height. A wide area is then a hill, and a gap
//: between two areas is a pass. The pass is as high as half the gap is wide.

//:fold What is drawn: `passThroughTheGap`
func passThroughTheGap(in notebook: Notebook) throws {
    let row = (80..<160).map { Double($0) }
    let gaps: [(Double, Color)] = [(4, .blue), (24, .vermillion)]
    var figure = Figure(
        "From the middle of the ring out through its gap", x: "pixels from the left",
        y: "distance from the nearest ink"
    ).legend(.topRight)
    for (gap, color) in gaps {
        let lines = ring(gap: gap)
        let ink = lines.samples.indices.filter { lines.samples[$0] == 0 }
        let heights = row.map { x in
            ink.map { pixel in
                let (right, down) = (Double(pixel % 160) - x, Double(pixel / 160) - 80)
                return (right * right + down * down).squareRoot()
            }.min() ?? 0
        }
        figure = figure.curve(row, heights, "a gap of \(Int(gap)) pixels", color: color)
    }
    try notebook.show(
        figure, named: "pass", "Two hills and the pass between them, for a narrow gap and a wide one.")
}
//:end

//: Now visit the pixels from the highest to the lowest. A pixel without a visited neighbour is the top of a new basin (turned upside down, a hill is a basin that fills up). A
//: pixel beside one basin joins it. A pixel that touches two basins is the pass between them, and here the two must be joined or kept apart. They stay apart
//: if the opening is narrow *and* both are clearly wider than it. The second condition is for hair: a strand that narrows to its tip never meets a
//: second basin, but one with a waist does, and as that is not clearly wider, the strand stays whole.
//:
//: This is the decision, as `nurie color` takes it at each pixel and each of its neighbours. `isPlanted` asks whether the neighbour was visited, and `root` finds
//: the top of a pixel's basin. `passage.widest` is half of the widest gap that stays closed, and `passage.narrowing` says how many times wider both basins must be.

//:fold Where it is read from: `decision`
func decision(in notebook: Notebook) throws {
    try notebook.excerpt("Sources/Pictures/Regions/Basins.swift", of: "meet")
}
//:end

//:fold What is measured and drawn: `allSizes`
func allSizes(_ plan: Plan, in notebook: Notebook) throws {
    let worlds = plan.drawings
    try notebook.show(
        PictureGrid(
            "",
            rows: worlds[0].prefix(3).map {
                [$0.lines.converted(to: .rgb), RegionMap(of: $0.lines).picture(under: $0.lines), $0.color]
            },
            columnTitles: ["lines", "regions", "as it was coloured"], cellWidth: 240),
        named: "regions", "Regions of drawings of all kinds, some of them with open lines.")
    func map(_ drawing: DrawnPicture, gap: Double) -> RegionMap {
        RegionMap(of: drawing.lines, RegionMap.Options(gap: gap, leastArea: plan.size * plan.size / 12_000))
    }
    let gaps = [0.0, 1, 2, 4, 6, 8, 12, 16]
    let x = "widest gap that closes, pixels"
    var (bought, paid) = (
        Figure("What closing gaps buys", x: x, y: "pixels on the wrong side of a border, %").legend(.below),
        Figure("… and what it costs", x: x, y: "regions for each true area").legend(.below)
    )
    for (number, drawings) in worlds.enumerated() {
        let fits = gaps.map { gap in drawings.fit { map($0, gap: gap).labels.map(Int.init) } }
        bought = bought.curve(gaps, fits.map { 100 * $0.misplaced }, "world \(number + 1)")
        paid = paid.curve(gaps, fits.map(\.pieces), "world \(number + 1)")
    }
    let usual = Double(plan.size) / 60
    try notebook.show(
        Panels("", [bought, paid].map { $0.verticalLine(at: usual, "usual") }), named: "gaps",
        "\(plan.count) drawings of each world (a set drawn from a seed of its own), \(plan.size)×\(plan.size) pixels: their regions beside their true areas."
    )
    let fits = worlds.map { drawings in
        [
            drawings.fit { map($0, gap: 0).labels.map(Int.init) },
            drawings.fit { map($0, gap: 0).cutDownTheMiddle },
            drawings.fit { RegionMap(of: $0.lines).labels.map(Int.init) },
        ]
    }
    let ways = ["no gap closes", "the same, cut down the middle", "as usual: a sixtieth of the side closes"]
    notebook.table(
        ["", "on the wrong side, %, each world", "regions for each true area"],
        ways.indices.map { way in
            [
                ways[way], fits.map { rounded(100 * $0[way].misplaced) }.joined(separator: ", "),
                fits.map { rounded($0[way].pieces) }.joined(separator: ", "),
            ]
        })
    notebook.expect(
        "Closing gaps leaves fewer pixels on the wrong side: of those without, the most of the worlds",
        fits.map { $0[2].misplaced / $0[0].misplaced }.max() ?? 1, .below(0.95))
    /// What each region that a way adds takes off the wrong side.
    func gains(_ way: Int) -> [Double] {
        fits.map { ($0[0].misplaced - $0[way].misplaced) / ($0[way].pieces - $0[0].pieces) }
    }
    notebook.expect(
        "More regions alone are not it: what a region added by closing takes off, over one added by a blind cut, the least of the worlds",
        // A cut that takes nothing off counts as nearly nothing, so that a loss by closing stays a loss.
        zip(gains(2), gains(1)).map { $0 / max($1, 1e-9) }.min() ?? 0, .above(1.2))
}
//:end

//: Wider gaps could close too: the left panel falls on, and the right one hardly rises any more. By these two numbers a wider gap would be better; a sixtieth of the side is a careful choice, and they do not show that it is the best. Where two areas touch without ink between them, no geometry finds the border.
