import Files
@testable import LessonKit
import TestSupport
import Testing

@Suite struct NotebookTests {
    @Test("Prose and code come apart, with their lines; what stands above the first prose is no part of it")
    func source() {
        let source = NotebookSource(
            """
            import LessonKit

            //: # Title
            //:
            //: First.

            func f() {
                // why
                g()
                //: In between.
                if h {
                    i()
                }
            }
            """)
        #expect(source.cells.map(\.kind) == [.prose, .code, .prose, .code])
        #expect(
            source.cells.map(\.text) == [
                "# Title\n\nFirst.", "func f() {\n    // why\n    g()", "In between.",
                "    if h {\n        i()\n    }\n}",
            ])
        #expect(source.cells.map(\.lines) == [3...5, 6...9, 10...10, 11...14])
    }

    @Test("A wrong answer is told its place and direction, never the right one")
    func hints() {
        func text(_ check: () throws -> Void) -> String {
            do { try check() } catch { return "\(error)" }
            return "right"
        }
        #expect(text { try WrongAnswer.unless(7, equals: 7, "here") } == "right")
        #expect(text { try WrongAnswer.unless(12, equals: 34, "here") } == "got 12, which is too small, here")
        #expect(
            text { try WrongAnswer.unless([1, 5], equals: [1, 3], "here") }.contains(
                "from value 2 on: that is too large"))
        #expect(text { try WrongAnswer.unless("a", equals: "b", "here") } == "got a, which is not right, here")
    }

    @Test("What stands between fold and end is a cell of its own, under its title")
    func folds() {
        let source = NotebookSource("//: Prose\na()\n//:fold The figure of *a*\nb()\n\nc()\n//:end\nd()\n//: More")
        #expect(source.cells.map(\.kind) == [.prose, .code, .folded(title: "The figure of *a*"), .code, .prose])
        #expect(source.cells.map(\.text) == ["Prose", "a()", "b()\n\nc()", "d()", "More"])
        #expect(source.cells.map(\.lines) == [1...1, 2...2, 4...6, 8...8, 9...9])
    }

    @Test("Functions of another file come whole, with their comments, and a missing one is named")
    func excerpts() {
        let text =
            "struct A {\n    /// Why.\n    func f(\n        x: Int\n    ) {\n        g()\n    }\n\n    func g() {}\n}\n"
        let excerpt = SourceExcerpt(of: ["g", "f"], in: text)
        #expect(excerpt.code == "func g() {}\n\n/// Why.\nfunc f(\n    x: Int\n) {\n    g()\n}")
        #expect(SourceExcerpt(of: ["f", "h"], in: text).missing == ["h"])
    }

    @Test("Several files are one notebook, whose lines go on from one to the next")
    func chapters() throws {
        try withTemporaryFolder { folder in
            let paths = ["a", "b"].map { "\(folder)/\($0).swift" }
            try Files.replace(paths[0], with: "import X\n//: One\nf()\n")
            try Files.replace(paths[1], with: "import Y\n\n//: Two\ng()\n")
            let source = try NotebookSource(contentsOf: paths)
            #expect(source.cells.map(\.text) == ["One", "f()", "Two", "g()"])
            #expect(source.cells.map(\.lines.lowerBound) == [2, 3, 7, 8])
            #expect(source.line(4, of: paths[1]) == 8 && source.line(3, of: paths[0]) == 3)
            #expect(source.line(3, of: "elsewhere") == nil)
            #expect(throws: FileError.self) { try NotebookSource(contentsOf: paths + ["\(folder)/c.swift"]) }
        }
    }

    @Test(
        "A bound holds inside, not outside, and never for what is no number",
        arguments: [
            (Claim.Bound.below(1), 0.5, 1.0), (.above(1), 1.5, 1.0), (.within(1...2), 1.0, 2.1),
            (.near(3, tolerance: 0.1), 3.05, 3.2), (.exactly(7), 7.0, 7.001),
        ])
    func bounds(_ bound: Claim.Bound, _ inside: Double, _ outside: Double) {
        #expect(Claim(text: "", value: inside, bound: bound).holds)
        #expect(!Claim(text: "", value: outside, bound: bound).holds)
        #expect(!Claim(text: "", value: .nan, bound: bound).holds)
    }

    @Test("A lesson with a knob in the studio says how to open it, and no other does")
    func invitations() {
        func card(_ number: Int) -> LessonCard { LessonCard(number, "name", title: "Title", idea: "idea") }
        #expect(card(3).invitation == "> Turn it yourself: `swift run nurie studio`, room *Knobs*, 03.")
        #expect(card(12).invitation?.hasSuffix(" 12.") == true)
        #expect(card(7).invitation == nil)
    }

    @Test("A check tells what is wrong, what is untouched, and what only the learner can say")
    func verdicts() {
        let exercise = Exercise<Double?>("Two", hints: ["1 + 1"]) { answer in
            guard let answer else { throw Unanswered() }
            try WrongAnswer.unless(answer, is: 2, "for 1 + 1")
        }
        #expect(exercise.verdict(on: 2) == .solved)
        #expect(exercise.verdict(on: nil) == .untouched)
        #expect(exercise.verdict(on: 3) == .wrong("got 3, which is too large, for 1 + 1"))
        #expect(Exercise<Double?>(open: "More", hints: ["?"]).verdict(on: nil) == .open)
    }

    @Test("A model answer is shown after an attempt, in code where there is a stub, and in words")
    func modelAnswers() {
        let closed = Exercise<Double?>("Two", hints: ["1 + 1"], answer: "Because.") { answer in
            guard let answer else { throw Unanswered() }
            try WrongAnswer.unless(answer, is: 2, "for 1 + 1")
        }
        #expect(closed.modelAnswer(to: nil) { "words" } == .codeFirst)
        #expect(closed.modelAnswer(to: 3) { " " } == .wordsFirst)
        #expect(closed.modelAnswer(to: 3) { nil } == .wordsFirst)
        #expect(closed.modelAnswer(to: 3) { "words" } == .text("Because."))
        let open = Exercise<Double?>(open: "Why", hints: ["?"], answer: "Because.")
        #expect(open.modelAnswer(to: nil) { "words" } == .text("Because."))
        #expect(open.modelAnswer(to: nil) { "" } == .wordsFirst)
        #expect(Exercise<Double?>(open: "More", hints: ["?"]).modelAnswer(to: nil) { "words" } == .none)
    }

    @Test(
        "A claim tells what a long run measured beside its own number, and a damaged record is an error with its name"
    )
    func longRuns() throws {
        try withTemporaryFolder { folder in
            #expect(try LongRun.beside(page: folder, seed: 1) == nil)
            try Files.makeFolder("\(folder)/full")
            try Files.replace(
                "\(folder)/full/run.json",
                with: #"""
                    {"measured": [{"claim": "It falls", "value": 0.25}, {"claim": "It falls", "value": 4}, {"claim": "All 900 fall", "value": 7}],
                    "minutes": 34, "seed": 1, "threads": 2}
                    """#)
            let run = try #require(try LongRun.beside(page: folder, seed: 1))
            #expect(try LongRun.beside(page: folder, seed: 2) == nil)
            #expect(run.time == "34 minutes on 2 threads")
            func values(_ texts: String...) -> [Double?] {
                run.values(for: texts.map { Claim(text: $0, value: 0.5, bound: .below(1)) })
            }
            // Of one text one after the other, whatever counts the texts name; another claim in its place has no number.
            #expect(values("It rises", "It falls", "It falls", "It falls") == [nil, 0.25, 4, nil])
            #expect(values("It falls", "All 3 rise", "All 3 fall") == [0.25, nil, 7])
            let claim = Claim(text: "It falls", value: 0.5, bound: .below(1))
            #expect(claim.line(isChecked: true, longRun: 0.25) == "expect “It falls” 0.5 (below 1) ok; long run 0.25")
            #expect(claim.line(isChecked: true) == "expect “It falls” 0.5 (below 1) ok")
            try Files.replace("\(folder)/full/run.json", with: "34")
            #expect(throws: FileError.self) { try LongRun.beside(page: folder, seed: 1) }
            LongRun.remove(from: "\(folder)/full")
            LongRun.remove(from: "\(folder)/full")
            #expect(try LongRun.finished(in: "\(folder)/full", seed: 1) == nil)
        }
    }

    @Test("A page that lies a folder further down finds the same files")
    func oneFolderDown() throws {
        var page = Page("Title")
        page.text("[a](../GLOSSARY.md), [b](../../Data/README.md), ![c](c.png), [d](https://d.org/../e)")
        try withTemporaryFolder { folder in
            try page.oneFolderDown.write(to: folder)
            let text = String(decoding: try Files.read("\(folder)/README.md"), as: UTF8.self)
            #expect(
                text.contains(
                    "[a](../../GLOSSARY.md), [b](../../../Data/README.md), ![c](c.png), [d](https://d.org/../e)"))
        }
    }
}
