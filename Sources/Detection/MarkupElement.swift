import Files
import Foundation
import FoundationXML

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

    /// The root element of an XML text; throws ``MarkupError`` when it is not well-formed, or holds what could swell.
    init(parsing bytes: [UInt8]) throws(MarkupError) {
        // Entities can make a small file huge, or read others; no cascade has any. In UTF-16 they could hide.
        guard !bytes.contains(0) else { throw MarkupError(problem: "is not a text file") }
        // Foundation's parser ends the program at bytes that are no UTF-8.
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw MarkupError(problem: "is not in UTF-8", remedy: "Save it as UTF-8, or get it anew")
        }
        if Files.isWebPage(beginning: bytes) {
            throw MarkupError(
                problem: "is a web page, not a cascade", remedy: "Download the file itself, by its raw link")
        }
        for declaration in ["<!DOCTYPE", "<!ENTITY"] where text.contains(declaration) {
            throw MarkupError(problem: "declares a document type or entities, which no cascade does")
        }
        let parser = XMLParser(data: Data(bytes))
        let reader = MarkupReader()
        parser.delegate = reader
        guard parser.parse(), let root = reader.root else {
            throw MarkupError(
                problem: "is not well-formed XML: it breaks off or is damaged at line \(parser.lineNumber)")
        }
        self = root
    }

    fileprivate init(name: String, attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }
}

/// What is wrong with a file, whose name the reader of the elements does not know, and what to do.
struct MarkupError: Error {
    var problem: String
    var remedy = "It is damaged or was changed: get it anew"
}

/// Collects the elements that the parser reports.
private final class MarkupReader: NSObject, XMLParserDelegate {
    private(set) var root: MarkupElement?
    /// The elements that have begun and not ended yet, from the outside inwards.
    private var open: [MarkupElement] = []

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        // A cascade's elements are eight deep; a file of nothing but beginnings would take the stack.
        guard open.count < 32 else { return parser.abortParsing() }
        open.append(MarkupElement(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        guard !open.isEmpty else { return }
        open[open.count - 1].text += string
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard let ended = open.popLast() else { return }
        if open.isEmpty { root = ended } else { open[open.count - 1].children.append(ended) }
    }
}
