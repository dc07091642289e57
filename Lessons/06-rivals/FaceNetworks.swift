import Basics
import Datasets
import FaceGeneration
import Networks
import TensorCore

// A GAN of 32x32 faces, small enough to be trained many times, with every remedy built in. A remedy is used only where a
// call asks for it, so that all games of a seed begin with the same numbers.

/// The two small players, and the faces that they play for.
struct FaceNetworks: AdversarialNetworks {
    private let maker: SmallGenerator
    private let critic: SmallDiscriminator
    private let batches: Batches<FaceCrops, Tensor>

    init(_ faces: FaceCrops, width: Int, seed: UInt64, using random: inout SeededGenerator) throws {
        maker = SmallGenerator(width: width).initialised(using: &random)
        critic = SmallDiscriminator(width: width).initialised(using: &random)
        batches = try Batches(of: faces, size: 32, seed: seed)
    }

    var generator: any Module { maker }
    var discriminator: any Module { critic }
    var latent: Int { SmallGenerator.latent }
    var batch: Int { batches.plan.size }

    func features(of codes: Tensor, _ mode: Mode) -> Tensor { maker.dense(codes, mode) }
    func samples(from features: Tensor, _ mode: Mode) -> Tensor { maker.pictures(from: features, mode) }
    func codes(readFromFeatures features: Tensor, _ mode: Mode) -> Tensor { maker.featureReader(features, mode) }
    func codes(readFromSamples samples: Tensor, _ mode: Mode) -> Tensor { maker.pictureReader(samples, mode) }

    func logits(of samples: Tensor, comparing: Bool, _ mode: Mode) -> Tensor {
        critic(samples, comparing: comparing, mode)
    }

    func truth(at number: Int, using random: inout SeededGenerator) throws -> Tensor {
        try batches.batch(at: number).signed
    }
}

/// Makes pictures `[batch, 3, 32, 32]` in [-1, 1] of codes `[batch, 32]`.
final class SmallGenerator: Module {
    static let side = 32
    static let latent = 32

    /// Features `[batch, 64 · width]` of codes.
    let dense: Sequential
    let growth: Sequential
    /// They read the code again, from the features or from the picture.
    let featureReader: Linear
    let pictureReader: Sequential
    private let width: Int

    init(width w: Int) {
        width = w
        func up(_ inputs: Int, _ outputs: Int) -> [any Layer] {
            [
                TransposedConvolution(inputs, outputs, kernel: 4, stride: 2, padding: 1, bias: false),
                BatchNorm(outputs), ReLU(),
            ]
        }
        dense = Sequential(Linear(Self.latent, 64 * w), BatchNorm(64 * w), ReLU())
        growth = Sequential(
            up(4 * w, 2 * w) + up(2 * w, w)  // 4 -> 16
                + [TransposedConvolution(w, 3, kernel: 4, stride: 2, padding: 1), Tanh()])  // -> 32
        featureReader = Linear(64 * w, Self.latent)
        pictureReader = Sequential(down(3, w) + down(w, 2 * w) + [Flatten(), Linear(128 * w, Self.latent)])
    }

    func pictures(from features: Tensor, _ mode: Mode) -> Tensor {
        growth(features.reshaped(to: [features.shape[0], 4 * width, 4, 4]), mode)
    }
}

/// Gives pictures `[batch, 3, 32, 32]` logits `[batch, 1]`.
///
/// It has no batch norm, which would let it see something of the other pictures of a batch.
final class SmallDiscriminator: Module {
    let trunk: Sequential
    let verdict: Linear
    let comparison: MinibatchDiscrimination
    let verdictOnBatch: Linear

    init(width w: Int) {
        trunk = Sequential(down(3, w) + down(w, 2 * w) + down(2 * w, 4 * w) + [Flatten()])  // 32 -> 4
        verdict = Linear(64 * w, 1)
        comparison = MinibatchDiscrimination(64 * w, kernels: 32)
        verdictOnBatch = Linear(32, 1)
    }

    func callAsFunction(_ pictures: Tensor, comparing: Bool, _ mode: Mode) -> Tensor {
        let features = trunk(pictures, mode)
        let logits = verdict(features, mode)
        return comparing ? logits + verdictOnBatch(comparison(features, mode), mode) : logits
    }
}

private func down(_ inputs: Int, _ outputs: Int) -> [any Layer] {
    [Convolution(inputs, outputs, kernel: 4, stride: 2, padding: 1), LeakyReLU(slope: 0.2)]
}
