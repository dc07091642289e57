import Basics
import Datasets
import LessonKit
import Networks
import TensorCore

/// A small network that reads the pictures, and may say that there is nothing to read: it judges what decoders make up.
struct Recogniser {
    private let network: Sequential
    /// The class of what is no sign: two pictures over each other, or a half of each.
    private let nothing: Int

    /// Learns the classes, and from pictures that were put together what belongs to none.
    init(of pictures: PictureSet, in notebook: Notebook) throws {
        nothing = pictures.names.count
        network = Sequential(
            Flatten(), Linear(784, 128), ReLU(), Linear(128, 64), ReLU(), Linear(64, nothing + 1))
        var generator = notebook.generator(40)
        network.initialise(using: &generator)
        let adam = Adam(network, learningRate: 2e-3)
        var run = notebook.trainingRun(
            "reader", steps: notebook.scale.choose(tiny: 10, quick: 500, full: 2000),
            settings: pictures.settings)
        run.keep(network, adam, as: "reader")
        _ = try run.train(resuming: notebook.isResuming) { [network, nothing] step, generator in
            let batch = try pictures.batch(step)
            let mixed = Self.mixtures(of: batch, using: &generator)
            let tape = Tape(learning: network.parameters)
            let logits = network(Tensor.concatenated([batch.pictures, mixed], axis: 0), .training(tape))
            let classes = batch.labels + [Int](repeating: nothing, count: mixed.shape[0])
            let loss = softmaxCrossEntropy(logits, classes: classes)
            adam.step(tape.gradients(of: loss))
            return ["loss": loss.item]
        }
    }

    /// Pairs of pictures of different classes: the one over the other, the mean of both, or a half of each.
    private static func mixtures(of batch: LabelledBatch, using generator: inout SeededGenerator) -> Tensor {
        let (count, size) = (batch.labels.count, 784)
        let pairs = (0..<count).map { ($0, generator.integer(in: 0..<count)) }
            .filter { batch.labels[$0.0] != batch.labels[$0.1] }
        let kinds = pairs.map { _ in generator.integer(in: 0..<4) }
        return Tensor(shape: [pairs.count, 1, 28, 28]) { mixed in
            batch.pictures.withScalars { scalars in
                for (row, (pair, kind)) in zip(pairs, kinds).enumerated() {
                    for pixel in 0..<size {
                        let (a, b) = (scalars[pair.0 * size + pixel], scalars[pair.1 * size + pixel])
                        mixed[row * size + pixel] =
                            switch kind {
                            case 0: max(a, b)
                            case 1: (a + b) / 2
                            case 2: pixel < size / 2 ? a : b
                            default: pixel % 28 < 14 ? a : b
                            }
                    }
                }
            }
        }
    }

    /// The class that each picture is read as, if it is read with a probability of at least one half.
    func readings(of pictures: Tensor) -> [Int?] {
        let probabilities = network(pictures, .inference).softmax()
        let width = nothing + 1
        return probabilities.withScalars { scalars in
            (0..<pictures.shape[0]).map { row in
                (0..<nothing).first { scalars[row * width + $0] >= 0.5 }
            }
        }
    }

    /// The share of pictures in which a sign is read.
    func shareRead(of pictures: Tensor) -> Double {
        Double(readings(of: pictures).count { $0 != nil }) / Double(pictures.shape[0])
    }
}
