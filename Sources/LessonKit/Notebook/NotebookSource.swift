import Files
import Foundation

/// Swift files read as one notebook: lines that begin with `//:` are prose in Markdown, what stands between them is code.
///
/// What comes before the first line of prose in a file, the imports and the entry point, is not part of the notebook. Code
/// between a line `//:fold TITLE` and a line `//:end` is part of it, but a page shows its title only until it is unfolded.
struct NotebookSource: Sendable {
    /// A piece of a file. `lines` counts from 1 in the first file, as `#line` does, and goes on in the next.
    struct Cell: Sendable, Equatable {
        enum Kind: Sendable, Equatable {
            case prose, code
            case folded(title: String)
        }

        let kind: Kind
        let text: String
        let lines: ClosedRange<Int>
    }

    let cells: [Cell]
    /// For each file how many lines come before its own.
    private let linesBefore: [String: Int]

    init(_ text: String) {
        cells = Self.cells(of: text, linesBefore: 0)
        linesBefore = [:]
    }

    /// Reads source files; throws a `FileError` that says how to run where there are none.
    init(contentsOf paths: [String]) throws {
        var (cells, linesBefore, count) = ([Cell](), [String: Int](), 0)
        for path in paths {
            guard Files.exists(path) else {
                throw FileError(
                    path: path, problem: "is not there, and the lesson's page is made of it",
                    remedy:
                        "Run the lesson with `swift run` in the package, or build it again where the package is now")
            }
            let text = String(decoding: try Files.read(path), as: UTF8.self)
            cells += Self.cells(of: text, linesBefore: count)
            linesBefore[path] = count
            count += text.split(separator: "\n", omittingEmptySubsequences: false).count
        }
        (self.cells, self.linesBefore) = (cells, linesBefore)
    }

    /// The line of the notebook that a file's line is; nil of a file that is not part of it.
    func line(_ line: Int, of file: String) -> Int? { linesBefore[file].map { $0 + line } }

    private static func cells(of text: String, linesBefore: Int) -> [Cell] {
        var cells: [Cell] = []
        var kind: Cell.Kind?
        var pending: [(number: Int, text: Substring)] = []
        func begin(_ next: Cell.Kind) {
            if let kind, let cell = Self.cell(kind, pending) { cells.append(cell) }
            (kind, pending) = (next, [])
        }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let trimmed = line.drop { $0 == " " }
            let isProse = trimmed.hasPrefix(Self.mark)
            guard isProse || kind != nil else { continue }
            if trimmed.hasPrefix(Self.fold) {
                begin(.folded(title: trimmed.dropFirst(Self.fold.count).trimmingCharacters(in: .whitespaces)))
            } else if trimmed == Self.end {
                begin(.code)
            } else {
                if isProse != (kind == .prose), isProse || kind == .prose || kind == nil {
                    begin(isProse ? .prose : .code)
                }
                pending.append((linesBefore + index + 1, isProse ? Self.unmarked(trimmed) : line))
            }
        }
        if let kind, let cell = Self.cell(kind, pending) { cells.append(cell) }
        return cells
    }

    private static let mark = "//:"
    private static let fold = "//:fold "
    private static let end = "//:end"

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
