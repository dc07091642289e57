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
        try overview(in: notebook)
        try leakingFlood(in: notebook)
        try ballsOfOneSize(plan, in: notebook)
        try passThroughTheGap(in: notebook)
        try decision(in: notebook)
        try allSizes(plan, in: notebook)
        try dabsStop(in: notebook)
        let members = members(plan)
        try vote(members, in: notebook)
        try layers(of: members[0][0], in: notebook)
    }
}

//: # 12 · Regions and flats
//:
//: A colorizer paints over the lines even if it is told every colour. Its network sees a small picture, and its colour for a pixel is a mean over the surroundings.
//: A painter works in another order. First each closed area gets one colour, with the bucket tool; this is called *flatting*, and the areas of one colour are *flats*.
//: Shade comes later, on a layer of its own. This lesson does the same with a network's colours. It trains nothing: apart from the network of lesson 10, all of it is geometry.
//:
//: > **Before you start.** You need the hints of lesson 10. You can skip "Layers". The articles of this course stop at hints: they let the network decide where a colour ends.
//: > What follows comes from tools for cartoons. Zhang and others write that their trapped-ball segmentation "allows robust region segmentation even in the presence of imperfectly
//: > linked region edges". This page tests that.
//: >
//: > **Sources.** [*Vectorizing cartoon animations*](https://doi.org/10.1109/TVCG.2009.9) (Zhang and others, 2009), the trapped ball;
//: > [*LazyBrush*](https://doi.org/10.1111/j.1467-8659.2009.01400.x) (Sýkora, Dingliana and Collins, 2009), dabs that need not be exact, and with it Krita's
//: > [colorize mask](https://docs.krita.org/en/reference_manual/tools/colorize_mask.html);
//: > [semi-guided flat colouring](https://hal.science/hal-01891876) (Fourey, Tschumperlé and Revoy, 2018), which is in GIMP.

//:fold The diagram: `overview`
func overview(in notebook: Notebook) throws {
    try notebook.show(
        flattingDiagram(), named: "overview",
        "Green is given, orange is computed, and blue has learnt. Where a dab lies, the network is not asked.")
}
//:end

//: ## A line is not a wall
//:
//: The bucket tool is a flood: it starts at a pixel and goes on to all neighbours that look alike. That works inside a closed line. But few lines in a drawing are
//: closed. Below is a ring, drawn twice. The second one lacks four pixels.

/// White paper with a ring of ink, which is open on the right over `gap` pixels, an even number.
func ring(side: Int = 160, radius: Double = 50, gap: Double) -> Picture {
    var picture = Picture(width: side, height: side, format: .grey, filledWith: [255])
    for y in 0..<side {
        for x in 0..<side {
            let (right, down) = (Double(x) + 0.5 - Double(side) / 2, Double(y) + 0.5 - Double(side) / 2)
            let isOpen = right > 0 && abs(down) < gap / 2
            if !isOpen, abs((right * right + down * down).squareRoot() - radius) < 1.5 { picture[x, y, 0] = 0 }
        }
    }
    return picture
}

/// What a flood from the middle fills.
func flooded(_ picture: Picture) -> FlatArea {
    FlatArea(in: picture.converted(to: .rgb), around: picture.height / 2 * picture.width + picture.width / 2)
}

//:fold What is measured and drawn: `leakingFlood`
func leakingFlood(in notebook: Notebook) throws {
    try notebook.show(
        PictureGrid(
            "", rows: [[0.0, 4].map { ring(gap: $0) }.map { $0.showing(flooded($0)) }],
            columnTitles: ["closed", "a gap of 4 pixels"], cellWidth: 220),
        named: "flood", "A flood from the middle of a ring.")
    let radii = [20.0, 35, 50, 65]
    /// What the flood fills of the sheet, less what the ring encloses.
    func excess(_ radius: Double, gap: Double) -> Double {
        let picture = ring(radius: radius, gap: gap)
        let inside = (radius - 1.5) * (radius - 1.5) * Double.pi
        return (Double(flooded(picture).pixels.count) - inside) / Double(picture.samples.count)
    }
    notebook.expect(
        "A closed ring holds the flood: share of the sheet flooded outside it, the most of four rings",
        radii.map { excess($0, gap: 0) }.max() ?? 1, .below(0.01))
    notebook.expect(
        "Two missing pixels are enough for it to run out: the least of four",
        radii.map { excess($0, gap: 2) }.min() ?? 0, .above(0.1))
}
//:end

//: The line is three hundred pixels long. Without four of them, the flood treats it as if it were not there. A person still sees a ring. So the question is what *looks* enclosed.

//:fold The sizes: `Plan`
/// How much is measured at a scale.
struct Plan {
    /// How many worlds of drawings, how many drawings of each, and the pixels in a side of them.
    let worlds, count, size: Int
    let seed: UInt64

    init(for notebook: Notebook) {
        worlds = notebook.scale.choose(tiny: 1, quick: 3, full: 5)
        count = notebook.scale.choose(tiny: 2, quick: 12, full: 100)
        size = notebook.scale.choose(tiny: 96, quick: 384, full: 512)
        // Far from what any network learns from.
        seed = notebook.seed &+ 1 << 40
    }

    /// The drawings of each world. A claim has to hold in every one of them.
    var drawings: [[DrawnPicture]] {
        (0..<worlds).map { number in
            let world = DrawnWorld(seed: seed &+ UInt64(number), size: size)
            return (0..<count).map { world[$0] }
        }
    }
}
//:end
