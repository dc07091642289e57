/// Why a figure could not be made: which one, what is wrong and what to do about it.
public struct FigureError: Error, Equatable, CustomStringConvertible {
    /// The figure's name, or the program's that was to draw it.
    public let subject: String
    public let problem: String
    public let remedy: String

    public init(_ subject: String, problem: String, remedy: String) {
        self.subject = subject
        self.problem = problem
        self.remedy = remedy
    }

    public var description: String { "\(subject): \(problem). \(remedy)." }
}
