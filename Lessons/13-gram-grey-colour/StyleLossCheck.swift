import Basics
import LessonKit
import Networks
import TensorCore

extension GramGreyColor {
    static let styleLoss = Exercise<any GramAnswers>(
        "Write a style loss and paint with it",
        hints: [
            "Reshape a map to `[channels, places]`. The Gram matrix is that times its transpose.",
            "Divide each Gram matrix by the channels and places of its own map.",
            "The mean absolute difference of the two matrices: `(a - b).absolute().mean()`.",
        ]
    ) { answers in
        let painting = StylePainting()
        let style = painting.features(of: painting.stripes)
        func loss(_ map: Tensor) throws -> Double { Double(try answers.styleLoss(of: map, like: style).item) }
        let start = try loss(painting.features(of: painting.noise))
        try WrongAnswer.unless(
            start > 0 && start.isFinite, expected: "a number above 0", got: "\(start)", "for noise and stripes")
        let turned = style.transposed(to: [0, 1, 3, 2])
        try WrongAnswer.unless(
            try loss(turned) < 1e-3 * start, expected: "next to nothing", got: "\(try loss(turned))",
            "for the style with rows and columns of its map exchanged: the places must not matter")
        let twice = Tensor.concatenated([style, style], axis: 3)
        try WrongAnswer.unless(
            try loss(twice) < 1e-3 * start, expected: "next to nothing", got: "\(try loss(twice))",
            "for the style twice, side by side: how much paper there is must not matter")
        let left = try painting.distanceLeft { try answers.styleLoss(of: $0, like: style) }
        try WrongAnswer.unless(
            left < 0.2, expected: "less than a fifth of the Gram distance left", got: "\(left)",
            "after noise was moved by your loss")
    }
}

/// A picture of stripes, noise that is to get its style, and some fixed features.
struct StylePainting {
    let stripes, noise: Tensor
    private let kernels: Tensor

    init() {
        let side = 16
        stripes = Tensor(
            (0..<3 * side * side).map { $0 % 4 < 2 ? 0.8 : -0.8 }, shape: [1, 3, side, side])
        var generator = SeededGenerator(seed: 5)
        noise = Tensor(uniformIn: -0.2...0.2, shape: [1, 3, side, side], using: &generator)
        kernels = Tensor(uniformIn: -0.5...0.5, shape: [8, 3, 3, 3], using: &generator)
    }

    func features(of picture: Tensor) -> Tensor { picture.convolved(with: kernels).leakyRelu(slope: 0.2) }

    /// The part of the Gram distance between noise and stripes that is left after sixty steps of Adam.
    func distanceLeft(by loss: (Tensor) throws -> Tensor) throws -> Double {
        let canvas = Canvas(noise)
        let adam = Adam(canvas, learningRate: 0.05)
        for _ in 0..<60 {
            let tape = Tape(learning: canvas.parameters)
            adam.step(tape.gradients(of: try loss(features(of: canvas.pictures(on: tape)))))
        }
        func distance(_ picture: Tensor) -> Double {
            Double((gram(picture) - gram(stripes)).absolute().mean().item)
        }
        return distance(canvas.pictures(on: Tape())) / distance(noise)
    }

    private func gram(_ picture: Tensor) -> Tensor { Lesson13.gram(features(of: picture)) { $0 * $1 } }
}
