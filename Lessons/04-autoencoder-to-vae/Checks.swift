import Basics
import Datasets
import Foundation
import LessonKit
import Models
import Networks
import TensorCore
import Training

/// An answer to each exercise.
protocol AutoencoderToVAEAnswers {
    func divergenceWeight(pixels: Int, latents: Int) throws -> Double
    func cost(ofLogit logit: Double, pixel: Double) throws -> Double
    func slopes(ofCode slope: Double, mean: Double, logVariance: Double, noise: Double) throws -> (
        mean: Double, logVariance: Double
    )
    func baseline(mean: Double) throws -> Double
    func loss(logits: Tensor, pictures: Tensor, mean: Tensor, logVariance: Tensor) throws -> Tensor
}

extension AutoencoderToVAE {
    static var answers: any AutoencoderToVAEAnswers { YourAnswers() }

    static let exercises: [Exercise<any AutoencoderToVAEAnswers>] = [
        changeOneNumber, fromMemory, trickByHand, baseline, trainIt,
        Exercise(
            open: "Order a sign",
            hints: [
                "The decoder's first layer takes `latent` numbers: make it take ten more, and leave the encoder as it is.",
                "`Tensor.concatenated([codes, classes], axis: 1)` before the decoder; a row of `classes` is 0 but for a 1.",
                "If the rows come out alike, the decoder has ignored the class: look whether the KL is smaller than that of the "
                    + "lesson's VAE. It should be, for the code need not say any more which sign it is.",
            ],
            answer: """
                The rows show the same ten hands writing ten signs: slant and weight agree down a column. The KL falls by about the \
                entropy of the class, log 10 = 2.3 nats, since the code need not carry it any more. If the decoder ignores the class, the KL \
                does not fall, and a row shows several signs.
                """),
    ]

    private static let changeOneNumber = Exercise<any AutoencoderToVAEAnswers>(
        "Change one number",
        hints: [
            "Write both means as sums divided by a number.",
            "Multiply the whole loss by the number of pixels: the cost is then the true sum.",
            "The divergence is then (pixels / latents) · weight times its true sum. Make that 1.",
        ],
        answer: """
            A weight of 1 makes the divergence 784 / 8 = 98 times too heavy, and for the faces of lesson 05 12,288 / 64 = 192 times. With \
            such a weight most of the code is empty: only what saves many nats of reconstruction is still worth its price.
            """
    ) { answers in
        for (pixels, latents) in [(784, 8), (784, 2), (12_288, 64), (100, 100)] {
            try WrongAnswer.unless(
                try answers.divergenceWeight(pixels: pixels, latents: latents),
                is: Double(latents) / Double(pixels), "for \(pixels) pixels and \(latents) latents")
        }
    }

    private static let fromMemory = Exercise<any AutoencoderToVAEAnswers>(
        "From memory",
        hints: [
            "In the logit the cost is log(1 + eᵃ) − x·a. What overflows at a = 1000?",
            "log(1 + eᵃ) = a + log(1 + e⁻ᵃ). Use the one form for positive a, the other for negative a.",
            "max(a, 0) + log1p(exp(−|a|)) − x·a.",
        ]
    ) { answers in
        let cases: [(logit: Double, pixel: Double, expected: Double)] = [
            (0, 1, log(2)), (0, 0.3, log(2)), (2, 1, log(1 + exp(-2))), (-3, 1, log(1 + exp(3))),
            (1000, 0, 1000), (1000, 1, 0), (-1000, 1, 1000), (-1000, 0, 0), (40, 0.25, 30),
        ]
        for (logit, pixel, expected) in cases {
            try WrongAnswer.unless(
                try answers.cost(ofLogit: logit, pixel: pixel), is: expected, "for a logit of \(logit), x = \(pixel)")
        }
        // Where a sum with 1 would round it away, the cost is still there.
        try WrongAnswer.unless(
            try answers.cost(ofLogit: -40, pixel: 0) / exp(-40), is: 1,
            "for the ratio to e⁻⁴⁰ at a logit of −40, x = 0: log1p keeps what log(1 + …) rounds away")
    }

