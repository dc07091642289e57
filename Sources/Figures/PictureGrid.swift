import Basics
import Pictures

/// Pictures in rows and columns with titles at both.
///
/// Small pictures are enlarged a whole number of times, pixel for pixel, and large ones made smaller, so that the grid
/// is about 800 pixels wide. A row may have fewer pictures than the others.
public struct PictureGrid: Sendable {
    let title: String
    let rows: [[Picture]]
    let columnTitles: [String]
    let rowTitles: [String]
    let givenCellWidth: Int?

    /// A grid; `cellWidth` is the pixels that the widest picture gets.
    public init(
        _ title: String, rows: [[Picture]], columnTitles: [String] = [], rowTitles: [String] = [],
        cellWidth: Int? = nil
    ) {
        let columns = rows.map(\.count).max() ?? 0
        precondition(columnTitles.count <= columns, "PictureGrid: \(columnTitles.count) titles, \(columns) columns")
        precondition(rowTitles.count <= rows.count, "PictureGrid: \(rowTitles.count) titles, \(rows.count) rows")
        precondition(cellWidth.map { $0 > 0 && $0 <= 4096 } ?? true, "PictureGrid: cells of \(cellWidth ?? 0) pixels")
        self.title = title
        self.rows = rows
        self.columnTitles = columnTitles
        self.rowTitles = rowTitles
        givenCellWidth = cellWidth
    }

    /// Draws the grid: `NAME.png` and `NAME.svg`, and beside them `NAME.gnuplot` and the pictures in
    /// `NAME-pictures.png`, with which a reader can change it and draw it again. Gives the path of the PNG.
    ///
    /// Everything else as in ``Figure/write(to:named:using:)``.
    @discardableResult
    public func write(to folder: String, named name: String, using gnuplot: Gnuplot = Gnuplot()) throws -> String {
        try rendering(named: name).write(to: folder, using: gnuplot)
    }

    func rendering(named name: String) throws -> Rendering {
        guard rows.contains(where: { !$0.isEmpty }) else {
            throw FigureError(
                "\(name) (\(title))", problem: "the grid has no pictures", remedy: "Give it at least one row with one"
            )
        }
        let layout = GridLayout(of: self)
        let sheet = sheet(layout)
        let file = "\(name)-pictures.png"
        var rendering = Rendering(name: name, title: title, width: layout.width, height: layout.height)
        rendering.files = [(name: file, bytes: try sheet.encodedAsPNG())]
        rendering.settings = Style.canvas(width: layout.width, height: layout.height) + labels(layout)
        // The middle of the first pixel is half a pixel from the corner; a PNG's rows would go upwards.
        let (x, y) = (Double(layout.left) + 0.5, Double(layout.top) + 0.5)
        rendering.plot =
            "plot '\(file)' binary filetype=png flipy origin=(\(x),\(y)) using 1:2:3 with rgbimage notitle"
        return rendering
    }

    /// All pictures on one sheet of paper, each in a thin frame.
    private func sheet(_ layout: GridLayout) -> Picture {
        var sheet = Picture(
            width: layout.sheetWidth, height: layout.sheetHeight, format: .rgb, filledWith: [255, 255, 255])
        for (row, pictures) in rows.enumerated() {
            for (column, picture) in pictures.enumerated() {
                let fitted = layout.fitted(picture)
                let x = layout.x(ofColumn: column) + (layout.cellWidth - fitted.width) / 2
                let y = layout.y(ofRow: row) + (layout.cellHeight - fitted.height) / 2
                let frame = Picture(
                    width: fitted.width + 2, height: fitted.height + 2, format: .rgb, filledWith: [200, 200, 200])
                sheet.put(frame, atX: x - 1, y: y - 1)
                sheet.put(fitted, atX: x, y: y)
            }
        }
        return sheet
    }

    private func labels(_ layout: GridLayout) -> [String] {
        let ink = "textcolor \(Style.rgb(Style.ink))"
        var labels: [String] = []
        if !title.isEmpty {
            labels.append(
                "set label \(Script.quoted(layout.title)) at \(layout.width / 2),\(layout.titleHeight) center "
                    + "\(Style.font(Style.titleSize)) \(ink)")
        }
        for (column, title) in layout.columnTitles.enumerated() {
            let x = layout.left + layout.x(ofColumn: column) + layout.cellWidth / 2
            let lift = TextMeasure.height(lines: TextMeasure.lines(of: title).count - 1, size: Style.fontSize)
            labels.append(
                "set label \(Script.quoted(title)) at \(x),\(layout.top - 16 - Int(lift)) center \(ink)")
        }
        for (row, title) in layout.rowTitles.enumerated() {
            let lift = TextMeasure.height(lines: TextMeasure.lines(of: title).count - 1, size: Style.fontSize) / 2
            let y = layout.top + layout.y(ofRow: row) + layout.cellHeight / 2 - Int(lift)
            labels.append("set label \(Script.quoted(title)) at \(layout.left - 10),\(y) right \(ink)")
        }
        return labels
    }
}

extension Picture {
    /// Copies a picture of the same format into this one, in which it must fit.
    fileprivate mutating func put(_ other: Picture, atX x: Int, y: Int) {
        for row in 0..<other.height {
            let start = ((y + row) * width + x) * channels
            let source = row * other.width * channels
            samples.replaceSubrange(
                start..<(start + other.width * channels),
                with: other.samples[source..<(source + other.width * channels)])
        }
    }
}
