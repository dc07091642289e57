import Basics

// Fields of nothing in particular. That a dab colours whatever is closed, and that alone, is to be learnt as a rule and not as a
// habit of faces.

/// Round shapes that overlap.
enum Blobs: Subject {
    static func draw(in sheet: inout Drawing, _ style: PaintStyle, using generator: inout SeededGenerator) {
        for _ in 0..<generator.integer(in: 4..<22) {
            let centre = Point(generator.jitter(42), generator.jitter(42))
            let shape = Path.blob(centre, radius: generator.number(in: 4...22), using: &generator)
            sheet.area(shape, .accessory, style.fieldColor(using: &generator), style, depth: 0.2)
        }
    }
}

extension Path {
    /// A closed curve round a centre: a pebble, a star, a puddle.
    static func blob(_ centre: Point, radius: Double, using generator: inout SeededGenerator) -> Path {
        let count = generator.integer(in: 3..<10)
        let start = generator.number(in: 0...6.28), squeeze = generator.number(in: 0.45...1)
        let sharp = generator.chance(0.3) ? generator.uniform(in: 0.2...1) : 0
        let rough = generator.number(in: 0.05...0.45)
        return Path(
            through: (0..<count).map { index in
                let angle = start + 2 * .pi * (Double(index) + generator.jitter(0.2)) / Double(count)
                let reach = radius * (1 - generator.number(in: 0...rough))
                let point = centre + Point(angle: angle).scaled(reach, reach * squeeze)
                return generator.chance(sharp) ? .tip(point) : .at(point)
            })
    }
}

extension PaintStyle {
    /// From the palette, or any colour at all.
    func fieldColor(using generator: inout SeededGenerator) -> Color {
        generator.chance(0.3) ? Palette.anyColor(using: &generator) : palette.color(using: &generator)
    }
}
