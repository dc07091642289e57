import Basics
import Foundation
import LessonKit
import Training

/// An answer to each exercise.
protocol JensenAndTheBoundAnswers {
    func meanThatCostsOneNat() throws -> Double
    func bound(q: [Double], prior: [Double], likelihoods: [Double]) throws -> Double
    func step(mean: Double, part: Double, points: [Double]) throws -> (mean: Double, part: Double)
    func ceiling(logWeights: [Double]) throws -> Double
    func highestHill(of painters: TwoPainters) throws -> Double
}

extension JensenAndTheBound {
    static var answers: any JensenAndTheBoundAnswers { YourAnswers() }

    static let exercises: [Exercise<any JensenAndTheBoundAnswers>] = [
        changeOneNumber, fromMemory, oneStep, ceiling, highestHill,
        Exercise(
            open: "A better family",
            hints: [
                "Its log-density is a `logMeanExp` of two; the bound by integration needs nothing else.",
                "By symmetry one mean and one deviation are enough: parts at −µ and µ. `highestBound` can fit them as it is.",
                "For the other cure, `logMeanWeight` with `logJointOfSquare`. Samples of a q on one mode never see the other: "
                    + "start from a q that is wide.",
            ],
            answer: """
                At x = 2 the posterior is two narrow modes of equal weight. A mixture of two Gaussians leaves 0.02 nats of the 0.71. At \
                x = 0 it is one hump with a flat top; two Gaussians side by side leave 0.003 nats of 0.033. With samples of the prior \
                inside the logarithm, it takes about a hundred to do as well, for either x. A q that sits on one mode needs far \
                more, because its samples hardly ever see the other.
                """),
    ]

    private static let changeOneNumber = Exercise<any JensenAndTheBoundAnswers>(
        "Change one number",
        hints: [
            "The gap is `q.divergence(from: posterior)`. Print it for a few means.",
            "With equal deviations the formula of lesson 01 keeps a single term: (difference of the means)² / 2σ².",
            "One nat at a distance of √2 σ: `posterior.mean + sqrt(2) * posterior.deviation`.",
        ],
        answer: """
            With equal deviations the gap is the squared distance of the means over 2σ², so at twice the distance it is four nats. \
            Near the posterior the bound is flat, and far from it it is steep.
            """
    ) { answers in
        let mean = try answers.meanThatCostsOneNat()
        try WrongAnswer.unless(
            mean > posterior.mean, expected: "a mean to the right of \(rounded(posterior.mean))", got: rounded(mean),
            "for the mean")
        let gap = logEvidence - closedFormBound(of: Gaussian(mean: mean, deviation: posterior.deviation))
        try WrongAnswer.unless(gap, is: 1, tolerance: 1e-3, "for the gap at the mean \(rounded(mean, digits: 5))")
    }

    private static let fromMemory = Exercise<any JensenAndTheBoundAnswers>(
        "From memory",
        hints: [
            "Line 3: the mean under q of log p(x, z) − log q(z). The mean is a sum now.",
            "p(x, z) is prior times likelihood. Skip the terms with q = 0, for 0 · log 0 is 0.",
        ]
    ) { answers in
        let (prior, likelihoods) = ([0.5, 0.3, 0.2], [0.1, 0.4, 0.05])
        let evidence = zip(prior, likelihoods).reduce(0) { $0 + $1.0 * $1.1 }
        let posterior = zip(prior, likelihoods).map { $0 * $1 / evidence }
        let cases: [([Double], Double)] = [
            (posterior, log(evidence)), ([0, 1, 0], log(0.12)),
            ([0.5, 0.5, 0], 0.5 * log(0.2) + 0.5 * log(0.48) - 0.5 * log(4)),
        ]
        for (q, expected) in cases {
            try WrongAnswer.unless(
                try answers.bound(q: q, prior: prior, likelihoods: likelihoods), is: expected,
                "for q = \(q.map { rounded($0) }), prior \(prior), likelihoods \(likelihoods)")
        }
    }

