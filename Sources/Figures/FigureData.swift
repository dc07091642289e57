import Pictures

/// What lies beside a figure's script: its numbers as text, blocks of columns that gnuplot finds by `index`, and the
/// pictures that it shows.
struct FigureData: Sendable {
    private(set) var text = ""
    /// Pictures by the names of their files.
    var pictures: [(name: String, picture: Picture)] = []
    private var count = 0

    /// Adds a block of rows and gives its index.
    mutating func add(_ title: String, columns: [String], rows: [[Double]]) -> Int {
        add(title, columns: columns, lines: rows.map { $0.map { Script.number($0) }.joined(separator: " ") })
    }

    /// Adds a block of lines and gives its index.
    mutating func add(_ title: String, columns: [String], lines: [String]) -> Int {
        // Two empty lines part the blocks.
        if count > 0 { text += "\n\n" }
        text += Script.comment("index \(count): \(title)") + "\n"
        text += Script.comment(columns.joined(separator: "  ")) + "\n"
        for line in lines { text += line + "\n" }
        count += 1
        return count - 1
    }
}
