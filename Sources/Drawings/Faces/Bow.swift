/// A ribbon tied to a bow.
struct Bow {
    var centre: Point
    /// Half of its width.
    var size: Double
    var color: Color

    func draw(in sheet: inout Drawing, _ region: Region) {
        sheet.group(.moving(centre.x, centre.y) * .scaling(size)) { sheet in
            for side in [-1.0, 1] {
                sheet.group(.scaling(side, 1)) { sheet in
                    sheet.area(tail, region, color.shaded(0.35), pen: Pen(width: 0.9))
                    sheet.area(loop, region, color, pen: Pen(width: 0.9))
                    sheet.line(fold, color.ink, Pen(width: 0.8, start: 0.8, end: 0.1))
                }
            }
            sheet.area(knot, region, color.lit(0.25), pen: Pen(width: 0.9))
        }
    }

    private var loop: Path {
        Path(through: [.tip(0.12, 0), .at(0.6, -0.55), .at(0.98, -0.42), .at(1, 0.3), .at(0.62, 0.42)])
    }

    private var tail: Path {
        Path(through: [
            .tip(0.05, 0.1), .at(0.45, 0.5), .tip(0.72, 1.05), .tip(0.42, 0.92), .tip(0.22, 1.12), .at(0.15, 0.5),
        ])
    }

    private var fold: Path {
        Path(from: [0.2, 0], [0.4, -0.1], [0.55, -0.1], to: [0.72, -0.06])
    }

    private var knot: Path {
        Path(through: [.at(-0.2, -0.2), .at(0, -0.24), .at(0.2, -0.2), .at(0.22, 0.2), .at(0, 0.25), .at(-0.22, 0.2)])
    }
}
