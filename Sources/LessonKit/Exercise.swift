import Training

/// A task for the learner, with help and a check of the answer.
///
/// `Answers` is a protocol with a requirement for each exercise; the learner's stubs and our solutions conform to it, so
/// that both go through the same check. The task itself is prose beside the stub.
public struct Exercise<Answers>: Sendable {
    public let title: String
    /// From a nudge to nearly the answer.
    public let hints: [String]
    /// What a good answer in words says, to compare one's own with; nil where there is nothing to say.
    public let modelAnswer: String?
    private let check: (@Sendable (Answers) throws -> Void)?

    /// An exercise whose check throws ``Unanswered`` or ``WrongAnswer``, and ends when the answer is right.
    ///
    /// `answer` is the model answer to its question in words, such as "say why".
    public init(
        _ title: String, hints: [String], answer: String? = nil,
        check: @escaping @Sendable (Answers) throws -> Void
    ) {
        self.title = title
        self.hints = hints
        modelAnswer = answer
        self.check = check
    }

    /// An open exercise: it leads beyond the lesson, and only the learner can say when it is done.
    public init(open title: String, hints: [String], answer: String? = nil) {
        self.title = title
        self.hints = hints
        modelAnswer = answer
        check = nil
    }

    /// The model answer, for a learner who has tried: in code where the exercise has a check, and in words.
    ///
    /// `attempt` asks for the learner's own words; it is not called where the code is still a stub.
    func modelAnswer(to answers: Answers, attempt: () -> String?) -> ModelAnswer {
        guard let modelAnswer else { return .none }
        if verdict(on: answers) == .untouched { return .codeFirst }
        let words = attempt() ?? ""
        return words.allSatisfy(\.isWhitespace) ? .wordsFirst : .text(modelAnswer)
    }

    public func verdict(on answers: Answers) -> Verdict {
        guard let check else { return .open }
        do {
            try check(answers)
            return .solved
        } catch is Unanswered {
            return .untouched
        } catch {
            return .wrong("\(error)")
        }
    }
}

/// What is shown to a learner who asks for the model answer.
enum ModelAnswer: Equatable {
    case text(String)
    /// The exercise has only code for an answer, or is done when the learner is content.
    case none
    /// Its stub is as it was.
    case codeFirst
    /// No words of the learner's own were given.
    case wordsFirst
}

/// What the check of an exercise says.
public enum Verdict: Equatable, Sendable {
    case solved, untouched, open
    /// What was expected, what came instead, and where.
    case wrong(String)

    var description: String {
        switch self {
        case .solved: "solved"
        case .untouched: "untouched"
        case .open: "open: it is done when you are content"
        case .wrong(let why): "wrong: \(why)"
        }
    }
}

/// Thrown by a stub that nobody has filled in.
public struct Unanswered: Error {
    public init() {}
}

/// An answer that is not right. Its text says where, and in which direction, but not what the answer is.
public struct WrongAnswer: Error, CustomStringConvertible {
    public let description: String

    /// `place` says for which input, such as `for p = [0.5, 0.5]`; `expected` in words what the answer should be like.
    public init(expected: String, got: String, _ place: String) {
        description = "expected \(expected), got \(got), \(place)"
    }

    private init(got: String, _ direction: String, _ place: String) {
        description = "got \(got), which is \(direction), \(place)"
    }

    /// Throws if a number is not the expected one, to within the tolerance.
    public static func unless(
        _ got: some BinaryFloatingPoint, is expected: Double, tolerance: Double = 1e-6, _ place: String
    ) throws {
        // Two infinities are equal and have no difference.
        guard Double(got) == expected || abs(Double(got) - expected) <= tolerance else {
            throw WrongAnswer(got: rounded(got, digits: 6), direction(Double(got), expected), place)
        }
    }

    /// Throws if an answer is not the expected one.
    public static func unless<Answer: Equatable>(_ got: Answer, equals expected: Answer, _ place: String) throws {
        guard got == expected else { throw WrongAnswer(got: "\(got)", hint(got, expected), place) }
    }

    /// Throws with a text of what was expected if a condition does not hold.
    public static func unless(_ holds: Bool, expected: String, got: String, _ place: String) throws {
        guard holds else { throw WrongAnswer(expected: expected, got: got, place) }
    }

    private static func direction(_ got: Double, _ expected: Double) -> String {
        got.isNaN ? "no number" : got > expected ? "too large" : "too small"
    }

    private static func hint(_ got: Any, _ expected: Any) -> String {
        switch (got, expected) {
        case (let got as Int, let expected as Int): return direction(Double(got), Double(expected))
        case (let got as Double, let expected as Double): return direction(got, expected)
        case (let got as [Any], let expected as [Any]) where got.count != expected.count:
            return "\(got.count > expected.count ? "too many" : "too few") values"
        case (let got as [Any], let expected as [Any]):
            let first = zip(got, expected).enumerated().first { "\($1.0)" != "\($1.1)" }
            return first.map { "wrong from value \($0.offset + 1) on: that is \(hint($0.element.0, $0.element.1))" }
                ?? "not right"
        default: return "not right"
        }
    }
}
