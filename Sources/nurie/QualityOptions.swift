import ArgumentParser
import Pictures

/// How a JPEG file is written.
struct QualityOptions: ParsableArguments {
    @Option(help: "The quality of a JPEG file, from 1 to 100; a PNG file has none.")
    var quality = Picture.usualQuality

    func validate() throws {
        if !(1...100).contains(quality) { throw ValidationError("--quality \(quality): it is between 1 and 100.") }
    }
}
