import ArgumentParser
import Colorization
import Files
import Pictures
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
            shade, and a layer for each flat colour.
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

    @OptionGroup var weights: WeightOptions

    @Option(help: "Pixels of the shorter side for the first stage. (default: as in training)")
    var size: Int?

    @OptionGroup var threads: ThreadOptions

    @OptionGroup var quality: QualityOptions

    func validate() throws {
        if let size, !(16...4096).contains(size) {
            throw ValidationError("--size \(size): it is between 16 and 4096.")
        }
    }

    func run() throws {
        threads.apply()
        let hints = try hints.map { try HintChoice(hints: $0, drawings: lines) }
        let colorizer = try weights.colorizer(workingSize: size)
        let palette = try palette.map { try ColorPalette(contentsOf: $0) }
        func layers(of picture: Picture, _ path: String) throws -> ColoredDrawing {
            let drawing = LineDrawing(picture)
            if let remark = drawing.remark { Console.warn("\(path) \(remark).") }
            let dabs = try hints?.path(for: path).map { hintsPath in
                let file = try HintFile(contentsOf: hintsPath, for: picture, named: path)
                if let remark = file.remark { Console.warn("\(hintsPath) \(remark).") }
                return file.hints
            }
            return colorizer.layers(of: drawing.lines, hints: dabs, palette: palette)
        }
        guard output.lowercased().hasSuffix(".ora") else {
            return try PictureJob(from: lines, to: output).run("coloured", quality: quality.quality) {
                try layers(of: $0, $1).picture(finish)
            }
        }
        guard !Files.isFolder(lines) else {
            throw ValidationError("\(lines) is a folder: name a folder for its results, not an .ora file.")
        }
        try Files.checkWritable(output)
        try layers(of: PictureJob.read(lines), lines).writeOpenRaster(to: output)
        Console.say(output)
    }
}

extension ColoredDrawing.Finish: ExpressibleByArgument {}
