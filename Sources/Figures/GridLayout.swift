import Pictures

/// Where the parts of a picture grid lie, in pixels.
struct GridLayout {
    let cellWidth: Int
    let cellHeight: Int
    let columns: Int
    let rows: Int
    /// The titles in lines that fit.
    let title: String
    let columnTitles: [String]
    let rowTitles: [String]
    /// The upper left corner of the sheet of pictures.
    let left: Int
    let top: Int
    let width: Int
    let height: Int
    /// The middle of the title's first line.
    let titleHeight = 24

    private static let gap = 8, margin = 16, widestRowTitle = 150.0, widestSheet = 760

    init(of grid: PictureGrid) {
        let pictures = grid.rows.joined()
        columns = grid.rows.map(\.count).max() ?? 0
        rows = grid.rows.count
        rowTitles = grid.rowTitles.map { TextMeasure.wrapped($0, to: Self.widestRowTitle, size: Style.fontSize) }
        let rowTitleWidth = rowTitles.map { TextMeasure.widthOfLines($0, size: Style.fontSize) }.max() ?? 0
        left = Self.margin + (rowTitleWidth > 0 ? Int(rowTitleWidth) + 10 : 0)

        let widest = pictures.map(\.width).max() ?? 1
        let tallest = pictures.map(\.height).max() ?? 1
        let room = max(24, (Self.widestSheet - left) / max(columns, 1) - Self.gap)
        cellWidth = grid.givenCellWidth ?? Self.width(of: widest, within: min(room, 320))
        // Pixels of the largest picture in one of its own: all pictures share it, so sizes stay comparable.
        cellHeight = max(1, Int((Double(tallest) * Double(cellWidth) / Double(widest)).rounded()))

        // Narrow cells and few columns: the title may be wider than the pictures.
        let columnWidth = Double(cellWidth + Self.gap) - 6
        columnTitles = grid.columnTitles.map { TextMeasure.wrapped($0, to: columnWidth, size: Style.fontSize) }
        let sheet = columns * (cellWidth + Self.gap) + Self.gap
        let titleWidth = Int(TextMeasure.width(grid.title, size: Style.titleSize)) + 2 * Self.margin
        width = max(left + sheet + Self.margin, min(titleWidth, 480))
        title = TextMeasure.wrapped(grid.title, to: Double(width - 2 * Self.margin), size: Style.titleSize)

        let titleLines = grid.title.isEmpty ? 0 : TextMeasure.lines(of: title).count
        let columnLines = columnTitles.map { TextMeasure.lines(of: $0).count }.max() ?? 0
        top =
            Self.margin + Int(TextMeasure.height(lines: titleLines, size: Style.titleSize))
            + Int(TextMeasure.height(lines: columnLines, size: Style.fontSize)) + (titleLines > 0 ? 10 : 0)
        height = top + rows * (cellHeight + Self.gap) + Self.gap + Self.margin / 2
    }

    /// A whole number of times the picture's width where that fits, else the room.
    private static func width(of picture: Int, within room: Int) -> Int {
        picture <= room ? picture * (room / picture) : room
    }

    var sheetWidth: Int { columns * (cellWidth + Self.gap) + Self.gap }
    var sheetHeight: Int { rows * (cellHeight + Self.gap) + Self.gap }

    /// Where a column's cells begin on the sheet.
    func x(ofColumn column: Int) -> Int { Self.gap + column * (cellWidth + Self.gap) }

    /// Where a row's cells begin on the sheet.
    func y(ofRow row: Int) -> Int { Self.gap + row * (cellHeight + Self.gap) }

    /// A picture on white at the size that it has in its cell: whole pixels where there is room for them.
    func fitted(_ picture: Picture) -> Picture {
        let picture = picture.onWhite().converted(to: .rgb)
        let factor = min(cellWidth / picture.width, cellHeight / picture.height)
        if factor >= 1 {
            return picture.resized(toWidth: picture.width * factor, height: picture.height * factor, .nearest)
        }
        let shrinking = min(
            Double(cellWidth) / Double(picture.width), Double(cellHeight) / Double(picture.height))
        return picture.resized(
            toWidth: min(cellWidth, max(1, Int((Double(picture.width) * shrinking).rounded()))),
            height: min(cellHeight, max(1, Int((Double(picture.height) * shrinking).rounded()))), .area)
    }
}
