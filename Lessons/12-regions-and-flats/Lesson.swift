import ArgumentParser
import Basics
import Colorization
import Drawings
import Figures
import LessonKit
import Pictures
import Training

@main
struct RegionsAndFlats: Lesson {
    static let card = LessonCard(
        12, "regions-and-flats", title: "Regions and flats",
        idea: "lines divide a drawing, dabs own what they lie in, and a network is only asked for the rest",
        chapters: ["BallsOfAllSizes", "DabsOwnRegions", "TheVote"])

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let plan = Plan(for: notebook)
        try leakingFlood(in: notebook)
        try ballsOfOneSize(plan, in: notebook)
        try notebook.excerpt("Sources/Pictures/Regions/Basins.swift", of: "fill")
        try allSizes(plan, in: notebook)
        try dabsStop(in: notebook)
        try vote(plan, in: notebook)
        try layers(plan, in: notebook)
    }
}

//: # 12 · Regions and flats
//:
//: A colorizer that is told everything still paints over the lines: its network sees a small picture, and what it says of a pixel is a mean over what lies
//: around. A painter never does that. A painter *flats* first: each closed area gets one colour, by the bucket. Shade comes later, on a layer of its own.
//: This lesson gives the network a painter's habits. It needs no training: all of it is geometry.
//:
//: ## A line is not a wall
//:
//: The bucket of every paint program is a flood: start at a pixel, and go on to all neighbours that look alike. It works on a closed line. Few lines are
//: closed. Below is a ring, drawn twice; the second one lacks four pixels.

/// White paper with a ring of ink, which is open on the right over `gap` pixels.
func ring(side: Int = 160, radius: Double = 50, gap: Double) -> Picture {
    var picture = Picture(width: side, height: side, format: .grey, filledWith: [255])
    let middle = Double(side) / 2
    for y in 0..<side {
        for x in 0..<side {
            let (right, down) = (Double(x) - middle, Double(y) - middle)
            let isOpen = right > 0 && abs(down) < gap / 2
            if !isOpen, abs((right * right + down * down).squareRoot() - radius) < 1.5 { picture[x, y, 0] = 0 }
        }
    }
    return picture
}

/// What a flood from the middle fills, as a share of the sheet.
func floodedShare(_ picture: Picture) -> Double {
    let start = picture.height / 2 * picture.width + picture.width / 2
    let area = FlatArea(in: picture.converted(to: .rgb), around: start)
    return Double(area.pixels.count) / Double(picture.samples.count)
}

//:fold What is measured and drawn: `leakingFlood`
func leakingFlood(in notebook: Notebook) throws {
    let rings = [0.0, 4].map { ring(gap: $0) }
    let pictures = rings.map { ring -> Picture in
        let start = ring.height / 2 * ring.width + ring.width / 2
        let area = FlatArea(in: ring.converted(to: .rgb), around: start).mask(count: ring.samples.count)
        var shown = ring.converted(to: .rgb)
        for pixel in area.indices where area[pixel] {
            (shown.samples[3 * pixel], shown.samples[3 * pixel + 1], shown.samples[3 * pixel + 2]) = (86, 180, 233)
        }
        return shown
    }
    try notebook.show(
        PictureGrid("", rows: [pictures], columnTitles: ["closed", "a gap of 4 pixels"], cellWidth: 220),
        named: "flood", "A flood from the middle of a ring.")
    let shares = rings.map(floodedShare)
    notebook.expect("A closed ring holds the flood: share of the sheet", shares[0], .below(0.4))
    notebook.expect("A gap of four pixels holds nothing", shares[1], .above(0.9))
}
//:end

//: Four pixels that are missing of a line of three hundred, and there is no line at all. People ask for something else: what *looks* enclosed.

/// How much is measured at a scale.
struct Plan {
    /// How many drawings, and the pixels in a side of them.
    let count, size: Int
    let seed: UInt64

    init(for notebook: Notebook) {
        count = notebook.scale.choose(tiny: 2, quick: 12, full: 100)
        size = notebook.scale.choose(tiny: 96, quick: 384, full: 512)
        // Far from what any network learns from.
        seed = notebook.seed &+ 1 << 40
    }

    var drawings: [DrawnPicture] {
        let world = DrawnWorld(seed: seed, size: size)
        return (0..<count).map { world[$0] }
    }
}
