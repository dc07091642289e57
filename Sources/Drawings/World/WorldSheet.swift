import Basics

/// A picture of the drawn world put together: what is behind, and who and what stand in front of it.
struct WorldSheet {
    private(set) var drawing = Drawing()

    /// What a picture is of.
    private enum Theme {
        case fields, figure, head, group
    }

    private static let fields: [any Subject.Type] = [Blobs.self, Ribbons.self, Strands.self, NestedShapes.self]
    private static let heads: [any Subject.Type] = [ThreeQuarterHead.self, ProfileHead.self]

    init(using generator: inout SeededGenerator) {
        let style = PaintStyle(using: &generator)
        drawBackground(style, using: &generator)
        let themes: [(Theme, Float)] = [(.fields, 3), (.figure, 4), (.head, 2), (.group, 1)]
        switch generator.weighted(themes) {
        case .fields: drawFields(style, using: &generator)
        case .figure: drawFigure(style, using: &generator)
        case .head: draw(generator.element(of: Self.heads), style, scale: 0.9...1.3, using: &generator)
        case .group: drawGroup(style, using: &generator)
        }
    }

    /// Paper, a wash, or a place.
    private mutating func drawBackground(_ style: PaintStyle, using generator: inout SeededGenerator) {
        let sheet: Path = .rectangle([-2, -2], [104, 104])
        switch generator.weighted([(0, 5), (1, 3), (2, 2)]) {
        case 0: drawing.tint(sheet, .white)
        case 1: drawing.area(sheet, .background, style.palette.color(using: &generator), pen: nil)
        default: Place.draw(in: &drawing, style, using: &generator)
        }
    }

    private mutating func draw(
        _ subject: any Subject.Type, _ style: PaintStyle, scale: ClosedRange<Double>, x: Double = 50,
        using generator: inout SeededGenerator
    ) {
        let scale = generator.number(in: scale)
        let place = Point(x + generator.jitter(8), 50 + generator.jitter(8))
        let map = Affine.moving(place.x, place.y) * .scaling(scale) * .turning(generator.jitter(0.1))
        drawing.group(map) { subject.draw(in: &$0, style, using: &generator) }
    }

    private mutating func drawFields(_ style: PaintStyle, using generator: inout SeededGenerator) {
        for _ in 0..<generator.integer(in: 1..<4) {
            let x = generator.number(in: 25...75)
            draw(generator.element(of: Self.fields), style, scale: 0.7...1.35, x: x, using: &generator)
        }
    }

    /// A whole figure, or more often one that is cut off by the lower edge, as portraits are.
    private mutating func drawFigure(_ style: PaintStyle, using generator: inout SeededGenerator) {
        guard generator.chance(0.65) else {
            return draw(Figure.self, style, scale: 0.85...1.05, using: &generator)
        }
        let scale = generator.number(in: 1.2...2.4)
        let top = generator.number(in: -2...14)
        let map = Affine.moving(50 + generator.jitter(10), top + 50 * scale) * .scaling(scale)
        drawing.group(map) { Figure.draw(in: &$0, style, using: &generator) }
    }

    private mutating func drawGroup(_ style: PaintStyle, using generator: inout SeededGenerator) {
        let count = generator.integer(in: 2..<4)
        for index in 0..<count {
            let x = (Double(index) + 0.5) * 100 / Double(count)
            // Others stand in front in other light, in colours of their own.
            let other = index == 0 ? style : PaintStyle(using: &generator)
            draw(Figure.self, other, scale: 0.75...1.1, x: x, using: &generator)
        }
    }
}
