import Foundation
import LessonKit
import Training

/// An answer to each exercise.
protocol RivalsAnswers {
    func silentMean() throws -> Double
    func bestDiscriminator(p: Double, q: Double, smoothing: Double) throws -> Double
    func closeness(of points: [[Double]]) throws -> [Double]
    func frechetDistance(
        means: [Double], deviations: [Double], otherMeans: [Double], otherDeviations: [Double]
    ) throws -> Double
}

extension Rivals {
    static var answers: any RivalsAnswers { YourAnswers() }

    static let exercises: [Exercise<any RivalsAnswers>] = [
        changeOneNumber, neverSure, alike, betweenGaussians,
        Exercise(
            open: "Another remedy",
            hints: [
                "`RingDiscriminator.trunk` gives the features; the discriminator's own loss stays as it is.",
                "The generator's loss is meanSquaredError of the two means over the batch; the one of the truth is detached.",
                "Measure it like the others, over the same steps, alone and beside the non-saturating loss.",
            ]),
    ]

    private static let changeOneNumber = Exercise<any RivalsAnswers>(
        "Change one number",
        hints: [
            "`Objective.minimax.slopes(atMean:logDeviation:)` is what the check looks at. Print it from µ = 2 to 6.",
            "The slope dies away where p has nothing left to compare with: several deviations beyond the right mode.",
            "The right mode is at 2 and has the deviation ½, as what is made does: at 5.5 they are seven deviations apart.",
        ]
    ) { answers in
        let mean = try answers.silentMean()
        try WrongAnswer.unless(
            (2...6).contains(mean), expected: "a mean from 2 to 6", got: rounded(mean), "for the mean")
        let (silent, heard) = (
            abs(Objective.minimax.slopes(atMean: mean, logDeviation: log(0.5)).0),
            abs(Objective.nonSaturating.slopes(atMean: mean, logDeviation: log(0.5)).0)
        )
        try WrongAnswer.unless(
            silent < 0.01, expected: "a minimax slope below 0.01", got: rounded(silent), "at µ = \(rounded(mean))")
        try WrongAnswer.unless(
            heard > 1, expected: "a non-saturating slope above 1", got: rounded(heard), "at µ = \(rounded(mean))")
    }

    private static let neverSure = Exercise<any RivalsAnswers>(
        "Never quite sure",
        hints: [
            "At one place the discriminator maximises p·((1 − α)·log D + α·log(1 − D)) + q·log(1 − D).",
            "That is a·log D + b·log(1 − D), with its maximum at D = a/(a + b).",
            "a is (1 − α)·p, and b is α·p + q.",
        ]
    ) { answers in
        for (p, q, smoothing) in [(0.3, 0.3, 0.0), (0.3, 0.1, 0.1), (0.2, 0, 0.25), (0, 0.4, 0.1)] {
            let expected = (1 - smoothing) * p / (p + q)
            try WrongAnswer.unless(
                try answers.bestDiscriminator(p: p, q: q, smoothing: smoothing), is: expected,
                "for p = \(p), q = \(q), α = \(smoothing)")
        }
    }

    private static let alike = Exercise<any RivalsAnswers>(
        "How alike a batch is",
        hints: [
            "|x|₁ is the sum of the absolute differences of the coordinates.",
            "For each point, add exp(−distance) to every point of the batch. The distance to itself is 0.",
        ]
    ) { answers in
        let cases: [([[Double]], [Double])] = [
            ([[1, 2], [1, 2], [1, 2]], [3, 3, 3]),
            ([[0], [log(2)]], [1.5, 1.5]),
            ([[0, 0], [1, -1], [100, 0]], [1 + exp(-2), 1 + exp(-2), 1]),
        ]
        for (points, expected) in cases {
            let got = try answers.closeness(of: points)
            try WrongAnswer.unless(
                got.count == expected.count, expected: "\(expected.count) numbers", got: "\(got.count)",
                "for \(points)")
            for (index, number) in expected.enumerated() {
                try WrongAnswer.unless(got[index], is: number, "for point \(index) of \(points)")
            }
        }
    }

    private static let betweenGaussians = Exercise<any RivalsAnswers>(
        "Between two Gaussians",
        hints: [
            "On one axis, C₁ + C₂ − 2·√(C₁·C₂) with C = σ².",
            "That is (σ₁ − σ₂)². The axes add up, and so do the means' differences squared.",
        ]
    ) { answers in
        try WrongAnswer.unless(
            try answers.frechetDistance(
                means: [0, 1], deviations: [1, 2], otherMeans: [3, 1], otherDeviations: [1, 0.5]), is: 11.25,
            "for means 0, 1 and 3, 1, deviations 1, 2 and 1, 0.5")
        try WrongAnswer.unless(
            try answers.frechetDistance(means: [2], deviations: [0.3], otherMeans: [2], otherDeviations: [0.3]),
            is: 0, "for a Gaussian and itself")
    }
}
