import LessonKit

/// An answer to each exercise.
protocol PipelineAnswers {
    func rootMeanSquaredLength(deviation: Double, latents: Int) throws -> Double
    func level(front: Double, behind: Double, coverage: Double) throws -> Double
    func signalToNoise(ofJoints decibels: [Double]) throws -> Double
    func figure(isPaper: [Bool]) throws -> Range<Int>?
}

extension WholePipeline {
    static var answers: any PipelineAnswers { YourAnswers() }

    static let exercises: [Exercise<any PipelineAnswers>] = [
        changeOneNumber, setItIn, jointsInARow, writeItYourself,
        Exercise(
            open: "A shadow",
            hints: [
                "A shadow is the coverage, moved, blurred (`FloatPlane.blur`) and used to darken what is behind.",
                "For the evening's light mix the scene's mean colour into the figure, a tenth or so.",
                "To measure it: figures that were drawn into scenes are known (`DrawnScenes` has some). "
                    + "Does a small network that tells set in from drawn in get worse at it?",
            ]),
    ]

    private static let changeOneNumber = Exercise<any PipelineAnswers>(
        "Change one number",
        hints: [
            "What is the mean of the square of one latent?",
            "The deviation, squared; a squared length is the sum over all latents.",
            "√n · σ",
        ]
    ) { answers in
        for (deviation, latents) in [(0.7, 32), (1.0, 32), (1.0, 1), (0, 64), (2.0, 9)] {
            try WrongAnswer.unless(
                try answers.rootMeanSquaredLength(deviation: deviation, latents: latents),
                is: deviation * Double(latents).squareRoot(), "for a deviation of \(deviation) and \(latents) latents"
            )
        }
    }

    private static let setItIn = Exercise<any PipelineAnswers>(
        "Set it in",
        hints: [
            "Half a coverage gives half of both.",
            "The figure's level counts by its coverage, the other one by what is left.",
            "c · front + (1 − c) · behind",
        ]
    ) { answers in
        for (front, behind, coverage) in [(0.2, 0.8, 1.0), (0.2, 0.8, 0.0), (0.2, 0.8, 0.25), (1.0, 0.0, 0.5)] {
            try WrongAnswer.unless(
                try answers.level(front: front, behind: behind, coverage: coverage),
                is: behind + coverage * (front - behind), "for \(front) in front of \(behind), coverage \(coverage)")
        }
    }

    private static let jointsInARow = Exercise<any PipelineAnswers>(
        "Joints in a row",
        hints: [
            "Decibels do not add up. What does, for errors that have nothing to do with each other?",
            "Squared errors: a PSNR of d stands for one of 10^(−d / 10).",
            "Add these, and go back to decibels: two joints of 20 dB give 17.",
        ]
    ) { answers in
        for (decibels, expected) in [
            ([20.0, 20], 16.9897), ([30], 30), ([10, 20, 30], 9.5468), ([40, 40, 40, 40], 33.9794),
        ] {
            let got = try answers.signalToNoise(ofJoints: decibels)
            try WrongAnswer.unless(
                abs(got - expected) < 1e-3, expected: "\(expected)", got: "\(got)", "for joints of \(decibels) dB")
        }
    }

    private static let writeItYourself = Exercise<any PipelineAnswers>(
        "Write it yourself",
        hints: [
            "Which paper hangs together with an end? Walk in from both ends until something else comes.",
            "Between these two places paper is surrounded, as a highlight in an eye is: it is no paper any more.",
            "So in a row there is only one piece: from the first pixel that is not paper to the last one.",
        ]
    ) { answers in
        func row(_ text: String) -> [Bool] { text.map { $0 == "." } }
        let cases: [(String, Range<Int>?)] = [
            ("..##..", 2..<4), ("......", nil), ("######", 0..<6), (".#.##.", 1..<5), ("#.....", 0..<1), ("", nil),
        ]
        for (text, expected) in cases {
            let got = try answers.figure(isPaper: row(text))
            try WrongAnswer.unless(
                got == expected, expected: expected.map { "\($0)" } ?? "nil", got: got.map { "\($0)" } ?? "nil",
                "for “\(text)”")
        }
    }
}
