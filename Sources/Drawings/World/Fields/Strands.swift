import Basics

/// Locks that fall from one place, as hair, grass and feathers do.
enum Strands: Subject {
    static func draw(in sheet: inout Drawing, _ style: PaintStyle, using generator: inout SeededGenerator) {
        let color = style.fieldColor(using: &generator)
        let bend = generator.jitter(22)
        let spread = generator.number(in: 20...45), length = generator.number(in: 45...85)
        if generator.chance(0.7) { drawMass(in: &sheet, color, style, spread: spread, length: length, bend: bend) }
        for _ in 0..<generator.integer(in: 6..<26) {
            let foot = Point(generator.jitter(spread), -45 + generator.number(in: 0...12))
            let reach = length * generator.number(in: 0.5...1)
            let tip = Point(foot.x * generator.number(in: 1...1.5) + bend, foot.y + reach)
            let middle = between(foot, tip, 0.5) + [generator.jitter(9) - bend * 0.4, 0]
            let width = generator.number(in: 3...10)
            let lock = Path(along: [foot, middle, tip], widths: [width * 0.7, width, 0])
            sheet.area(lock, .hair, color.varied(by: 0.015, using: &generator), style, pen: .strand)
            if generator.chance(0.3) { sheet.line(Path(from: foot, middle, middle, to: tip), color.ink, .strand) }
        }
    }

    /// The hair behind the locks.
    private static func drawMass(
        in sheet: inout Drawing, _ color: Color, _ style: PaintStyle, spread: Double, length: Double, bend: Double
    ) {
        let outline = Path(through: [
            Point(0, -48), [spread + 4, -36], [spread + bend * 0.4, length * 0.5 - 40], [bend, length * 0.85 - 40],
            [-spread + bend * 0.4, length * 0.5 - 40], [-spread - 4, -36],
        ])
        sheet.area(outline, .hair, color.shaded(0.8), style)
    }
}
