import Basics
import Figures
import Files
import Training

/// A lesson while it runs: what it says, measures and draws, printed at once and kept for its page.
///
/// The source of the lesson is the notebook: each call remembers the line it stands in, and the page shows its output
/// under that piece of code. The prose is printed when the run comes to it.
public final class Notebook {
    /// What a piece of code gave.
    enum Output {
        case text(String)
        case table([String], [[String]])
        case figure(file: String, caption: String, isThumbnail: Bool)
        /// And how many were before it.
        case claim(Claim, number: Int)
        /// Functions of a file of the package.
        case excerpt(file: String, code: String)
    }

    public let options: LessonOptions
    /// Where the page, the figures and their data are written.
    public let folder: String
    private(set) var outputs: [(line: Int, output: Output)] = []
    private(set) var claims: [Claim] = []
    let source: NotebookSource
    /// The package's folder.
    private let package: String
    /// The line that the run has come to, and the last line of prose that was printed.
    private var reached = 0, printed = 0

    init(_ card: LessonCard, options: LessonOptions) throws {
        self.options = options
        folder = options.run.output ?? card.folder(at: options.run.scale)
        source = try NotebookSource(contentsOf: card.sources)
        package = "\(Files.folder(of: card.sources[0]))/../.."
    }

    public var scale: Scale { options.run.scale }
    public var seed: UInt64 { options.run.seed }

    /// Random numbers of the lesson's seed; every `stream` has others.
    public func generator(_ stream: UInt64) -> SeededGenerator { SeededGenerator(seed: seed, stream: stream) }
}

// MARK: - What a lesson says

extension Notebook {
    /// Prints a line, or several.
    public func say(_ text: String, line: Int = #line, file: String = #filePath) {
        reach(line, file)
        Console.say(text)
        keep(.text(text))
    }

    /// Prints a table with a row of titles.
    public func table(_ titles: [String], _ rows: [[String]], line: Int = #line, file: String = #filePath) {
        precondition(
            rows.allSatisfy { $0.count == titles.count },
            "Notebook.table: rows of \(rows.map(\.count)) cells under \(titles.count) titles")
        reach(line, file)
        let widths = titles.indices.map { column in ([titles] + rows).map { $0[column].count }.max() ?? 0 }
        for row in [titles] + rows {
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            Console.say("  " + cells.joined(separator: "  "))
        }
        keep(.table(titles, rows))
    }

    /// Draws a figure into the lesson's folder. One of them is the lesson's thumbnail on the contents page.
    ///
    /// Throws a `FigureError` without gnuplot, and a `FileError` where nothing can be written.
    public func show(
        _ figure: some Illustration, named name: String, _ caption: String, isThumbnail: Bool = false,
        line: Int = #line, file: String = #filePath
    ) throws {
        reach(line, file)
        let path = try figure.write(to: folder, named: name, using: Gnuplot())
        Console.say("Figure \(path): \(caption)")
        keep(.figure(file: "\(name).png", caption: caption, isThumbnail: isThumbnail))
    }

    /// Shows functions of another file of the package: the network that a lesson uses, or a training loop that it shares.
    ///
    /// Throws a `FileError` when the file is not there or has no such function.
    public func excerpt(_ file: String, of functions: String..., line: Int = #line, source: String = #filePath) throws
    {
        reach(line, source)
        let path = "\(package)/\(file)"
        let excerpt = SourceExcerpt(of: functions, in: String(decoding: try Files.read(path), as: UTF8.self))
        guard let code = excerpt.code else {
            throw FileError(
                path: path, problem: "has no function \(excerpt.missing.joined(separator: ", "))",
                remedy: "Name the function as it is called now")
        }
        Console.say("Code of \(file): \(functions.joined(separator: ", "))")
        keep(.excerpt(file: file, code: code))
    }

    /// States a claim with what was measured and where it must lie. A lesson with a claim that does not hold fails in the
    /// end, except at the tiny scale, at which nothing is learnt.
    public func expect(
        _ text: String, _ value: some BinaryFloatingPoint, _ bound: Claim.Bound, line: Int = #line,
        file: String = #filePath
    ) {
        reach(line, file)
        let claim = Claim(text: text, value: Double(value), bound: bound)
        let number = claims.count
        claims.append(claim)
        let verdict = claim.line(isChecked: isChecked)
        Console.say(verdict)
        keep(.claim(claim, number: number))
    }

    /// States a claim about a count.
    public func expect(
        _ text: String, _ count: Int, exactly expected: Int, line: Int = #line, file: String = #filePath
    ) {
        expect(text, Double(count), .exactly(expected), line: line, file: file)
    }

    private func keep(_ output: Output) { outputs.append((reached, output)) }

    /// Prints the prose up to a line of the lesson's sources; what is said in another file belongs to the last line reached.
    private func reach(_ line: Int, _ file: String) {
        guard let line = source.line(line, of: file) else { return }
        reach(line)
    }

    private func reach(_ line: Int) {
        guard let first = source.cells.first, line >= first.lines.lowerBound else { return }
        for cell in source.cells
        where cell.kind == .prose && cell.lines.lowerBound < line && cell.lines.lowerBound > printed {
            Console.say("\n\(cell.text)\n")
            printed = cell.lines.upperBound
        }
        reached = line
    }
}

// MARK: - Training

extension Notebook {
    /// A training run of this lesson, kept in a folder of its own; it goes on from its checkpoint with `--resume`.
    ///
    /// Train it with `try run.train(resuming: notebook.isResuming) { … }`. Its `settings` are those that must not change when
    /// it goes on.
    public func trainingRun(
        _ name: String, steps: Int, settings: [String: String] = [:], line: Int = #line, file: String = #filePath
    ) -> TrainingRun {
        reach(line, file)
        let settings = settings.merging(["scale": scale.rawValue]) { own, _ in own }
        return TrainingRun(name, folder: runFolder(name), steps: steps, seed: seed, settings: settings)
    }

    /// The folder for what a run leaves beside the page and no page shows, such as checkpoints.
    public func runFolder(_ name: String) -> String {
        "\(folder)/run/" + name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    }

    public var isResuming: Bool { options.run.resume }
}

// MARK: - The end

extension Notebook {
    /// Whether a claim that does not hold is a failure.
    var isChecked: Bool { scale != .tiny }

    /// The claims that do not hold, where they count.
    var missed: [Claim] { isChecked ? claims.filter { !$0.holds } : [] }

    /// Prints the prose after the last output.
    func finish() { reach(Int.max) }
}
