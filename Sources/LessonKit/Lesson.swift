import ArgumentParser
import Figures
import Files
import Training

/// A numbered lesson: a program that teaches one idea, and whose source is its notebook.
///
/// The type with `@main`, the imports and `teach` stand at the top of the file; the notebook begins with the first line of
/// prose (`//:`), and its functions take the ``Notebook`` that prints, draws and states what is expected.
public protocol Lesson: ParsableCommand {
    /// The protocol of the exercises' answers.
    associatedtype Answers

    static var card: LessonCard { get }
    static var exercises: [Exercise<Answers>] { get }
    /// The learner's answers.
    static var answers: Answers { get }

    var options: LessonOptions { get }

    /// Runs the notebook from top to bottom.
    func teach(in notebook: Notebook) throws
}

extension Lesson {
    public static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: card.command, abstract: "\(card.title): \(card.idea).",
            discussion: """
                Prints the lesson, draws its figures and writes its page, to \(card.defaultFolder) unless another folder is named; \
                at the full scale to \(card.folder(at: .full)), and the lesson's page shows what is there beside its own. \
                Ends with an error when a claim does not hold.
                """)
    }

    public func run() throws {
        options.run.threads.apply()
        if options.check { return try checkAnswers() }
        if !options.hint.isEmpty { return try giveHint() }
        if let number = options.answer { return try giveAnswer(to: number) }
        try Gnuplot().check()
        let notebook = try Notebook(Self.card, options: options)
        let exercises = try NotebookSource(contentsOf: [Self.card.exercisesSource])
        try Files.makeFolder(notebook.folder)
        let isLong = notebook.scale == .full
        // A record of an earlier run must not give its time to this one, should this one be interrupted.
        if isLong, !notebook.isResuming { LongRun.remove(from: notebook.folder) }
        let earlier =
            try isLong
            ? LongRun.finished(in: notebook.folder, seed: notebook.seed)
            : LongRun.beside(page: notebook.folder, seed: notebook.seed)
        let clock = ContinuousClock()
        let time = try clock.measure { try reportingInterruption { try teach(in: notebook) } }
        notebook.finish()
        let longRun = isLong ? LongRun(notebook, seconds: time / .seconds(1), finished: earlier) : earlier
        try NotebookPage(Self.card, notebook, exercises: exercises, longRun).write()
        if isLong { try longRun?.write(to: notebook.folder) }
        if options.run.output == nil, !isLong {
            try ContentsPage(of: LessonCard.contentsFolder).write()
        }
        try report(notebook)
    }

    private func report(_ notebook: Notebook) throws {
        Console.say("\n\(notebook.folder)/README.md is the lesson's page.")
        let missed = notebook.missed
        if missed.isEmpty { return }
        Console.warn("\(missed.count) of \(notebook.claims.count) expectations do not hold:")
        for claim in missed { Console.warn("  " + claim.line(isChecked: true)) }
        throw ExitCode.failure
    }
}
