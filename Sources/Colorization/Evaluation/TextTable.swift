/// Rows of cells in columns of even width, for a terminal: numbers, where `isNumber` says so of a column, to the right.
func table(_ rows: [[String]], isNumber: (_ column: Int) -> Bool) -> String {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
        var text = ""
        for (column, cell) in row.enumerated() {
            let filling = String(repeating: " ", count: widths[column] - cell.count)
            text += isNumber(column) ? "\(filling)\(cell)  " : "\(cell)\(filling)  "
        }
        return String(text.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
}
