import Basics
import Networks
import TensorCore
import Training

/// A generator and a discriminator, and the truth that they play for; the same game on points and on faces.
protocol AdversarialNetworks {
    var generator: any Module { get }
    var discriminator: any Module { get }
    /// The numbers in a code, all normal.
    var latent: Int { get }
    var batch: Int { get }

    /// The generator in two parts, as IllustrationGAN has it.
    func features(of codes: Tensor, _ mode: Mode) -> Tensor
    func samples(from features: Tensor, _ mode: Mode) -> Tensor

    /// The code, read again from the one or the other by a part of the generator.
    func codes(readFromFeatures features: Tensor, _ mode: Mode) -> Tensor
    func codes(readFromSamples samples: Tensor, _ mode: Mode) -> Tensor

    /// `comparing` adds minibatch discrimination.
    func logits(of samples: Tensor, comparing: Bool, _ mode: Mode) -> Tensor

    /// True samples.
    func truth(at number: Int, using random: inout SeededGenerator) throws -> Tensor
}

extension AdversarialNetworks {
    /// Samples of codes, for looking at.
    func samples(of codes: Tensor) -> Tensor {
        samples(from: features(of: codes, .inference), .inference)
    }
}

extension TrainingRun {
    /// The run, which keeps both players and their optimisers.
    func keeping(_ networks: some AdversarialNetworks, _ maker: Adam, _ critic: Adam) -> TrainingRun {
        var run = self
        run.keep(networks.generator, maker, as: "generator")
        run.keep(networks.discriminator, critic, as: "discriminator")
        return run
    }
}

/// What is done against a collapse.
enum Remedy: String, CaseIterable {
    case none = "no remedy"
    /// True samples count as 0.75.
    case smoothing = "label smoothing"
    /// IllustrationGAN's latent predictor.
    case features = "code read from features"
    /// The code is read again from what was made.
    case samples = "code read from samples"
    case comparison = "minibatch discrimination"
}
