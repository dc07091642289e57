import Basics
import Foundation
import LessonKit
import Networks
import TensorCore
import Training

/// An answer to each exercise.
protocol TensorCoreAnswers {
    func largestRate() throws -> Double
    func quotient(_ a: Number, _ b: Number) throws -> Number
    func roundedStraightThrough(_ x: Tensor) throws -> Tensor
    func nesterov(place: Double, velocity: Double, rate: Double, slope: (Double) -> Double) throws -> (
        place: Double, velocity: Double
    )
    func train(_ network: Sequential, on data: Spirals) throws
}

extension TensorCoreLesson {
    static var answers: any TensorCoreAnswers { YourAnswers() }

    static let exercises: [Exercise<any TensorCoreAnswers>] = [
        changeOneNumber, division, straightThrough, lookAhead, twoArms,
        Exercise(
            open: "Forwards",
            hints: [
                "A struct of two Doubles. (u, u′) · (v, v′) = (uv, u′v + uv′), and so on.",
                "Forward mode runs once for each input, at about twice the price of the plain formula.",
                "The tape of dual numbers gives the slope of a slope: one column of the matrix of second derivatives.",
            ],
            answer: """
                Forward mode costs about two plain evaluations for each input, reverse mode about three to five for all of them. So from a \
                handful of inputs on the walk backwards is faster. Dual numbers on the tape give the slope of every slope in one \
                direction: the matrix of second derivatives times a vector.
                """),
    ]

    private static let changeOneNumber = Exercise<any TensorCoreAnswers>(
        "Change one number",
        hints: [
            "Follow y alone: a step makes (1 − 25η) y of it.",
            "It shrinks while |1 − 25η| < 1. Which side gives way first as η grows?",
            "1 − 25η = −1 at η = 2/25: two over the largest curvature.",
        ],
        answer: """
            25 is the curvature in the steepest direction. A step multiplies y by 1 − 25η, which shrinks it only while 25η is below 2. \
            The flat direction, with a curvature of 1, would allow a rate 25 times as large. So the steepest direction limits the rate, \
            and the flattest then takes the most steps.
            """
    ) { answers in
        let rate = try answers.largestRate()
        func end(_ rate: Double) -> Double {
            let (x, y) = (0..<3000).reduce((1.0, 1.0)) { place, _ in
                (place.0 - rate * place.0, place.1 - rate * 25 * place.1)
            }
            return hypot(x, y)
        }
        try WrongAnswer.unless(
            end(0.999 * rate) < 0.01, expected: "an end at the lowest point",
            got: "one at a distance of \(rounded(end(0.999 * rate)))", "from (1, 1), a thousandth below your rate")
        try WrongAnswer.unless(
            end(1.001 * rate) > 100, expected: "to fly away",
            got: "an end at a distance of \(rounded(end(1.001 * rate)))", "a thousandth above your rate")
    }

    private static let division = Exercise<any TensorCoreAnswers>(
        "From memory",
        hints: [
            "How fast does a/b change with a? And with b?",
            "1/b, and −a/b².",
        ]
    ) { answers in
        for (first, second) in [(3.0, 2.0), (-1, 0.5), (0, 4)] {
            let tape = ScalarTape()
            let (a, b) = (tape.record("a", first), tape.record("b", second))
            let quotient = try answers.quotient(a, b)
            let place = "for \(rounded(first)) / \(rounded(second))"
            try WrongAnswer.unless(quotient.value, is: first / second, "for the value \(place)")
            let gradients = tape.gradients(of: quotient)
            try WrongAnswer.unless(gradients[a.index], is: 1 / second, "for the slope in a \(place)")
            try WrongAnswer.unless(gradients[b.index], is: -first / (second * second), "for the slope in b \(place)")
        }
    }

    private static let straightThrough = Exercise<any TensorCoreAnswers>(
        "An operation of your own",
        hints: [
            "`sine` in the lesson has all the parts: a tensor of new numbers, and what to do with the gradient.",
            "Forward `x.scalars.map { $0.rounded() }`. Backward as if the result were x: which slope has x in x?",
            "`.recorded(from: x) { gradient, inputs in inputs.add(to: x) { gradient } }`",
        ]
    ) { answers in
        let numbers = Tensor([0.2, 0.7, -1.6, 2.4, 3, -0.1], shape: [2, 3])
        let tape = Tape()
        let x = tape.variable(numbers)
        let result = try answers.roundedStraightThrough(x)
        let expected = Tensor([0, 1, -2, 2, 3, 0], shape: [2, 3])
        try WrongAnswer.unless(result, equals: expected, "for \(numbers)")
        let weights = Tensor([1, -2, 3, 0.5, 0, 4], shape: [2, 3])
        // A result that is not on the tape gives slopes of 0, not a stop, because x itself is there.
        let slopes = tape.gradients(of: (result * weights + 0 * x).sum())[x]
        try WrongAnswer.unless(
            slopes == weights, expected: "the gradient as it came", got: slopes.map(\.description) ?? "none",
            "for the gradient of the sum of the results times \(weights)")
    }

    private static let lookAhead = Exercise<any TensorCoreAnswers>(
        "Nesterov's momentum",
        hints: [
            "Two lines: the velocity first, then the place with the new velocity.",
            "The slope is asked for once, at `place - rate * 0.9 * velocity`.",
        ]
    ) { answers in
        for (place, velocity, rate) in [(1.0, 0.0, 0.1), (2, 3, 0.05), (-1, 0.5, 0.2)] {
            let step = try answers.nesterov(place: place, velocity: velocity, rate: rate) { $0 * $0 * $0 }
            let ahead = place - 0.9 * rate * velocity
            let expected = 0.9 * velocity + ahead * ahead * ahead
            let situation =
                "for the slope p³ at p = \(rounded(place)), v = \(rounded(velocity)), η = \(rounded(rate))"
            try WrongAnswer.unless(step.velocity, is: expected, "for the velocity \(situation)")
            try WrongAnswer.unless(step.place, is: place - rate * expected, "for the place \(situation)")
        }
    }

    private static let twoArms = Exercise<any TensorCoreAnswers>(
        "Train it yourself",
        hints: [
            "Five lines in a loop: a tape, the loss, its gradients, a step of the optimiser. `classify` in the lesson has them.",
            "`let adam = Adam(network, learningRate: 5e-3)` before the loop, and `Tape(learning: network.parameters)` in it.",
            "The loss is `sigmoidCrossEntropy(network(data.points, .training(tape)), data.targets)`. 1000 steps are enough.",
        ]
    ) { answers in
        for seed in 0..<2 {
            var generator = SeededGenerator(seed: UInt64(seed), stream: 31)
            let (data, unseen) = (
                Spirals(perArm: 150, using: &generator), Spirals(perArm: 500, using: &generator)
            )
            let network = perceptron(2, width: 32).initialised(using: &generator)
            try answers.train(network, on: data)
            let (known, found) = (accuracy(of: network, on: data), accuracy(of: network, on: unseen))
            try WrongAnswer.unless(
                known > 0.97, expected: "nearly all of them right", got: rounded(known),
                "for the points it learns from")
            try WrongAnswer.unless(
                found > 0.93, expected: "nearly all of them right", got: rounded(found),
                "for 1000 points it never saw")
        }
    }
}
