import Basics

/// Boxes and arrows between them, such as the graph of a computation.
///
/// Nodes lie on a grid: columns from the left, rows from the top, parts of them as well. The grid is as wide and high as
/// the texts need it.
public struct Diagram: Sendable {
    /// A node's outline.
    public enum Shape: Sendable { case box, ellipse }

    struct Node: Sendable {
        let name: String
        let text: String
        let column: Double
        let row: Double
        let shape: Shape
        let color: Color
        var cells: Cells?
    }

    struct Edge: Sendable {
        let start: String
        let end: String
        let label: String?
        let color: Color
        let style: LineStyle
    }

    let title: String
    private(set) var nodes: [Node] = []
    private(set) var edges: [Edge] = []

    /// A diagram without nodes.
    public init(_ title: String = "") {
        self.title = title
    }

    /// Adds a node with a name of its own, which edges use; `text` may have several lines.
    public func node(
        _ name: String, _ text: String? = nil, column: Double, row: Double, shape: Shape = .box,
        color: Color = .blue
    ) -> Diagram {
        adding(Node(name: name, text: text ?? name, column: column, row: row, shape: shape, color: color))
    }

    func adding(_ node: Node) -> Diagram {
        precondition(!nodes.contains { $0.name == node.name }, "Diagram: there are two nodes “\(node.name)”")
        var diagram = self
        diagram.nodes.append(node)
        return diagram
    }

    /// Adds an arrow between nodes that were added before. Two that lead back and forth lie side by side.
    public func edge(
        _ start: String, _ end: String, _ label: String? = nil, color: Color = .black, line: LineStyle = .solid
    ) -> Diagram {
        for name in [start, end] {
            precondition(nodes.contains { $0.name == name }, "Diagram.edge: there is no node “\(name)”")
        }
        precondition(start != end, "Diagram.edge: from “\(start)” to itself")
        var diagram = self
        diagram.edges.append(Edge(start: start, end: end, label: label, color: color, style: line))
        return diagram
    }

    /// Draws the diagram: `NAME.png` and `NAME.svg`, and beside them `NAME.gnuplot`. Everything else as in
    /// ``Figure/write(to:named:using:)``.
    @discardableResult
    public func write(to folder: String, named name: String, using gnuplot: Gnuplot = Gnuplot()) throws -> String {
        try rendering(named: name).write(to: folder, using: gnuplot)
    }

    func rendering(named name: String) throws -> Rendering {
        if nodes.isEmpty {
            throw FigureError(
                "\(name) (\(title))", problem: "the diagram has no nodes", remedy: "Give it at least one")
        }
        let layout = DiagramLayout(of: self)
        var rendering = Rendering(name: name, title: title, width: layout.width, height: layout.height)
        rendering.settings =
            Style.canvas(width: layout.width, height: layout.height)
            + ["set style textbox opaque noborder fillcolor \(Style.rgb(Style.paper)) margins 0.4,0.4"]
            + titleCommands(layout) + nodes.flatMap { commands(for: $0, layout) }
            + edges.flatMap { commands(for: $0, layout) }
        rendering.plot = "plot NaN notitle"
        return rendering
    }

    private func titleCommands(_ layout: DiagramLayout) -> [String] {
        if title.isEmpty { return [] }
        return [
            "set label \(Script.quoted(layout.title)) at \(layout.width / 2),24 center \(Style.font(Style.titleSize)) "
                + "textcolor \(Style.rgb(Style.ink))"
        ]
    }

    private func commands(for node: Node, _ layout: DiagramLayout) -> [String] {
        let centre = layout.centre(of: node)
        if let cells = node.cells { return self.commands(for: cells, of: node, around: centre) }
        let size = layout.size(of: node)
        let kind = node.shape == .box ? "rectangle" : "ellipse"
        let lift = TextMeasure.height(lines: TextMeasure.lines(of: node.text).count - 1, size: Style.fontSize) / 2
        return [
            "set object \(kind) at \(text(centre)) size \(Script.number(size.x)),\(Script.number(size.y)) "
                + "fillcolor \(Style.rgb(node.color, opacity: 0.15)) fillstyle solid border "
                + "linecolor \(Style.rgb(node.color)) linewidth \(Style.markerWidth)",
            "set label \(Script.quoted(node.text)) at \(text(Point(x: centre.x, y: centre.y - lift))) center "
                + "textcolor \(Style.rgb(Style.ink)) front",
        ]
    }

    private func commands(for edge: Edge, _ layout: DiagramLayout) -> [String] {
        guard let start = nodes.first(where: { $0.name == edge.start }),
            let end = nodes.first(where: { $0.name == edge.end })
        else { return [] }
        let isPaired = edges.contains { $0.start == edge.end && $0.end == edge.start }
        let line = layout.line(from: start, to: end, isShifted: isPaired)
        var commands = [
            "set arrow from \(text(line.start)) to \(text(line.end)) head filled size first 9,18 "
                + "linewidth \(Style.markerWidth) dashtype \(edge.style.rawValue) linecolor \(Style.rgb(edge.color))"
        ]
        if let label = edge.label {
            // Of a pair each label is nearer to its own end, so that they do not cover each other.
            let part = isPaired ? 0.64 : 0.48
            let middle = Point(
                x: line.start.x + (line.end.x - line.start.x) * part,
                y: line.start.y + (line.end.y - line.start.y) * part)
            commands.append(
                "set label \(Script.quoted(label)) at \(text(middle)) center boxed front "
                    + "\(Style.font(Style.smallSize)) textcolor \(Style.rgb(edge.color))")
        }
        return commands
    }

    private func text(_ point: Point) -> String { "\(Script.number(point.x)),\(Script.number(point.y))" }
}
