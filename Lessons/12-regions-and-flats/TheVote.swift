import Basics
import Colorization
import Figures
import Files
import LessonKit
import Pictures
import Training

//: ## The network proposes, regions decide
//:
//: Regions and dabs say where a colour ends. They do not say which colour a region without a dab should have. That is what the network is for. It colours the drawing, small
//: and blurred, from lines and from dabs that have filled their regions, and then each region takes a vote: it gets the *median* of the colours of its pixels, in CIELAB, in which a distance is about what an eye
//: sees. If more than half of a region's pixels agree on a colour, the others cannot spoil it.

/// The median of the colours that are proposed for each region; pixels on lines have no vote.
func medians(of proposed: [Lab], in regions: [Int], isLine: (Int) -> Bool) -> [Int: Lab] {
    let pixels = regions.indices.filter { !isLine($0) }
    return Dictionary(grouping: pixels) { regions[$0] }.mapValues { pixels in
        func middle(_ part: KeyPath<Lab, Float>) -> Float {
            pixels.map { proposed[$0][keyPath: part] }.sorted()[pixels.count / 2]
        }
        return Lab(lightness: middle(\.lightness), a: middle(\.a), b: middle(\.b))
    }
}

//: `nurie color` does more than that. Where a dab lies, nobody votes, and colours that are nearly the same become one. Its *flats* have one colour a region, or one for each dab's part where several share it; on these it puts *shade*, which the next section is about.
//:
//: Below are the weights that come with Nurie, on drawings that no training saw, with twelve dabs of true colours each, at about the same places in every drawing. Three columns are for comparison. *Squares* takes the
//: same vote, but in as many squares as there are regions, which know no lines. *Regions* takes it in regions. *Watershed* uses no network: paint runs from the same dabs over the whole
//: sheet, across faint lines first. Paint programs call that a colouring mask.
//:
//: *Bleeding*: of the pixels within 3 of a line between two clearly different colours, the share that is nearer to the other side's. Lines are taken to be where our regions have them, so it does not see
//: where regions are wrong; the distance from the truth does. *At the dabs* is how far a dab's colour is from what is shown there.

//:fold What is measured and drawn: `vote`
/// The drawings of each world, with twelve dabs of their true colours each.
func members(_ plan: Plan) -> [[DrawingSet.Member]] {
    plan.drawings.map { drawings in
        drawings.enumerated().map { index, drawing in
            DrawingSet.Member(
                name: "\(index)", lines: drawing.lines, truth: drawing.color, hints: .dabs(12, of: drawing.color))
        }
    }
}

/// A drawing coloured in all ways, in the order of the names.
private func colored(_ member: DrawingSet.Member, by colorizer: Colorizer) -> [Picture] {
    let layers = colorizer.layers(of: member.lines, hints: member.hints)
    let dabs = Dabs(member.hints ?? Picture.dabs(0, of: member.truth))
    let map = RegionMap(of: member.lines)
    return [
        layers.networkAlone, layers.networkAlone.voted(in: squares(asManyAs: map), under: member.lines),
        layers.networkAlone.voted(in: map.labels.map(Int.init), under: member.lines), layers.picture(.flat),
        layers.picture(.shaded), SimpleColoring.watershed.color(member.lines, dabs: dabs),
    ]
}

private let ways = ["network, no vote", "squares", "regions", "flats", "with shade", "watershed"]

