import Basics

/// Several figures side by side in one, in the same style.
public struct Panels: Sendable {
    let title: String
    let figures: [Figure]
    let columns: Int
    let givenSize: (width: Int, height: Int)?

    /// Figures in rows of `columns`; in one row if no number is given. `size` is that of the whole in pixels.
    public init(
        _ title: String, _ figures: [Figure], columns: Int? = nil, size: (width: Int, height: Int)? = nil
    ) {
        precondition(columns.map { $0 > 0 } ?? true, "Panels: \(columns ?? 0) columns")
        self.title = title
        self.figures = figures
        self.columns = max(1, min(columns ?? figures.count, figures.count))
        givenSize = size
    }

    /// Draws the panels; everything as in ``Figure/write(to:named:using:)``.
    @discardableResult
    public func write(to folder: String, named name: String, using gnuplot: Gnuplot = Gnuplot()) throws -> String {
        try rendering(named: name).write(to: folder, using: gnuplot)
    }

    private static let narrowPanel = 400, panelHeight = 340, titleHeight = 40

    func rendering(named name: String) throws -> Rendering {
        if figures.isEmpty {
            throw FigureError(
                "\(name) (\(title))", problem: "there are no panels", remedy: "Give it at least one figure")
        }
        let rows = (figures.count + columns - 1) / columns
        let headingHeight = title.isEmpty ? 0 : Self.titleHeight
        let (width, height) =
            givenSize
            ?? (
                columns == 1 ? Style.width : max(Style.width, columns * Self.narrowPanel),
                rows * Self.panelHeight + headingHeight
            )
        let size = (width: width / columns, height: (height - headingHeight) / rows)
        var rendering = Rendering(name: name, title: title, width: width, height: height)
        rendering.isPage = true
        rendering.settings = [multiplot(width: width)]
        var data = FigureData()
        for (index, figure) in figures.enumerated() {
            let panel = try figure.panel(named: name, size: size, data: data)
            data = panel.data
            let origin = (
                x: Double(index % columns) / Double(columns),
                y: Double(height - headingHeight - (index / columns + 1) * size.height) / Double(height)
            )
            rendering.settings +=
                ["", Script.comment("Panel \(index + 1): \(figure.title)"), "reset"] + Style.settings + [
                    "set origin \(Script.number(origin.x)),\(Script.number(origin.y))",
                    "set size \(Script.number(1 / Double(columns))),"
                        + Script.number(Double(size.height) / Double(height)),
                ] + figure.commands(before: panel) + [figure.plotCommand(of: panel)]
        }
        try rendering.add(data)
        rendering.plot = "unset multiplot"
        return rendering
    }

    private func multiplot(width: Int) -> String {
        if title.isEmpty { return "set multiplot" }
        let text = TextMeasure.wrapped(title, to: Double(width - 40), size: Style.titleSize + 1)
        return "set multiplot title \(Script.quoted(text)) \(Style.font(Style.titleSize + 1))"
    }
}
