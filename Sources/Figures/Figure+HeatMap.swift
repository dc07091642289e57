import Basics

extension Figure {
    /// A field of colours with a bar that says what they mean.
    ///
    /// `values` come in rows of `columns`, the lowest row first (the uppermost with `rowsFromTop`). `x` and `y` end at
    /// the outer edges of the cells; without them cells are counted. `limits` are the values of the last colours. A
    /// diverging map has zero in its middle. `showingValues` writes the numbers into the cells. A figure has one heat
    /// map.
    public func heatMap(
        _ values: [some Plottable], columns: Int, x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil,
        _ label: String = "", colors: ColorMap = .sequential, limits: ClosedRange<Double>? = nil,
        rowsFromTop: Bool = false, showingValues: Bool = false
    ) -> Figure {
        let rows = columns > 0 ? values.count / columns : 0
        let grid = Grid(
            values.map(\.plotted), columns: columns, x: x ?? 0.5...(Double(columns) + 0.5),
            y: y ?? 0.5...(Double(rows) + 0.5), rowsFromTop: rowsFromTop)
        var figure = self
        if y == nil, rowsFromTop, yAxis.names.isEmpty {
            let step = Int(AxisScale.roundStep(max(1, Double(rows) / 12)))
            figure.yAxis.names = stride(from: step, through: rows, by: step).map { row in
                (name: String(row), value: Double(rows + 1 - row))
            }
        }
        return figure.addingHeatMap(
            HeatMapLayer(grid: grid, label: label, colors: colors, limits: limits, showsValues: showingValues))
    }

    /// A function of two variables as a field of colours.
    public func heatMap(
        x: ClosedRange<Double>, y: ClosedRange<Double>, _ label: String = "", colors: ColorMap = .sequential,
        limits: ClosedRange<Double>? = nil, resolution: Int = 160, _ function: (Double, Double) -> Double
    ) -> Figure {
        let grid = Grid(of: function, x: x, y: y, resolution: resolution, reachingEdges: false)
        return addingHeatMap(
            HeatMapLayer(grid: grid, label: label, colors: colors, limits: limits, showsValues: false))
    }

    private func addingHeatMap(_ layer: HeatMapLayer) -> Figure {
        precondition(!layers.contains { $0 is HeatMapLayer }, "Figure.heatMap: the figure already has one")
        return adding(layer)
    }
}

/// A field of colours and its bar.
struct HeatMapLayer: Layer {
    let grid: Grid
    let label: String
    let colors: ColorMap
    let limits: ClosedRange<Double>?
    let showsValues: Bool

    /// Up to this number cells are drawn one by one: sharp at any size, where browsers blur an enlarged picture.
    private static let mostSingleCells = 1600

    var footprint: Footprint {
        if grid.range == nil { return Footprint() }
        return Footprint(
            strokes: Footprint.corners(x: Self.edges(grid.x), y: Self.edges(grid.y)), isTight: true, hidesPaper: true)
    }

    private static func edges(_ centres: [Double]) -> ClosedRange<Double> {
        let half = halfStep(centres)
        return (centres[0] - half)...(centres[centres.count - 1] + half)
    }

    private static func halfStep(_ centres: [Double]) -> Double {
        centres.count > 1 ? (centres[1] - centres[0]) / 2 : 0.5
    }

    /// The values of the first and the last colour.
    private var colorScale: AxisScale? {
        var range = limits ?? grid.range
        if limits == nil, case .diverging = colors, let found = range {
            let reach = max(abs(found.lowerBound), abs(found.upperBound))
            range = -reach...reach
        }
        guard let range else { return nil }
        return AxisScale(showing: [range.lowerBound, range.upperBound], on: Axis(), padding: 0)
    }

    func draw(on panel: inout Panel) {
        guard let scale = colorScale else { return }
        panel.noteMissing(grid.values.count { !$0.isFinite }, of: grid.values.count, nil)
        panel.hasColorMap = true
        panel.set(
            Style.palette(colors), "set cbrange [\(Script.number(scale.lower)):\(Script.number(scale.upper))]",
            scale.ticks(atMost: panel.height / 60).command(for: "cb"),
            "set cblabel \(Script.quoted(label)) textcolor \(Style.rgb(Style.ink)) offset 0.5,0",
            "set colorbox noborder")
        let source = panel.block(label.isEmpty ? "heat map" : label, columns: Grid.columns, lines: grid.lines)
        if grid.values.count <= Self.mostSingleCells {
            drawCells(of: source, on: &panel)
        } else {
            panel.plot("\(source) nonuniform matrix using 1:2:3 with image")
        }
        if showsValues { drawValues(of: source, between: scale, on: &panel) }
    }

    /// Cells reach a little over their neighbours, or light seams would shine through between them.
    private func drawCells(of source: String, on panel: inout Panel) {
        let width = Self.halfStep(grid.x) + (panel.x.upper - panel.x.lower) / Double(panel.width) * 0.6
        let height = Self.halfStep(grid.y) + (panel.y.upper - panel.y.lower) / Double(panel.height) * 0.6
        panel.plot(
            "\(source) nonuniform matrix using 1:2:(\(Script.number(width))):(\(Script.number(height))):3 with boxxyerror "
                + "fillcolor palette fillstyle solid noborder")
    }

    private func drawValues(of source: String, between scale: AxisScale, on panel: inout Panel) {
        let (white, black) = ("textcolor \(Style.rgb(.white))", "textcolor \(Style.rgb(.black))")
        let look = "with labels \(Style.font(Style.fontSize))"
        let part = "(($3 - \(Script.number(scale.lower))) / \(Script.number(scale.upper - scale.lower)))"
        let isDark = colors == .diverging ? "abs(\(part) - 0.5) > 0.3" : "\(part) < 0.55"
        let text = "(gprintf('%.3g', $3))"
        panel.plot("\(source) nonuniform matrix using 1:(\(isDark) ? $2 : NaN):\(text) \(look) \(white)")
        panel.plot("\(source) nonuniform matrix using 1:(\(isDark) ? NaN : $2):\(text) \(look) \(black)")
    }
}
