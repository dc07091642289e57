import Foundation
import LessonKit
import Training

/// An answer to each exercise.
protocol KLDivergenceAnswers {
    func startOnTheWrongSide() throws -> Double
    func divergence(of p: [Double], from q: [Double]) throws -> Double
    func estimate(fromLogRatio logRatio: Double) throws -> Double
    func divergenceToStandardNormal(means: [Double], logVariances: [Double]) throws -> Double
}

extension KLDivergence {
    static var answers: any KLDivergenceAnswers { YourAnswers() }

    static let exercises: [Exercise<any KLDivergenceAnswers>] = [
        changeOneNumber, fromMemory, neverNegative, manyDimensions,
        Exercise(
            open: "Between the two",
            hints: [
                "`Direction.divergence` is the only function that knows the two ways; give it a third.",
                "Rényi's is log ∫ p^α q^(1−α) / (α − 1): one more integral on the same grid.",
                "Let α go from 0.05 to 0.95 and start each fit where the last one ended, from both sides.",
            ]),
    ]

    private static let changeOneNumber = Exercise<any KLDivergenceAnswers>(
        "Change one number",
        hints: [
            "Print where `fit(.reverse, …).last` ends for starts from 0 to 1.",
            "Inside its own mode each part of p dominates. Where are the two parts equal?",
            "0.9·N(x; −1.5, ½) = 0.1·N(x; 1.5, ½) at x = ¼·log 9 / 3 ≈ 0.18: the heavier mode's basin reaches over the middle.",
        ]
    ) { answers in
        let start = try answers.startOnTheWrongSide()
        try WrongAnswer.unless(start >= 0.05, expected: "at least 0.05", got: rounded(start), "for the start")
        let target = Mixture(distance: 1.5, weightOfLeft: 0.9)
        let end = fit(.reverse, to: target, from: Gaussian(mean: start, deviation: 0.5)).last.mean
        try WrongAnswer.unless(
            abs(end + 1.5) < 0.1, expected: "an end on the left mode, −1.5", got: rounded(end),
            "from \(rounded(start))")
    }

    private static let fromMemory = Exercise<any KLDivergenceAnswers>(
        "From memory",
        hints: [
            "Σ p log(p/q). Which factor decides when p is 0, and which when only q is?",
            "0·log 0 counts as 0: skip those terms. p/0 is infinite in Swift, and so is its logarithm.",
        ]
    ) { answers in
        let cases: [([Double], [Double], Double)] = [
            ([0.5, 0.5], [0.9, 0.1], 0.5 * log(0.5 / 0.9) + 0.5 * log(5)),
            ([0.2, 0.3, 0.5], [0.2, 0.3, 0.5], 0),
            ([0.5, 0.5, 0], [1 / 3.0, 1 / 3.0, 1 / 3.0], log(1.5)),
            ([0.5, 0.5, 0], [1, 0, 0], .infinity),
        ]
        for (p, q, expected) in cases {
            try WrongAnswer.unless(try answers.divergence(of: p, from: q), is: expected, "for p = \(p), q = \(q)")
        }
    }

    private static let neverNegative = Exercise<any KLDivergenceAnswers>(
        "Never negative",
        hints: [
            "You may add anything whose mean under q is 0.",
            "r − 1 is such a thing. Add it.",
            "(r − 1) − log r is a convex function of r with its lowest point, 0, at r = 1.",
        ]
    ) { answers in
        for logRatio in [-3.0, -0.5, 0, 0.2, 2] {
            let expected = exp(logRatio) - 1 - logRatio
            try WrongAnswer.unless(
                try answers.estimate(fromLogRatio: logRatio), is: expected, "for log r = \(logRatio)")
        }
    }

    private static let manyDimensions = Exercise<any KLDivergenceAnswers>(
        "Many dimensions",
        hints: [
            "For independent latents the logarithm of the density is a sum, so the divergence is one too.",
            "½ Σ (µ² + σ² − 1 − log σ²), and σ² is exp of the log-variance.",
        ]
    ) { answers in
        let (means, logVariances) = ([0, 1.5, -2], [0, -1.0, 0.7])
        let expected = zip(means, logVariances).reduce(0.0) {
            $0 + KLDivergence.divergenceToStandardNormal(mean: $1.0, logVariance: $1.1)
        }
        try WrongAnswer.unless(
            try answers.divergenceToStandardNormal(means: means, logVariances: logVariances), is: expected,
            "for means \(means), log-variances \(logVariances)")
    }

    /// By the closed form of the lesson, which is written for deviations.
    private static func divergenceToStandardNormal(mean: Double, logVariance: Double) -> Double {
        divergence(
            of: Gaussian(mean: mean, deviation: exp(0.5 * logVariance)), from: Gaussian(mean: 0, deviation: 1))
    }
}
