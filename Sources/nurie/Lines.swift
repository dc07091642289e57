import ArgumentParser
import Files

/// `nurie lines`: the lines of coloured drawings.
struct Lines: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Extracts the lines of a coloured drawing, or of all drawings in a folder.")

    @Argument(help: "A PNG or JPEG file, or a folder of them.")
    var drawing: String

    @Argument(help: "The PNG or JPEG file, or the folder, that the lines are written to.")
    var lines: String

    @Option(help: "Pixels in a side of the neighbourhood, an odd number; more make thicker lines.")
    var kernel = 3

    @Option(help: "How black the lines come out.")
    var strength: Float = 2

    @OptionGroup var quality: QualityOptions

    func validate() throws {
        guard kernel > 0, kernel % 2 == 1, kernel < 100 else {
            throw ValidationError("--kernel \(kernel): it is an odd number, such as 3 or 5.")
        }
        guard strength.isFinite, strength > 0 else {
            throw ValidationError("--strength \(strength): it is positive.")
        }
    }

    func run() throws {
        try PictureJob(from: drawing, to: lines).run("lines", quality: quality.quality) { picture, _ in
            picture.lineArt(kernel: kernel, strength: strength)
        }
    }
}
