import Basics
import Models
import Networks
import TensorCore

/// Something at work, as it is timed.
struct BenchCase: Sendable {
    enum Kind {
        /// A network in inference: other programs than PyTorch run it too, and commands let it take Winograd's way.
        case inference
        /// What a command does, which nobody else does.
        case command
        /// What is left: training steps and single operations.
        case other
    }

    /// A way to run a step, and what it adds to the case's name.
    struct Way {
        let suffix: String
        let run: (_ step: () throws -> Void) throws -> Void
    }

    let name: String
    let what: String
    var kind = Kind.other
    /// Whether it takes so long that it only runs where it is asked for.
    var isLarge = false
    /// Makes the network; gives the number of its parameters and what is to be timed.
    let prepare: @Sendable () throws -> (parameters: Int, step: () throws -> Void)
    /// The networks that take part, for the times of their layers.
    var parts: @Sendable () -> [Layers.Part] = { [] }

    static let all =
        [
            colorizerTraining, colorizerInference, faceVAETraining, animeInference, animeTraining, cartoonInference,
        ] + small + stylizing

    /// The usual way; and Winograd's, which is what users get.
    var ways: [Way] {
        let usual = Way(suffix: "") { try $0() }
        return kind == .inference ? [usual, Way(suffix: "-winograd") { try Winograd.allowed($0) }] : [usual]
    }

    static var names: String { all.map(\.name).joined(separator: ", ") }

    /// A training step of the article's U-net.
    private static var colorizerTraining: BenchCase {
        BenchCase(name: "unet-train", what: "U-net, training step, 128×128, batch 4, Adam") {
            var generator = SeededGenerator(seed: 0)
            let network = UNet().initialised(using: &generator)
            let adam = Adam(network, learningRate: 1e-4)
            let x = Tensor(uniformIn: 0...1, shape: [4, 4, 128, 128], using: &generator)
            let y = Tensor(uniformIn: 0...1, shape: [4, 3, 128, 128], using: &generator)
            return (
                network.parameterCount,
                {
                    let tape = Tape(learning: network.parameters)
                    adam.step(tape.gradients(of: meanSquaredError(network(x, .training(tape)), y)))
                }
            )
        } parts: {
            [Layers.Part(network: UNet(), inputShape: [4, 4, 128, 128])]
        }
    }

    /// The article's U-net colouring a drawing.
    private static var colorizerInference: BenchCase {
        BenchCase(name: "unet-infer", what: "U-net, inference, 512×512, batch 1", kind: .inference) {
            var generator = SeededGenerator(seed: 0)
            let network = UNet().initialised(using: &generator)
            let x = Tensor(uniformIn: 0...1, shape: [1, 4, 512, 512], using: &generator)
            return (network.parameterCount, { _ = network(x, .inference) })
        } parts: {
            [Layers.Part(network: UNet(), inputShape: [1, 4, 512, 512], isLearnt: false)]
        }
    }

    /// A training step of the VAE of faces.
    private static var faceVAETraining: BenchCase {
        BenchCase(name: "vae-train", what: "VAE of faces, training step, 64×64, batch 64, RMSProp") {
            var generator = SeededGenerator(seed: 0)
            let network = FaceVAE().initialised(using: &generator)
            let optimiser = RMSProp(network, learningRate: 1e-4)
            let x = Tensor(uniformIn: -1...1, shape: [64, 3, 64, 64], using: &generator)
            var noise = SeededGenerator(seed: 1)
            return (
                network.parameterCount,
                {
                    let tape = Tape(learning: network.parameters)
                    let code = network.encode(x, .training(tape))
                    let decoded = network.decode(code.sample(using: &noise), .training(tape))
                    let reconstruction = sumSquaredError(decoded, x) / (2 * 0.1 * 0.1)
                    optimiser.step(
                        tape.gradients(
                            of: (reconstruction + 0.5
                                * (code.mean.squared() + code.logVariance.exp() - 1 - code.logVariance).sum()) / 64))
                }
            )
        } parts: {
            [Layers.Part(network: FaceVAE(), inputShape: [64, 3, 64, 64])]
        }
    }
}
