import Basics
import Pictures

/// How a hand writes: slant, proportions, pen, and how much it trembles.
package struct Handwriting: Sendable {
    /// Where the sheet's points go: slanted, turned, stretched and moved.
    let map: Affine
    let pen: Pen
    /// The pen's width on the sheet of 100 × 100.
    let penWidth: Double
    /// The deviation of a knot from its place.
    let tremble: Double

    package init(using generator: inout SeededGenerator) {
        func normal(_ deviation: Double) -> Double { deviation * min(max(Double(generator.normal()), -2.5), 2.5) }
        let slant = Affine(across: [1, 0], down: [normal(-0.13), 1])
        let stretch = Affine.scaling(0.86 + normal(0.07), 0.86 + normal(0.06))
        let turn = Affine.turning(normal(0.07))
        let centre = Affine.moving(50 + normal(2), 50 + normal(2))
        map = centre * turn * slant * stretch * .moving(-50, -50)
        penWidth = Double(generator.uniform(in: 7...13.5))
        pen = Pen(start: Double(generator.uniform(in: 0.75...1)), end: Double(generator.uniform(in: 0.35...0.9)))
        tremble = Double(generator.uniform(in: 0.8...2.6))
    }

    /// Writes a sign; 0 is paper, 255 ink.
    package func write(_ glyph: Glyph, side: Int, using generator: inout SeededGenerator) -> Picture {
        let canvas = Canvas(.ink, size: side)
        for stroke in glyph.strokes {
            let knots = stroke.map { knot in
                knot.mapped { map($0 + [Double(generator.normal()), Double(generator.normal())] * tremble) }
            }
            canvas.ink(Stroke(of: Path(through: knots, closed: false), pen: pen, width: penWidth, detail: 2))
            // A round nib leaves round ends, and round corners where the stroke turns back.
            for (index, knot) in knots.enumerated() where knot.isCorner || index == 0 || index == knots.count - 1 {
                canvas.ink(.circle(knot.point, penWidth / 2 * pen.share(at: Double(index) / Double(knots.count - 1))))
            }
        }
        return canvas.greyPicture(isInk: false)
    }
}
