/// Where the nodes and edges of a diagram lie, in pixels.
struct DiagramLayout {
    let width: Int
    let height: Int
    let title: String
    private let left: Double
    private let top: Double
    private let columnWidth: Double
    private let rowHeight: Double

    private static let margin = 24.0
    /// How far arrows that lead back and forth are from the middle.
    private static let shift = 8.0

    init(of diagram: Diagram) {
        let sizes = diagram.nodes.map(Self.size)
        let widest = sizes.map(\.x).max() ?? 0
        let tallest = sizes.map(\.y).max() ?? 0
        let label =
            diagram.edges.compactMap(\.label)
            .map { TextMeasure.widthOfLines($0, size: Style.smallSize) }.max() ?? 0
        columnWidth = widest + max(60, label + 44)
        rowHeight = tallest + 46
        let columns = diagram.nodes.map(\.column)
        let rows = diagram.nodes.map(\.row)
        let (firstColumn, firstRow) = (columns.min() ?? 0, rows.min() ?? 0)
        let content = ((columns.max() ?? 0) - firstColumn) * columnWidth + widest + 2 * Self.margin
        let titleWidth = TextMeasure.width(diagram.title, size: Style.titleSize) + 2 * Self.margin
        let full = max(content, min(titleWidth, 700), 200)
        title = TextMeasure.wrapped(diagram.title, to: full - 2 * Self.margin, size: Style.titleSize)
        let heading =
            diagram.title.isEmpty
            ? 0 : TextMeasure.height(lines: TextMeasure.lines(of: title).count, size: Style.titleSize) + 16
        left = (full - content) / 2 + Self.margin + widest / 2 - firstColumn * columnWidth
        top = Self.margin + heading + tallest / 2 - firstRow * rowHeight
        width = Int(full.rounded(.up))
        height = Int((heading + 2 * Self.margin + tallest + ((rows.max() ?? 0) - firstRow) * rowHeight).rounded(.up))
    }

    func centre(of node: Diagram.Node) -> Point {
        Point(x: left + node.column * columnWidth, y: top + node.row * rowHeight)
    }

    func size(of node: Diagram.Node) -> Point { Self.size(node) }

    private static func size(_ node: Diagram.Node) -> Point {
        if let cells = node.cells {
            return Point(
                x: Double(cells.rows[0].count) * Diagram.Cells.side, y: Double(cells.rows.count) * Diagram.Cells.side)
        }
        let lines = TextMeasure.lines(of: node.text).count
        let text = Point(
            x: TextMeasure.widthOfLines(node.text, size: Style.fontSize),
            y: TextMeasure.height(lines: lines, size: Style.fontSize))
        return node.shape == .box
            ? Point(x: max(text.x + 22, 44), y: text.y + 16)
            : Point(x: max(text.x * 1.25 + 24, 52), y: text.y * 1.4 + 16)
    }

    /// The line between two nodes' outlines, to the right of its way if it is shifted.
    func line(from start: Diagram.Node, to end: Diagram.Node, isShifted: Bool) -> (start: Point, end: Point) {
        let (a, b) = (centre(of: start), centre(of: end))
        let length = max(((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot(), 1)
        let direction = Point(x: (b.x - a.x) / length, y: (b.y - a.y) / length)
        let side = isShifted ? Self.shift : 0
        let shift = Point(x: -direction.y * side, y: direction.x * side)
        let first = reach(of: start, along: direction, from: shift)
        let last = reach(of: end, along: Point(x: -direction.x, y: -direction.y), from: shift) + 3
        return (
            Point(x: a.x + direction.x * first + shift.x, y: a.y + direction.y * first + shift.y),
            Point(x: b.x - direction.x * last + shift.x, y: b.y - direction.y * last + shift.y)
        )
    }

    /// How far it is from a point near a node's middle to its outline, by halving.
    private func reach(of node: Diagram.Node, along direction: Point, from start: Point) -> Double {
        let half = Point(x: size(of: node).x / 2, y: size(of: node).y / 2)
        var (inside, outside) = (0.0, half.x + half.y)
        for _ in 0..<30 {
            let middle = (inside + outside) / 2
            let x = (start.x + direction.x * middle) / half.x
            let y = (start.y + direction.y * middle) / half.y
            let isInside = node.shape == .box ? max(abs(x), abs(y)) < 1 : x * x + y * y < 1
            if isInside { inside = middle } else { outside = middle }
        }
        return outside
    }
}
