import Basics
import Colorization
import Figures
import LessonKit
import Pictures
import TensorCore
import Training

//: ## Dabs own regions
//:
//: Lesson 10 lets paint run from a dab to the lines around it. It measures ways pixel by pixel, at the network's size, and it steps to neighbours across a
//: corner without a look at the two pixels beside that step. A line of a fine pen is a staircase of grey pixels that touch at corners, and paint slips through
//: between them. With regions there is no such step: whoever lies in a region owns all of it. Several dabs in one region share it, each up to where the
//: others come first.

/// A closed circle, drawn with a pen of some width.
func circle(pen: Double, side: Int = 128, radius: Double = 40) -> Picture {
    .paper(side: side) { right, down in abs((right * right + down * down).squareRoot() - radius) < pen / 2 }
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
    var dab = Picture.transparent(width: 128, height: 128)
    dab.paste(Picture(width: 4, height: 4, format: .rgba, filledWith: [213, 94, 0, 255]), x: 62, y: 62)
    let pens = [0.6, 1.1, 2]
    let spread = pens.map { pen in
        Picture(
            hints: Tensor(hints: dab).reshaped(to: [1, 3, 128, 128])
                .hintsSpread(along: Tensor(pictures: [circle(pen: pen)]), reach: 0.5))
    }
    let filled = pens.map { pen -> Picture in
        let lines = circle(pen: pen)
        let strength = lines.lineStrength
        let map = RegionMap(lineStrength: strength, RegionMap.Options(width: 128, height: 128))
        return FilledHints(Dabs(dab), in: map, lineStrength: strength).picture
    }
    try notebook.show(
        PictureGrid(
            "",
            rows: [spread, filled].map { row in zip(pens, row).map { circle(pen: $0).showing(dabs: $1) } },
            columnTitles: pens.map { "pen of \($0) pixels" }, rowTitles: ["spread", "filled"], cellWidth: 128),
        named: "leak", "One dab in the middle of a closed circle.")
    notebook.table(
        ["pen, pixels", "coloured outside by spreading", "by regions"],
        pens.indices.map { ["\(pens[$0])", "\(leaked(spread[$0]))", "\(leaked(filled[$0]))"] })
    notebook.expect("Spreading leaks through the finest pen: pixels outside", Double(leaked(spread[0])), .above(1000))
    let worst = filled.map { leaked($0) }.max() ?? 0
    notebook.expect("Regions never do", Double(worst), .exactly(0))
}
//:end
