import ArgumentParser
import Detection
import Files
import Training

/// `nurie faces`: cuts faces out of pictures.
struct Faces: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Cuts the faces out of a picture, or of all pictures in a folder.",
        discussion: """
            Each face becomes a square PNG file, whose name STEM_X_Y_WIDTH_HEIGHT.png says where it was. The cascade that \
            looks for them was trained on faces that Nurie draws; other LBP cascades of OpenCV can be named, such as \
            nagadomi's lbpcascade_animeface.xml.
            """)

    @Argument(help: "A PNG or JPEG file, or a folder of them.")
    var pictures: String

    @Option(help: "The folder that the faces are written to.")
    var output: String

    @Option(help: "A cascade in OpenCV's format. (default: the project's own)")
    var cascade: String?

    @Option(help: "Pixels in a side of what is written.")
    var size = 64

    @Option(help: "What is added on each side, as a share of the face's side.")
    var margin = 0.1

    @Option(help: "Pixels in the side of the smallest face that is looked for.")
    var minimumSize = 48

    @Option(help: "How many windows beside the first have to agree: more for fewer false alarms.")
    var neighbours = 3

    @Option(
        help: "How many times as large the window gets from one pass to the next: less finds more, and is slower.")
    var scaleFactor = 1.1

    @OptionGroup var threads: ThreadOptions

    func validate() throws {
        for (name, value, range) in [
            ("size", size, 8...4096), ("minimum-size", minimumSize, 1...100_000),
            ("neighbours", neighbours, 1...1000),
        ] where !range.contains(value) {
            throw ValidationError("--\(name) \(value): it is between \(range.lowerBound) and \(range.upperBound).")
        }
        guard (0...5).contains(margin) else { throw ValidationError("--margin \(margin): it is between 0 and 5.") }
        guard (1.01...10).contains(scaleFactor) else {
            throw ValidationError("--scale-factor \(scaleFactor): it is between 1.01 and 10.")
        }
    }

    func run() throws {
        threads.apply()
        let detector = FaceDetector(
            try Cascade(contentsOf: cascade ?? ShippedData.path(of: "face-cascade.xml")), scaleFactor: scaleFactor,
            minimumNeighbours: neighbours, minimumSide: minimumSize)
        try FaceCollection(from: pictures, to: output, detector: detector, size: size, margin: margin).run()
    }
}
