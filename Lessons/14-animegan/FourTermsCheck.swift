import Basics
import Drawings
import LessonKit
import Networks
import Pictures
import TensorCore
import Training

extension PhotographsToDrawings {
    static let fourTerms = Exercise<any AnimeAnswers>(
        "The discriminator's four terms",
        hints: [
            "For drawings the target is 1: `(drawn - 1).squared().mean()`. For all others it is 0.",
            "The smoothed ones count a tenth.",
            "Four terms, added. The factor of 300 before them is neither needed nor wrong here.",
        ],
        answer: """
            The grey term is what makes colour count: leave it out, and grey drawings pass. A discriminator that sees one grey channel could \
            not have it, since grey drawings would be false and true at once.
            """
    ) { answers in
        func loss(_ drawn: Tensor, _ others: [Tensor]) throws -> Tensor {
            try answers.discriminatorLoss(drawn: drawn, generated: others[0], grey: others[1], smoothed: others[2])
        }
        // One answer to everything: the loss is least at the weighted mean of the targets.
        let tape = Tape()
        let answer = tape.variable(Tensor(repeating: 1 / 3.1, shape: [2, 1, 4, 4]))
        let slope = tape.gradients(of: try loss(answer, [answer, answer, answer]))[answer]?.sum().item ?? .nan
        try WrongAnswer.unless(
            abs(slope) < 1e-4, expected: "no gradient where one answer is best for all four terms",
            got: "\(slope)", slope > 0 ? "so drawings count too little" : "so drawings count too much")
        // No kind may be missing, whatever a short training makes of it.
        let ownTape = Tape()
        let others = (0..<3).map { _ in ownTape.variable(Tensor(repeating: 0.5, shape: [2, 1, 4, 4])) }
        let slopes = ownTape.gradients(of: try loss(Tensor(repeating: 1, shape: [2, 1, 4, 4]), others))
        for (name, other) in zip(["generated", "grey", "smoothed"], others) {
            let slope = slopes[other]?.sum().item ?? 0
            try WrongAnswer.unless(
                slope > 1e-6, expected: "a loss that grows with the answer to \(name) pictures", got: "\(slope)",
                "for its gradient where all of them are answered 0.5")
        }
        let means = try SmallDiscriminator.trained(by: loss)
        for (name, mean) in zip(["generated", "grey"], means.dropFirst()) {
            try WrongAnswer.unless(
                means[0] > mean + 0.25, expected: "a higher answer to drawings",
                got: "\(rounded(means[0])) to drawings and \(rounded(mean)) to \(name) pictures",
                "after a training with your loss")
        }
    }
}

/// A discriminator of two convolutions, for a training of a second.
enum SmallDiscriminator {
    /// Its mean answers to drawings, drawn photographs in the place of generated pictures, and grey drawings, in the end.
    static func trained(by loss: (Tensor, [Tensor]) throws -> Tensor) throws -> [Double] {
        var generator = SeededGenerator(seed: 14)
        let network = Sequential(
            Convolution(3, 8, kernel: 3, stride: 2, padding: 1), LeakyReLU(slope: 0.2),
            Convolution(8, 8, kernel: 3, stride: 2, padding: 1), LeakyReLU(slope: 0.2), Convolution(8, 1, kernel: 1)
        ).initialised(using: &generator)
        let scenes = DrawnScenes(seed: 14, size: 32)
        let anime = (0..<8).map { scenes.anime(at: $0) }
        let drawn = Tensor(pictures: anime).signed
        let others = [
            Tensor(pictures: (8..<16).map { scenes.photograph(at: $0) }).signed, drawn.grey(),
            Tensor(pictures: anime.map { $0.edgesSmoothed() }).signed.grey(),
        ]
        let adam = Adam(network, learningRate: 5e-3)
        for _ in 0..<120 {
            let tape = Tape(learning: network.parameters)
            func answer(_ pictures: Tensor) -> Tensor { network(pictures, .training(tape)) }
            adam.step(tape.gradients(of: try loss(answer(drawn), others.map(answer))))
        }
        return ([drawn] + others.prefix(2)).map { Double(network($0, .inference).mean().item) }
    }
}
