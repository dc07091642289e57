import Basics

extension Figure {
    /// A bar for each name, with the error's length up and down if there are errors.
    ///
    /// Several calls with the same names put their bars side by side. `showingValues` writes the numbers at the bars.
    public func bars(
        _ names: [String], _ values: [some Plottable], errors: [Double]? = nil, _ label: String? = nil,
        color: Color? = nil, showingValues: Bool = false
    ) -> Figure {
        precondition(
            names.count == values.count && names.count == errors?.count ?? names.count,
            "Figure.bars: \(names.count) names, \(values.count) values, \(errors?.count ?? values.count) errors")
        let series = BarLayer.Series(
            values: values.map(\.plotted), errors: errors, label: label, color: color, showsValues: showingValues)
        return with { figure in
            let present = figure.layers.firstIndex { $0 is BarLayer }
            if let present, var layer = figure.layers[present] as? BarLayer {
                precondition(layer.names == names, "Figure.bars: other names than the first bars' \(layer.names)")
                layer.series.append(series)
                figure.layers[present] = layer
            } else {
                figure.xAxis.names = names.enumerated().map { (name: $1, value: Double($0 + 1)) }
                figure.layers.append(BarLayer(names: names, series: [series]))
            }
        }
    }
}

/// Bars side by side, in groups that have a name.
struct BarLayer: Layer {
    struct Series: Sendable {
        let values: [Double]
        let errors: [Double]?
        let label: String?
        let color: Color?
        let showsValues: Bool

        func error(at index: Int) -> Double {
            errors.map { $0[index].isFinite ? $0[index] : 0 } ?? 0
        }
    }

    let names: [String]
    var series: [Series]

    /// The part of the distance between names that a group takes.
    private static let groupWidth = 0.72

    private var barWidth: Double { Self.groupWidth / Double(series.count) }

    private func place(of index: Int, inSeries number: Int) -> Double {
        Double(index + 1) + (Double(number) - Double(series.count - 1) / 2) * barWidth
    }

    var footprint: Footprint {
        if names.isEmpty { return Footprint() }
        var strokes: [[Point]] = []
        for (number, series) in series.enumerated() {
            for (index, value) in series.values.enumerated() where value.isFinite {
                let x = place(of: index, inSeries: number)
                // Written numbers need room beyond the bar, about a tenth of it.
                let reach =
                    value + (value < 0 ? -1 : 1)
                    * (series.error(at: index) + (series.showsValues ? abs(value) / 10 : 0))
                for side in [-0.4, 0, 0.4] {
                    strokes.append([Point(x: x + side * barWidth, y: 0), Point(x: x + side * barWidth, y: reach)])
                }
            }
        }
        if strokes.isEmpty { return Footprint() }
        let ends = [0.5, Double(names.count) + 0.5].map { [Point(x: $0, y: 0)] }
        return Footprint(strokes: strokes + ends, isTightAlongX: true, standsOnZero: true)
    }

    func draw(on panel: inout Panel) {
        for (number, series) in series.enumerated() {
            let values = panel.drawable(
                series.values.enumerated().map { Point(x: place(of: $0, inSeries: number), y: $1) }, of: series.label)
            let source = panel.block(
                series.label ?? "bars", columns: ["place", "value", "error"],
                rows: values.enumerated().map { [$1.x, $1.y, series.error(at: $0)] })
            let color = Style.rgb(panel.color(series.color), opacity: 0.85)
            let kind = series.errors == nil ? "1:2" : "1:2:3"
            let style = series.errors == nil ? "boxes" : "boxerrorbars"
            panel.plot(
                "\(source) using \(kind):(\(Script.number(barWidth * 0.92))) with \(style) fillcolor \(color)",
                label: series.label)
            if series.showsValues { drawValues(source, on: &panel) }
        }
    }

    private func drawValues(_ source: String, on panel: inout Panel) {
        let text = "(gprintf('%.3g', $2))"
        let look = "with labels \(Style.font(Style.smallSize)) textcolor \(Style.rgb(Style.ink))"
        panel.plot("\(source) using 1:($2 < 0 ? NaN : $2 + $3):\(text) \(look) offset 0,0.7")
        if series.contains(where: { $0.values.contains { $0 < 0 } }) {
            panel.plot("\(source) using 1:($2 < 0 ? $2 - $3 : NaN):\(text) \(look) offset 0,-0.7")
        }
    }
}
