import ArgumentParser
import Drawings
import Files
import Training

/// `nurie draw`: drawn faces as files.
struct Draw: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draws faces: the coloured picture, its lines and the map of its regions.",
        discussion: """
            Face number N becomes colour/N.png, lines/N.png and regions/N.png. The same seed always draws the same faces, \
            whatever the count.
            """)

    @Argument(help: "The folder that the pictures are written to.")
    var folder: String

    @Option(help: "How many faces.")
    var count = 16

    @Option(help: "Everything random follows from this number.")
    var seed: UInt64 = 0

    @Option(help: "Pixels in a side.")
    var size = 256

    @OptionGroup var threads: ThreadOptions

    func validate() throws {
        guard count > 0 else { throw ValidationError("--count \(count): at least one face is needed.") }
        guard FaceArtist.sizes.contains(size) else {
            throw ValidationError(
                "--size \(size): faces have \(FaceArtist.sizes.lowerBound) to \(FaceArtist.sizes.upperBound) pixels.")
        }
    }

    func run() throws {
        threads.apply()
        let faces = DrawnFaces(seed: seed, size: size)
        for name in ["colour", "lines", "regions"] { try Files.makeFolder("\(folder)/\(name)") }
        let digits = max(4, String(count - 1).count)
        var progress = Progress("drawing", total: count)
        for index in 0..<count {
            let face = faces[index]
            let number = String(index)
            let name = String(repeating: "0", count: digits - number.count) + number + ".png"
            try face.color.write(to: "\(folder)/colour/\(name)")
            try face.lines.write(to: "\(folder)/lines/\(name)")
            try face.regions.write(to: "\(folder)/regions/\(name)")
            progress.update(index + 1)
        }
        progress.finish("\(folder): \(count) faces of \(size)×\(size) pixels")
    }
}
