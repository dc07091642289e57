extension Figure {
    /// Draws the figure: `NAME.png` and `NAME.svg`, and beside them `NAME.gnuplot` and `NAME.dat`, with which a reader
    /// can change it and draw it again. Gives the path of the PNG.
    ///
    /// The folder is made if there is none; old files of these names are replaced, and only when all went well. The
    /// same figure gives the same bytes. Throws a ``FigureError`` when the figure is empty or gnuplot is missing or
    /// fails, and `FileError` when the folder cannot be written.
    @discardableResult
    public func write(to folder: String, named name: String, using gnuplot: Gnuplot = Gnuplot()) throws -> String {
        try rendering(named: name).write(to: folder, using: gnuplot)
    }

    func rendering(named name: String) throws -> Rendering {
        let panel = try panel(named: name, size: nil, data: FigureData())
        var rendering = Rendering(name: name, title: title, width: panel.width, height: panel.height)
        try rendering.add(panel.data)
        rendering.settings = Style.settings + commands(before: panel)
        rendering.plot = plotCommand(of: panel)
        return rendering
    }

    /// The figure's layers on axes that show all of them, in a part of a page or on a canvas of its own.
    func panel(named name: String, size: (width: Int, height: Int)?, data: FigureData) throws -> Panel {
        let footprints = layers.map(\.footprint)
        let content = footprints.filter { !$0.isDecoration }.flatMap(\.strokes).joined()
        let decoration = footprints.filter(\.isDecoration).flatMap(\.strokes).joined()
        let isTight = footprints.contains(where: \.isTight)
        let isTightAlongX = isTight || footprints.allSatisfy { $0.isTightAlongX || $0.isDecoration }
        let standsOnZero = footprints.contains(where: \.standsOnZero)
        let drawable = content.filter {
            AxisScale.canShow($0.x, xAxis.isLogarithmic) && AxisScale.canShow($0.y, yAxis.isLogarithmic)
        }
        guard !drawable.isEmpty,
            let x = AxisScale(
                showing: (drawable + decoration).map(\.x), on: xAxis, padding: isTightAlongX ? 0 : 0.05),
            let y = AxisScale(
                showing: (drawable + decoration).map(\.y), on: yAxis, padding: isTight ? 0 : 0.06,
                anchors: standsOnZero ? [0] : [])
        else {
            throw FigureError(
                "\(name) (\(title))", problem: "the figure has nothing to draw",
                remedy: "Give it a layer with at least one value that is finite, and positive on a logarithmic axis")
        }
        let (width, height) = size ?? givenSize ?? canvas(for: x, y)
        var panel = Panel(
            x: x, y: y, width: width, height: height, name: name, data: data,
            occupancy: Occupancy(of: footprints, x: x, y: y))
        for layer in layers { layer.draw(on: &panel) }
        if size == nil, givenSize == nil, legendPlace(on: panel) == .beside {
            panel.widen(by: Int(legendWidth(of: panel)))
        }
        return panel
    }

    /// The usual size, or as wide as a plot with equal units needs it.
    private func canvas(for x: AxisScale, _ y: AxisScale) -> (width: Int, height: Int) {
        if !hasEqualUnits { return (Style.width, Style.height) }
        let shape = (x.upper - x.lower) / (y.upper - y.lower)
        let beside = layers.contains { $0 is HeatMapLayer } ? 200.0 : 110
        let width = (Double(Style.height) - 110) * shape + beside
        return (Int(min(max(width, 400), Double(Style.width))), Style.height)
    }

    /// Everything between the style and `plot`.
    func commands(before panel: Panel) -> [String] {
        let ink = "textcolor \(Style.rgb(Style.ink))"
        let room = Double(panel.width) - 60
        let heading = TextMeasure.wrapped(title, to: room, size: Style.titleSize)
        let notes = panel.notes.map { TextMeasure.wrapped($0, to: room - 60, size: Style.fontSize) }
        let below = ([xAxis.label] + notes).filter { !$0.isEmpty }.joined(separator: "\n")
        let nameLines = xAxis.names.map { TextMeasure.lines(of: wrapped($0.name, forX: panel)).count }.max() ?? 1
        let beside = TextMeasure.wrapped(yAxis.label, to: Double(panel.height) - 110, size: Style.fontSize)
        var commands = [
            "set title \(Script.quoted(heading)) \(Style.font(Style.titleSize)) \(ink)",
            "set xlabel \(Script.quoted(below)) \(ink)\(nameLines > 1 ? " offset 0,\(1 - nameLines)" : "")",
            "set ylabel \(Script.quoted(beside)) \(ink)",
            "set xrange [\(Script.number(panel.x.lower)):\(Script.number(panel.x.upper))]",
            "set yrange [\(Script.number(panel.y.lower)):\(Script.number(panel.y.upper))]",
        ]
        if panel.x.isLogarithmic { commands.append("set logscale x") }
        if panel.y.isLogarithmic { commands.append("set logscale y") }
        commands += panel.settings + tickCommands(of: panel)
        if nameLines > 1 {
            // gnuplot keeps room for one line only.
            let legendLines = legendPlace(on: panel) == .below ? 2 : 0
            let labelLines = below.isEmpty ? 0 : TextMeasure.lines(of: below).count + 1
            commands.append("set bmargin \(nameLines + 1 + labelLines + legendLines)")
        }
        if !hasAxes { commands += ["unset border", "unset tics", "unset grid"] }
        if hasEqualUnits { commands.append("set size ratio -1") }
        if layers.contains(where: \.footprint.hidesPaper) { commands.append("unset grid") }
        if !xAxis.names.isEmpty { commands.append("set grid noxtics") }
        if !yAxis.names.isEmpty { commands.append("set grid noytics") }
        return commands + [legendCommand(of: panel)] + self.commands
    }

    private func tickCommands(of panel: Panel) -> [String] {
        [
            named(xAxis.names.map { (wrapped($0.name, forX: panel), $0.value) }, "x")
                ?? panel.x.ticks(atMost: panel.width / 90).command(for: "x"),
            named(yAxis.names.map { (TextMeasure.wrapped($0.name, to: 130, size: Style.fontSize), $0.value) }, "y")
                ?? panel.y.ticks(atMost: panel.height / 55).command(for: "y"),
        ]
    }

    /// A name in lines that fit under its part of the x axis.
    private func wrapped(_ name: String, forX panel: Panel) -> String {
        let room = Double(panel.width - 110) / Double(max(xAxis.names.count, 1))
        return TextMeasure.wrapped(name, to: room - 8, size: Style.fontSize)
    }

    /// Names in place of numbers; nil if there are none.
    private func named(_ names: [(name: String, value: Double)], _ axis: String) -> String? {
        if names.isEmpty { return nil }
        let ticks = names.map { "\(Script.quotedTick($0.name)) \(Script.number($0.value))" }
        return "set \(axis)tics (\(ticks.joined(separator: ", "))) scale 0"
    }

    func plotCommand(of panel: Panel) -> String {
        "plot \\\n    " + panel.elements.joined(separator: ", \\\n    ")
    }
}

extension AxisScale.Ticks {
    /// The command that sets them; `axis` is x, y or cb.
    func command(for axis: String) -> String {
        switch self {
        case .every(let step, let format):
            return "set \(axis)tics \(Script.number(step)) format '\(format)'"
        case .at(let ticks):
            let list = ticks.map { tick in
                let place = Script.number(tick.value)
                return tick.name.map { "\(Script.quotedTick($0)) \(place)" } ?? "'' \(place) 1"
            }
            return "set \(axis)tics (\(list.joined(separator: ", ")))"
        }
    }
}
