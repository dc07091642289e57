import Basics
import Foundation
import LessonKit
import Networks
import TensorCore
import Training

/// An answer to each exercise.
protocol RivalsAnswers {
    func silentMean() throws -> Double
    func bestDiscriminator(p: Double, q: Double, smoothing: Double) throws -> Double
    func closeness(of points: [[Double]]) throws -> [Double]
    func frechetDistance(
        means: [Double], deviations: [Double], otherMeans: [Double], otherDeviations: [Double]
    ) throws -> Double
    func discriminatorLoss(logitsOfTrue: Tensor, logitsOfMade: Tensor) throws -> Tensor
    func generatorLoss(logitsOfMade: Tensor) throws -> Tensor
}

extension Rivals {
    static var answers: any RivalsAnswers { YourAnswers() }

    static let exercises: [Exercise<any RivalsAnswers>] = [
        changeOneNumber, neverSure, alike, betweenGaussians, playTheGame,
        Exercise(
            open: "Another remedy",
            hints: [
                "`RingDiscriminator.trunk` gives the features; the discriminator's own loss stays as it is.",
                "The generator's loss is meanSquaredError of the two means over the batch; the one of the truth is detached.",
                "Measure it like the others, over the same steps, alone and beside the non-saturating loss.",
            ],
            answer: """
                The mean of the features cannot be matched by one point, so the collapse to a single place no longer pays. But a mean says little about a \
                shape: points spread between the modes can have the right mean features too. Expect more modes in effect than without a remedy, \
                and a smaller share of points within them than with minibatch discrimination.
                """),
    ]

    private static let changeOneNumber = Exercise<any RivalsAnswers>(
        "Change one number",
        hints: [
            "`Objective.minimax.slopes(atMean:logDeviation:)` is what the check looks at. Print it from µ = 2 to 6.",
            "The slope dies away where p has nothing left to compare with: several deviations beyond the right mode.",
            "The right mode is at 2 and has the deviation ½, as what is made does: at 5.5 they are seven deviations apart.",
        ],
        answer: """
            With the minimax loss it would stay where it is: the best discriminator is sure, and log(1 − D) is flat there. With the \
            non-saturating loss it would come back quickly, since −log D is the steeper the surer the discriminator is.
            """
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
        ],
        answer: """
            Where nothing is made it says 1 − α instead of 1. Where only made things are, p is 0 and it still says 0: there the generator's \
            gradient is as flat as before. Smoothing only keeps the discriminator from being sure of the truth.
            """
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
                got.count == expected.count, expected: "a number for each point", got: "\(got.count)",
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

    private static let playTheGame = Exercise<any RivalsAnswers>(
        "Play the game",
        hints: [
            "The discriminator should say 1 to what is true and 0 to what was made, the generator wants it to say 1 to what was made.",
            "`sigmoidCrossEntropy(logits, targets)` with a tensor of ones, or of zeros, for the targets.",
            "`Tensor(repeating: 1, shape: logits.shape)`. The generator has the non-saturating loss, the mean of −log D.",
        ],
        answer: """
            With the minimax loss for the generator, the mean of log(1 − D), the game may also succeed here: on the ring the discriminator is not \
            sure for long. With a sign wrong in either loss, points fly away or stay in the middle. If the generator has five steps for each of the \
            discriminator's, the same two losses end in the collapse of the lesson.
            """
    ) { answers in
        var random = SeededGenerator(seed: 2, stream: 61)
        let networks = RingNetworks(using: &random)
        let maker = Adam(networks.generator, learningRate: 2e-3, beta1: 0.5)
        let critic = Adam(networks.discriminator, learningRate: 2e-3, beta1: 0.5)
        for _ in 0..<2500 {
            let codes = Tensor(normalWithMean: 0, shape: [networks.batch, networks.latent], using: &random)
            let tape = Tape(learning: networks.generator.parameters)
            let made = networks.samples(from: networks.features(of: codes, .training(tape)), .training(tape))
            let critical = Tape(learning: networks.discriminator.parameters)
            let truth = networks.truth(at: 0, using: &random)
            func logits(_ samples: Tensor, _ tape: Tape) -> Tensor {
                networks.logits(of: samples, comparing: false, .training(tape))
            }
            let loss = try answers.discriminatorLoss(
                logitsOfTrue: logits(truth, critical), logitsOfMade: logits(made.detached, critical))
            critic.step(critical.gradients(of: loss))
            maker.step(tape.gradients(of: try answers.generatorLoss(logitsOfMade: logits(made, tape))))
        }
        let codes = Tensor(normalWithMean: 0, shape: [1000, networks.latent], using: &random)
        let end = RingSamples(networks.samples(of: codes), after: 2500)
        let place = "after 2500 steps with your losses"
        try WrongAnswer.unless(
            end.hitShare > 0.5, expected: "most points within a mode", got: "a share of \(rounded(end.hitShare))",
            place)
        try WrongAnswer.unless(
            end.modesInEffect > 5, expected: "most of the eight modes",
            got: "\(rounded(end.modesInEffect)) in effect", place)
    }
}