    private static let trickByHand = Exercise<any AutoencoderToVAEAnswers>(
        "The trick by hand",
        hints: [
            "z = µ + exp(½ v)·ε. The chain rule: the slope for z times how z moves with each of the two.",
            "∂z/∂µ = 1.",
            "∂z/∂v = ½ exp(½ v)·ε: half of the way from µ to z.",
        ]
    ) { answers in
        for (slope, mean, logVariance, noise) in [(1.0, 0.0, 0.0, 1.0), (-2, 0.7, -1.5, 0.4), (0.5, -3, 2, -1.2)] {
            // By a small step either way, as lesson 01 did it.
            func code(_ mean: Double, _ logVariance: Double) -> Double { mean + exp(0.5 * logVariance) * noise }
            let step = 1e-5
            let forMean = (code(mean + step, logVariance) - code(mean - step, logVariance)) / (2 * step)
            let forVariance = (code(mean, logVariance + step) - code(mean, logVariance - step)) / (2 * step)
            let place = "for a mean of \(mean), a log-variance of \(logVariance), noise \(noise), slope \(slope)"
            let got = try answers.slopes(ofCode: slope, mean: mean, logVariance: logVariance, noise: noise)
            try WrongAnswer.unless(got.mean, is: slope * forMean, "in the slope of the mean, \(place)")
            try WrongAnswer.unless(
                got.logVariance, is: slope * forVariance, "in the slope of the log-variance, \(place)")
        }
    }

    private static let baseline = Exercise<any AutoencoderToVAEAnswers>(
        "Subtract a constant",
        hints: [
            "The mean does not depend on b, so the variance is least where E[(f − b)²·ε²] is.",
            "Its slope by b is −2·E[(f − b)·ε²]. Where is it 0?",
            "b = E[(µ + ε)²·ε²]; the moments of ε are E[ε²] = 1, E[ε³] = 0, E[ε⁴] = 3.",
        ]
    ) { answers in
        for mean in [0.0, 1, -2.5] {
            try WrongAnswer.unless(
                try answers.baseline(mean: mean), is: mean * mean + 3, "for µ = \(mean)")
        }
    }

    private static let trainIt = Exercise<any AutoencoderToVAEAnswers>(
        "The loss, trained",
        hints: [
            "Two parts: what the pixels cost, and the divergence from N(0, 1). Sums over pixels and latents, the mean over the batch.",
            "If the code comes out empty, the pixels weigh too little: `sigmoidCrossEntropy` is a mean over all numbers.",
            "If it is far too full, the divergence is missing or too light.",
            "`bernoulliCost(logits, pictures)` and `divergence(Encoding(mean:logVariance:))` of the lesson are both parts.",
        ],
        answer: """
            A mean over the pixels is 784 times too small beside the divergence, and the code collapses. Without the divergence nothing \
            holds the codes near the prior, and samples from the prior decode to smears. Only the two sums together are the bound of \
            lesson 02.
            """
    ) { answers in
        let batches = try Batches(of: DrawnGlyphs(seed: 3, count: 2000), size: 64, seed: 3)
        var generator = SeededGenerator(seed: 3, stream: 41)
        let network = DenseVAE(latent: 8, width: 100).initialised(using: &generator)
        let adam = Adam(network, learningRate: 2e-3)
        var recent: [(cost: Float, divergence: Float)] = []
        for step in 0..<500 {
            let x = try batches.batch(at: step).pictures
            let tape = Tape(learning: network.parameters)
            let encoding = network.encode(x, .training(tape))
            let logits = network.decode(drawnCode(encoding, using: &generator), .training(tape))
            let loss = try answers.loss(
                logits: logits, pictures: x, mean: encoding.mean, logVariance: encoding.logVariance)
            try WrongAnswer.unless(
                loss.count == 1 && loss.item.isFinite, expected: "one finite number", got: "\(loss)",
                "in step \(step)")
            adam.step(tape.gradients(of: loss))
            recent.append((bernoulliCost(logits, x).item, divergence(encoding).item))
        }
        let last = recent.suffix(50)
        let nats = last.reduce(0) { $0 + $1.divergence } / 50
        let place = "after 500 steps with your loss"
        try WrongAnswer.unless(
            nats > 5, expected: "a code that says something, above 5 nats", got: "a KL of \(rounded(nats)) nats",
            place)
        try WrongAnswer.unless(
            nats < 20, expected: "codes near the prior, below 20 nats", got: "a KL of \(rounded(nats)) nats", place)
        try WrongAnswer.unless(
            last.reduce(0) { $0 + $1.cost } / 50 < 150, expected: "pictures that come back, below 150 nats",
            got: "a reconstruction of \(rounded(last.reduce(0) { $0 + $1.cost } / 50)) nats", place)
    }
}
