import LessonKit
import TensorCore
import Training

/// An answer to each exercise.
protocol AnimeAnswers {
    func discriminatorLoss(drawn: Tensor, generated: Tensor, grey: Tensor, smoothed: Tensor) throws -> Tensor
    func bestAnswer(to kinds: [(weight: Double, target: Double)]) throws -> Double
    func multiplications(kernel k: Int, from c: Int, to d: Int, side: Int) throws -> (full: Int, separable: Int)
    func smoothed(_ row: [Double], threshold: Double) throws -> [Double]
}

extension PhotographsToDrawings {
    static var answers: any AnimeAnswers { YourAnswers() }

    static let exercises: [Exercise<any AnimeAnswers>] = [
        fourTerms, bestAnswer, whatLightMeans, smoothARow,
        Exercise(
            open: "Edges in colour",
            hints: [
                "Play the game of the lesson with other `Rules`; nothing else has to change.",
                "Look at the discriminator first: its mean answers to sharp and to smoothed held-out drawings, in colour.",
                "Only then at the pictures. At 64 pixels an outline is hardly wider than its shadow: try 128.",
            ]),
    ]

    private static let bestAnswer = Exercise<any AnimeAnswers>(
        "The best answer",
        hints: [
            "Write the loss for an answer y as a sum over the kinds, and take its derivative.",
            "The sum of weight · (y − target) is zero.",
            "y is the mean of the targets, each counted with its weight.",
        ]
    ) { answers in
        let cases: [([(weight: Double, target: Double)], Double)] = [
            ([(1, 1), (1, 0)], 0.5), ([(1, 1), (1, 0), (1, 0), (0.1, 0)], 1 / 3.1),
            ([(1.2, 1), (1.2, 0), (1.2, 0), (0.8, 0)], 1.2 / 4.4), ([(2, 1)], 1),
        ]
        for (kinds, expected) in cases {
            let text = kinds.map { "\(rounded($0.weight)) for \(rounded($0.target))" }.joined(separator: ", ")
            try WrongAnswer.unless(try answers.bestAnswer(to: kinds), is: expected, "for the weights \(text)")
        }
    }

    private static let whatLightMeans = Exercise<any AnimeAnswers>(
        "What light means",
        hints: [
            "Each number of the map takes one multiplication for each weight that it is made with.",
            "In the full one that is k · k · c weights for each of d channels.",
            "Separable: k · k for each of c channels, and then c for each of d; all that for each pixel.",
        ]
    ) { answers in
        for (k, c, d, side) in [(3, 64, 128, 128), (3, 256, 256, 64), (7, 3, 32, 256)] {
            let got = try answers.multiplications(kernel: k, from: c, to: d, side: side)
            let pixels = side * side
            let place = "\(k)×\(k), \(c) to \(d) channels, side \(side)"
            try WrongAnswer.unless(
                got.full, equals: k * k * c * d * pixels,
                "for the full one of \(place)")
            let separable = (k * k * c + c * d) * pixels
            try WrongAnswer.unless(
                got.separable, equals: separable,
                "for the separable one of \(place)")
        }
    }

    private static let smoothARow = Exercise<any AnimeAnswers>(
        "Smooth the edges of a row",
        hints: [
            "First a list of Bools: where is an edge? Then a second: which places are at most two from one?",
            "For the mirror: −1 is 1, −2 is 2; for n pixels n is n − 2, and n + 1 is n − 3.",
            "The mean is the sum of weight · row[mirrored(i + offset)] for offsets −2…2, by 16. Read the old row only.",
        ]
    ) { answers in
        let step = [0.0, 0, 0, 0, 0, 16, 16, 16, 16, 16]
        let cases: [([Double], Double, [Double])] = [
            (step, 8, [0, 0, 0, 1, 5, 11, 15, 16, 16, 16]), (step, 20, step),
            ([16, 0, 0, 0, 0, 0], 1, [6, 4, 1, 0, 0, 0]), ([0, 0, 32], 8, [4, 8, 12]),
        ]
        for (row, threshold, expected) in cases {
            let got = try answers.smoothed(row, threshold: threshold)
            let isRight = got.count == expected.count && zip(got, expected).allSatisfy { abs($0 - $1) < 1e-9 }
            try WrongAnswer.unless(
                isRight, expected: "\(expected)", got: "\(got)", "for \(row), threshold \(rounded(threshold))")
        }
    }
}
