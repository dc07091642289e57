import Basics

extension Figure {
    /// A dashed line across the plot at a value of x.
    public func verticalLine(at x: Double, _ label: String? = nil, color: Color = .grey) -> Figure {
        adding(MarkerLayer(value: x, isVertical: true, label: label, color: color))
    }

    /// A dashed line across the plot at a value of y.
    public func horizontalLine(at y: Double, _ label: String? = nil, color: Color = .grey) -> Figure {
        adding(MarkerLayer(value: y, isVertical: false, label: label, color: color))
    }

    /// Text at a place, and an arrow from it to another place if there is one.
    public func annotation(
        _ text: String, at place: (x: Double, y: Double), pointingTo target: (x: Double, y: Double)? = nil,
        color: Color = .black
    ) -> Figure {
        adding(
            AnnotationLayer(
                text: text, place: Point(x: place.x, y: place.y), target: target.map { Point(x: $0.x, y: $0.y) },
                color: color))
    }

    /// An arrow from a place to another.
    public func arrow(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double), _ label: String? = nil,
        color: Color = .black
    ) -> Figure {
        vectors([start.x], [start.y], [end.x - start.x], [end.y - start.y], label, color: color, scale: 1)
    }

    /// Arrows at points, such as gradients.
    ///
    /// An arrow is `scale` times its vector long; without one the longest is an eighteenth of the field long.
    public func vectors(
        _ x: [some Plottable], _ y: [some Plottable], _ dx: [some Plottable], _ dy: [some Plottable],
        _ label: String? = nil, color: Color? = nil, scale: Double? = nil
    ) -> Figure {
        precondition(
            x.count == y.count && x.count == dx.count && x.count == dy.count,
            "Figure.vectors: \(x.count) values of x, \(y.count) of y, \(dx.count) of dx, \(dy.count) of dy")
        let starts = zip(x, y).map { Point(x: $0.plotted, y: $1.plotted) }
        let steps = zip(dx, dy).map { Point(x: $0.plotted, y: $1.plotted) }
        return adding(VectorLayer(starts: starts, steps: steps, label: label, color: color, givenScale: scale))
    }
}

/// A line across the plot.
struct MarkerLayer: Layer {
    let value: Double
    let isVertical: Bool
    let label: String?
    let color: Color

    /// The axes are made long enough to show it.
    var footprint: Footprint {
        Footprint(strokes: [[Point(x: isVertical ? value : .nan, y: isVertical ? .nan : value)]], isDecoration: true)
    }

    func draw(on panel: inout Panel) {
        let scale = isVertical ? panel.x : panel.y
        guard AxisScale.canShow(value, scale.isLogarithmic), (0...1).contains(scale.fraction(of: value)) else {
            return panel.note("\(label ?? "a line") at \(value) is not drawn")
        }
        let number = Script.number(value)
        let (start, end) =
            isVertical
            ? ("first \(number), graph 0", "first \(number), graph 1")
            : ("graph 0, first \(number)", "graph 1, first \(number)")
        let look = "dashtype (14,9) linewidth \(Style.markerWidth) linecolor \(Style.rgb(color))"
        panel.set("set arrow from \(start) to \(end) nohead \(look)")
        guard let label else { return }
        // Where data are everywhere, the legend says what the line is.
        if !write(label, on: &panel) { panel.plot("keyentry with lines \(look)", label: label) }
    }

    /// Writes the label beside the line where that is free, at the top or the right end if possible; false if no place
    /// is.
    private func write(_ label: String, on panel: inout Panel) -> Bool {
        let size = panel.size(of: label, points: Style.smallSize)
        let line = (isVertical ? panel.x : panel.y).fraction(of: value)
        var places: [Point] = []
        if isVertical {
            for height in stride(from: 0.98, to: 0.05, by: -0.05) {
                places.append(Point(x: line + 0.01, y: height - size.y))
                places.append(Point(x: line - 0.01 - size.x, y: height - size.y))
            }
        } else {
            for start in stride(from: 0.99 - size.x, to: 0, by: -0.1) {
                places.append(Point(x: start, y: line + 0.01))
                places.append(Point(x: start, y: line - 0.01 - size.y))
            }
        }
        let area = { (place: Point) in (x: place.x...(place.x + size.x), y: place.y...(place.y + size.y)) }
        guard let place = places.first(where: { panel.occupancy.isFree(x: area($0).x, y: area($0).y) }) else {
            return false
        }
        panel.occupancy.cover(x: area(place).x, y: area(place).y)
        panel.set(
            "set label \(Script.quoted(label)) at graph \(Script.formatted("%.4f", place.x)), "
                + "graph \(Script.formatted("%.4f", place.y + size.y / 2)) left "
                + "\(Style.font(Style.smallSize)) textcolor \(Style.rgb(Style.ink)) front")
        return true
    }
}

