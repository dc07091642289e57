import Basics

/// A picture of the drawn world put together: what is behind, and who and what stand in front of it.
struct WorldSheet {
    private(set) var drawing = Drawing()

    /// The kinds of subjects, with how often pictures are of them.
    private static let subjects: [([any Subject.Type], Float)] = [
        ([Blobs.self, Ribbons.self, Strands.self, NestedShapes.self], 1)
    ]

    init(using generator: inout SeededGenerator) {
        let style = PaintStyle(using: &generator)
        let kinds = generator.weighted(Self.subjects)
        let paper: Path = .rectangle([-2, -2], [104, 104])
        if generator.chance(0.5) {
            drawing.tint(paper, .white)
        } else {
            drawing.area(paper, .background, style.palette.color(using: &generator), pen: nil)
        }
        let count = generator.weighted([(1, 6), (2, 2), (3, 1)])
        for index in 0..<count {
            let scale = count == 1 ? generator.number(in: 0.75...1.35) : generator.number(in: 0.45...0.8)
            let x = (Double(index) + 0.5) * 100 / Double(count) + generator.jitter(8)
            let map = Affine.moving(x, 50 + generator.jitter(10)) * .scaling(scale) * .turning(generator.jitter(0.1))
            let kind = generator.element(of: kinds)
            drawing.group(map) { kind.draw(in: &$0, style, using: &generator) }
        }
    }
}
