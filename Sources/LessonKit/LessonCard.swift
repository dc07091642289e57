/// What a lesson is called and where it lies.
public struct LessonCard: Sendable {
    public let number: Int
    /// The folder's name after the number, such as `kl-divergence`.
    public let name: String
    public let title: String
    /// What it is about, in a line for the contents page.
    public let idea: String
    /// The path of the lesson's source, which is read as the notebook.
    let source: String

    public init(_ number: Int, _ name: String, title: String, idea: String, source: String = #filePath) {
        self.number = number
        self.name = name
        self.title = title
        self.idea = idea
        self.source = source
    }

    private var folderName: String { "\(number < 10 ? "0" : "")\(number)-\(name)" }

    var command: String { "lesson-\(number < 10 ? "0" : "")\(number)" }
    var sourceFolder: String { "Lessons/\(folderName)" }
    var defaultFolder: String { "\(Self.contentsFolder)/\(folderName)" }
    /// The stubs that a learner fills in, beside the lesson.
    var exercisesSource: String {
        source.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/Exercises.swift"
    }

    /// Where the pages of all lessons lie.
    static let contentsFolder = "Plots"
}
