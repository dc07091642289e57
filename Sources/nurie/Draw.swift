import ArgumentParser
import Drawings
import Files
import Pictures
import Training

/// `nurie draw`: drawn faces, or drawings of all kinds, as files.
struct Draw: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draws faces, or all kinds of things: the coloured picture, its lines and the map of its regions.",
        discussion: """
            Drawing number N becomes colour/N.png, lines/N.png and regions/N.png. The same seed always draws the same, \
            whatever the count. With --world these are people, animals, plants, things and places; a sample of their maps is the \
            number of an area.
            """)

    @Argument(help: "The folder that the pictures are written to.")
    var folder: String

    @Flag(help: "Draw all kinds of things, not faces alone.")
    var world = false

    @Option(help: "How many drawings.")
    var count = 16

    @Option(help: "Everything random follows from this number.")
    var seed: UInt64 = 0

    @Option(help: "Pixels in a side.")
    var size = 256

    @OptionGroup var threads: ThreadOptions

    func validate() throws {
        guard count > 0 else { throw ValidationError("--count \(count): at least one drawing is needed.") }
        guard FaceArtist.sizes.contains(size) else {
            throw ValidationError(
                "--size \(size): drawings have \(FaceArtist.sizes.lowerBound) to \(FaceArtist.sizes.upperBound) pixels."
            )
        }
    }

    func run() throws {
        threads.apply()
        let (faces, things) = (DrawnFaces(seed: seed, size: size), DrawnWorld(seed: seed, size: size))
        for name in ["colour", "lines", "regions"] { try Files.makeFolder("\(folder)/\(name)") }
        let digits = max(4, String(count - 1).count)
        var progress = Progress("drawing", total: count)
        try Files.synchronisingOnce {
            for index in 0..<count {
                let number = String(index)
                let name = String(repeating: "0", count: digits - number.count) + number + ".png"
                let (color, lines, regions) = world ? things[index].pictures : faces[index].pictures
                try color.write(to: "\(folder)/colour/\(name)")
                try lines.write(to: "\(folder)/lines/\(name)")
                try regions.write(to: "\(folder)/regions/\(name)")
                progress.update(index + 1)
            }
        }
        progress.finish("\(folder): \(count) \(world ? "drawings" : "faces") of \(size)×\(size) pixels")
    }
}

extension DrawnFace {
    fileprivate var pictures: (color: Picture, lines: Picture, regions: Picture) { (color, lines, regions) }
}

extension DrawnPicture {
    fileprivate var pictures: (color: Picture, lines: Picture, regions: Picture) { (color, lines, map) }
}
