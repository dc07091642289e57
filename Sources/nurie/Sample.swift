import ArgumentParser
import FaceGeneration
import Files
import Pictures
import Training

/// `nurie sample`: makes up pictures.
struct Sample: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes up pictures.", subcommands: [SampleFaces.self])
}

/// Which network makes up faces, and how.
struct FaceOptions: ParsableArguments {
    @Option(help: "The weights that make up faces. (default: those that come with Nurie)")
    var weights: String?

    @Option(help: "How far faces are from the middle one: less is more regular, more is more various.")
    var spread = FaceSampler.usualSpread

    @Option(help: "Everything random follows from this number.")
    var seed: UInt64 = 0

    @Option(help: "Pixels in a side.")
    var size = 256

    func validate() throws {
        if !(0...3).contains(spread) { throw ValidationError("--spread \(spread): it is between 0 and 3.") }
        if !(16...2048).contains(size) { throw ValidationError("--size \(size): it is between 16 and 2048.") }
    }

    func sampler() throws -> FaceSampler {
        try FaceSampler(weights: weights ?? ShippedData.path(of: "faces.safetensors"))
    }

    func seed(_ index: Int, of sampler: FaceSampler) -> FaceSampler.Seed {
        sampler.seed(index, of: seed, spread: spread)
    }
}

/// `nurie sample faces`.
struct SampleFaces: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "faces",
        abstract: "Makes up faces that nobody drew.",
        discussion: """
            Face number N becomes N.png; the same seed always makes the same, whatever the count. With --lines its lines, \
            N-lines.png, and dabs of its colours, N-dabs.png, lie beside it, for `nurie color`. --grid writes all of them on \
            one sheet, grid.png, instead. --walk A B writes the way from one face to another, as walk.png, an animated PNG that \
            browsers play.
            """)

    @Argument(help: "The folder that the pictures are written to.")
    var folder: String

    @Option(help: "How many faces.")
    var count = 16

    @Flag(help: "Write one sheet with all faces.")
    var grid = false

    @Flag(help: "Write lines and dabs too.")
    var lines = false

    @Option(parsing: .upToNextOption, help: "The numbers of two faces: write the way from the first to the second.")
    var walk: [Int] = []

    @Flag(help: "Put them on white paper.")
    var paper = false

    @Flag(help: "One colour behind them, and not what is behind the drawn face whose colours they have.")
    var plain = false

    @OptionGroup var faces: FaceOptions

    @OptionGroup var threads: ThreadOptions

    func validate() throws {
        if !(1...100_000).contains(count) { throw ValidationError("--count \(count): it is between 1 and 100000.") }
        if grid, count > 400 { throw ValidationError("--count \(count): a sheet has at most 400 faces.") }
        if !walk.isEmpty, walk.count != 2 || walk.contains(where: { $0 < 0 }) {
            throw ValidationError("--walk takes the numbers of two faces, such as --walk 3 7.")
        }
        if grid && !walk.isEmpty || lines && (grid || !walk.isEmpty) {
            throw ValidationError("--grid, --lines and --walk exclude each other.")
        }
    }

    func run() throws {
        threads.apply()
        let sampler = try faces.sampler()
        try Files.makeFolder(folder)
        if grid { return try writeGrid(sampler) }
        if !walk.isEmpty { return try writeWalk(sampler) }
        for index in 0..<count { try paths(of: index).forEach(Files.checkWritable) }
        var progress = Progress("faces", total: count)
        try Files.synchronisingOnce {
            for index in 0..<count {
                let seed = self.seed(index, of: sampler)
                let face = sampler.faces(of: [seed], size: faces.size)[0]
                let paths = paths(of: index)
                try face.painted(in: seed.palette, before: seed.backdrop(size: faces.size)).write(to: paths[0])
                if lines {
                    try face.lines.write(to: paths[1])
                    try face.dabs(in: seed.palette).write(to: paths[2])
                }
                progress.update(index + 1)
            }
        }
        progress.finish("\(folder): \(count) faces of \(faces.size)×\(faces.size) pixels")
    }

    /// The files of a face: its picture, and its lines and dabs if they are asked for.
    private func paths(of index: Int) -> [String] {
        ([""] + (lines ? ["-lines", "-dabs"] : [])).map { "\(folder)/\(index)\($0).png" }
    }

    private func seed(_ index: Int, of sampler: FaceSampler) -> FaceSampler.Seed {
        let seed = faces.seed(index, of: sampler)
        return paper ? seed.onPaper : plain ? seed.plain : seed
    }

    private func pictures(of seeds: [FaceSampler.Seed], by sampler: FaceSampler) -> [Picture] {
        var progress = Progress("faces", total: seeds.count)
        let pictures = seeds.enumerated().map { index, seed in
            progress.update(index)
            return sampler.portrait(of: seed, size: faces.size)
        }
        progress.finish()
        return pictures
    }

    /// How many stand in a row of the grid: about twice as many as below each other, so that the last row is as full as can be.
    private var columns: Int {
        let best = Double(2 * count).squareRoot()
        func gaps(_ columns: Int) -> Int { (count + columns - 1) / columns * columns - count }
        let widths = max(1, Int(best * 0.75))...max(1, Int(best * 1.25))
        return widths.min { (gaps($0), abs(best - Double($0))) < (gaps($1), abs(best - Double($1))) } ?? 1
    }

    private func writeGrid(_ sampler: FaceSampler) throws {
        let path = "\(folder)/grid.png"
        try Files.checkWritable(path)
        let seeds = (0..<count).map { seed($0, of: sampler) }
        try Picture.contactSheet(pictures(of: seeds, by: sampler), columns: columns, spacing: 4)
            .write(to: path)
        Console.say(path)
    }

    /// Frames of a walk, there and back.
    private static let frames = 25

    private func writeWalk(_ sampler: FaceSampler) throws {
        let path = "\(folder)/walk.png"
        try Files.checkWritable(path)
        let ends = walk.map { seed($0, of: sampler) }
        let there = pictures(of: sampler.walk(from: ends[0], to: ends[1], count: Self.frames), by: sampler)
        try AnimatedPNG(toAndFro: there).write(to: path)
        Console.say(path)
    }
}
