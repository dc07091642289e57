import ArgumentParser
import Drawings
import Files
import Training

/// `nurie pages`: drawn pages with several faces, to find them on.
struct Pages: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draws pages of panels with faces, to try `nurie faces` on.",
        discussion: "Page number N becomes N.png. The same seed always draws the same pages, whatever the count.")

    @Argument(help: "The folder that the pages are written to.")
    var folder: String

    @Option(help: "How many pages.")
    var count = 8

    @Option(help: "Everything random follows from this number.")
    var seed: UInt64 = 0

    @Option(help: "Pixels in a row.")
    var width = 640

    @Option(help: "Pixels in a column.")
    var height = 900

    func validate() throws {
        guard (1...1_000_000).contains(count) else {
            throw ValidationError("--count \(count): it is between 1 and a million.")
        }
        for (name, side) in [("width", width), ("height", height)] where !DrawnPages.sides.contains(side) {
            throw ValidationError(
                "--\(name) \(side): it is between \(DrawnPages.sides.lowerBound) and \(DrawnPages.sides.upperBound).")
        }
    }

    func run() throws {
        let pages = DrawnPages(seed: seed, width: width, height: height)
        try Files.makeFolder(folder)
        var progress = Progress("drawing", total: count)
        try Files.synchronisingOnce {
            for index in 0..<count {
                let number = String(index)
                let zeros = String(repeating: "0", count: max(0, 4 - number.count))
                try pages[index].picture.write(to: "\(folder)/\(zeros)\(number).png")
                progress.update(index + 1)
            }
        }
        progress.finish("\(folder): \(count) pages of \(width)×\(height) pixels")
    }
}
