import Basics
import Foundation
import LessonKit
import Training

/// An answer to each exercise.
protocol KLDivergenceAnswers {
    func startOnTheWrongSide() throws -> Double
    func divergence(of p: [Double], from q: [Double]) throws -> Double
    func estimate(fromLogRatio logRatio: Double) throws -> Double
    func divergenceToStandardNormal(means: [Double], logVariances: [Double]) throws -> Double
    func trainedBySamples(
        from start: Gaussian, slopeOfLogDensity: (Double) -> Double, using generator: inout SeededGenerator
    ) throws -> Gaussian
}

extension KLDivergence {
    static var answers: any KLDivergenceAnswers { YourAnswers() }

    static let exercises: [Exercise<any KLDivergenceAnswers>] = [
        changeOneNumber, fromMemory, neverNegative, manyDimensions, bySamples,
        Exercise(
            open: "Between the two",
            hints: [
                "`Direction.divergence` is the only function that knows the two ways; give it a third.",
                "Rényi's divided by α is log(∫ p^α q^(1−α)) / (α (α − 1)): one more integral on the same grid.",
                "Let α go from 0.05 to 0.95 and start each fit where the last one ended, from both sides.",
            ],
            answer: """
                For small α the integrand q (p/q)^α counts where q is, and a fit from a mode stays on it, as with KL[q‖p]. For α near 1 \
                it counts where p is, and every fit covers, as with KL[p‖q]. In between the fit lets go of its mode with a jump, \
                because the minimum on the mode disappears, as in the last figure. Where depends on the distance of the modes: the \
                farther apart, the closer to 1.
                """),
    ]

    private static let changeOneNumber = Exercise<any KLDivergenceAnswers>(
        "Change one number",
        hints: [
            "Print where `fit(.reverse, …).last` ends for starts from 0 to 1.",
            "Inside its own mode each part of p dominates. Where are the two parts equal?",
            "0.9·N(x; −1.5, ½) = 0.1·N(x; 1.5, ½) at x = ¼·log 9 / 3 ≈ 0.18: the heavier mode's basin reaches over the middle.",
        ],
        answer: """
            With weights 0.9 and 0.1 the two parts of p are equally large not in the middle, but at x ≈ 0.18. To the left of that \
            place log p follows the heavier part and slopes towards its mode. So a start a little to the left of it ends on the heavier \
            mode. The pass lies farther right still, between 0.8 and 0.9: $q$ is not a point, its samples reach into both parts, and the \
            heavier mode pulls more of them.
            """
    ) { answers in
        let start = try answers.startOnTheWrongSide()
        try WrongAnswer.unless(start >= 0.05, expected: "a start on the right", got: rounded(start), "for the start")
        let target = Mixture(distance: 1.5, weightOfLeft: 0.9)
        let end = fit(.reverse, to: target, from: Gaussian(mean: start, deviation: 0.5)).last.mean
        try WrongAnswer.unless(
            abs(end + 1.5) < 0.1, expected: "an end on the left mode", got: "one at \(rounded(end))",
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

    private static let bySamples = Exercise<any KLDivergenceAnswers>(
        "Train by samples",
        hints: [
            "Write KL[q‖p] as −log σ − E[log p(x)] plus a constant: only the second part needs samples.",
            "With x = µ + σε a sample moves with µ at the rate 1, and with log σ at the rate σε.",
            "Per step: draw some ε; the slope in µ is −mean of s(x), the slope in log σ is −1 − mean of s(x)·σε.",
            "64 samples a step, a rate of 0.01 and 2000 steps are plenty. Keep σ as exp of a number that you change.",
        ],
        answer: """
            The slope is measured on other samples in each step, so the fit never quite rests: it trembles about its minimum, \
            the more the larger the rate and the fewer the samples. The covering minimum is shallow in µ, and with 32 samples and a \
            rate of 0.02 the trembling carries about half of the fits over the pass within 2,000 steps, and nearly all within 6,000. They \
            end on the heavier mode. With 100 samples and a rate of 0.01 they stay for these 2,000 steps. \
            Noise chooses deep minima. Lesson 04 calls x = µ + σε the reparameterisation trick, and trains with it.
            """
    ) { answers in
        let target = Mixture(distance: 2)
        func slope(_ x: Double) -> Double { (target.logDensity(x + 1e-4) - target.logDensity(x - 1e-4)) / 2e-4 }
        for (start, mode) in [(Gaussian(mean: -3, deviation: 0.7), -2.0), (Gaussian(mean: 3, deviation: 0.7), 2)] {
            for seed in 0..<2 {
                var generator = SeededGenerator(seed: UInt64(seed), stream: 9)
                let end = try answers.trainedBySamples(from: start, slopeOfLogDensity: slope, using: &generator)
                let place = "from \(rounded(start.mean)), \(rounded(start.deviation))"
                try WrongAnswer.unless(end.mean, is: mode, tolerance: 0.15, "for the mean where it ends, \(place)")
                try WrongAnswer.unless(
                    end.deviation, is: 0.5, tolerance: 0.1, "for the deviation where it ends, \(place)")
            }
        }
    }

    /// By the closed form of the lesson, which is written for deviations.
    private static func divergenceToStandardNormal(mean: Double, logVariance: Double) -> Double {
        divergence(
            of: Gaussian(mean: mean, deviation: exp(0.5 * logVariance)), from: Gaussian(mean: 0, deviation: 1))
    }
}
