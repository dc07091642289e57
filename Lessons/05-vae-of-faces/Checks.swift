import Foundation
import LessonKit

/// An answer to each exercise.
protocol VAEOfFacesAnswers {
    func sigma(ofWeight weight: Double, forPicturesOf size: Int) throws -> Double
    func bestSigma(squaredErrors: [Double], numbers: Int) throws -> Double
    func bound(fromLogWeights logWeights: [Double]) throws -> Double
    func livingLatents(means: [[Double]], limit: Double) throws -> Int
}

extension VAEOfFaces {
    static var answers: any VAEOfFacesAnswers { YourAnswers() }

    static let exercises: [Exercise<any VAEOfFacesAnswers>] = [
        changeOneNumber, theBestSigma, writeTheBound, deadOrAlive,
        Exercise(
            open: "Learn σ",
            hints: [
                "In the loss σ is no longer a constant: D·log σ has a gradient now, so the whole cost is needed.",
                "A `Parameter(Tensor(0))` for log σ, which the tape and the optimiser must know; its `exp` is σ.",
                "Compare where it settles with exercise 2, and with the σ of the page's bound.",
            ]),
    ]

    private static let changeOneNumber = Exercise<any VAEOfFacesAnswers>(
        "Change one number",
        hints: [
            "Multiply that loss by a constant so that the mean becomes a sum. What becomes of the weight?",
            "β for the sum is weight · 3 · size², and β = 2σ².",
            "σ = √(weight · 3 · size² / 2): twice the side, twice the σ.",
        ]
    ) { answers in
        for (weight, size) in [(0.001, 64), (0.001, 128), (1, 28)] {
            let expected = sqrt(weight * 3 * Double(size * size) / 2)
            try WrongAnswer.unless(
                try answers.sigma(ofWeight: weight, forPicturesOf: size), is: expected, tolerance: 1e-9 * expected,
                "for the weight \(weight) and pictures of \(size)×\(size)")
        }
    }

    private static let theBestSigma = Exercise<any VAEOfFacesAnswers>(
        "The best σ",
        hints: [
            "The cost of N pictures is SSE/(2σ²) + N·D·log σ, where SSE is the sum of all their squared errors.",
            "Its derivative, −SSE/σ³ + N·D/σ, is zero where σ² = SSE/(N·D).",
        ]
    ) { answers in
        for (errors, numbers) in [([1100.0, 900, 1600], 12_288), ([2.0], 8)] {
            let expected = sqrt(errors.reduce(0, +) / Double(errors.count * numbers))
            try WrongAnswer.unless(
                try answers.bestSigma(squaredErrors: errors, numbers: numbers), is: expected,
                "for squared errors \(errors) of \(numbers) numbers")
        }
    }

    private static let writeTheBound = Exercise<any VAEOfFacesAnswers>(
        "Write the bound",
        hints: [
            "Print exp(−10000). What is its logarithm?",
            "log Σ exp(w) = m + log Σ exp(w − m) for any m.",
            "With the largest weight for m, one of the exponentials is 1 and none overflows.",
        ]
    ) { answers in
        let cases: [([Double], Double)] = [
            ([0, log(3)], log(2)), ([-10_000, -10_000], -10_000), ([-9_000, -11_000], -9_000 - log(2)),
            ([1_000, 1_000, 1_000, 1_000], 1_000),
        ]
        for (weights, expected) in cases {
            try WrongAnswer.unless(
                try answers.bound(fromLogWeights: weights), is: expected, "for the logarithms \(weights)")
        }
    }

    private static let deadOrAlive = Exercise<any VAEOfFacesAnswers>(
        "Dead or alive",
        hints: [
            "A row of `means` is a picture, a column is a latent. The variance is taken down a column.",
            "A mean that is far from 0 in every picture says nothing: subtract the column's mean first.",
        ]
    ) { answers in
        // The limits leave room for either variance, divided by n and by n − 1.
        let means = [[0.9, 0.01, 5, -0.5], [-1.1, -0.02, 5, 0], [0.2, 0.01, 5, 0.5]]
        for (limit, expected) in [(0.01, 2), (0.4, 1), (1e-6, 3)] {
            let got = try answers.livingLatents(means: means, limit: limit)
            try WrongAnswer.unless(got, equals: expected, "for the limit \(limit)")
        }
    }
}
