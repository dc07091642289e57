import ArgumentParser
import Files
import Pictures
import Stylization
import Training

/// `nurie stylize`: photographs made to look drawn.
struct Stylize: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a photograph, or all photographs of a folder, look drawn.",
        discussion: """
            Photographs are PNG or JPEG of any size and aspect ratio, turned upright as their EXIF says; the results are PNG \
            files of the same size and of the same names. Weights are those that come with Nurie, others that `nurie train \
            anime` made, or published ones of AnimeGAN, AnimeGANv2 or CartoonGAN.
            """)

    @Argument(help: "The photograph, or a folder of photographs.")
    var photo: String

    @Option(help: "The generator's weights. (default: those that come with Nurie)")
    var weights: String?

    @Flag(help: "Paint by the filter that the weights which come with Nurie learnt from, without a network.")
    var filter = false

    @Option(name: [.short, .long], help: "The folder that the results are written to.")
    var output: String

    @Option(
        help: """
            Pixels of the shorter side of the result. Networks draw lines as wide as in the pictures that they learnt from: \
            in a larger photograph they are finer. (default: the photograph's own)
            """)
    var size: Int?

    @Flag(help: "Make the result as bright on the whole as the photograph.")
    var keepBrightness = false

    @OptionGroup var threads: ThreadOptions

    func validate() throws {
        if filter, weights != nil || keepBrightness {
            throw ValidationError("--filter: it has no --weights, and --keep-brightness is for networks.")
        }
        if let size, !(16...10_000).contains(size) {
            throw ValidationError("--size \(size): it is between 16 and 10000.")
        }
    }

    /// What makes a photograph look drawn.
    private func styliser() throws -> (Picture) -> Picture {
        if filter { return { $0.painted() } }
        let stylizer = try Stylizer(weights: weights ?? ShippedData.path(of: "stylizer.safetensors"))
        return { stylizer.stylise($0, keepingBrightness: keepBrightness) }
    }

    func run() throws {
        threads.apply()
        let stylise = try styliser()
        let clock = ContinuousClock()
        var times: [(path: String, pixels: String, seconds: Double)] = []
        let isFolder = Files.isFolder(photo)
        if !isFolder { try Files.makeFolder(output) }
        let job = PictureJob(from: photo, to: isFolder ? output : "\(output)/\(ResultNames.stem(of: photo)).png")
        try job.run("stylised") { picture, path in
            let photograph = try size.map { try picture.scaled(toShorterSide: $0, of: path) } ?? picture
            var result = photograph
            let time = clock.measure { result = stylise(photograph) }
            let seconds = Double(time.components.seconds) + 1e-18 * Double(time.components.attoseconds)
            times.append((path, "\(result.width)×\(result.height)", seconds))
            return result
        }
        for (path, pixels, seconds) in times { Console.say("\(path)  \(pixels)  \(rounded(seconds)) s") }
        let total = times.reduce(0) { $0 + $1.seconds }
        Console.say(
            "\(times.count) picture\(times.count == 1 ? "" : "s") in \(rounded(total)) s, "
                + "\(rounded(total / Double(max(1, times.count)))) s each")
    }
}
