import Testing

@testable import LessonKit

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

    @Test("A check tells what is wrong, what is untouched, and what only the learner can say")
    func verdicts() {
        let exercise = Exercise<Double?>("Two", hints: ["1 + 1"]) { answer in
            guard let answer else { throw Unanswered() }
            try WrongAnswer.unless(answer, is: 2, "for 1 + 1")
        }
        #expect(exercise.verdict(on: 2) == .solved)
        #expect(exercise.verdict(on: nil) == .untouched)
        #expect(exercise.verdict(on: 3) == .wrong("expected 2, got 3, for 1 + 1"))
        #expect(Exercise<Double?>(open: "More", hints: ["?"]).verdict(on: nil) == .open)
    }
}
