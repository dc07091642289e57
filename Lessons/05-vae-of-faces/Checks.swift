import Basics
import Datasets
import Drawings
import FaceGeneration
import Foundation
import LessonKit
import Models
import Networks
import TensorCore
import Training

/// An answer to each exercise.
protocol VAEOfFacesAnswers {
    func sigma(ofWeight weight: Double, forPicturesOf size: Int) throws -> Double
    func bestSigma(squaredErrors: [Double], numbers: Int) throws -> Double
    func bound(fromLogWeights logWeights: [Double]) throws -> Double
    func livingLatents(means: [[Double]], limit: Double) throws -> Int
    func loss(squaredError: Tensor, divergence: Tensor, logSigma: Tensor, numbers: Float) throws -> Tensor
}

extension VAEOfFaces {
    static var answers: any VAEOfFacesAnswers { YourAnswers() }

    static let exercises: [Exercise<any VAEOfFacesAnswers>] = [
        changeOneNumber, theBestSigma, writeTheBound, deadOrAlive, learnSigma,
        Exercise(
            open: "A σ for each place",
            hints: [
                "log σ becomes a parameter of the shape of a picture, and D·log σ the sum over it.",
                "The squared errors must not be summed before they are divided: each place has its own σ.",
                "Draw exp(log σ) as a picture. Where is it small?",
            ],
            answer: """
                σ becomes small where faces are alike, on the forehead and the ground around the head, and stays large along the outlines of \
                hair. Errors at those edges then cost less, and the code spends its nats on what is left. The likelihood rises by \
                thousands of nats; samples hardly become sharper, since edges are where nothing is asked any more.
                """),
    ]

    private static let changeOneNumber = Exercise<any VAEOfFacesAnswers>(
        "Change one number",
        hints: [
            "Multiply that loss by a constant so that the mean becomes a sum. What becomes of the weight?",
            "β for the sum is weight · 3 · size², and β = 2σ².",
            "σ = √(weight · 3 · size² / 2): twice the side, twice the σ.",
        ],
        answer: """
            At 128×128 there are four times as many numbers, so σ doubles. The same line of code is twice as tolerant, and latents that were worth \
            their nats at 64×64 may be empty at 128×128.
            """
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

    private static let learnSigma = Exercise<any VAEOfFacesAnswers>(
        "Learn σ",
        hints: [
            "It is the cost of `gaussianCost` plus the divergence, but σ is no longer a constant.",
            "If σ runs away to large values, something that used to have no gradient is missing.",
            "squaredError / (2σ²) + D·log σ + KL, with 1/σ² = exp(−2 log σ).",
        ],
        answer: """
            σ settles at the root of the mean squared error, as exercise 2 found on paper, and follows it down while the network learns. \
            Early on σ is large and the code can be nearly empty; as σ falls, more latents come alive. What is learnt is the likeliest \
            σ, not the one with the best samples.
            """
    ) { answers in
        let faces = FaceCrops(DrawnFaces(seed: 5, size: 64), count: 400, isPlain: true)
        let batches = try Batches(of: faces, size: 8, seed: 5)
        var generator = SeededGenerator(seed: 5, stream: 51)
        let network = FaceVAE(latent: 8, width: 4, lastMap: 8).initialised(using: &generator)
        let logSigma = Parameter(Tensor(0))
        let adam = Adam(network, learningRate: 2e-3)
        let own = Adam([("log σ", logSigma)], learningRate: 2e-2)
        var (errors, nats): ([Float], [Float]) = ([], [])
        for step in 0..<160 {
            let pictures = try batches.batch(at: step).signed
            let tape = Tape(learning: network.parameters + [logSigma])
            let encoding = network.encode(pictures, .training(tape))
            let painted = network.decode(encoding.sample(using: &generator), .training(tape))
            let squaredError = sumSquaredError(painted, pictures) / Float(pictures.shape[0])
            let loss = try answers.loss(
                squaredError: squaredError, divergence: divergence(encoding), logSigma: tape.value(of: logSigma),
                numbers: 12_288)
            try WrongAnswer.unless(
                loss.count == 1 && loss.item.isFinite, expected: "one finite number", got: "\(loss)",
                "in step \(step)")
            let gradients = tape.gradients(of: loss)
            adam.step(gradients)
            own.step(gradients)
            errors.append(squaredError.item / 12_288)
            nats.append(divergence(encoding).item)
        }
        let reached = (errors.suffix(20).reduce(0, +) / 20).squareRoot()
        let sigma = exp(logSigma.value.item)
        try WrongAnswer.unless(
            Double(sigma / reached), is: 1, tolerance: 0.2,
            "for the learnt σ over the deviation that was reached, after 160 steps")
        let kl = nats.suffix(20).reduce(0, +) / 20
        try WrongAnswer.unless(
            kl > 1 && kl < 100, expected: "a code that is in use and near the prior, 1 to 100 nats",
            got: "\(rounded(kl)) nats",
            "for the KL after 160 steps")
    }
}
