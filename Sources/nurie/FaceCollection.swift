import Basics
import Datasets
import Detection
import Files
import Pictures
import Training

/// Cuts the faces out of a picture, or out of every picture of a folder, as small square pictures to learn from.
public struct FaceCollection {
    private let input: String
    private let output: String
    private let detector: FaceDetector
    /// Pixels in a side of what is written.
    private let size: Int
    /// What is added on each side of a face, as a share of its side.
    private let margin: Double

    public init(from input: String, to output: String, detector: FaceDetector, size: Int, margin: Double) {
        precondition(size > 0 && margin >= 0, "FaceCollection: faces of \(size) pixels with a margin of \(margin)")
        self.input = input
        self.output = output
        self.detector = detector
        self.size = size
        self.margin = margin
    }

    /// What a collection came to.
    public struct Outcome: Equatable {
        public internal(set) var pictures = 0
        public internal(set) var faces = 0
        public internal(set) var skipped = 0
    }

    /// Looks through the pictures and writes each face to `<stem>_<x>_<y>_<width>_<height>.png`, which says where in its
    /// picture it was.
    ///
    /// Of a folder, broken files are named, counted and skipped. Throws when the one picture, or every one of a folder,
    /// cannot be used, and when a face cannot be written.
    @discardableResult
    public func run() throws -> Outcome {
        guard !Files.areSame(input, output) else {
            throw FileError(
                path: output, problem: "is where the pictures are: faces would be among them",
                remedy: "Name another folder")
        }
        var outcome = Outcome()
        guard Files.isFolder(input) else {
            let picture = try Picture(contentsOf: input)
            try Files.makeFolder(output)
            try collect(picture, stem: Self.stem(of: input), into: &outcome)
            Console.say("\(output): \(outcome.faces) faces")
            return outcome
        }
        let listing = try FolderListing(of: input, recursive: false)
        try Files.makeFolder(output)
        var progress = Progress("faces", total: listing.files.count)
        // Of a.png and a.jpg both keep their endings, or the faces of one would replace those of the other.
        let filesOfStem = Dictionary(grouping: listing.files, by: Self.stem)
        for (number, file) in listing.files.enumerated() {
            do {
                let stem = Self.stem(of: file)
                let isOnly = filesOfStem[stem, default: []].count == 1
                try collect(Picture(contentsOf: "\(input)/\(file)"), stem: isOnly ? stem : file, into: &outcome)
            } catch let error as PictureError where error.path == "\(input)/\(file)" {
                Console.warn("Skipped: \(error)")
                outcome.skipped += 1
            }
            progress.update(number + 1, detail: "\(outcome.faces) found")
        }
        guard outcome.pictures > 0 else {
            throw FileError(
                path: input, problem: "holds no PNG or JPEG picture that can be used", remedy: "Name another folder")
        }
        progress.finish(
            "\(output): \(outcome.faces) faces of \(outcome.pictures) pictures"
                + (outcome.skipped > 0 ? ", \(outcome.skipped) skipped" : ""))
        return outcome
    }

    private func collect(_ picture: Picture, stem: String, into outcome: inout Outcome) throws {
        let picture = picture.onWhite()
        for face in detector.faces(in: picture) {
            let box = face.square(
                margin: margin, within: Picture.Size(width: picture.width, height: picture.height))
            let cut = picture.cropped(x: box.x, y: box.y, width: box.width, height: box.height)
            try cut.resized(toWidth: size, height: size, box.width > size ? .area : .bicubic)
                .write(to: "\(output)/\(stem)_\(box.x)_\(box.y)_\(box.width)_\(box.height).png")
            outcome.faces += 1
        }
        outcome.pictures += 1
    }

    /// A file's name without folders and ending.
    private static func stem(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}
