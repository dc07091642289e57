import LessonKit

/// An answer to each exercise.
protocol LargerDrawingAnswers {
    func reachWithOneHalvingMore() throws -> Int
    func sides(of drawing: (width: Int, height: Int), shorter: Int) throws -> (width: Int, height: Int)
    func tiles(ofLength length: Int, tile: Int, margin: Int) throws -> [(given: Range<Int>, kept: Range<Int>)]
    func shrunk(_ row: [Double]) throws -> [Double]
}

extension LargerDrawings {
    static var answers: any LargerDrawingAnswers { YourAnswers() }

    static let exercises: [Exercise<any LargerDrawingAnswers>] = [
        changeOneNumber, padOrSqueeze, linesThatStay, tilesWithoutSeams,
        Exercise(
            open: "A third stage",
            hints: [
                "`secondStageInput` does not ask how large anything is. What did the second stage learn that depends on the size?",
                "Give it its own output, enlarged, beside lines of four times the size, and look at the width of the lines first.",
                "If it fails, train it on pictures of several sizes, or on lines of several widths: which of the two helps?",
            ],
            answer: """
                The lines fail first. Colours are near at hand at any size, but lines of four times the width are ink to a network that \
                knows thin ones. Drawings of several sizes, or lines of several widths, in its training help.
                """),
    ]

    private static let changeOneNumber = Exercise<any LargerDrawingAnswers>(
        "One halving more",
        hints: [
            "Write down the way back through the network with one more halving, doubling and convolution of 3×3 on each side.",
            "At the bottom a step is 32 pixels now. The lesson's function can be given any list of layers.",
            "One level more: `wayBack(levels: 5)`, and the same question for all 32 places that a pixel can have.",
        ]
    ) { answers in
        let expected = reach(of: wayBack(levels: 5), phases: 32)
        let got = try answers.reachWithOneHalvingMore()
        try WrongAnswer.unless(got, equals: expected, "pixels to the farther side")
    }

    private static let padOrSqueeze = Exercise<any LargerDrawingAnswers>(
        "Any aspect ratio",
        hints: [
            "First the scale: what makes the shorter side `shorter`? Both sides are multiplied by it and rounded.",
            "Then the next multiple of 16 that is not smaller, for each side.",
            "`(side + 15) / 16 * 16`",
        ]
    ) { answers in
        let cases = [
            ((640, 900), 128, (128, 192)), ((900, 640), 128, (192, 128)), ((512, 512), 128, (128, 128)),
            ((1000, 300), 128, (432, 128)), ((517, 389), 64, (96, 64)), ((300, 301), 128, (128, 128)),
            ((160, 250), 100, (112, 160)),
        ]
        for (drawing, shorter, expected) in cases {
            let got = try answers.sides(of: drawing, shorter: shorter)
            try WrongAnswer.unless(
                got == expected, expected: "\(expected.0)×\(expected.1)", got: "\(got.width)×\(got.height)",
                "for \(drawing.0)×\(drawing.1), the shorter side \(shorter)")
        }
    }

    private static let linesThatStay = Exercise<any LargerDrawingAnswers>(
        "Lines that stay",
        hints: [
            "Ink is dark: the widened line is the smallest of a pixel and its neighbours.",
            "Then the mean of each four, of the widened row.",
        ]
    ) { answers in
        let paper = [Double](repeating: 1, count: 8)
        let cases: [([Double], [Double])] = [
            (paper, [1, 1]), ([1, 0, 1, 1, 1, 1, 1, 1], [0.25, 1]), ([1, 1, 1, 0, 1, 1, 1, 1], [0.5, 0.75]),
            ([1, 1, 1, 1, 1, 1, 0.2, 0.6], [1, 0.4]), ([0, 1, 1, 1], [0.5]),
        ]
        for (row, expected) in cases {
            let got = try answers.shrunk(row)
            try WrongAnswer.unless(
                got.count == expected.count && zip(got, expected).allSatisfy { abs($0 - $1) < 1e-9 },
                expected: "\(expected)", got: "\(got)", "for \(row)")
        }
    }
}
