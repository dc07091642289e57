/// Parses the part of XML that cascades are written in: elements, attributes, text, comments and processing instructions, but no
/// declarations of types and no CDATA sections.
///
/// Foundation's parser ends the program at several kinds of damage, such as `<?x?>`.
struct MarkupParser {
    private let bytes: [UInt8]
    private var position = 0
    /// The elements that have begun and not ended yet, from the outside inwards.
    private var open: [MarkupElement] = []

    /// A cascade's elements are eight deep.
    private static let deepest = 32

    /// A parser of UTF-8.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The line that the parser has come to.
    var lineNumber: Int { bytes[..<position].count { $0 == UInt8(ascii: "\n") } + 1 }

    /// The only element on the outside; nil when the text is not well-formed.
    mutating func root() -> MarkupElement? {
        _ = skip("\u{FEFF}")
        var root: MarkupElement?
        while position < bytes.count {
            if skip("<!--") {
                guard skip(past: "-->") else { return nil }
            } else if skip("<?") {
                guard skip(past: "?>") else { return nil }
            } else if skip("</") {
                guard let ended = endedElement() else { return nil }
                if open.isEmpty { root = ended } else { open[open.count - 1].children.append(ended) }
            } else if skip("<") {
                guard root == nil, let (element, isEmpty) = begunElement() else { return nil }
                if !isEmpty {
                    guard open.count < Self.deepest else { return nil }
                    open.append(element)
                } else if open.isEmpty {
                    root = element
                } else {
                    open[open.count - 1].children.append(element)
                }
            } else {
                guard let text = text(before: "<") else { return nil }
                if !open.isEmpty {
                    open[open.count - 1].text += text
                } else if text.contains(where: { !$0.isWhitespace }) {
                    return nil
                }
            }
        }
        return open.isEmpty ? root : nil
    }

    // MARK: - Tags

    /// What stands behind `</`.
    private mutating func endedElement() -> MarkupElement? {
        guard let element = open.last, skip(element.name) else { return nil }
        skipSpace()
        return skip(">") ? open.removeLast() : nil
    }

    /// What stands behind `<`; an element `/>` has no inside.
    private mutating func begunElement() -> (MarkupElement, isEmpty: Bool)? {
        guard let name = name() else { return nil }
        var attributes: [String: String] = [:]
        while true {
            let hasSpace = skipSpace()
            if skip(">") { return (MarkupElement(name: name, attributes: attributes), false) }
            if skip("/>") { return (MarkupElement(name: name, attributes: attributes), true) }
            guard hasSpace, let (key, value) = attribute(), attributes.updateValue(value, forKey: key) == nil else {
                return nil
            }
        }
    }

    private mutating func attribute() -> (name: String, value: String)? {
        guard let name = name() else { return nil }
        skipSpace()
        guard skip("=") else { return nil }
        skipSpace()
        for quote in ["\"", "'"] where skip(quote) {
            let value = text(before: quote)
            return skip(quote) ? value.map { (name, $0) } : nil
        }
        return nil
    }

    private mutating func name() -> String? {
        let start = position
        while position < bytes.count, Self.isPartOfName(bytes[position]) { position += 1 }
        guard start < position, !"-.0123456789".utf8.contains(bytes[start]) else { return nil }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...,
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "_-.:".utf8.contains(byte)
        }
    }

    // MARK: - Text

    /// The text up to a byte, or to the end, with its references resolved; nil when it has others than XML's own.
    private mutating func text(before end: String) -> String? {
        let start = position
        let end = end.utf8.first
        while position < bytes.count, bytes[position] != end {
            // An attribute may not hold a tag.
            guard bytes[position] != UInt8(ascii: "<") else { return nil }
            position += 1
        }
        var pieces = String(decoding: bytes[start..<position], as: UTF8.self)
            .split(separator: "&", omittingEmptySubsequences: false)[...]
        var text = String(pieces.removeFirst())
        for piece in pieces {
            guard let end = piece.firstIndex(of: ";"), let letter = Self.letter(named: piece[..<end]) else {
                return nil
            }
            text.unicodeScalars.append(letter)
            text += piece[piece.index(after: end)...]
        }
        return text
    }

    private static func letter(named name: Substring) -> Unicode.Scalar? {
        switch name {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.first == "#", name.utf8.count < 12 else { return nil }
            let isHexadecimal = name.dropFirst().first == "x"
            let code = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
            return code.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
        }
    }

    // MARK: - Steps

    /// Goes on behind a word that stands here, if it does.
    private mutating func skip(_ word: String) -> Bool {
        guard bytes[position...].starts(with: word.utf8) else { return false }
        position += word.utf8.count
        return true
    }

    /// Goes on behind the next place where a word stands, if there is one.
    private mutating func skip(past word: String) -> Bool {
        while position < bytes.count {
            if skip(word) { return true }
            position += 1
        }
        return false
    }

    /// Whether there was any.
    @discardableResult private mutating func skipSpace() -> Bool {
        let start = position
        while position < bytes.count, " \n\r\t".utf8.contains(bytes[position]) { position += 1 }
        return position > start
    }
}
