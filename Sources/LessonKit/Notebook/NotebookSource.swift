import Files

/// A Swift file read as a notebook: lines that begin with `//:` are prose in Markdown, what stands between them is code.
///
/// What comes before the first line of prose, the imports and the entry point, is not part of the notebook.
struct NotebookSource: Sendable {
    /// A piece of the file; `lines` counts from 1, as `#line` does.
    struct Cell: Sendable, Equatable {
        enum Kind: Sendable { case prose, code }

        let kind: Kind
        let text: String
        let lines: ClosedRange<Int>
    }

    let cells: [Cell]

    init(_ text: String) {
        var cells: [Cell] = []
        var kind: Cell.Kind?
        var pending: [(number: Int, text: Substring)] = []
        func finish() {
            defer { pending = [] }
            guard let kind, let cell = Self.cell(kind, pending) else { return }
            cells.append(cell)
        }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let trimmed = line.drop { $0 == " " }
            let isProse = trimmed.hasPrefix(Self.mark)
            guard isProse || kind != nil else { continue }
            if isProse != (kind == .prose) {
                finish()
                kind = isProse ? .prose : .code
            }
            pending.append((index + 1, isProse ? Self.unmarked(trimmed) : line))
        }
        finish()
        self.cells = cells
    }

    /// Reads a source file; throws a `FileError` that says how to run where there is one.
    init(contentsOf path: String) throws {
        guard Files.exists(path) else {
            throw FileError(
                path: path, problem: "is not there, and the lesson's page is made of it",
                remedy: "Run the lesson with `swift run` in the package, or build it again where the package is now")
        }
        self.init(String(decoding: try Files.read(path), as: UTF8.self))
    }

    private static let mark = "//:"

    private static func unmarked(_ line: Substring) -> Substring {
        let text = line.dropFirst(mark.count)
        return text.first == " " ? text.dropFirst() : text
    }

    /// The cell of these lines without the empty ones at its ends; none if nothing is left.
    private static func cell(_ kind: Cell.Kind, _ lines: [(number: Int, text: Substring)]) -> Cell? {
        func isEmpty(_ line: (number: Int, text: Substring)) -> Bool { line.text.allSatisfy(\.isWhitespace) }
        guard let first = lines.firstIndex(where: { !isEmpty($0) }),
            let last = lines.lastIndex(where: { !isEmpty($0) })
        else { return nil }
        let kept = lines[first...last]
        // Code keeps its shape, but a piece of a function's body does not stay indented.
        let indentation =
            kind == .prose ? 0 : kept.filter { !isEmpty($0) }.map { $0.text.prefix { $0 == " " }.count }.min() ?? 0
        let text = kept.map { isEmpty($0) ? "" : String($0.text.dropFirst(indentation)) }.joined(separator: "\n")
        return Cell(kind: kind, text: text, lines: lines[0].number...lines[lines.count - 1].number)
    }
}
