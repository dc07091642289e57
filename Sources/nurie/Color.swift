import ArgumentParser
import Files
import LessonKit
import Pictures
import TensorCore
import Workshop

/// `nurie color`: colours drawings.
struct Color: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Colours a line drawing, or all drawings in a folder.",
        discussion: """
            Drawings are PNG or JPEG, dark lines on light paper or on transparency, of any size and aspect ratio. Hints are \
            a picture of the same aspect ratio: where it is opaque, its colour is wanted.
            """)

    @Argument(help: "The drawing, or a folder of drawings.")
    var lines: String

    @Option(help: "Where the coloured picture (or the folder of them) goes.")
    var output: String

    @Option(help: "A PNG file of colour hints.")
    var hints: String?

    @Option(help: "The colorizer's weights. (default: those of the last pipeline or training run here)")
    var weights: String?

    @Option(help: "Pixels of the shorter side while colouring. (default: as in training)")
    var size: Int?

    @OptionGroup var threads: ThreadOptions

    func validate() throws {
        if let size, !(16...4096).contains(size) {
            throw ValidationError("--size \(size): it is between 16 and 4096.")
        }
        if hints != nil, Files.isFolder(lines) {
            throw ValidationError("--hints belongs to one drawing, and \(lines) is a folder.")
        }
    }

    func run() throws {
        threads.apply()
        let colourist = try Colourist(weights: weights ?? Colourist.latestWeights(), workingSize: size)
        let hints = try hints.map { try Picture(contentsOf: $0) }
        if let hints { try checkHints(hints) }
        try PictureJob(from: lines, to: output).run("coloured") { drawing in
            colourist.colour(drawing, hints: hints)
        }
    }

    /// Hints of another aspect ratio would land in the wrong places.
    private func checkHints(_ hints: Picture) throws {
        let drawing = try Picture.size(of: lines)
        let ratio = Double(hints.width * drawing.height) / Double(hints.height * drawing.width)
        guard (0.98...1.02).contains(ratio) else {
            throw ValidationError(
                """
                \(self.hints!) is \(hints.width)×\(hints.height) pixels and \(lines) \(drawing.width)×\(drawing.height): \
                give hints of the drawing's aspect ratio.
                """)
        }
        guard hints.format == .rgba else {
            throw ValidationError(
                "\(self.hints!) has no transparency, so every pixel would be a hint: leave all but the dabs transparent."
            )
        }
    }
}
