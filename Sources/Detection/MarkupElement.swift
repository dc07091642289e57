import Files

/// An element of an XML file with its text and the elements inside it.
struct MarkupElement {
    let name: String
    let attributes: [String: String]
    var text = ""
    var children: [MarkupElement] = []

    /// The only element of that name inside this one.
    func child(_ name: String) -> MarkupElement? {
        let found = children.filter { $0.name == name }
        return found.count == 1 ? found[0] : nil
    }

    init(name: String, attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    /// The root element of an XML text; throws ``MarkupError`` when it is not well-formed, or holds what could swell.
    init(parsing bytes: [UInt8]) throws(MarkupError) {
        // In UTF-16 declarations could hide.
        guard !bytes.contains(0) else { throw MarkupError(problem: "is not a text file") }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw MarkupError(problem: "is not in UTF-8", remedy: "Save it as UTF-8, or get it anew")
        }
        if Files.isWebPage(beginning: bytes) {
            throw MarkupError(
                problem: "is a web page, not a cascade", remedy: "Download the file itself, by its raw link")
        }
        // Entities can make a small file huge, or read others; no cascade has any.
        for declaration in ["<!DOCTYPE", "<!ENTITY"] where text.contains(declaration) {
            throw MarkupError(problem: "declares a document type or entities, which no cascade does")
        }
        var parser = MarkupParser(bytes)
        guard let root = parser.root() else {
            throw MarkupError(
                problem: "is not well-formed XML: it breaks off or is damaged at line \(parser.lineNumber)")
        }
        self = root
    }
}

/// What is wrong with a file, whose name the reader of the elements does not know, and what to do.
struct MarkupError: Error {
    var problem: String
    var remedy = "It is damaged or was changed: get it anew"
}
