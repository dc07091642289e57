import LessonKit
import TensorCore
import Training

/// An answer to each exercise.
protocol UNetAnswers {
    func joined(below: Tensor, across: Tensor) throws -> Tensor
    func bestAnswer(values: [Double], probabilities: [Double]) throws -> (answer: Double, loss: Double)
    func bestAnswerByAbsoluteError(values: [Double], probabilities: [Double]) throws -> Double
    func fading(of colors: [(a: Double, b: Double)]) throws -> Double
}

extension UNetAndSquaredError {
    static var answers: any UNetAnswers { YourAnswers() }

    static let exercises: [Exercise<any UNetAnswers>] = [
        skip, whatIsLeftOver, absoluteError, howFaded,
        Exercise(
            open: "Do lines give colours away?",
            hints: [
                "Change one number, run the lesson with another --output, and compare the saturation of both pages.",
                "Train on extracted lines and judge by true ones: `heldOut` has a `trueLineChance` of its own.",
                "Lesson 07 shows what the extraction does where two colours of one brightness meet.",
            ]),
    ]

    private static let cases: [([Double], [Double])] = [
        ([0, 1], [0.5, 0.5]), ([0.2, 0.9, 0.4], [0.5, 0.2, 0.3]), ([0.7], [1]), ([1, 0, 0.3], [0.15, 0.6, 0.25]),
        ([0.9, 0.1, 0.5, 0.6], [0.3, 0.1, 0.2, 0.4]),
    ]

    private static func expectedLoss(_ answer: Double, _ test: ([Double], [Double]), _ loss: (Double) -> Double)
        -> Double
    {
        zip(test.0, test.1).reduce(0) { $0 + $1.1 * loss(answer - $1.0) }
    }

    private static let whatIsLeftOver = Exercise<any UNetAnswers>(
        "What is left over",
        hints: [
            "Differentiate Σ p (c − x)² by c, and set it to 0.",
            "c is the mean, Σ p x. Put it back into the loss: what is that sum called?",
            "The variance, Σ p (x − mean)².",
        ]
    ) { answers in
        for test in cases {
            let place = "for values \(test.0) with probabilities \(test.1)"
            let got = try answers.bestAnswer(values: test.0, probabilities: test.1)
            let expected = zip(test.0, test.1).reduce(0) { $0 + $1.0 * $1.1 }
            try WrongAnswer.unless(got.answer, is: expected, "for the answer, \(place)")
            try WrongAnswer.unless(
                got.loss, is: expectedLoss(expected, test) { $0 * $0 }, "for the loss, \(place)")
        }
    }

    private static let absoluteError = Exercise<any UNetAnswers>(
        "Absolute error",
        hints: [
            "Move the answer a little to the right: it comes nearer to some values and farther from the others.",
            "It pays as long as more than half of the probability lies to the right.",
            "Sort the values and stop at the first one up to which there is at least half of the probability.",
        ],
        answer: """
            The median of each channel lies in the middle of many colours, as the mean does, and the three medians together need be \
            nobody's colour. Only where one colour has more than half of the probability is it painted whole.
            """
    ) { answers in
        for test in cases {
            let got = try answers.bestAnswerByAbsoluteError(values: test.0, probabilities: test.1)
            // The least loss is at one of the values; in a toss-up everything between two of them is as good.
            let least = test.0.map { expectedLoss($0, test, abs) }.min() ?? 0
            try WrongAnswer.unless(
                expectedLoss(got, test, abs), is: least,
                "for the loss of your answer \(rounded(got)) to values \(test.0) with probabilities \(test.1)")
        }
    }

    private static let howFaded = Exercise<any UNetAnswers>(
        "How faded",
        hints: [
            "Chroma is the length of (a, b).",
            "Take the mean of a and the mean of b, and the length of that; then the mean of the lengths.",
        ]
    ) { answers in
        let cases: [([(a: Double, b: Double)], Double)] = [
            ([(30, 40)], 1), ([(30, 40), (-30, -40)], 0), ([(10, 0), (0, 10)], 0.5 * 2.0.squareRoot()),
            ([(60, 0), (-20, 0), (-10, 0)], 1 / 3.0),
        ]
        for (colors, expected) in cases {
            try WrongAnswer.unless(try answers.fading(of: colors), is: expected, "for \(colors)")
        }
    }
}
