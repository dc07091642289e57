import Files

/// A page in Markdown that shows what a run made; nothing of it is edited by hand.
public struct Page {
    private var blocks: [String] = []

    /// A page with a title; without one, its first text brings it.
    public init(_ title: String? = nil) { if let title { blocks = ["# \(title)"] } }

    /// A heading below the title.
    public mutating func heading(_ text: String) { blocks.append("## \(text)") }

    public mutating func text(_ text: String) { blocks.append(text) }

    /// A remark for programs, which a browser does not show.
    mutating func comment(_ text: String) { blocks.append("<!-- \(text) -->") }

    /// A picture that lies in the page's folder, and what it shows.
    public mutating func picture(_ file: String, _ caption: String) {
        blocks.append("![\(Self.escaped(caption))](\(file))\n\n*\(Self.escaped(caption))*")
    }

    /// A table with a row of titles.
    public mutating func table(_ titles: [String], _ rows: [[String]]) {
        let lines = [titles, titles.map { _ in "---" }] + rows
        blocks.append(
            lines.map { "| " + $0.map(Self.escaped).joined(separator: " | ") + " |" }.joined(separator: "\n"))
    }

    public mutating func code(_ text: String, language: String = "") {
        blocks.append("```\(language)\n\(text)\n```")
    }

    /// Code, or a program's text, of which only the title is seen until it is unfolded.
    mutating func folded(_ title: String, code: String, language: String) {
        blocks.append(
            "<details><summary>\(Self.escaped(title))</summary>\n\n```\(language)\n\(code)\n```\n\n</details>")
    }

    /// A picture that is not seen until its title is unfolded.
    mutating func folded(_ title: String, picture file: String, _ caption: String) {
        blocks.append(
            "<details><summary>\(Self.escaped(title))</summary>\n\n![\(Self.escaped(caption))](\(file))\n\n</details>"
        )
    }

    /// The same page in a folder further down: what its links name above it is one folder further up.
    var oneFolderDown: Page {
        var page = self
        page.blocks = blocks.map(Self.oneFolderDown)
        return page
    }

    /// Text whose links name what is above it from one folder further down.
    static func oneFolderDown(_ text: String) -> String { text.replacing("](../", with: "](../../") }

    /// Writes `README.md` into a folder, which a repository's browser then shows.
    public func write(to folder: String) throws {
        try Files.replace("\(folder)/README.md", with: blocks.joined(separator: "\n\n") + "\n")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("|", with: "\\|").replacing("\n", with: " ")
    }
}
