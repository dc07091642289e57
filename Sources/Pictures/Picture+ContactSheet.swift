import Basics

extension Picture {
    /// Pictures side by side in rows, from the top left, without words.
    ///
    /// - Parameters:
    ///   - pictures: At least one. Each stands in the middle of a cell as large as the largest; what is transparent is
    ///     put on white.
    ///   - columns: How many stand in a row.
    ///   - spacing: The pixels between the cells and around them all.
    ///   - background: The grey of the spacing and of the rest of a cell.
    ///   - scale: How many pixels wide and high each pixel becomes.
    /// - Returns: A sheet in colour, or in grey when all pictures are grey.
    public static func contactSheet(
        _ pictures: [Picture], columns: Int, spacing: Int = 2, background: UInt8 = 255, scale: Int = 1
    ) -> Picture {
        precondition(
            !pictures.isEmpty && columns > 0 && spacing >= 0 && scale > 0,
            "contactSheet: \(pictures.count) pictures in \(columns) columns, \(spacing) apart, at scale \(scale)")
        let format: Format = pictures.allSatisfy { $0.format == .grey } ? .grey : .rgb
        let (columns, rows) = (min(columns, pictures.count), (pictures.count + columns - 1) / columns)
        let cellWidth = scale * pictures.reduce(0) { max($0, $1.width) }
        let cellHeight = scale * pictures.reduce(0) { max($0, $1.height) }
        var sheet = Picture(
            width: columns * (cellWidth + spacing) + spacing, height: rows * (cellHeight + spacing) + spacing,
            format: format, filledWith: [UInt8](repeating: background, count: format.channels))
        for (index, picture) in pictures.enumerated() {
            let scaled = picture.converted(to: format)
                .resized(toWidth: scale * picture.width, height: scale * picture.height, .nearest)
            sheet.paste(
                scaled,
                x: spacing + index % columns * (cellWidth + spacing) + (cellWidth - scaled.width) / 2,
                y: spacing + index / columns * (cellHeight + spacing) + (cellHeight - scaled.height) / 2)
        }
        return sheet
    }
}