func vote(_ worlds: [[DrawingSet.Member]], in notebook: Notebook) throws {
    let colorizer = try Colorizer(weights: ShippedData.path(of: "colorizer.safetensors"))
    var rows: [[Picture]] = []
    let measures = worlds.map { members in
        members.reduce(into: ways.map { _ in ColoringMeasures() }) { measures, member in
            let (drawing, pictures) = (MeasuredDrawing(member), colored(member, by: colorizer))
            for (way, picture) in pictures.enumerated() { measures[way].add(picture, drawing) }
            guard rows.count < 3, let hints = member.hints else { return }
            rows.append([member.lines.showing(dabs: hints)] + pictures + [member.truth])
        }
    }
    try notebook.show(
        PictureGrid("", rows: rows, columnTitles: ["dabs"] + ways + ["true"], cellWidth: 144),
        named: "vote", "Drawings that no training saw, with twelve dabs each.", isThumbnail: true)
    func values(_ way: Int, _ measure: KeyPath<ColoringMeasures, Mean>) -> [Double] {
        measures.map { Double($0[way][keyPath: measure].value) }
    }
    let columns: [KeyPath<ColoringMeasures, Mean>] = [\.colorDifference, \.nearShare, \.bleed, \.obedience]
    notebook.table(
        [
            "each world's mean", "from the truth, ΔE", "off lines, share within ΔE 15", "bleeding over lines",
            "at the dabs, ΔE",
        ],
        ways.indices.map { way in
            [ways[way]] + columns.map { values(way, $0).map { rounded($0) }.joined(separator: ", ") }
        })
    /// The largest ratio of two ways in one world.
    func most(_ way: Int, over other: Int, _ measure: KeyPath<ColoringMeasures, Mean>) -> Double {
        zip(values(way, measure), values(other, measure)).map { $0 / $1 }.max() ?? .nan
    }
    notebook.expect(
        "The vote in regions brings colours nearer to the truth: ΔE over the network's, the most of the worlds",
        most(2, over: 0, \.colorDifference), .below(1))
    notebook.expect(
        "… and so it does beside the same vote in squares", most(2, over: 1, \.colorDifference), .below(0.95))
    notebook.expect("Less runs over the regions' lines: over the network's", most(2, over: 0, \.bleed), .below(0.95))
    notebook.expect(
        "With dabs that own their regions it is nearer than a watershed from the same dabs",
        most(3, over: 5, \.colorDifference), .below(1))
    // A dab that was set over a line means one side of it.
    notebook.expect(
        "… and its flats obey the dabs, as nearly as an eye can see: mean ΔE, the most of the worlds",
        values(3, \.obedience).max() ?? .nan, .below(2.3))
}

extension Picture {
    /// The picture with each region in its median colour and the lines on top.
    fileprivate func voted(in regions: [Int], under lines: Picture) -> Picture {
        let medians = medians(of: labColors, in: regions) { lines.samples[$0] < 200 }
        var result = self
        for pixel in regions.indices {
            let color: (UInt8, UInt8, UInt8) = medians[regions[pixel]]?.rgb ?? (255, 255, 255)
            let light = Int(lines.samples[pixel])
            for (channel, value) in [color.0, color.1, color.2].enumerated() {
                result.samples[3 * pixel + channel] = UInt8(Int(value) * light / 255)
            }
        }
        return result
    }
}
//:end

//: In each world the vote brings the mean colour nearer to the truth, and fewer pixels beside a line have the colour of its other side. The same vote in squares makes the second worse and changes the
//: first by hardly 2 %, in the long run for the worse. So it is the lines that help, not the median by itself. The share of pixels that are nearly right hardly changes: the vote cannot turn a wrong guess into
//: a right one. It only makes sure that a region has one guess. Lines alone make no colours, and twelve dabs own only a few of a drawing's regions. In *regions* the rest is as brown or grey as the
//: network had it. `nurie color` makes a light tint of that, because a painter would rather see paper where nothing is known. That is a matter of taste and not of truth: with it, with the dabs and with like colours made one, *flats* are by ΔE about
//: as far from the truth as *regions*, mostly a little farther, and bleed a little more.
//:
//: ## Layers
//:
//: Within a region the network also says where it is lighter and where it is darker. The table above has the flats *with shade*, which are about as far from the truth as without it. So shade is kept apart, on a layer that can be switched off, as the
//: difference from the region's median. It is enlarged from the network's size with care: of the four small pixels around a large one, only those of the same region count.
//:
//: The result is a painter's file. `nurie color drawing.png --output drawing.ora` writes it for Krita, GIMP or MyPaint. On top are the lines, multiplied; then
//: light, screened; then shade, multiplied; and at the bottom a layer for each flat colour.

//:fold What is measured and drawn: `layers`
func layers(of member: DrawingSet.Member, in notebook: Notebook) throws {
    let colorizer = try Colorizer(weights: ShippedData.path(of: "colorizer.safetensors"))
    let layers = colorizer.layers(of: member.lines, hints: member.hints)
    let (flat, shaded) = (layers.colors(.flat), layers.colors(.shaded))
    var shade = flat
    for index in shade.samples.indices {
        shade.samples[index] = UInt8(clamping: 128 + 4 * (Int(shaded.samples[index]) - Int(flat.samples[index])))
    }
    try notebook.show(
        PictureGrid(
            "", rows: [[member.lines, flat, shade, layers.picture(.shaded)]],
            columnTitles: ["lines", "flats", "shade ×4, about grey", "together"], cellWidth: 240), named: "layers",
        "The layers of a coloured drawing.")
    let ink = member.lines.samples.indices.filter { member.lines.samples[$0] == 0 }
    func changed(_ picture: Picture) -> Int {
        ink.count { pixel in (0..<3).contains { picture.samples[3 * pixel + $0] != 0 } }
    }
    notebook.expect(
        "Black lines stay as black as they were drawn: pixels changed", changed(layers.picture(.shaded)), exactly: 0)
}
//:end