    private static let oneStep = Exercise<any JensenAndTheBoundAnswers>(
        "One step of EM",
        hints: [
            "First the beliefs: for each point, how much of its density comes from the second painter.",
            "part · N(x; mean, 1) over part · N(x; mean, 1) + (1 − part) · N(x; 0, 1).",
            "The new mean is the mean of the points weighted by the beliefs; the new part is the mean of the beliefs.",
        ]
    ) { answers in
        let points = [-0.9, 0.1, 0.4, 2.2, 2.9, 3.4]
        for (mean, part) in [(1.0, 0.5), (3, 0.2), (-1, 0.9)] {
            let step = try answers.step(mean: mean, part: part, points: points)
            // Written out by odds, another way than the solution's.
            let beliefs = points.map { 1 / (1 + (1 - part) / part * exp(mean * (mean - 2 * $0) / 2)) }
            let total = beliefs.reduce(0, +)
            let place = "after a step from mean \(mean), part \(part)"
            try WrongAnswer.unless(
                step.mean, is: zip(points, beliefs).reduce(0) { $0 + $1.0 * $1.1 } / total, "for the mean \(place)")
            try WrongAnswer.unless(step.part, is: total / 6, "for the part \(place)")
        }
    }

    private static let ceiling = Exercise<any JensenAndTheBoundAnswers>(
        "A bound from above",
        hints: [
            "The logarithm of a squared weight is twice the logarithm of the weight.",
            "exp(−2000) is 0 in a Double. `logMeanExp` takes the largest out first.",
            "Half of the `logMeanExp` of twice the logarithms.",
        ]
    ) { answers in
        for shift in [0.0, -1000, 800] {
            let logWeights = [-1.0, 0.5, 2].map { $0 + shift }
            let expected = shift + 0.5 * log((exp(-2) + exp(1) + exp(4)) / 3)
            try WrongAnswer.unless(
                try answers.ceiling(logWeights: logWeights), is: expected, "for the log-weights \(logWeights)")
        }
    }

    private static let highestHill = Exercise<any JensenAndTheBoundAnswers>(
        "To the highest hill",
        hints: [
            "`painters.climb(from:steps:)` ends on a hill. On which, the start decides.",
            "Start from several places, and compare `painters.logLikelihood` at the ends.",
            "Every point of the data is a good start: there is no hill without points near it.",
            "100 steps are plenty: `painters.points.map { painters.climb(from: $0, steps: 100).last! }`, then `max(by:)`.",
        ],
        answer: """
            Nothing that EM computes tells it of another hill: the bound touches the likelihood at one place and says little about \
            places far away. So one climbs from many starts and keeps the highest end, and never knows for certain that there is no \
            higher one. With one unknown a grid would do; with a million there is no grid.
            """
    ) { answers in
        // Groups of 20 and 10 on either side, mirrored too, and one where the larger group is nearer: no fixed start is right.
        for (number, centres) in [[4.0, -4], [-4, 4], [2.5, -6], [-3, 7]].enumerated() {
            var generator = SeededGenerator(seed: UInt64(number), stream: 21)
            let painters = TwoPainters(
                points: [(0, 30), (centres[0], 20), (centres[1], 10)].flatMap { centre, count in
                    (0..<count).map { _ in centre + Double(generator.normal()) }
                })
            let theta = try answers.highestHill(of: painters)
            let best = stride(from: -12.0, through: 12, by: 0.01).map(painters.logLikelihood).max() ?? .nan
            let place = "for groups of 20 at \(rounded(centres[0])) and 10 at \(rounded(centres[1]))"
            try WrongAnswer.unless(
                painters.logLikelihood(theta) > best - 0.01, expected: "the top of the higher hill",
                got: "a place that is \(rounded(best - painters.logLikelihood(theta))) nats below it", place)
        }
    }
}
