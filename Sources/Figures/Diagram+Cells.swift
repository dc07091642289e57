/// A node that is a grid of numbers, such as a small map that a convolution goes over.
extension Diagram {
    struct Cells: Sendable {
        let rows: [[String]]
        let marked: Block?

        /// Pixels of a cell.
        static let side = 30.0
    }

    /// Some neighbouring cells: rows from the top, columns from the left, counted from 0.
    public struct Block: Sendable {
        let rows, columns: Range<Int>

        public init(rows: Range<Int>, columns: Range<Int>) { (self.rows, self.columns) = (rows, columns) }

        func contains(row: Int, column: Int) -> Bool { rows.contains(row) && columns.contains(column) }
    }

    /// Adds a grid of short texts under a title, all rows equally long; a block of its cells is marked in the colour.
    public func cells(
        _ name: String, _ title: String, _ rows: [[String]], marked: Block? = nil, column: Double, row: Double,
        color: Color = .blue
    ) -> Diagram {
        precondition(
            !rows.isEmpty && rows.allSatisfy { $0.count == rows[0].count },
            "Diagram.cells: rows of \(rows.map(\.count)) cells")
        return adding(
            Node(
                name: name, text: title, column: column, row: row, shape: .box, color: color,
                cells: Cells(rows: rows, marked: marked)))
    }

    /// The cells around the node's middle, and the title above them.
    func commands(for cells: Cells, of node: Node, around centre: Point) -> [String] {
        let (height, width) = (Double(cells.rows.count) * Cells.side, Double(cells.rows[0].count) * Cells.side)
        let (left, top) = (centre.x - width / 2, centre.y - height / 2)
        func rectangle(_ block: Block, fill: String, line: Color, width: Double) -> String {
            let x = left + Double(block.columns.lowerBound) * Cells.side
            let y = top + Double(block.rows.lowerBound) * Cells.side
            let size = (Double(block.columns.count) * Cells.side, Double(block.rows.count) * Cells.side)
            return "set object rectangle from \(Script.number(x)),\(Script.number(y)) rto "
                + "\(Script.number(size.0)),\(Script.number(size.1)) \(fill) border linecolor \(Style.rgb(line)) "
                + "linewidth \(Script.number(width))"
        }
        var commands: [String] = []
        for (row, texts) in cells.rows.enumerated() {
            for (column, text) in texts.enumerated() {
                let isMarked = cells.marked?.contains(row: row, column: column) ?? false
                let fill = isMarked ? Style.rgb(node.color, opacity: 0.15) : Style.rgb(Style.paper)
                let block = Block(rows: row..<row + 1, columns: column..<column + 1)
                let middle = Point(
                    x: left + (Double(column) + 0.5) * Cells.side, y: top + (Double(row) + 0.5) * Cells.side)
                commands += [
                    rectangle(
                        block, fill: "fillcolor \(fill) fillstyle solid", line: Style.frame, width: Style.thinWidth),
                    "set label \(Script.quoted(text)) at \(Script.number(middle.x)),\(Script.number(middle.y)) center "
                        + "\(Style.font(Style.smallSize)) textcolor \(Style.rgb(Style.ink)) front",
                ]
            }
        }
        let all = Block(rows: 0..<cells.rows.count, columns: 0..<cells.rows[0].count)
        let outlines = [(all, Style.axis, Style.thinWidth)] + (cells.marked.map { [($0, node.color, 2.2)] } ?? [])
        commands += outlines.map { rectangle($0, fill: "fillstyle empty", line: $1, width: $2) }
        commands.append(
            "set label \(Script.quoted(node.text)) at \(Script.number(centre.x)),\(Script.number(top - 14)) center "
                + "textcolor \(Style.rgb(Style.ink)) front")
        return commands
    }
}
