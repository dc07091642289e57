import Files
import Foundation

/// The contents page of the course: a line with a thumbnail for each lesson that has a page.
struct ContentsPage {
    private let folder: String

    init(of folder: String) { self.folder = folder }

    private struct Entry {
        let folder: String
        let title: String
        let idea: String
        let thumbnail: String?

        /// What a lesson's page says of itself in its first lines.
        init?(folder: String, page: String) {
            let lines = page.split(separator: "\n")
            func comment(_ key: String) -> String? {
                lines.lazy.compactMap { line in
                    let prefix = "<!-- \(key): "
                    guard line.hasPrefix(prefix), line.hasSuffix(" -->") else { return nil }
                    return String(line.dropFirst(prefix.count).dropLast(4))
                }.first
            }
            guard let idea = comment("idea"), let title = lines.first(where: { $0.hasPrefix("# ") }) else {
                return nil
            }
            self.folder = folder
            self.title = String(title.dropFirst(2))
            self.idea = idea
            thumbnail = comment("thumbnail")
        }
    }

    /// Reads the pages of the lessons in the folder and writes `README.md` beside their folders.
    func write() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let entries = try names.filter { $0.first?.isNumber == true }.compactMap { name -> Entry? in
            let path = "\(folder)/\(name)/README.md"
            guard Files.exists(path) else { return nil }
            return Entry(folder: name, page: String(decoding: try Files.read(path), as: UTF8.self))
        }
        var page = Page("The lessons")
        page.text(
            """
            Each lesson is a program that is also a notebook: its page holds its prose, its code, and the numbers and figures \
            that it gave. `swift run lesson-01` makes its page again.

            [Reading Swift for those who know Python](READING-SWIFT.md) · [Glossary](GLOSSARY.md)
            """)
        page.table(["", "lesson"], entries.map(Self.row))
        try page.write(to: folder)
    }

    private static func row(_ entry: Entry) -> [String] {
        let link = "\(entry.folder)/README.md"
        let picture = entry.thumbnail.map { "[<img src=\"\(entry.folder)/\($0)\" width=\"280\">](\(link))" } ?? ""
        return [picture, "**[\(entry.title)](\(link))**<br>\(entry.idea)"]
    }
}
