import Drawings
import Figures
import LessonKit
import Pictures
import Training

//: ## A ball that does not fit through
//:
//: Roll a ball over the paper (Zhang and others, *Vectorizing Cartoon Animations*, 2009). It goes wherever its middle is at least its radius away from
//: all ink. A gap that is narrower than the ball stops it as a wall would. So the places where the *middle* of a ball of radius $r$ can be are the pixels whose
//: distance from the nearest line is more than $r$, and what hangs together among them is a region. The rest goes to the region that reaches it first.
//:
//: Which radius? Below, the ring with its gap and a drawing, for three of them.

/// The regions that a ball of one radius finds, in whole pixels. It is a square one, which is quicker and tells the same story.
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
    let drawing = DrawnFaces(seed: plan.seed, size: 160)[3].lines
    let radii = [0, 2, 6]
    let rows = [ring(gap: 4), drawing].map { lines in
        [lines.converted(to: .rgb)] + radii.map { regions(of: lines, ball: $0).picture(under: lines) }
    }
    try notebook.show(
        PictureGrid(
            "", rows: rows, columnTitles: ["lines", "no ball", "radius 2", "radius 6"], cellWidth: 160),
        named: "balls", "Regions by balls of one size. Each tone is a region.")
    let counts = radii.map { Double(regions(of: drawing, ball: $0).count) }
    func divides(_ radius: Int) -> Double {
        let map = regions(of: ring(gap: 4), ball: radius)
        return map.labels[80 * 160 + 80] == map.labels[0] ? 0 : 1
    }
    notebook.expect("Without a ball the ring's inside and outside are one region", divides(0), .exactly(0))
    notebook.expect("A ball of radius 2 tells them apart", divides(2), .exactly(1))
    notebook.expect(
        "A ball of radius 6 fits into few places: the face's regions, over those without a ball",
        counts[2] / counts[0], .below(0.6))
}
//:end

//: A small ball leaks through wide gaps, and a large one does not get into a lock of hair at all: what it cannot enter goes to whichever region reaches it first.
//: The inventors therefore begin with a large ball and go on with smaller ones for what is left.
//:
//: ## All sizes in one walk
//:
//: One can do better than three radii: take *all*. Visit the pixels in the order of their distance from the lines, the farthest first. A pixel without a
//: visited neighbour is the middle of a new basin; a pixel beside one basin joins it; and where a pixel touches two basins, its distance is half the width of the
//: opening between them. That is the moment to decide. The opening counts as a gap in a line, and stays closed, if it is narrow *and* both basins
//: are clearly wider than it. A strand of hair that narrows to its tip never meets a second basin at all. A strand with a waist meets one that is not
//: clearly wider, and stays whole.
//:
//: The whole of it:

/// How well regions fit the true areas of drawings: how much of them lies within one area, and how many there are for each.
struct RegionFit {
    private(set) var within = 0, pixels = 0, regions = 0, areas = 0

    mutating func add(_ drawing: DrawnPicture, _ map: RegionMap) {
        var counts = [[UInt8: Int]](repeating: [:], count: map.count)
        for (label, area) in zip(map.labels, drawing.map.samples) { counts[Int(label)][area, default: 0] += 1 }
        within += counts.reduce(0) { $0 + ($1.values.max() ?? 0) }
        pixels += map.labels.count
        regions += map.count
        areas += Set(drawing.map.samples).count
    }

    /// The share of the pixels that lie in the area to which most of their region belongs: 1 if no region reaches over a border.
    var purity: Double { Double(within) / Double(pixels) }
    /// How many regions there are for each true area.
    var pieces: Double { Double(regions) / Double(areas) }
}

//:fold What is measured and drawn: `allSizes`
func allSizes(_ plan: Plan, in notebook: Notebook) throws {
    let drawings = plan.drawings
    try notebook.show(
        PictureGrid(
            "",
            rows: drawings.prefix(3).map {
                [$0.lines.converted(to: .rgb), RegionMap(of: $0.lines).picture(under: $0.lines), $0.color]
            },
            columnTitles: ["lines", "regions", "as it was coloured"], cellWidth: 240),
        named: "regions", "Regions of drawings of all kinds, some of them with open lines.")
    let gaps = [0.0, 1, 2, 4, 6, 8, 12, 16]
    let fits = gaps.map { gap in
        drawings.reduce(into: RegionFit()) { fit, drawing in
            fit.add(
                drawing,
                RegionMap(of: drawing.lines, RegionMap.Options(gap: gap, leastArea: plan.size * plan.size / 12_000)))
        }
    }
    try notebook.show(
        Figure(
            "What closing gaps buys", x: "widest gap that closes, pixels",
            y: "pixels on the wrong side of a border, %"
        )
        .curve(gaps, fits.map { 100 * (1 - $0.purity) }), named: "gaps",
        "\(drawings.count) drawings of \(plan.size)×\(plan.size) pixels, regions beside their true areas.")
    let usual = drawings.reduce(into: RegionFit()) { $0.add($1, RegionMap(of: $1.lines)) }
    notebook.table(
        ["", "share within", "regions for each area"],
        [
            ["no gap closes", rounded(fits[0].purity), rounded(fits[0].pieces)],
            ["as usual: a sixtieth of the side", rounded(usual.purity), rounded(usual.pieces)],
        ])
    notebook.expect("With gaps closed most pixels lie within their area", usual.purity, .above(0.93))
    notebook.expect(
        "Pixels on the wrong side, over those when no gap closes", (1 - usual.purity) / (1 - fits[0].purity),
        .below(0.95))
}
//:end

//: What is left on the wrong side is where *no* line is: two areas that touch without ink between them. No geometry finds those.
