import Datasets
import Files
import Pictures

/// Drawings with the colours that they should have: a folder of `lines`, `truth` and, if there are any, `hints`, whose pictures
/// belong together by name.
public struct DrawingSet: Sendable {
    public struct Member: Sendable {
        public let name: String
        /// Grey.
        public let lines: Picture
        /// RGB, of the same size.
        public let truth: Picture
        /// Colours on transparency, of the same size; nil if the set has none for the drawing.
        public let hints: Picture?

        public init(name: String, lines: Picture, truth: Picture, hints: Picture?) {
            (self.name, self.lines, self.truth, self.hints) = (name, lines, truth, hints)
        }
    }

    public let members: [Member]

    /// Whether a folder is such a set.
    public static func exists(in folder: String) -> Bool {
        Files.isFolder("\(folder)/lines") && Files.isFolder("\(folder)/truth")
    }

    /// Reads the set of a folder, at most `count` of its drawings.
    ///
    /// Throws a `FileError` or a `PictureError` when a picture is missing, cannot be read, or is of another size than its lines.
    public init(contentsOf folder: String, count: Int = .max) throws {
        let names = try FolderListing(of: "\(folder)/lines", recursive: false).files.prefix(count)
        guard !names.isEmpty else {
            throw FileError(path: "\(folder)/lines", problem: "holds no picture", remedy: "Put line drawings there")
        }
        members = try names.map { name in
            let lines = LineDrawing(try Picture(contentsOf: "\(folder)/lines/\(name)")).lines.converted(to: .grey)
            func other(_ kind: String) throws -> Picture {
                let path = "\(folder)/\(kind)/\(name)"
                let picture = try Picture(contentsOf: path)
                guard (picture.width, picture.height) == (lines.width, lines.height) else {
                    throw PictureError(
                        path: path,
                        problem: "is \(picture.width)×\(picture.height) pixels, its lines "
                            + "\(lines.width)×\(lines.height)", remedy: "Give pictures of one size")
                }
                return picture
            }
            let hasHints = Files.exists("\(folder)/hints/\(name)")
            return Member(
                name: name, lines: lines, truth: try other("truth").converted(to: .rgb),
                hints: hasHints ? try other("hints").converted(to: .rgba) : nil)
        }
    }
}
