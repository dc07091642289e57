import Basics
import LessonKit
import Networks
import TensorCore
import Training

extension UNetAndSquaredError {
    static let skip = Exercise<any UNetAnswers>(
        "The skip",
        hints: [
            "The lower map has to have the other one's height and width: `below.resized(toHeight: across.shape[2], …, .nearest)`.",
            "Beside each other means along the axis of channels, which is 1.",
            "`Tensor.concatenated([across, enlarged], axis: 1)`",
        ]
    ) { answers in
        let across = Tensor(repeating: 2, shape: [1, 4, 8, 8]), below = Tensor(repeating: 3, shape: [1, 4, 2, 2])
        let got = try answers.joined(below: below, across: across)
        try WrongAnswer.unless(
            got.shape == [1, 8, 8, 8], expected: "the channels of both at the larger size", got: "\(got.shape)",
            "for \(below.shape) and \(across.shape)")
        let dots = Dots()
        let with = try dots.errorAfterTraining { try answers.joined(below: $0, across: $1) }
        let without = try dots.errorAfterTraining { below, across in
            try answers.joined(below: below, across: Tensor(zeros: across.shape))
        }
        try WrongAnswer.unless(
            with < 0.3 * without, expected: "an error far below that with nothing across",
            got: "\(rounded(with)) and \(rounded(without))", "after a training to give back dots")
    }
}

/// Random dots, and a network that can see them only through a narrow place or across a skip.
struct Dots {
    private let dots: Tensor

    init() {
        var generator = SeededGenerator(seed: 8)
        dots = Tensor((0..<8 * 16 * 16).map { _ -> Float in generator.chance(0.2) ? 1 : 0 }, shape: [8, 1, 16, 16])
    }

    /// The squared error after a training with these joints.
    func errorAfterTraining(_ joined: (_ below: Tensor, _ across: Tensor) throws -> Tensor) throws -> Double {
        var generator = SeededGenerator(seed: 9)
        let first = Convolution(1, 4, kernel: 3, padding: 1).initialised(using: &generator)
        let down = Convolution(4, 4, kernel: 4, stride: 4).initialised(using: &generator)
        let last = Convolution(8, 1, kernel: 3, padding: 1).initialised(using: &generator)
        let network = Sequential(first, down, last)
        let adam = Adam(network, learningRate: 1e-2)
        func error(_ mode: Mode) throws -> Tensor {
            let across = first(dots, mode).leakyRelu(slope: 0.2)
            let below = down(across, mode).leakyRelu(slope: 0.2)
            return (last(try joined(below, across), mode) - dots).squared().mean()
        }
        for _ in 0..<150 {
            let tape = Tape(learning: network.parameters)
            adam.step(tape.gradients(of: try error(.training(tape))))
        }
        return Double(try error(.inference).item)
    }
}
