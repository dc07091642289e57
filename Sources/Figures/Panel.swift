import Pictures

/// The axes of one plot, and what is drawn on them, as gnuplot's commands.
struct Panel {
    let x: AxisScale
    let y: AxisScale
    /// Pixels of its part of the canvas.
    private(set) var width: Int
    let height: Int
    /// What the data files' names begin with.
    let name: String
    /// The blocks of numbers and the pictures, shared by all panels of a figure.
    var data: FigureData
    /// Commands before the plot.
    private(set) var settings: [String] = []
    /// What `plot` draws, in order.
    private(set) var elements: [String] = []
    /// The legend's lines.
    private(set) var legend: [String] = []
    /// What the reader must know, under the axes.
    private(set) var notes: [String] = []
    /// Whether a heat map lies under what is still to be drawn.
    var hasColorMap = false
    /// Whether the legend has a line that white paper would not show.
    private(set) var hasWhiteInLegend = false
    /// What layers and their labels cover.
    var occupancy: Occupancy
    private var colorsTaken = 0

    init(
        x: AxisScale, y: AxisScale, width: Int, height: Int, name: String, data: FigureData, occupancy: Occupancy
    ) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.name = name
        self.data = data
        self.occupancy = occupancy
    }

    /// The size of a text in parts of the plot, whose axes take some of the panel.
    func size(of text: String, points: Double) -> Point {
        Point(
            x: TextMeasure.widthOfLines(text, size: points) / Double(width - 100),
            y: TextMeasure.height(lines: TextMeasure.lines(of: text).count, size: points) / Double(height - 110))
    }

    /// Makes room for a legend beside a plot that keeps its shape; no wider than any figure.
    mutating func widen(by pixels: Int) { width = max(width, min(width + pixels, Style.width)) }

    /// Adds commands before the plot.
    mutating func set(_ commands: String...) { settings += commands }

    /// Adds an element of `plot`; one with a label stands in the legend.
    mutating func plot(_ element: String, label: String? = nil) {
        elements.append("\(element) \(label.map { "title \(Script.quoted($0))" } ?? "notitle")")
        guard let label else { return }
        legend.append(label)
        if element.hasSuffix(Style.rgb(.white)) { hasWhiteInLegend = true }
    }

    /// Adds a block of data; the result names it in `plot`.
    mutating func block(_ title: String?, columns: [String], rows: [[Double]]) -> String {
        let index = data.add(title ?? "without a name", columns: columns, rows: rows)
        return "'\(name).dat' index \(index)"
    }

    /// Adds a block of lines; the result names it in `plot`.
    mutating func block(_ title: String?, columns: [String], lines: [String]) -> String {
        let index = data.add(title ?? "without a name", columns: columns, lines: lines)
        return "'\(name).dat' index \(index)"
    }

    /// Adds a picture beside the script and gives its file's name.
    mutating func file(holding picture: Picture) -> String {
        let file = "\(name)-picture-\(data.pictures.count + 1).png"
        data.pictures.append((name: file, picture: picture))
        return file
    }

    /// A sentence under the axes; what several layers say stands there once.
    mutating func note(_ text: String) {
        if !notes.contains(text) { notes.append(text) }
    }

    /// The layer's own colour, or the next of the palette.
    mutating func color(_ own: Color?) -> Color {
        if let own { return own }
        colorsTaken += 1
        return Color.cycle[(colorsTaken - 1) % Color.cycle.count]
    }

    /// Points whose values have a place on the axes; the others become ``Point/nowhere``, a gap, and are counted.
    mutating func drawable(_ points: [Point], of label: String?) -> [Point] {
        var missing = 0
        let drawn = points.map { point in
            let isDrawable =
                AxisScale.canShow(point.x, x.isLogarithmic) && AxisScale.canShow(point.y, y.isLogarithmic)
            if !isDrawable { missing += 1 }
            return isDrawable ? point : .nowhere
        }
        noteMissing(missing, of: points.count, label)
        return drawn
    }

    /// Says how many values are not drawn.
    mutating func noteMissing(_ missing: Int, of count: Int, _ label: String?) {
        if missing == 0 { return }
        let reason = x.isLogarithmic || y.isLogarithmic ? "not finite or not positive" : "not finite"
        note("\(label.map { "\($0): " } ?? "")\(missing) of \(count) values not drawn (\(reason))")
    }
}
