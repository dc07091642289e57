import Foundation
import LessonKit
import TensorCore
import Training

/// An answer to each exercise.
protocol AdversaryAnswers {
    func colorizerLoss(colored: Tensor, truth: Tensor, logits: Tensor, weight: Float) throws -> Tensor
    func twoClassCrossEntropy(rightLogit: Double, wrongLogit: Double) throws -> Double
    func slopes(whenGenuineHas p: Double) throws -> (ofMinusLogP: Double, ofLogOneMinusP: Double)
    func releasedError(of colored: [Double], from truth: [Double]) throws -> Double
}

extension TheAdversary {
    static var answers: any AdversaryAnswers { YourAnswers() }

    static let exercises: [Exercise<any AdversaryAnswers>] = [
        colorizersTurn, twoClassesOrOne, hopelessCases, releasedCode,
        Exercise(
            open: "The line network",
            hints: [
                "Train the line network first, with squared error from `batch.color` to `batch.lines`, and keep it as it is.",
                "Run it in the mode .training(tape) of the colorizer's tape: its parameters are not learnt, the gradient runs through it.",
                "Compare the lines of the coloured picture with those that it finds in the true one, not with the drawing.",
            ]),
    ]

    private static let twoClassesOrOne = Exercise<any AdversaryAnswers>(
        "Two classes or one",
        hints: [
            "Divide both parts of the softmax's fraction by e to the right logit.",
            "p = 1 / (1 + e^d) with d = wrong − right, so the loss is log(1 + e^d).",
            "For d > 0 write it as d + log(1 + e^−d); `log1p` is exact for small numbers.",
        ]
    ) { answers in
        let cases: [(Double, Double, Double)] = [
            (0, 0, log(2)), (2, -1, log(1 + exp(-3))), (-1, 2, log(1 + exp(3))), (1000, -1000, 0),
            (-1000, 1000, 2000),
        ]
        for (right, wrong, expected) in cases {
            try WrongAnswer.unless(
                try answers.twoClassCrossEntropy(rightLogit: right, wrongLogit: wrong), is: expected,
                "for the logits \(rounded(right)), right, and \(rounded(wrong)), wrong")
        }
    }

    private static let hopelessCases = Exercise<any AdversaryAnswers>(
        "Hopeless cases",
        hints: [
            "p is the sigmoid of d. What is the derivative of a sigmoid?",
            "dp/dd = p (1 − p). Now the chain rule, on −log p and on log(1 − p).",
        ],
        answer: """
            −log p. Where the colorizer is always caught, p is nearly 0: the derivative of −log p is then nearly −1, that of log(1 − p) \
            nearly 0, so the second teaches nothing when it is needed most.
            """
    ) { answers in
        for p in [0.001, 0.2, 0.5, 0.9] {
            let got = try answers.slopes(whenGenuineHas: p)
            try WrongAnswer.unless(got.ofMinusLogP, is: p - 1, "for −log p at p = \(p)")
            try WrongAnswer.unless(got.ofLogOneMinusP, is: -p, "for log(1 − p) at p = \(p)")
        }
    }

    private static let releasedCode = Exercise<any AdversaryAnswers>(
        "The released code",
        hints: [
            "Turn both colours into YUV. The 128 falls out of the difference.",
            "The mean of three absolute differences, times 255.",
        ],
        answer: """
            The old photographs of this lesson are some 15 of these units from the truth; the cross-entropy of a guess is 0.7. With \
            weight 1 the adversary is a twentieth of the loss.
            """
    ) { answers in
        let cases: [([Double], [Double], Double)] = [
            ([1, 1, 1], [1, 1, 1], 0), ([1, 1, 1], [0, 0, 0], 85),
            // Red against blue: Y is 0.185 larger, B − Y 1.185 smaller, R − Y 0.815 larger.
            ([1, 0, 0], [0, 0, 1], (0.185 + 0.492 * 1.185 + 0.877 * 0.815) * 85),
        ]
        for (colored, truth, expected) in cases {
            try WrongAnswer.unless(
                try answers.releasedError(of: colored, from: truth), is: expected, "for \(colored) against \(truth)"
            )
        }
    }
}
