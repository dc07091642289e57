extension Figure {
    /// Lines of equal value of a function; without `levels` about eight round ones.
    ///
    /// `labelled` writes the values at the lines.
    public func contours(
        x: ClosedRange<Double>, y: ClosedRange<Double>, _ label: String? = nil, levels: [Double]? = nil,
        color: Color? = nil, labelled: Bool = true, resolution: Int = 120, _ function: (Double, Double) -> Double
    ) -> Figure {
        let grid = Grid(of: function, x: x, y: y, resolution: resolution, reachingEdges: true)
        return adding(
            ContourLayer(grid: grid, label: label, givenLevels: levels, color: color, isLabelled: labelled))
    }

    /// Lines of equal value through numbers on a grid, which come as in ``heatMap(_:columns:x:y:_:colors:limits:rowsFromTop:)``.
    public func contours(
        _ values: [some Plottable], columns: Int, x: ClosedRange<Double>, y: ClosedRange<Double>,
        _ label: String? = nil, levels: [Double]? = nil, color: Color? = nil, labelled: Bool = true,
        rowsFromTop: Bool = false
    ) -> Figure {
        let grid = Grid(values.map(\.plotted), columns: columns, x: x, y: y, rowsFromTop: rowsFromTop)
        return adding(
            ContourLayer(grid: grid, label: label, givenLevels: levels, color: color, isLabelled: labelled))
    }
}

/// Lines of equal value.
struct ContourLayer: Layer {
    let grid: Grid
    let label: String?
    let givenLevels: [Double]?
    let color: Color?
    let isLabelled: Bool

    var footprint: Footprint {
        guard grid.range != nil, let left = grid.x.first, let right = grid.x.last, let bottom = grid.y.first,
            let top = grid.y.last
        else { return Footprint() }
        return Footprint(
            strokes: Footprint.corners(x: left...right, y: bottom...top), isTight: true, hidesPaper: true)
    }

    private var levels: [Double] {
        if let givenLevels { return givenLevels }
        guard let range = grid.range, range.lowerBound < range.upperBound else { return [] }
        let step = AxisScale.roundStep((range.upperBound - range.lowerBound) / 9)
        let first = Int((range.lowerBound / step).rounded(.down)) + 1
        let last = Int((range.upperBound / step).rounded(.up)) - 1
        return first <= last ? (first...last).map { Double($0) * step } : []
    }

    func draw(on panel: inout Panel) {
        let levels = levels
        if levels.isEmpty { return panel.note("\(label ?? "contours"): constant, no lines") }
        panel.noteMissing(grid.values.count { !$0.isFinite }, of: grid.values.count, label)
        let source = panel.block(label ?? "contours", columns: Grid.columns, lines: grid.lines)
        // One name for each set of lines in a panel; the next panel may use it again.
        let lines = "$contours\(panel.settings.count)"
        panel.set(
            "# The lines are found first and kept in \(lines).", "set format xy '%.9g'", "set contour base",
            "unset surface",
            "set cntrparam levels discrete \(levels.map { Script.number($0) }.joined(separator: ","))",
            "set table \(lines)", "splot \(source) nonuniform matrix using 1:2:3 with lines", "unset table",
            "unset contour",
            "set surface")
        let color = Style.rgb(color ?? Style.axis)
        panel.plot("\(lines) using 1:2 with lines linewidth \(Style.markerWidth) linecolor \(color)", label: label)
        if !isLabelled { return }
        // On bare paper the numbers interrupt the lines; over colours a box would hide too much.
        let isOnPaper = !panel.hasColorMap
        if isOnPaper {
            panel.set("set style textbox opaque noborder fillcolor \(Style.rgb(Style.paper)) margins 0.2,0.2")
        }
        panel.plot(
            "\(lines) using 1:2:3 every ::12::12 with labels \(isOnPaper ? "boxed " : "")"
                + "\(Style.font(Style.smallSize)) textcolor \(color)")
    }
}
