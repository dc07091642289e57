import Basics
import Colorization
import Figures
import LessonKit
import Pictures
import TensorCore
import Training

//: ## Dabs own regions
//:
//: Lesson 10 lets paint run from a dab to the lines around it. The paint goes from pixel to pixel, and at a corner it steps to the diagonal neighbour without a look at the two
//: pixels beside that step. A line of a fine pen is a staircase of grey pixels that touch only at corners. So paint slips through. With regions there is
//: no such step: a dab owns all of the region in which it lies. Several dabs in one region share it, each up to where the others come first.

/// A circle, drawn with a pen of some width, and open on the right over `gap` pixels.
func circle(pen: Double, radius: Double = 40, gap: Double = 0, side: Int = 128) -> Picture {
    .paper(side: side) { right, down in
        let isOpen = right > 0 && abs(down) < gap / 2
        return !isOpen && abs((right * right + down * down).squareRoot() - radius) < pen / 2
    }
}

/// How many pixels outside of the circle are coloured.
func leaked(_ hints: Picture, radius: Double = 40) -> Int {
    (0..<hints.width * hints.height).count { pixel in
        let (right, down) = (Double(pixel % hints.width) - 63.5, Double(pixel / hints.width) - 63.5)
        return hints.samples[4 * pixel + 3] > 0 && (right * right + down * down).squareRoot() > radius + 3
    }
}

//:fold What is measured and drawn: `dabsStop`
func dabsStop(in notebook: Notebook) throws {
    let pens = [0.6, 1.1, 2]
    let circles = pens.map { circle(pen: $0) }
    let (spread, filled) = (circles.map(spreadDab), circles.map(filledDab))
    try notebook.show(
        PictureGrid(
            "", rows: [spread, filled].map { row in zip(circles, row).map { $0.showing(dabs: $1) } },
            columnTitles: pens.map { "pen of \($0) pixels" }, rowTitles: ["spread", "filled"], cellWidth: 128),
        named: "leak", "One dab in the middle of a closed circle.")
    notebook.table(
        ["pen, pixels", "coloured outside by spreading", "by regions"],
        pens.indices.map { ["\(pens[$0])", "\(leaked(spread[$0]))", "\(leaked(filled[$0]))"] })
    // Circles of several sizes meet the pixels in other places.
    let radii = stride(from: 36.0, through: 44, by: 0.8).map { $0 }
    notebook.expect(
        "Paint that spreads leaks through the finest pen: pixels outside, the least of \(radii.count) circles",
        Double(radii.map { leaked(spreadDab(circle(pen: 0.6, radius: $0)), radius: $0) }.min() ?? 0), .above(100))
    let worst = radii.flatMap { radius in
        pens.map { leaked(filledDab(circle(pen: $0, radius: radius)), radius: radius) }
    }.max()
    notebook.expect(
        "Regions do not, whatever the pen: pixels outside, the most of \(radii.count * pens.count)", worst ?? 1,
        exactly: 0)
    notebook.expect(
        "A gap that is wider than they close they do not hold: pixels outside",
        Double(leaked(filledDab(circle(pen: 2, gap: 24)))), .above(1000))
}

/// One dab in the middle of a sheet of 128×128 pixels.
private let dab = {
    var dab = Picture.transparent(width: 128, height: 128)
    dab.paste(Picture(width: 4, height: 4, format: .rgba, filledWith: [213, 94, 0, 255]), x: 62, y: 62)
    return dab
}()

/// The dab's paint, spread from pixel to pixel as in lesson 10.
private func spreadDab(_ lines: Picture) -> Picture {
    Picture(
        hints: Tensor(hints: dab).reshaped(to: [1, 3, 128, 128])
            .hintsSpread(along: Tensor(pictures: [lines]), reach: 0.5))
}

/// The dab's region.
private func filledDab(_ lines: Picture) -> Picture {
    let strength = lines.lineStrength
    let map = RegionMap(lineStrength: strength, RegionMap.Options(width: 128, height: 128))
    return FilledHints(Dabs(dab), in: map, lineStrength: strength).picture
}
//:end
