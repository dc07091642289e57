import Basics

/// What is behind the figure; it has no ink lines.
struct Backdrop {
    let face: Face
    let colors: FacePaints

    private var base: Color { face.background == .paper ? Color(1, 0, 0) : colors.background }
    /// A second colour that stays quiet beside the first.
    private var quiet: Color {
        Color(base.lightness + (base.lightness > 0.75 ? -0.06 : 0.07), base.chroma + 0.015, base.hue + 12)
    }
    private var light: Color { base.lit(0.8) }
    private let sheetArea = Path.rectangle([-1, -1], [102, 102])

    func draw(in sheet: inout Drawing, using grain: inout SeededGenerator) {
        sheet.area(sheetArea, .background, .flat(base), pen: nil)
        switch face.background {
        case .plain, .paper: break
        case .gradient:
            let other = Color(min(0.97, base.lightness + 0.06), base.chroma, base.hue + grain.number(in: 40...80))
            sheet.tint(sheetArea, .vertical(0, 100, base, other))
        case .glow:
            sheet.tint(sheetArea, .radial(centre: [50, 45], radius: 70, [(0, base.lit(1.5)), (1, base)]))
        case .stripes:
            let step = grain.number(in: 8...15)
            for x in stride(from: grain.number(in: -8...0), to: 100, by: step) {
                sheet.tint(.rectangle([x, -1], [step / 2, 102]), quiet)
            }
        case .diagonals:
            let step = grain.number(in: 9...16)
            sheet.group(.turning(grain.element(of: [-0.8, 0.8]), about: [50, 50])) { sheet in
                for x in stride(from: -30.0, to: 130, by: step) {
                    sheet.tint(.rectangle([x, -40], [step / 2, 180]), quiet)
                }
            }
        case .dots: scatter(step: grain.number(in: 9...15), using: &grain, in: &sheet) { .circle($0, 2.2) }
        case .stars: scatter(step: grain.number(in: 14...20), using: &grain, in: &sheet) { .star($0, 4, turn: 0.3) }
        case .hearts: scatter(step: grain.number(in: 14...19), using: &grain, in: &sheet) { .heart($0, 3.4) }
        case .checks:
            let step = grain.number(in: 10...18)
            for row in 0...Int(100 / step) {
                for column in 0...Int(100 / step) where (row + column).isMultiple(of: 2) {
                    sheet.tint(.rectangle([Double(column) * step, Double(row) * step], [step, step]), quiet)
                }
            }
        case .rays: drawRays(in: &sheet)
        case .sky: drawSky(in: &sheet, using: &grain)
        case .night: drawNight(in: &sheet, using: &grain)
        case .sunset: drawSunset(in: &sheet, using: &grain)
        case .petals:
            for _ in 0..<grain.integer(in: 12..<20) {
                let place = Affine.moving(grain.number(in: 0...100), grain.number(in: 0...100))
                let size = grain.number(in: 2...4.5)
                let petal = Path(
                    through: [
                        .tip(0, -size), .at(size * 0.6, 0), .tip(0.2 * size, size), .tip(0, size * 0.8),
                        .tip(-0.2 * size, size), .at(-size * 0.6, 0),
                    ])
                sheet.group(place * .turning(grain.number(in: 0...6.2))) { $0.tint(petal, light) }
            }
        case .bubbles:
            for _ in 0..<grain.integer(in: 9..<16) {
                let centre: Point = [grain.number(in: 0...100), grain.number(in: 0...100)]
                sheet.tint(.circle(centre, grain.number(in: 3...11)), light.faded(to: grain.number(in: 0.3...0.75)))
            }
        }
    }

    /// Shapes on the points of a staggered grid.
    private func scatter(
        step: Double, using grain: inout SeededGenerator, in sheet: inout Drawing, _ shape: (Point) -> Path
    ) {
        let start: Point = [grain.number(in: 0...step), grain.number(in: 0...step)]
        for row in 0...Int(100 / step) {
            for column in -1...Int(100 / step) {
                let shift = row.isMultiple(of: 2) ? 0 : step / 2
                sheet.tint(shape(start + [Double(column) * step + shift, Double(row) * step]), light)
            }
        }
    }

    private func drawRays(in sheet: inout Drawing) {
        let count = 14
        for ray in 0..<count {
            let angle = Double(ray) * 2 * .pi / Double(count)
            let a = Point(angle: angle) * 110, b = Point(angle: angle + .pi / Double(count)) * 110
            sheet.tint(.polygon([[50, 50], [50 + a.x, 50 + a.y], [50 + b.x, 50 + b.y]]), quiet)
        }
    }

    // MARK: Skies

    private func drawSky(in sheet: inout Drawing, using grain: inout SeededGenerator) {
        sheet.tint(sheetArea, .vertical(0, 100, Color(0.78, 0.10, 238), Color(0.93, 0.04, 220)))
        for _ in 0..<grain.integer(in: 3..<6) {
            drawCloud(
                [grain.number(in: 0...100), grain.number(in: 5...80)], grain.number(in: 9...18),
                Color(0.985, 0.01, 230), in: &sheet)
        }
    }

    private func drawSunset(in sheet: inout Drawing, using grain: inout SeededGenerator) {
        let warm = grain.number(in: 40...75)
        sheet.tint(
            sheetArea,
            .vertical(0, 100, Color(0.62, 0.12, 300), Color(0.78, 0.13, warm - 25), Color(0.89, 0.12, warm + 20)))
        for _ in 0..<3 {
            drawCloud(
                [grain.number(in: 0...100), grain.number(in: 15...70)], grain.number(in: 9...16),
                Color(0.88, 0.09, 20, alpha: 0.7), in: &sheet)
        }
    }

    private func drawNight(in sheet: inout Drawing, using grain: inout SeededGenerator) {
        let hue = grain.number(in: 250...300)
        sheet.tint(sheetArea, .vertical(0, 100, Color(0.30, 0.09, hue), Color(0.52, 0.12, hue + 25)))
        let moon: Point = [grain.element(of: [14, 86]), grain.number(in: 10...24)]
        sheet.tint(.circle(moon, 7), Color(0.95, 0.06, 95))
        sheet.tint(.circle(moon + [3, -1.5], 5.8), Color(0.33, 0.095, hue + 2))
        for _ in 0..<22 {
            let star: Point = [grain.number(in: 0...100), grain.number(in: 0...90)]
            sheet.tint(.star(star, grain.number(in: 0.9...2.4), points: 4, depth: 0.35), Color(0.96, 0.05, 95))
        }
    }

    private func drawCloud(_ centre: Point, _ size: Double, _ color: Color, in sheet: inout Drawing) {
        let puffs: [Knot] = [
            .tip(-1.3, 0.4), .at(-1.25, 0), .tip(-0.85, 0), .at(-0.6, -0.55), .tip(-0.05, -0.4), .at(0.35, -0.75),
            .tip(0.75, -0.1), .at(1.2, -0.1), .tip(1.3, 0.4), .at(0, 0.55),
        ]
        sheet.tint(Path(through: puffs.map { knot in knot.mapped { centre + $0 * size } }), color)
    }
}
