import LessonKit
import Pictures

/// An answer to each exercise.
protocol PipelineAnswers {
    func rootMeanSquaredLength(deviation: Double, latents: Int) throws -> Double
    func setIn(_ figure: Picture, coverage: Picture, behind: Picture) throws -> Picture
    func signalToNoise(ofJoints decibels: [Double]) throws -> Double
    func figure(isPaper: [Bool]) throws -> Range<Int>?
}

extension WholePipeline {
    static var answers: any PipelineAnswers { YourAnswers() }

    static let exercises: [Exercise<any PipelineAnswers>] = [
        whereCodesAre, setItIn, jointsInARow, figureOfARow,
        Exercise(
            open: "A shadow",
            hints: [
                "A shadow is the coverage, moved, blurred (`FloatPlane.blur`) and used to darken what is behind.",
                "For the evening's light mix the scene's mean colour into the figure, a tenth or so.",
                "To measure it: figures that were drawn into scenes are known (`DrawnScenes` has some). "
                    + "Does a small network that tells set in from drawn in get worse at it?",
            ]),
    ]

    private static let whereCodesAre = Exercise<any PipelineAnswers>(
        "Where the codes are",
        hints: [
            "What is the mean of the square of one latent?",
            "The deviation, squared; a squared length is the sum over all latents.",
            "√n · σ",
        ],
        answer: """
            Squared lengths add up, one for each latent, so nearly all codes lie in a thin shell. To be near the middle all 32 numbers \
            would have to be small at once.
            """
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
            "Half a coverage gives half of both, in each channel.",
            "With c = coverage / 255: c · figure + (1 − c) · behind.",
            "The samples of RGB are three for each pixel; those of the coverage are one.",
        ]
    ) { answers in
        let side = 32
        func soft(_ pixel: Int) -> UInt8 {
            let (x, y) = (Double(pixel % side) - 15.5, Double(pixel / side) - 15.5)
            return UInt8(min(255, max(0, 255 * (11 - (x * x + y * y).squareRoot()) / 3)))
        }
        let coverage = Picture(width: side, height: side, format: .grey, samples: (0..<side * side).map(soft))
        let figure = Picture(width: side, height: side, format: .rgb, filledWith: [220, 30, 40])
        let behind = Picture(
            width: side, height: side, format: .rgb, samples: (0..<3 * side * side).map { UInt8($0 % 97 + 60) })
        let got = try answers.setIn(figure, coverage: coverage, behind: behind)
        try WrongAnswer.unless(
            got.samples.count == behind.samples.count, expected: "a picture of \(side)×\(side) in RGB",
            got: "\(got.width)×\(got.height) \(got.format)", "for the red disc")
        for (sample, level) in got.samples.enumerated() {
            let share = Double(coverage.samples[sample / 3]) / 255
            let wanted = share * Double(figure.samples[sample]) + (1 - share) * Double(behind.samples[sample])
            let place = share == 1 ? "on the figure" : share == 0 ? "beside it" : "on its rim, coverage \(share)"
            try WrongAnswer.unless(
                abs(Double(level) - wanted) <= 1, expected: Double(level) < wanted ? "more" : "less", got: "\(level)",
                "\(place), in channel \(sample % 3)")
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
                abs(got - expected) < 1e-3, expected: got < expected ? "more" : "less", got: "\(got)",
                "for joints of \(decibels) dB")
        }
    }

    private static let figureOfARow = Exercise<any PipelineAnswers>(
        "The figure of a row",
        hints: [
            "Which paper is connected with an end? Walk in from both ends until something else comes.",
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
