import ArgumentParser
import Files

/// `nurie smooth-edges`: the drawings with soft edges that AnimeGAN's discriminator learns to refuse.
struct SmoothEdges: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "smooth-edges",
        abstract: "Makes DIR/smooth of DIR/style: the drawings with soft edges that AnimeGAN's training needs.",
        discussion: """
            Edges are found by Canny's method and widened, and what lies on them is blurred, as AnimeGAN's edge_smooth.py \
            does it. The drawings are made square and scaled first.
            """)

    @Argument(help: "The folder of a style; it holds the folder style.")
    var folder: String

    @Option(help: "Pixels in a side of the results.")
    var size = 256

    func validate() throws {
        if !(16...4096).contains(size) { throw ValidationError("--size \(size): it is between 16 and 4096.") }
    }

    func run() throws {
        guard Files.isFolder("\(folder)/style") else {
            throw FileError(
                path: "\(folder)/style", problem: "is not there: no drawings to smooth",
                remedy: "Name the folder of a style, which holds its drawings in a folder style")
        }
        try PictureJob(from: "\(folder)/style", to: "\(folder)/smooth").run("smoothed") { picture, _ in
            picture.square(size).edgesSmoothed()
        }
    }
}
