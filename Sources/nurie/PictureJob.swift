import Datasets
import Files
import Pictures
import Training

/// Does the same to one picture, or to every picture of a folder.
public struct PictureJob {
    private let input: String
    private let output: String

    public init(from input: String, to output: String) {
        self.input = input
        self.output = output
    }

    /// Reads, changes and writes; `what` says for the report what the results are. `change` is told a picture's path too.
    ///
    /// Of a folder, broken files are named, counted and skipped. Throws when the one picture, or every one of a folder,
    /// cannot be used, and when a result cannot be written.
    public func run(_ what: String, _ change: (Picture, _ path: String) throws -> Picture) throws {
        guard !Files.areSame(input, output) else {
            throw FileError(
                path: output, problem: "is what is read: the original would be lost", remedy: "Name another place")
        }
        guard Files.isFolder(input) else {
            try change(Picture(contentsOf: input), input).write(to: output)
            Console.say(output)
            return
        }
        let listing = try FolderListing(of: input, recursive: false)
        try Files.makeFolder(output)
        var (done, skipped) = (0, 0)
        var progress = Progress(what, total: listing.files.count)
        for file in listing.files {
            do {
                let path = "\(input)/\(file)"
                let result = try change(Picture(contentsOf: path), path)
                try result.write(to: "\(output)/\(Self.stem(of: file)).png")
                done += 1
            } catch let error as PictureError {
                Console.warn("Skipped: \(error)")
                skipped += 1
            }
            progress.update(done + skipped)
        }
        guard done > 0 else {
            throw FileError(
                path: input, problem: "holds no PNG or JPEG picture that can be used", remedy: "Name another folder")
        }
        progress.finish("\(output): \(done) pictures \(what)" + (skipped > 0 ? ", \(skipped) skipped" : ""))
    }

    /// A path's last part, without the ending.
    public static func stem(of path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
        return String(file[..<dot])
    }
}
