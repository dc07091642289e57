import Basics

/// Shapes within shapes, and the sheet cut into cells.
enum NestedShapes: Subject {
    static func draw(in sheet: inout Drawing, _ style: PaintStyle, using generator: inout SeededGenerator) {
        if generator.chance(0.35) { return drawCells(in: &sheet, style, using: &generator) }
        for _ in 0..<generator.integer(in: 1..<6) {
            let centre = Point(generator.jitter(34), generator.jitter(34))
            let outer = shape(radius: generator.number(in: 12...30), using: &generator)
            var size = 1.0
            for _ in 0..<generator.integer(in: 1..<5) {
                let scaled = outer.mapped { centre + $0 * size }
                sheet.area(scaled, .accessory, style.fieldColor(using: &generator), style, depth: 0.08)
                size *= generator.number(in: 0.5...0.8)
            }
        }
    }

    private static func shape(radius: Double, using generator: inout SeededGenerator) -> Path {
        switch generator.integer(in: 0..<5) {
        case 0: .circle(.zero, radius)
        case 1: .star(.zero, radius, points: generator.integer(in: 4..<8), turn: generator.number(in: 0...1))
        case 2: .heart(.zero, radius)
        case 3: .rectangle([-radius, -radius * 0.7], [2 * radius, 1.4 * radius])
        default: .blob(.zero, radius: radius, using: &generator)
        }
    }

    /// A patchwork whose seams run from edge to edge.
    private static func drawCells(
        in sheet: inout Drawing, _ style: PaintStyle, using generator: inout SeededGenerator
    ) {
        let (columns, rows) = (generator.integer(in: 2..<7), generator.integer(in: 2..<7))
        let shake = 28.0 / Double(max(columns, rows))
        let corners = (0...rows).map { row in
            (0...columns).map { column in
                Point(
                    Double(column) * 100 / Double(columns) - 50 + generator.jitter(shake),
                    Double(row) * 100 / Double(rows) - 50 + generator.jitter(shake))
            }
        }
        for row in 0..<rows {
            for column in 0..<columns {
                let cell = [
                    corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
                    corners[row + 1][column],
                ]
                sheet.area(.polygon(cell), .accessory, style.fieldColor(using: &generator), style, depth: 0.1)
            }
        }
    }
}
