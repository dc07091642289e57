import ArgumentParser
import Colorization
import Files
import Training

/// `nurie evaluate`: how good a network is.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures how good a network is.", subcommands: [EvaluateColorizer.self, EvaluateFaces.self])
}

/// `nurie evaluate colorizer`.
struct EvaluateColorizer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "colorizer",
        abstract: "Measures how well a colorizer colours drawn faces, or the lines of a folder's pictures.",
        discussion: """
            Likeness to the true colours, saturation, and how hints are obeyed: without hints, with hints of the true \
            colours, and with one area hinted in another colour. The output folder (Runs/evaluation unless another is \
            named) gets a table (JSON and CSV), examples and a figure.

            A folder that holds the folders lines, truth and, with dabs, hints, whose pictures belong together by name, is \
            measured beside what needs no learning: a watershed from the dabs, the nearest dab, and lines alone.
            """)

    @OptionGroup var weights: WeightOptions

    @Option(help: "A folder of coloured drawings, or `drawn` for drawn faces that no training saw.")
    var data = "drawn"

    @Flag(help: "Of a folder, evaluate on the tenth only that training on it would leave out.")
    var heldOut = false

    @Option(help: "Drawn faces, or pictures of the folder at most.")
    var count = 64

    @Option(help: "Drawn faces follow from this number.")
    var seed: UInt64 = 0

    @Option(help: "Pixels in a side of the pictures. (default: as in training)")
    var size: Int?

    @Option(name: [.short, .long], help: "The folder for table, examples and figure.")
    var output = "Runs/evaluation"

    @Option(
        help: """
            Also write a folder for the package hintauc, coloured with more and more hints: `hintauc curve DIR/coloured \
            DIR/true` scores it.
            """)
    var hintauc: String?

    @OptionGroup var threads: ThreadOptions

    func validate() throws {
        if !(1...100_000).contains(count) { throw ValidationError("--count \(count): it is between 1 and 100000.") }
        if let size, !(16...4096).contains(size) {
            throw ValidationError("--size \(size): it is between 16 and 4096.")
        }
    }

    func run() throws {
        threads.apply()
        try checkPlaces()
        let colorizer = try weights.colorizer()
        guard !DrawingSet.exists(in: data) else { return try evaluateSet(colorizer) }
        let pairs = try EvaluationPictures.open(
            data, count: count, size: size ?? colorizer.trainingSize, seed: seed, onlyHeldOut: heldOut)
        var progress = Progress("evaluation", total: pairs.count)
        let evaluation = ColorizerEvaluation(of: colorizer, on: pairs) { progress.update($0) }
        progress.finish()
        let report = EvaluationReport(evaluation)
        Console.say(report.description)
        try report.write(to: output)
        Console.say("\(output): evaluation.json, evaluation.csv, examples.png, saturation.png")
        if let hintauc {
            try HintCurveFolder(hintauc).write(pairs, coloredBy: colorizer)
            Console.say("hintauc curve \(hintauc)/coloured \(hintauc)/true")
        }
    }

    /// Throws a `FileError` when the results could not be written, or would come among the pictures that are measured.
    private func checkPlaces() throws {
        guard !Files.areSame(data, output) else {
            throw FileError(
                path: output, problem: "is what is read: the results would come among the originals",
                remedy: "Name another --output")
        }
        try hintauc.map { try HintCurveFolder($0).check() }
        try Files.makeFolder(output)
        try Files.checkWritable("\(output)/evaluation.csv")
    }

    /// Measures on a folder of lines, truth and hints, beside what colours them without learning.
    private func evaluateSet(_ colorizer: Colorizer) throws {
        let set = try DrawingSet(contentsOf: data, count: count)
        var progress = Progress("evaluation", total: set.members.count)
        let report = try DrawingSetReport(of: colorizer, on: set, writingTo: output) { progress.update($0) }
        progress.finish()
        Console.say(report.description)
        try Files.replace("\(output)/evaluation.csv", with: report.csv)
        Console.say("\(output): evaluation.csv, and a folder of pictures for each way")
    }
}
