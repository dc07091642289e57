import Basics
import LessonKit
import TensorCore
import Training

/// An answer to each exercise.
protocol HintAnswers {
    func hints(for truth: Tensor, dabs: Int, size: Int, using generator: inout SeededGenerator) throws -> Tensor
    func shareTold(dabs: Int, ofPixels size: Int, area: Int) throws -> Double
    func shrunk(_ block: [Double?]) throws -> Double?
    func run(over lengths: [Double], from hints: [Int], reach: Double) throws -> [Int?]
}

extension HintsForTheColorizer {
    static var answers: any HintAnswers { YourAnswers() }

    static let exercises: [Exercise<any HintAnswers>] = [
        randomUser, whatDabsTell, halfAHint, runningPaint,
        Exercise(
            open: "A dab in the wrong place",
            hints: [
                "Shift the tensor of hints by a pixel or two before it runs; `padded` and `sliced` do it.",
                "Measure obedience and PSNR with well-placed and with misplaced hints, before and after.",
                "If half of the hints lie, the network should believe a hint only if others agree. Does it?",
            ]),
    ]

    private static let randomUser = Exercise<any HintAnswers>(
        "A user made of random numbers",
        hints: [
            "Begin with −1 everywhere: `Tensor(repeating: -1, shape: truth.shape)`, or its scalars.",
            "A dab's corner is `generator.integer(in: 0..<width - size + 1)`, and so for its row.",
            "Copy three channels of each pixel of the square: channel · height · width + row · width + column.",
        ]
    ) { answers in
        var generator = SeededGenerator(seed: 10)
        let (side, dabs, size) = (24, 8, 3)
        var (hits, shares) = ([Int](repeating: 0, count: side * side), 0.0)
        for _ in 0..<800 {
            let truth = Tensor(uniformIn: 0...1, shape: [1, 3, side, side], using: &generator)
            let got = try answers.hints(for: truth, dabs: dabs, size: size, using: &generator)
            try WrongAnswer.unless(
                got.shape == truth.shape, expected: "the shape of the picture", got: "\(got.shape)",
                "for \(truth.shape)")
            let (given, colors) = (got.scalars, truth.scalars)
            let told = given.indices.filter { given[$0] != -1 }
            try WrongAnswer.unless(
                told.allSatisfy { abs(given[$0] - colors[$0]) < 0.1 }, expected: "the true colours or −1",
                got: "another number", "in a picture with \(dabs) dabs")
            for place in told where place < side * side { hits[place] += 1 }
            shares += Double(told.count) / Double(given.count) / 800
        }
        let wanted = 1 - (1...dabs).reduce(1.0) { left, _ in left * (1 - Double(size * size) / Double(side * side)) }
        try WrongAnswer.unless(
            abs(shares - wanted) < 0.15 * wanted, expected: "another share of pixels", got: rounded(shares),
            "for \(dabs) dabs of \(size)×\(size) on \(side)×\(side), a mean over 800 pictures")
        try WrongAnswer.unless(
            hits.allSatisfy { $0 > 0 }, expected: "dabs everywhere", got: "pixels that no dab ever hits",
            "in 800 pictures")
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
        ],
        answer: """
            With −1 counted, the rim of each dab would become another, darker colour that nobody asked for, and often a number below 0, which \
            is no colour and no sign of "no hint" either.
            """
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

    private static let runningPaint = Exercise<any HintAnswers>(
        "Running paint in a single row",
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
