import Detection
import Files
import Pictures
import Training

/// Cuts the faces out of a picture, or out of every picture of a folder, as small square pictures to learn from.
struct FaceCollection {
    private let input: String
    private let output: String
    private let detector: FaceDetector
    /// Pixels in a side of what is written.
    private let size: Int
    /// What is added on each side of a face, as a share of its side.
    private let margin: Double

    init(from input: String, to output: String, detector: FaceDetector, size: Int, margin: Double) {
        precondition(size > 0 && margin >= 0, "FaceCollection: faces of \(size) pixels with a margin of \(margin)")
        self.input = input
        self.output = output
        self.detector = detector
        self.size = size
        self.margin = margin
    }

    /// `_X_Y_WIDTH_HEIGHT.png`, each number up to 100 million.
    private static let longestSuffix = 4 * 10 + 4

    /// Looks through the pictures and writes each face to `STEM_X_Y_WIDTH_HEIGHT.png`, which says where in its picture it
    /// was.
    ///
    /// Of a folder, broken files are named, counted and skipped. Throws when the one picture, or every one of a folder,
    /// cannot be used, and when a face cannot be written.
    func run() throws {
        guard !Files.areSame(input, output) else {
            throw FileError(
                path: output, problem: "is where the pictures are: faces would be among them",
                remedy: "Name another folder")
        }
        try PictureFolderJob(from: input, to: output, suffix: Self.longestSuffix).run("faces") { path, name in
            faces(in: try PictureJob.read(path), named: name)
        }
    }

    private func faces(in picture: Picture, named name: String) -> [(name: String, result: Picture)] {
        let picture = picture.onWhite()
        return detector.faces(in: picture).map { face in
            let box = face.square(
                margin: margin, within: Picture.Size(width: picture.width, height: picture.height))
            let cut = picture.cropped(x: box.x, y: box.y, width: box.width, height: box.height)
            return (
                "\(name)_\(box.x)_\(box.y)_\(box.width)_\(box.height).png",
                cut.resized(toWidth: size, height: size, box.width > size ? .area : .bicubic)
            )
        }
    }
}
