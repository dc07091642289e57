import Files
import Foundation
@testable import Lesson01
@testable import Lesson02
@testable import Lesson03
@testable import Lesson04
@testable import Lesson05
@testable import Lesson06
@testable import Lesson07
@testable import Lesson08
@testable import Lesson09
@testable import Lesson10
@testable import Lesson11
@testable import Lesson12
@testable import Lesson13
@testable import Lesson14
@testable import Lesson15
@testable import LessonKit
import TestSupport
import Testing

/// What every lesson promises.
@Suite struct LessonTests {
    @Test("A stub fails, and our solution passes", arguments: ExerciseSet.all)
    func exercises(_ set: ExerciseSet) {
        let reports = set.reports()
        for report in reports {
            #expect(report.hintCount > 0, "\(report.title) has no hint")
            #expect(report.isOpen || report.ofStub == .untouched, "\(report.title): the stub is \(report.ofStub)")
            #expect(report.isOpen || report.ofSolution == .solved, "\(report.title): \(report.ofSolution)")
        }
        let openCount = reports.count { $0.isOpen }
        #expect(reports.count - openCount >= 3, "a lesson has three exercises that are checked")
        #expect(openCount >= 1, "and an open one")
    }
}

extension LessonTests {
    @Test("A lesson runs from top to bottom at the tiny scale and writes its page", arguments: lessonCommands)
    func tiny(_ command: String) throws {
        try withTemporaryFolder { folder in
            let outcome = try Program(command).run("--scale", "tiny", "--output", folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("expect “"), "a lesson states what it expects")
            #expect(outcome.output.contains("Figure \(folder)/"), "and draws figures")
            #expect(Files.exists("\(folder)/README.md"))
        }
    }

    @Test(
        "The committed pages are of the source as it is: run the lesson after a change, the long run with --resume",
        arguments: ExerciseSet.all, [false, true])
    func page(_ lesson: ExerciseSet, ofTheLongRun isLong: Bool) throws {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..").path
        let folder = isLong ? "\(lesson.folder)/\(LongRun.folder)" : lesson.folder
        let page = String(decoding: try Files.read("\(package)/\(folder)/README.md"), as: UTF8.self)
        var rest = page[...]
        for cell in try NotebookSource(contentsOf: lesson.sources).cells {
            for part in cell.text.split(separator: "\n\n") {
                let text = isLong ? Page.oneFolderDown(String(part)) : String(part)
                let place = try #require(rest.range(of: text), "the page lacks, or has elsewhere:\n\(text)")
                rest = rest[place.upperBound...]
            }
        }
    }

    @Test(
        "Each item of a list begins a line: joined to the last one it would be a sentence with dashes",
        arguments: ExerciseSet.all)
    func lists(_ lesson: ExerciseSet) throws {
        for cell in try NotebookSource(contentsOf: lesson.sources).cells where cell.kind == .prose {
            let joined = cell.text.matches(of: /[.;:] [-*] \*+\w.*/)
            #expect(joined.isEmpty, "\(joined.map { $0.0.prefix(60) })")
        }
    }

    @Test("Stubs import what our solutions do, and Foundation, for log and exp", arguments: ExerciseSet.all)
    func imports(_ lesson: ExerciseSet) throws {
        let missing = try imports(of: lesson.solutionsSource).union(["Foundation"])
            .subtracting(imports(of: lesson.exercisesSource))
        #expect(missing.isEmpty, "\(lesson.exercisesSource) does not import them")
    }

    private func imports(of source: String) throws -> Set<Substring> {
        let text = String(decoding: try Files.read(source), as: UTF8.self)
        return Set(text.split(separator: "\n").filter { $0.hasPrefix("import ") }.map { $0.dropFirst(7) })
    }

    @Test("No file of a lesson is so long that nobody reads it", arguments: ExerciseSet.all)
    func lengths(_ lesson: ExerciseSet) throws {
        for source in lesson.sources {
            let lines = String(decoding: try Files.read(source), as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count <= 250, "\(source)")
        }
    }
}

private let lessonCommands = ExerciseSet.all.map(\.command)

/// The exercises of a lesson with both answers to them.
struct ExerciseSet: Sendable, CustomTestStringConvertible {
    struct Report {
        let title: String
        let hintCount: Int
        let ofStub: Verdict
        let ofSolution: Verdict

        var isOpen: Bool { ofStub == .open }
    }

    let testDescription: String
    let command: String
    let sources: [String]
    let exercisesSource, solutionsSource: String
    /// Of its pages, in the package.
    let folder: String
    let reports: @Sendable () -> [Report]

    init<L: Lesson>(_ lesson: L.Type, _ solutions: @escaping @Sendable () -> L.Answers) {
        testDescription = L.card.title
        command = L.card.command
        sources = L.card.sources
        exercisesSource = L.card.exercisesSource
        solutionsSource = exercisesSource.replacingOccurrences(of: "Exercises.swift", with: "Solutions.swift")
        folder = L.card.defaultFolder
        reports = {
            L.exercises.map {
                Report(
                    title: $0.title, hintCount: $0.hints.count, ofStub: $0.verdict(on: L.answers),
                    ofSolution: $0.verdict(on: solutions()))
            }
        }
    }

    static let all = [
        ExerciseSet(KLDivergence.self) { Lesson01.Solutions() },
        ExerciseSet(JensenAndTheBound.self) { Lesson02.Solutions() },
        ExerciseSet(TensorCoreLesson.self) { Lesson03.Solutions() },
        ExerciseSet(AutoencoderToVAE.self) { Lesson04.Solutions() },
        ExerciseSet(VAEOfFaces.self) { Lesson05.Solutions() },
        ExerciseSet(Rivals.self) { Lesson06.Solutions() },
        ExerciseSet(FromDrawingsToData.self) { Lesson07.Solutions() },
        ExerciseSet(UNetAndSquaredError.self) { Lesson08.Solutions() },
        ExerciseSet(TheAdversary.self) { Lesson09.Solutions() },
        ExerciseSet(HintsForTheColorizer.self) { Lesson10.Solutions() },
        ExerciseSet(LargerDrawings.self) { Lesson11.Solutions() },
        ExerciseSet(RegionsAndFlats.self) { Lesson12.Solutions() },
        ExerciseSet(GramGreyColor.self) { Lesson13.Solutions() },
        ExerciseSet(PhotographsToDrawings.self) { Lesson14.Solutions() },
        ExerciseSet(WholePipeline.self) { Lesson15.Solutions() },
    ]
}
