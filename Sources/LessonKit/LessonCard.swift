import Files
import Training

/// What a lesson is called and where it lies.
public struct LessonCard: Sendable {
    public let number: Int
    /// The folder's name after the number, such as `kl-divergence`.
    public let name: String
    public let title: String
    /// What it is about, in a line for the contents page.
    public let idea: String
    /// The paths of the sources that are read as the notebook: `Lesson.swift`, and then its chapters.
    let sources: [String]

    /// `chapters` are the names of further files beside the lesson's own, in the order in which they are read, without their
    /// ending: `["Losses", "Walks"]`.
    public init(
        _ number: Int, _ name: String, title: String, idea: String, chapters: [String] = [],
        source: String = #filePath
    ) {
        self.number = number
        self.name = name
        self.title = title
        self.idea = idea
        let folder = Files.folder(of: source)
        sources = [source] + chapters.map { "\(folder)/\($0).swift" }
    }

    /// How to open the lesson's figure that moves, if it has one.
    var invitation: String? {
        guard Self.knobs.contains(number) else { return nil }
        return "> Turn it yourself: `swift run nurie studio`, room *Knobs*, \(number < 10 ? "0" : "")\(number)."
    }

    /// The lessons that have a knob in the studio.
    static let knobs: Set = [1, 2, 3, 4, 5, 9, 12]

    private var folderName: String { "\(number < 10 ? "0" : "")\(number)-\(name)" }

    var command: String { "lesson-\(number < 10 ? "0" : "")\(number)" }
    var sourceFolder: String { "Lessons/\(folderName)" }
    var defaultFolder: String { "\(Self.contentsFolder)/\(folderName)" }

    /// Where a run at this scale writes: a long one beside the others, whose page shows its pictures too.
    func folder(at scale: Scale) -> String { scale == .full ? "\(defaultFolder)/\(LongRun.folder)" : defaultFolder }
    /// The stubs that a learner fills in, beside the lesson.
    var exercisesSource: String { "\(Files.folder(of: sources[0]))/Exercises.swift" }

    /// Where the pages of all lessons lie.
    static let contentsFolder = "Plots"
}
