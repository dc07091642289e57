import ArgumentParser
import Training

/// The options of every lesson.
public struct LessonOptions: ParsableArguments {
    @OptionGroup public var run: RunOptions

    @Flag(help: "Look at your answers in Exercises.swift instead of running the lesson.")
    public var check = false

    @Option(
        help: ArgumentHelp(
            "Help with an exercise, a step at a time: --hint 2 --hint 2 gives the second step for exercise 2.",
            valueName: "exercise"))
    public var hint: [Int] = []

    @Option(
        help: ArgumentHelp(
            "Our answer in words to an exercise's question, after your own: it reads a line of yours first.",
            valueName: "exercise"))
    public var answer: Int?

    public init() {}
}
