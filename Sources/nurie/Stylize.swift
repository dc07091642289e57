import ArgumentParser
import Files
import Pictures
import Stylization
import TensorCore
import Training

/// `nurie stylize`: photographs made to look drawn.
struct Stylize: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a photograph, or all photographs of a folder, look drawn.",
        discussion: """
            Photographs are PNG or JPEG of any size and aspect ratio, turned upright as their EXIF says; the results have the \
            same size. That of one photograph is the file that --output names, if it ends in .png or .jpg; else --output is a \
            folder for PNG files of the same names. The styles summer and evening are painted by a filter. The style \
            learnt is a network's, by the weights that come with Nurie; --weights takes others that `nurie train anime` made, or \
            published ones of AnimeGAN, AnimeGANv2 or CartoonGAN.
            """)

    @Argument(help: "The photograph, or a folder of photographs.")
    var photo: String

    /// What photographs can be made to look like without other weights.
    enum Style: String, CaseIterable, ExpressibleByArgument {
        case summer, evening, learnt
    }

    @Option(help: "Summer or evening, painted by a filter; or learnt, drawn by a network. (default: summer)")
    var style: Style?

    @Option(help: "A generator's weights, instead of a style.")
    var weights: String?

    @Option(name: [.short, .long], help: "The result of one photograph, or the folder that results are written to.")
    var output: String

    @Option(
        help: """
            Pixels of the shorter side of the result. With --weights lines are some pixels wide, so they are finer in a \
            larger photograph; the styles' strokes and lines grow with it. (default: the photograph's own)
            """)
    var size: Int?

    @Flag(help: "Make the result as bright on the whole as the photograph.")
    var keepBrightness = false

    @OptionGroup var quality: QualityOptions

    @OptionGroup var threads: ThreadOptions

    @OptionGroup var precision: PrecisionOptions

    func validate() throws {
        if style != nil, weights != nil {
            throw ValidationError("--style and --weights: give one of them.")
        }
        if let size, !(16...10_000).contains(size) {
            throw ValidationError("--size \(size): it is between 16 and 10000.")
        }
    }

    private func photographStyle() throws -> any PhotographStyle {
        if let weights { return try Stylizer(weights: weights) }
        switch style ?? .summer {
        case .summer: return Painter(.summer)
        case .evening: return Painter(.evening)
        case .learnt: return SheetStyle(try Stylizer(weights: ShippedData.path(of: "stylizer.safetensors")))
        }
    }

    func run() throws {
        threads.apply()
        try precision.computing(stylise)
    }

    private func stylise() throws {
        let style = try photographStyle()
        let clock = ContinuousClock()
        var times: [(path: String, pixels: String, time: Duration)] = []
        let job = PictureJob(from: photo, to: try place())
        try job.run("stylised", quality: quality.quality) { picture, path in
            let photograph = try size.map { try picture.scaled(toShorterSide: $0, of: path) } ?? picture
            var result = photograph
            let time = clock.measure {
                result = Winograd.allowed { style.stylise(photograph, keepingBrightness: keepBrightness) }
            }
            times.append((path, "\(result.width)×\(result.height)", time))
            return result
        }
        for (path, pixels, time) in times { Console.say("\(path)  \(pixels)  \(Progress.text(time))") }
        guard times.count > 1 else { return }
        let total = times.reduce(.zero) { $0 + $1.time }
        Console.say(
            "\(times.count) pictures in \(Progress.text(total)), \(Progress.text(total / times.count)) each")
    }

    /// The file or folder for the results; a folder for one photograph is made.
    private func place() throws -> String {
        try Files.checkReadable(photo)
        guard !Files.isFolder(photo) else { return output }
        if !Files.isFolder(output), (try? Picture.checkName(output)) != nil { return output }
        try Files.makeFolder(output)
        return "\(output)/\(ResultNames.stem(of: photo)).png"
    }
}
