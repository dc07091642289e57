import Basics
import Datasets
import Models
import Networks
import TensorCore

/// Lesson 04's autoencoder with a code of two numbers, a fifth as wide, on the same drawn signs. It learns a few steps at a time, for
/// whoever looks at it; after ``steps`` of them it stays as it is, the same for the same processor.
final class LatentPlane {
    static let steps = 1200

    private let network: DenseVAE
    private let adam: Adam
    private let batches: Batches<DrawnGlyphs, LabelledBatch>
    /// Signs that it does not learn.
    let test: LabelledBatch
    let names = DrawnGlyphs.names
    private(set) var step = 0
    /// The means of the test pictures' codes, in hundredths.
    private(set) var codes: [[Int]] = []
    private var generator = SeededGenerator(seed: 0, stream: 2)

    init() throws {
        var generator = SeededGenerator(seed: 0, stream: 1)
        network = DenseVAE(latent: 2, width: 100).initialised(using: &generator)
        adam = Adam(network, learningRate: 2e-3)
        batches = try Batches(of: DrawnGlyphs(seed: 0, count: 6000), size: 64, seed: 0)
        let unseen = DrawnGlyphs(seed: 0, count: 300, part: .test)
        test = LabelledBatch((0..<unseen.count).map { unseen[$0] })
        codes = located()
    }

    /// Learns for a moment, at least one step, until it has learnt enough.
    func learn(for time: Duration) throws {
        guard step < Self.steps else { return }
        let end = ContinuousClock.now + time
        repeat { try learnOneStep() } while step < Self.steps && ContinuousClock.now < end
        codes = located()
    }

    /// A step down the bound of lesson 04: what the pixels cost, as coins, and the divergence of the codes from the prior.
    private func learnOneStep() throws {
        adam.learningRate = 2e-3 * LearningRateSchedule.cosine.share(at: step, of: Self.steps)
        let pictures = try batches.batch(at: step).pictures
        let count = Float(pictures.shape[0])
        let tape = Tape(learning: network.parameters)
        let encoding = network.encode(pictures, .training(tape))
        let logits = network.decode(encoding.sample(using: &generator), .training(tape))
        let cost = sigmoidCrossEntropy(logits, pictures) * (Float(pictures.count) / count)
        adam.step(tape.gradients(of: cost + encoding.divergence))
        step += 1
    }

    private func located() -> [[Int]] {
        let means = network.encode(test.pictures, .inference).mean.scalars
        return stride(from: 0, to: means.count, by: 2).map { start in
            [means[start], means[start + 1]].map { Int((100 * min(99, max(-99, $0))).rounded()) }
        }
    }

    /// What the decoder makes of a code: for each pixel how likely it is to be ink, from 0 to 255.
    func picture(at code: (x: Float, y: Float)) -> [UInt8] {
        network.decode(Tensor([code.x, code.y], shape: [1, 2]), .inference).sigmoid().scalars.map {
            UInt8(min(255, max(0, ($0 * 255).rounded())))
        }
    }
}
