import Basics

extension Figure {
    /// Dots at points.
    ///
    /// Of more than 5,000 an even choice is drawn, and a line under the axes says so.
    public func points(
        _ x: [some Plottable], _ y: [some Plottable], _ label: String? = nil, color: Color? = nil
    ) -> Figure {
        precondition(x.count == y.count, "Figure.points: \(x.count) values of x, \(y.count) of y")
        let points = zip(x, y).map { Point(x: $0.plotted, y: $1.plotted) }
        return adding(
            PointLayer(points: points, label: label, color: color, mark: 0, inAll: points.count, owner: label))
    }

    /// Dots in the colour and shape of their class, whichever others there are; classes count from 0, and `names` are theirs.
    ///
    /// Of more than 5,000 in all, the same share of each class is drawn, and a line under the axes says so.
    public func points(
        _ x: [some Plottable], _ y: [some Plottable], classes: [Int], names: [String]? = nil
    ) -> Figure {
        precondition(
            x.count == y.count && x.count == classes.count,
            "Figure.points: \(x.count) values of x, \(y.count) of y, \(classes.count) classes")
        precondition(classes.allSatisfy { $0 >= 0 }, "Figure.points: a class below 0")
        var members: [Int: [Point]] = [:]
        for index in x.indices {
            members[classes[index], default: []].append(Point(x: x[index].plotted, y: y[index].plotted))
        }
        var figure = self
        for (number, points) in members.sorted(by: { $0.key < $1.key }) {
            let name = names.flatMap { $0.indices.contains(number) ? $0[number] : nil } ?? String(number)
            let color = Color.cycle[number % Color.cycle.count]
            figure = figure.adding(
                PointLayer(points: points, label: name, color: color, mark: number, inAll: x.count, owner: nil))
        }
        return figure
    }
}

/// Dots of one kind.
struct PointLayer: Layer {
    let points: [Point]
    let label: String?
    let color: Color?
    /// Which of the shapes they have.
    let mark: Int
    /// The points of all kinds: they share the number of dots that a figure can bear.
    let inAll: Int
    /// Whose points the note counts: a cloud's own label, none for the classes of one cloud.
    let owner: String?

    private static let mostInFigure = 5000
    /// Gnuplot's circle, square, triangle, diamond and inverted triangle, filled: told apart without colours.
    private static let shapes = [7, 5, 9, 13, 11]

    var footprint: Footprint { Footprint(strokes: points.map { [$0] }) }

    func draw(on panel: inout Panel) {
        let finite = panel.drawable(points, of: label).filter(\.x.isFinite)
        let isThinned = inAll > Self.mostInFigure
        // A rare class keeps a dot.
        let drawn = isThinned ? finite.sampled(to: max(1, finite.count * Self.mostInFigure / inAll)) : finite
        if isThinned {
            let share = Script.number(Double(inAll) / Double(Self.mostInFigure), digits: 3)
            panel.note("\(owner.map { "\($0): " } ?? "")one point in \(share) drawn, of \(inAll)")
        }
        let source = panel.block(label ?? "points", columns: ["x", "y"], rows: drawn.map { [$0.x, $0.y] })
        let isDense = inAll > 400
        let color = Style.rgb(panel.color(color), opacity: isDense ? 0.6 : 0.9)
        let size = Style.pointSize * (isDense ? 0.6 : 1)
        panel.plot(
            "\(source) using 1:2 with points pointtype \(Self.shapes[mark % Self.shapes.count]) "
                + "pointsize \(Script.number(size)) linecolor \(color)",
            label: label)
    }
}