/// Text, and an arrow from it.
struct AnnotationLayer: Layer {
    let text: String
    let place: Point
    let target: Point?
    let color: Color

    var footprint: Footprint { Footprint(strokes: [[place], target.map { [$0] } ?? []], isDecoration: true) }

    func draw(on panel: inout Panel) {
        let at = "\(Script.number(place.x)),\(Script.number(place.y))"
        // Text is often put where the points are: on a light box it can be read there.
        panel.set("set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3")
        let style = "textcolor \(Style.rgb(color)) front boxed"
        coverText(on: &panel)
        guard let target else {
            return panel.set("set label \(Script.quoted(text)) at \(at) \(alignment(on: panel)) \(style)")
        }
        // The text stands on the arrow's tail, on the side away from the target.
        let rises = panel.y.fraction(of: target.y) > panel.y.fraction(of: place.y)
        panel.set(
            "set label \(Script.quoted(text)) at \(at) \(alignment(on: panel)) offset 0,\(rises ? "-0.7" : "0.7") \(style)",
            "set arrow from \(at) to \(Script.number(target.x)),\(Script.number(target.y)) "
                + "head filled size screen 0.012,20 front linewidth \(Style.thinWidth) linecolor \(Style.rgb(color))"
        )
    }

    private func coverText(on panel: inout Panel) {
        let size = panel.size(of: text, points: Style.fontSize)
        let middle = Point(x: panel.x.fraction(of: place.x), y: panel.y.fraction(of: place.y))
        panel.occupancy.cover(
            x: (middle.x - size.x / 2)...(middle.x + size.x / 2), y: (middle.y - size.y)...(middle.y + size.y))
    }

    /// Text near an edge grows away from it.
    private func alignment(on panel: Panel) -> String {
        let fraction = panel.x.fraction(of: place.x)
        let half = TextMeasure.widthOfLines(text, size: Style.fontSize) / Double(panel.width) / 1.7
        return fraction - half < 0 ? "left" : fraction + half > 1 ? "right" : "center"
    }
}

/// Arrows at points.
struct VectorLayer: Layer {
    let starts: [Point]
    let steps: [Point]
    let label: String?
    let color: Color?
    let givenScale: Double?

    private func strokes(scale: Double) -> [[Point]] {
        zip(starts, steps).map { start, step in
            [start, Point(x: start.x + scale * step.x, y: start.y + scale * step.y)]
        }
    }

    var footprint: Footprint { Footprint(strokes: strokes(scale: scale)) }

    /// The given one, or what makes the longest arrow an eighteenth of the field.
    private var scale: Double {
        if let givenScale { return givenScale }
        let xs = starts.map(\.x).filter(\.isFinite)
        let ys = starts.map(\.y).filter(\.isFinite)
        guard let left = xs.min(), let right = xs.max(), let bottom = ys.min(), let top = ys.max() else { return 1 }
        let field = max(right - left, top - bottom)
        let lengths = steps.map { ($0.x * $0.x + $0.y * $0.y).squareRoot() }.filter(\.isFinite)
        guard let longest = lengths.max(), longest > 0, field > 0 else { return 1 }
        return field / (18 * longest)
    }

    func draw(on panel: inout Panel) {
        let strokes = strokes(scale: scale)
        let drawn = strokes.filter { $0.allSatisfy { $0.x.isFinite && $0.y.isFinite } }
        panel.noteMissing(strokes.count - drawn.count, of: strokes.count, label)
        let source = panel.block(
            label ?? "arrows", columns: ["x", "y", "dx", "dy"],
            rows: drawn.map { [$0[0].x, $0[0].y, $0[1].x - $0[0].x, $0[1].y - $0[0].y] })
        panel.plot(
            "\(source) using 1:2:3:4 with vectors head filled size screen 0.01,20 linewidth \(Style.markerWidth) "
                + "linecolor \(Style.rgb(panel.color(color)))",
            label: label)
    }
}
