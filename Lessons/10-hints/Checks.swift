import LessonKit
import Models

/// An answer to each exercise.
protocol HintAnswers {
    func moreParametersForAMask() throws -> Int
    func shareTold(dabs: Int, ofPixels size: Int, area: Int) throws -> Double
    func shrunk(_ block: [Double?]) throws -> Double?
    func run(over lengths: [Double], from hints: [Int], reach: Double) throws -> [Int?]
}

extension HintsForTheColorizer {
    static var answers: any HintAnswers { YourAnswers() }

    static let exercises: [Exercise<any HintAnswers>] = [
        changeOneNumber, whatDabsTell, halfAHint, writeItYourself,
        Exercise(
            open: "A dab in the wrong place",
            hints: [
                "Shift the tensor of hints by a pixel or two before it runs; `padded` and `sliced` do it.",
                "Measure obedience and PSNR with well-placed and with misplaced hints, before and after.",
                "If half of the hints lie, the network should believe a hint only if others agree. Does it?",
            ]),
    ]

    private static let changeOneNumber = Exercise<any HintAnswers>(
        "Change one number",
        hints: [
            "Which layers see the input?",
            "Only c0, whose weights are [32, inputs, 3, 3].",
            "`UNet(inputs: 5).parameterCount` against that with 4.",
        ]
    ) { answers in
        let expected = UNet(inputs: 5).parameterCount - UNet(inputs: 4).parameterCount
        let got = try answers.moreParametersForAMask()
        try WrongAnswer.unless(got, equals: expected, "for one channel more")
    }

    private static let whatDabsTell = Exercise<any HintAnswers>(
        "What dabs tell",
        hints: [
            "Ask for the opposite: what is the chance that a pixel is missed by one dab?",
            "By all of them it is missed with the product of these chances.",
            "1 − (1 − s/A)ⁿ",
        ]
    ) { answers in
        for (dabs, size, area) in [(12, 9, 4096), (0, 9, 4096), (160, 25, 4096), (1, 16, 16), (3, 2, 8)] {
            var missed = 1.0
            for _ in 0..<dabs { missed *= 1 - Double(size) / Double(area) }
            try WrongAnswer.unless(
                try answers.shareTold(dabs: dabs, ofPixels: size, area: area), is: 1 - missed,
                "for \(dabs) dabs of \(size) pixels on \(area)")
        }
    }

    private static let halfAHint = Exercise<any HintAnswers>(
        "Half a hint",
        hints: [
            "There is no half a hint: leave out those that are nil, and count the others.",
            "`block.compactMap(\\.self)` leaves them out.",
        ]
    ) { answers in
        let cases: [([Double?], Double?)] = [
            ([nil, nil, nil, nil], nil), ([0.5, nil, nil, nil], 0.5), ([0.2, 0.4, nil, nil], 0.3), ([0, nil], 0),
            ([1, 0.5, 0, 0.1], 0.4),
        ]
        for (block, expected) in cases {
            let got = try answers.shrunk(block)
            guard let expected, let got else {
                try WrongAnswer.unless(
                    got == nil && expected == nil, expected: expected.map { "\($0)" } ?? "nil",
                    got: got.map { "\($0)" } ?? "nil", "for \(block)")
                continue
            }
            try WrongAnswer.unless(got, is: expected, "for \(block)")
        }
    }

    private static let writeItYourself = Exercise<any HintAnswers>(
        "Write it yourself",
        hints: [
            "In a row paint comes from the left or from the right. Do one of them first.",
            "Walk from left to right and carry the last hint and how far away it is; a step onto pixel i adds lengths[i].",
            "Walk back in the same way, and take the nearer of the two; on equal ways the left one.",
        ]
    ) { answers in
        let paper = [Double](repeating: 1, count: 7)
        let line: [Double] = [1, 1, 1, 13, 1, 1, 1]
        let cases: [([Double], [Int], Double, [Int?])] = [
            (paper, [0], 100, [0, 0, 0, 0, 0, 0, 0]), (paper, [0, 6], 100, [0, 0, 0, 0, 6, 6, 6]),
            (paper, [1], 2, [1, 1, 1, 1, nil, nil, nil]), (paper, [], 100, [nil, nil, nil, nil, nil, nil, nil]),
            (line, [0], 5, [0, 0, 0, nil, nil, nil, nil]), (line, [2, 6], 100, [2, 2, 2, 2, 6, 6, 6]),
            (line, [0, 4], 8, [0, 0, 0, nil, 4, 4, 4]), (line, [0, 4], 14, [0, 0, 0, 4, 4, 4, 4]),
        ]
        for (lengths, hints, reach, expected) in cases {
            let got = try answers.run(over: lengths, from: hints, reach: reach)
            try WrongAnswer.unless(
                got, equals: expected,
                "for lengths \(lengths), hints \(hints), reach \(reach)")
        }
    }
}
