import Basics
import Colorization
import Drawings
import Figures
import Files
import LessonKit
import Pictures
import Training

//: ## The network proposes, regions decide
//:
//: Regions and dabs know where, and nothing of what: a region without a dab has no colour. That is what a network is asked for. It colours the drawing as
//: before, small and smeared, and then each region takes a vote: it gets the *median* of the colours of all its pixels, in CIELAB, where the middle of two colours
//: looks like it. As long as most of a region is right, all of it is. Where a dab lies, nobody votes. Colours that are nearly one become one, as on
//: a painter's palette.
//:
//: Below are the weights that come with Nurie, on drawings that no training saw, with twelve dabs each. Beside them is what needs no network: a watershed
//: from the same dabs, which runs over the whole sheet, across faint lines first. Paint programs call that a colouring mask.

/// Drawings with twelve dabs of their true colours each.
func members(_ plan: Plan) -> [DrawingSet.Member] {
    plan.drawings.enumerated().map { index, drawing in
        DrawingSet.Member(
            name: "\(index)", lines: drawing.lines, truth: drawing.color, hints: .dabs(12, of: drawing.color))
    }
}

//:fold What is measured and drawn: `vote`
func vote(_ plan: Plan, in notebook: Notebook) throws {
    let colorizer = try Colorizer(weights: ShippedData.path(of: "colorizer.safetensors"))
    let names = ["network alone", "voted", "watershed", "lines alone"]
    var measures = names.map { _ in ColoringMeasures() }
    var rows: [[Picture]] = []
    for member in members(plan) {
        let drawing = MeasuredDrawing(member)
        let layers = colorizer.layers(of: member.lines, hints: member.hints)
        let dabs = Dabs(member.hints ?? Picture.dabs(0, of: member.truth))
        let pictures = [
            layers.networkAlone, layers.picture(.flat), SimpleColoring.watershed.color(member.lines, dabs: dabs),
            SimpleColoring.lines.color(member.lines, dabs: dabs),
        ]
        for (index, picture) in pictures.enumerated() { measures[index].add(picture, drawing) }
        let shown = member.hints.map { member.lines.showing(dabs: $0) } ?? member.lines
        if rows.count < 3 { rows.append([shown] + pictures.dropLast() + [member.truth]) }
    }
    try notebook.show(
        PictureGrid("", rows: rows, columnTitles: ["dabs"] + names.dropLast() + ["true"], cellWidth: 180),
        named: "vote", "Drawings that no training saw, with twelve dabs each.", isThumbnail: true)
    notebook.table(
        ["", "colour difference, CIE ΔE", "off lines within ΔE 15", "bleeding over lines", "off the dabs, ΔE"],
        names.indices.map { index in
            let measure = measures[index]
            return [names[index]]
                + [measure.colorDifference, measure.nearShare, measure.bleed, measure.obedience].map {
                    rounded($0.value)
                }
        })
    func ratio(_ measure: KeyPath<ColoringMeasures, Mean>, to other: Int) -> Double {
        Double(measures[1][keyPath: measure].value / measures[other][keyPath: measure].value)
    }
    notebook.expect(
        "Voted colours are nearer to the truth than the network's: ratio", ratio(\.colorDifference, to: 0),
        .below(0.95))
    notebook.expect(
        "And nearer than a watershed from the same dabs: ratio", ratio(\.colorDifference, to: 2), .below(0.95))
    notebook.expect("Less runs over lines: ratio", ratio(\.bleed, to: 0), .below(0.95))
    // A dab that was set over a line means one side of it.
    notebook.expect(
        "Dabs are obeyed, as nearly as an eye can see: CIE ΔE", Double(measures[1].obedience.value), .below(2.3))
}
//:end

//: ## Layers
//:
//: What the vote throws away is not all wrong: within a region the network also says where it is lighter and where darker. So that is kept apart, as the
//: difference from the region's own median, and enlarged with care: of the four small pixels around a large one, those of the same region alone count.
//: The rest is a painter's file. `nurie color drawing.png --output drawing.ora` writes it, for Krita, GIMP or MyPaint: lines above everything, multiplied;
//: light, screened; shade, multiplied; and below them a layer for each flat colour.

//:fold What is measured and drawn: `layers`
func layers(_ plan: Plan, in notebook: Notebook) throws {
    let colorizer = try Colorizer(weights: ShippedData.path(of: "colorizer.safetensors"))
    let member = members(plan)[0]
    let layers = colorizer.layers(of: member.lines, hints: member.hints)
    let grey = Picture(
        width: member.lines.width, height: member.lines.height, format: .rgb, filledWith: [128, 128, 128])
    let (flat, shaded) = (layers.colors(.flat), layers.colors(.shaded))
    var shade = grey
    for index in shade.samples.indices {
        shade.samples[index] = UInt8(min(255, max(0, 128 + Int(shaded.samples[index]) - Int(flat.samples[index]))))
    }
    try notebook.show(
        PictureGrid(
            "", rows: [[member.lines, flat, shade, layers.picture(.shaded)]],
            columnTitles: ["lines", "flats", "shade, about grey", "together"], cellWidth: 240), named: "layers",
        "The layers of a coloured drawing.")
    let inks = member.lines.samples.indices.filter { member.lines.samples[$0] == 0 }
    let picture = layers.picture(.shaded)
    let changed = inks.count { pixel in (0..<3).contains { picture.samples[3 * pixel + $0] != 0 } }
    notebook.expect("Black lines stay as black as they were drawn: pixels changed", Double(changed), .exactly(0))
}
//:end
