import ArgumentParser
import Training

/// What a lesson does in place of running: it looks at answers, helps, and shows its own.
extension Lesson {
    func checkAnswers() throws {
        var (solved, closed) = (0, 0)
        for (index, exercise) in Self.exercises.enumerated() {
            let verdict = exercise.verdict(on: Self.answers)
            Console.say("Exercise \(index + 1), \(exercise.title): \(verdict.description)")
            if verdict != .open { closed += 1 }
            if verdict == .solved { solved += 1 }
        }
        Console.say("Your answers stand in \(Self.card.sourceFolder)/Exercises.swift.")
        Console.say("\(solved) of \(closed) are solved.")
        if solved < closed { throw ExitCode.failure }
    }

    func giveHint() throws {
        let number = options.hint[0]
        guard Self.exercises.indices.contains(number - 1), options.hint.allSatisfy({ $0 == number }) else {
            throw ValidationError("--hint takes the number of one of the exercises, 1 to \(Self.exercises.count).")
        }
        let exercise = Self.exercises[number - 1]
        let step = min(options.hint.count, exercise.hints.count)
        Console.say("Exercise \(number), \(exercise.title), step \(step) of \(exercise.hints.count):\n")
        Console.say(exercise.hints[step - 1])
        let again = String(repeating: " --hint \(number)", count: step + 1)
        Console.say(
            step < exercise.hints.count
                ? "\nThe next step: swift run \(Self.card.command)\(again)"
                : "\nThat was the last step; \(Self.card.sourceFolder)/Solutions.swift has our answer.")
    }

    func giveAnswer(to number: Int) throws {
        guard Self.exercises.indices.contains(number - 1) else {
            throw ValidationError("--answer takes the number of one of the exercises, 1 to \(Self.exercises.count).")
        }
        let exercise = Self.exercises[number - 1]
        let answer = exercise.modelAnswer(to: Self.answers) {
            Console.say(
                "Exercise \(number), \(exercise.title). Your answer first, in a sentence or two, in one line:")
            return readLine()
        }
        switch answer {
        case .text(let text):
            Console.say("\nOurs:\n\n\(text)\n\nDoes yours say the same? What is missing in either?")
        case .none:
            Console.say(
                "Exercise \(number), \(exercise.title), asks for nothing in words; \(Self.card.sourceFolder)/Solutions.swift has our code."
            )
        case .codeFirst:
            Console.say(
                "Exercise \(number), \(exercise.title): try its code in \(Self.card.sourceFolder)/Exercises.swift first; --hint \(number) helps."
            )
            throw ExitCode.failure
        case .wordsFirst:
            Console.say("No answer of yours, so none of ours: one sentence is enough, even a wrong one.")
            throw ExitCode.failure
        }
    }
}
