import Files
import Foundation

/// The files of the page, read once at the start. A request names one of them or gets nothing: its path never reaches the disk.
struct PageFiles: Sendable {
    private let replies: [String: Reply]

    private static let kinds: [String: Reply.Kind] = [
        "html": .html, "css": .css, "js": .script, "svg": .svg, "png": .png, "json": .json,
    ]

    /// Throws a `FileError` when the page does not lie beside the program.
    init() throws {
        guard let folder = Bundle.module.url(forResource: "Resources", withExtension: nil) else {
            throw FileError(
                path: "Nurie_Studio.resources", problem: "was not found beside the program",
                remedy: "Start the studio with `swift run nurie studio`, or keep that folder beside nurie")
        }
        let base = folder.standardizedFileURL.resolvingSymlinksInPath().path
        var replies: [String: Reply] = [:]
        for case let name as String in FileManager.default.enumerator(atPath: base) ?? .init() {
            guard let kind = Self.kinds[(name as NSString).pathExtension] else { continue }
            replies[name] = Reply(kind, try Files.read("\(base)/\(name)", limit: 1 << 24))
        }
        self.replies = replies
    }

    /// The file of a name; that of none is the page itself.
    subscript(name: String) -> Reply? { replies[name.isEmpty ? "index.html" : name] }

    var names: [String] { replies.keys.sorted() }
}
