import ArgumentParser
import Colorization
import Files
import Pictures
import TensorCore
import Training

/// `nurie color`: colours drawings.
struct Color: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Colours a line drawing, or all drawings in a folder.",
        discussion: """
            Drawings are PNG or JPEG, dark lines on light paper or on transparency, of any size and aspect ratio. Hints are \
            a picture of the same aspect ratio, painted over the drawing: where it is opaque, its colour is wanted. For a \
            folder of drawings they are a folder of pictures with the same names, whatever their endings; a drawing may have \
            none. A result that ends in .ora is an OpenRaster file with layers for Krita, GIMP and MyPaint: lines, dabs, light, \
            shade, and a layer for each flat colour; with --layers those of a folder are.
            """)

    @Argument(help: "The drawing, or a folder of drawings.")
    var lines: String

    @Option(name: [.short, .long], help: "Where the coloured picture (or the folder of them) goes.")
    var output: String

    @Option(help: "Colour hints: a picture, or a folder of them for a folder of drawings.")
    var hints: String?

    @Option(help: "What the picture shows: flat, one colour a region, or shaded, with light and shadow.")
    var finish = ColoredDrawing.Finish.shaded

    @Option(help: "A palette of GIMP (.gpl): what is not dabbed keeps to its colours.")
    var palette: String?

    @Flag(help: "For a folder: write OpenRaster files with layers, not pictures.")
    var layers = false

    @Option(
        help: "The widest gap in a line that closes, in pixels. (default: a sixtieth of the drawing's shorter side)")
    var gap: Double?

    @Option(
        help: "Pixels of the smallest region; what is smaller joins a neighbour. (default: by the drawing's size)")
    var leastArea: Int?

    @OptionGroup var weights: WeightOptions

    @Option(help: "Pixels of the shorter side for the first stage. (default: as in training)")
    var size: Int?

    @OptionGroup var threads: ThreadOptions

    @OptionGroup var precision: PrecisionOptions

    @OptionGroup var quality: QualityOptions

    func validate() throws {
        if let size, !(16...4096).contains(size) {
            throw ValidationError("--size \(size): it is between 16 and 4096.")
        }
        if let gap, !(0...1000).contains(gap) { throw ValidationError("--gap \(gap): it is between 0 and 1000.") }
        if let leastArea, !(0...1_000_000).contains(leastArea) {
            throw ValidationError("--least-area \(leastArea): it is between 0 and 1,000,000.")
        }
    }

    func run() throws {
        threads.apply()
        try precision.computing(color)
    }

    private func color() throws {
        let hints = try hints.map { try HintChoice(hints: $0, drawings: lines) }
        let colorizer = try weights.colorizer(workingSize: size)
        let palette = try palette.map { try ColorPalette(contentsOf: $0) }
        try Files.checkReadable(lines)
        func colored(_ path: String) throws -> ColoredDrawing {
            // The picture itself goes as soon as its lines are taken: it may be three times as large.
            let drawing = LineDrawing(try PictureJob.read(path))
            if let remark = drawing.remark { Console.warn("\(path) \(remark).") }
            let dabs = try hints?.path(for: path).map { hintsPath in
                let file = try HintFile(contentsOf: hintsPath, for: drawing.lines, named: path)
                if let remark = file.remark { Console.warn("\(hintsPath) \(remark).") }
                return file.hints
            }
            var regions = RegionMap.Options(width: drawing.lines.width, height: drawing.lines.height)
            if let gap { regions.gap = gap }
            if let leastArea { regions.leastArea = leastArea }
            return Winograd.allowed {
                colorizer.layers(of: drawing.lines, hints: dabs, palette: palette, regions: regions)
            }
        }
        if layers {
            guard Files.isFolder(lines) else {
                throw ValidationError("--layers is for folders: name a result that ends in .ora.")
            }
            return try PictureFolderJob(from: lines, to: output).run("coloured") { path, name in
                [("\(name).ora", LayeredFile(try colored(path)))]
            }
        }
        guard output.lowercased().hasSuffix(".ora") else {
            if !Files.isFolder(lines), (try? Picture.checkName(output)) == nil {
                throw ValidationError("\(output): the name of one result ends in .png, .jpg or .ora.")
            }
            return try PictureJob(from: lines, to: output).run("coloured", quality: quality.quality) { path in
                try colored(path).picture(finish)
            }
        }
        guard !Files.isFolder(lines) else {
            throw ValidationError(
                "\(lines) is a folder: name a folder for its results, not an .ora file, and ask for --layers.")
        }
        try Files.checkWritable(output)
        try LayeredFile(colored(lines)).save(to: output)
        Console.say(output)
    }
}

extension ColoredDrawing.Finish: ExpressibleByArgument {}

/// A coloured drawing as an OpenRaster file.
private struct LayeredFile: JobResult {
    private let drawing: ColoredDrawing

    init(_ drawing: ColoredDrawing) { self.drawing = drawing }

    func save(to path: String) throws { try drawing.writeOpenRaster(to: path) }
}
