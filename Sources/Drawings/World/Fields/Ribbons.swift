import Basics

/// Bands that wind over each other, some of them striped.
enum Ribbons: Subject {
    static func draw(in sheet: inout Drawing, _ style: PaintStyle, using generator: inout SeededGenerator) {
        for _ in 0..<generator.integer(in: 3..<9) {
            let spine = wandering(using: &generator)
            let width = generator.number(in: 3...13)
            let color = style.fieldColor(using: &generator)
            let band = Path(along: spine, width: width)
            sheet.area(band, .accessory, color, style)
            guard generator.chance(0.35) else { continue }
            let stripe = Path(along: spine, width: width * generator.number(in: 0.25...0.5))
            sheet.area(stripe, .accessory, style.fieldColor(using: &generator), pen: .fine)
        }
    }

    /// Points of a way that turns gently.
    private static func wandering(using generator: inout SeededGenerator) -> [Point] {
        var point = Point(generator.jitter(40), generator.jitter(40))
        var angle = generator.number(in: 0...6.28)
        return (0..<generator.integer(in: 3..<7)).map { _ in
            angle += generator.jitter(1.1)
            // Back to the middle from the edge.
            if point.length > 38 { angle = between(angle, angle + 2.2, generator.number(in: 0.5...1)) }
            point = point + Point(angle: angle) * generator.number(in: 12...22)
            return point
        }
    }
}
