import Basics

/// How a line is drawn.
public enum LineStyle: String, Sendable {
    case solid = "1"
    case dashed = "(16,8)"
    case dotted = "(4,8)"
}

extension Figure {
    /// A line through points, in the order given.
    ///
    /// With `smoothing` (0 to 1, the weight of the past) the exponential moving average is drawn, its start corrected
    /// as in Adam (Kingma and Ba 2015, section 3), before the faint raw line. Lines of thousands of points are thinned
    /// so that each peak stays. Without a label it is not in the legend.
    public func curve(
        _ x: [some Plottable], _ y: [some Plottable], _ label: String? = nil, smoothing: Double? = nil,
        color: Color? = nil, line: LineStyle = .solid
    ) -> Figure {
        precondition(x.count == y.count, "Figure.curve: \(x.count) values of x, \(y.count) of y")
        if let smoothing {
            precondition(smoothing >= 0 && smoothing < 1, "Figure.curve: smoothing \(smoothing) is not in 0..<1")
        }
        let points = zip(x, y).map { Point(x: $0.plotted, y: $1.plotted) }
        return adding(CurveLayer(points: points, label: label, smoothing: smoothing, color: color, style: line))
    }

    /// The graph of a function over a range.
    public func curve(
        over range: ClosedRange<Double>, _ label: String? = nil, color: Color? = nil, line: LineStyle = .solid,
        samples: Int = 400, _ function: (Double) -> Double
    ) -> Figure {
        precondition(samples >= 2, "Figure.curve: \(samples) samples of a function")
        let x = (0..<samples).map {
            range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(samples - 1)
        }
        return curve(x, x.map(function), label, color: color, line: line)
    }

    /// The area between two curves over the same x.
    public func region(
        _ x: [some Plottable], from lower: [some Plottable], to upper: [some Plottable], _ label: String? = nil,
        color: Color? = nil, opacity: Double = 0.25
    ) -> Figure {
        precondition(
            x.count == lower.count && x.count == upper.count,
            "Figure.region: \(x.count) values of x, \(lower.count) below, \(upper.count) above")
        return adding(
            RegionLayer(
                x: x.map(\.plotted), lower: lower.map(\.plotted), upper: upper.map(\.plotted), label: label,
                color: color, opacity: opacity))
    }
}

/// A line through points, smoothed or not.
struct CurveLayer: Layer {
    let points: [Point]
    let label: String?
    let smoothing: Double?
    let color: Color?
    let style: LineStyle

    /// Short lines show where their points are.
    private static let mostMarked = 16

    var footprint: Footprint { Footprint(strokes: [points], isTightAlongX: points.count > 1) }

    func draw(on panel: inout Panel) {
        let drawn = panel.drawable(points, of: label)
        let color = panel.color(color)
        guard let smoothing else {
            return draw(drawn, label, width: Style.curveWidth, Style.rgb(color), on: &panel)
        }
        draw(drawn, nil, width: Style.thinWidth, Style.rgb(color, opacity: Style.faintOpacity), on: &panel)
        let name = label.map { "\($0), running mean" } ?? "running mean"
        draw(drawn.smoothed(by: smoothing), name, width: Style.curveWidth, Style.rgb(color), on: &panel)
    }

    private func draw(
        _ points: [Point], _ label: String?, width: Double, _ color: String, on panel: inout Panel
    ) {
        let thinned = points.thinned(to: 2 * panel.width, onLogarithmicX: panel.x.isLogarithmic)
        let title = (label ?? self.label ?? "curve")
        let source = panel.block(
            thinned.count < points.count ? "\(title), every peak of \(points.count) points" : title,
            columns: ["x", "y"], rows: thinned.map { [$0.x, $0.y] })
        let isMarked = points.count <= Self.mostMarked && style == .solid
        let kind = isMarked ? "linespoints pointtype 7 pointsize \(Style.pointSize)" : "lines"
        panel.plot(
            "\(source) using 1:2 with \(kind) linewidth \(width) dashtype \(style.rawValue) linecolor \(color)",
            label: label)
    }
}

/// The area between two curves.
struct RegionLayer: Layer {
    let x: [Double]
    let lower: [Double]
    let upper: [Double]
    let label: String?
    let color: Color?
    let opacity: Double

    var footprint: Footprint {
        let strokes = x.indices.map { [Point(x: x[$0], y: lower[$0]), Point(x: x[$0], y: upper[$0])] }
        return Footprint(strokes: strokes, isTightAlongX: x.count > 1)
    }

    func draw(on panel: inout Panel) {
        let bottom = panel.drawable(zip(x, lower).map(Point.init), of: label)
        let top = panel.drawable(zip(x, upper).map(Point.init), of: label)
        let source = panel.block(
            label ?? "region", columns: ["x", "lower", "upper"],
            rows: zip(bottom, top).map { [$0.x, $0.y, $1.y] })
        let color = Style.rgb(panel.color(color), opacity: opacity)
        panel.plot("\(source) using 1:2:3 with filledcurves fillcolor \(color)", label: label)
    }
}
