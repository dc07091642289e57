/// Some functions of a Swift file, with the comments above them.
struct SourceExcerpt {
    /// The functions in the order in which they were named; nil when one of them is missing.
    let code: String?
    /// Names that the file does not have.
    let missing: [String]

    init(of names: [String], in text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let found = names.map { Self.function($0, in: lines) }
        missing = zip(names, found).filter { $1 == nil }.map(\.0)
        code = missing.isEmpty ? found.compactMap(\.self).joined(separator: "\n\n") : nil
    }

    /// From the comment above the function to the line that closes it: the first one that is indented as its beginning is.
    private static func function(_ name: String, in lines: [Substring]) -> String? {
        func indentation(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }
        guard let begin = lines.firstIndex(where: { $0.contains("func \(name)(") }) else { return nil }
        let depth = indentation(lines[begin])
        var first = begin
        while first > 0, lines[first - 1].dropFirst(depth).hasPrefix("//") { first -= 1 }
        let isOneLine = lines[begin].hasSuffix("}")
        let end =
            isOneLine
            ? begin
            : lines[begin...].dropFirst().firstIndex { indentation($0) == depth && $0.dropFirst(depth) == "}" }
        guard let end else { return nil }
        return lines[first...end].map { String($0.dropFirst(min(depth, indentation($0)))) }.joined(separator: "\n")
    }
}
