import LessonKit
import Networks
import TensorCore
import Training

extension TheAdversary {
    static let colorizersTurn = Exercise<any AdversaryAnswers>(
        "The colorizer's turn",
        hints: [
            "Squared error first: `(colored - truth).squared().mean()`.",
            "The adversary's part is the cross-entropy of the class that the colorizer wants to have: genuine, the first.",
            "`softmaxCrossEntropy(logits, classes:)` with a 0 for each picture, times the weight, and the sum of both.",
        ]
    ) { answers in
        func painted(_ weight: Float) throws -> (saturation: Double, error: Double) {
            try PurplePixels().painted {
                try answers.colorizerLoss(colored: $0, truth: $1, logits: $2, weight: weight)
            }
        }
        let without = try painted(0)
        try WrongAnswer.unless(
            without.saturation < 0.1, expected: "the mean of red and blue",
            got: "saturation \(rounded(without.saturation))",
            "after a training with weight 0")
        let fair = try painted(0.05)
        try WrongAnswer.unless(
            fair.saturation > 0.3, expected: "more colour", got: "saturation \(rounded(fair.saturation))",
            "after a training with weight 0.05")
        let drowned = try painted(50)
        try WrongAnswer.unless(
            fair.error < drowned.error, expected: "less squared error than with weight 50",
            got: "\(rounded(fair.error)) and \(rounded(drowned.error))", "after a training with weight 0.05")
    }
}

/// A colour for pixels of which half are truly red and half blue, and nothing says which.
struct PurplePixels {
    private let truth: Tensor

    init() {
        truth = Tensor(
            (0..<8).flatMap { index -> [Float] in index % 2 == 0 ? [1, 0, 0] : [0, 0, 1] }, shape: [8, 3, 1, 1])
    }

    /// The difference of red and blue, and the squared error, after two hundred steps by a loss.
    func painted(by loss: (_ colored: Tensor, _ truth: Tensor, _ logits: Tensor) throws -> Tensor) throws -> (
        saturation: Double, error: Double
    ) {
        let color = Parameter(Tensor([0.52, 0, 0.48], shape: [1, 3, 1, 1]))
        let adam = Adam([(name: "color", parameter: color)], learningRate: 0.02)
        func colored(_ color: Tensor) -> Tensor { color + Tensor(zeros: truth.shape) }
        for _ in 0..<200 {
            let tape = Tape(learning: [color])
            let pixels = colored(tape.value(of: color))
            adam.step(tape.gradients(of: try loss(pixels, truth, logits(of: pixels))))
        }
        let numbers = color.value.scalars
        return (
            Double(abs(numbers[0] - numbers[2])), Double((colored(color.value) - truth).squared().mean().item)
        )
    }

    /// A discriminator that takes saturated colours for genuine, the more so the more saturated they are.
    private func logits(of colored: Tensor) -> Tensor {
        let difference = colored.sliced(axis: 1, 0..<1) - colored.sliced(axis: 1, 2..<3)
        let genuine = (6 * difference.squared() - 2).reshaped(to: [colored.shape[0], 1])
        return .concatenated([genuine, Tensor(zeros: genuine.shape)], axis: 1)
    }
}
