import Foundation
import Networks
import TensorCore
import Testing

@testable import Models

/// Every network in a small size computes what PyTorch computes with the same weights, forwards and backwards.
@Suite struct AgainstPyTorch {
    enum Case: String, CaseIterable, CustomTestStringConvertible {
        case unet, discriminator
        case faceVAE = "face-vae"
        case sketchVAE = "sketch-vae"
        case fineSketchVAE = "fine-sketch-vae"
        case codeFlow = "code-flow"
        case latentFlow = "latent-flow"
        case denseVAE = "dense-vae"
        case animeGenerator = "anime-generator"
        case animeDiscriminator = "anime-discriminator"
        case animeGeneratorV2 = "anime-generator-v2"
        case lightAnimeGenerator = "light-anime-generator"
        case cartoonGAN = "cartoongan"
        case comixGAN = "comixgan"
        case features
        case dcganGenerator = "dcgan-generator"
        case dcganDiscriminator = "dcgan-discriminator"
        case illustrationGenerator = "illustration-generator"
        case illustrationDiscriminator = "illustration-discriminator"
        case latentPredictor = "latent-predictor"

        var testDescription: String { rawValue }

        func load() throws -> any NamedNetwork {
            let path = try reference("\(rawValue).safetensors")
            return switch self {
            case .unet: try UNet.load(from: path)
            case .discriminator: try ColorizerDiscriminator.load(from: path)
            case .faceVAE: try FaceVAE.load(from: path)
            case .sketchVAE: try SketchVAE.load(from: path)
            case .fineSketchVAE: try FineSketchVAE.load(from: path)
            case .codeFlow: try CodeFlow.load(from: path)
            case .latentFlow: try LatentFlow.load(from: path)
            case .denseVAE: try DenseVAE.load(from: path)
            case .animeGenerator: try AnimeGenerator.load(from: path)
            case .animeDiscriminator: try AnimeDiscriminator.load(from: path)
            case .animeGeneratorV2: try AnimeGeneratorV2.load(from: path)
            case .lightAnimeGenerator: try LightAnimeGenerator.load(from: path)
            case .cartoonGAN: try CartoonGAN.load(from: path)
            case .comixGAN: try ComixGAN.load(from: path)
            case .features: try FeatureNetwork.load(from: path)
            case .dcganGenerator: try DCGANGenerator.load(from: path)
            case .dcganDiscriminator: try DCGANDiscriminator.load(from: path)
            case .illustrationGenerator: try IllustrationGenerator.load(from: path)
            case .illustrationDiscriminator: try IllustrationDiscriminator.load(from: path)
            case .latentPredictor: try LatentPredictor.load(from: path)
            }
        }

        /// Input and target as make.py has them.
        var data: (input: Tensor, target: Tensor) {
            switch self {
            case .unet: (pattern([2, 4, 32, 32], 37), pattern([2, 3, 32, 32], 53))
            case .discriminator: (pattern([4, 3, 32, 32], 37), pattern([4, 2], 53))
            case .faceVAE: (2 * pattern([3, 3, 64, 64], 37) - 1, 2 * pattern([3, 3, 64, 64], 53) - 1)
            case .sketchVAE: (pattern([3, 5, 64, 64], 37), 2 * pattern([3, 5, 64, 64], 53) - 1)
            case .fineSketchVAE: (pattern([2, 5, 128, 128], 37), 2 * pattern([2, 5, 128, 128], 53) - 1)
            case .codeFlow: (pattern([2, 8, 8, 8], 37), 2 * pattern([2, 3, 8, 8], 53) - 1)
            case .latentFlow: (pattern([4, 6, 1, 1], 37), 2 * pattern([4, 5, 1, 1], 53) - 1)
            case .denseVAE: (pattern([4, 1, 28, 28], 37), pattern([4, 1, 28, 28], 53))
            case .animeGenerator, .animeGeneratorV2, .lightAnimeGenerator, .cartoonGAN, .comixGAN:
                (2 * pattern([2, 3, 16, 20], 37) - 1, 2 * pattern([2, 3, 16, 20], 53) - 1)
            case .animeDiscriminator: (2 * pattern([2, 3, 16, 20], 37) - 1, pattern([2, 1, 4, 5], 53))
            case .features: (2 * pattern([2, 3, 16, 20], 37) - 1, pattern([2, 8, 4, 5], 53))
            case .dcganGenerator, .illustrationGenerator:
                (2 * pattern([4, 3, 1, 1], 37) - 1, 2 * pattern([4, 3, 64, 64], 53) - 1)
            case .dcganDiscriminator, .illustrationDiscriminator:
                (2 * pattern([4, 3, 64, 64], 53) - 1, pattern([4, 1], 53))
            case .latentPredictor: (pattern([4, 128, 1, 1], 37), pattern([4, 3], 53))
            }
        }

        var expected: Checkpoint {
            get throws { try Checkpoint(contentsOf: reference("\(rawValue)-expected.safetensors")) }
        }
    }

    @Test(arguments: Case.allCases)
    func inference(of case: Case) throws {
        let (expected, network) = (try `case`.expected, try `case`.load())
        let tape = Tape()
        let input = tape.variable(`case`.data.input)
        let output = network(input, .inference)
        try expectClose(first(of: output), expected.tensor("inference.output"), within: 1e-4, "output")
        // The network is frozen, and gradients still flow through it.
        let gradients = tape.gradients(of: meanSquaredError(output, `case`.data.target))
        try expectClose(
            first(of: #require(gradients[input])), expected.tensor("inference.gradient.input"), within: 1e-4, "input")
    }

    @Test(arguments: Case.allCases)
    func training(of case: Case) throws {
        let (expected, network) = (try `case`.expected, try `case`.load())
        let tape = Tape(learning: network.parameters)
        let input = tape.variable(`case`.data.input)
        let output = network(input, .training(tape))
        try expectClose(first(of: output), expected.tensor("training.output"), within: 1e-4, "output")
        let gradients = tape.gradients(of: meanSquaredError(output, `case`.data.target))
        try expectGradients(gradients, of: network, expected)
        try expectClose(
            first(of: #require(gradients[input])), expected.tensor("training.gradient.input"), within: 1e-4, "input")
        for entry in network.namedState where entry.name.contains("running") {
            guard case .kept(let buffer) = entry.content else { continue }
            try expectClose(
                buffer.value, expected.tensor("training.after.\(entry.name)"), within: 1e-4, entry.name)
        }
    }

    @Test(arguments: Case.allCases)
    func tenSteps(of case: Case) throws {
        let network = try `case`.load()
        let (input, target) = `case`.data
        let adam = Adam(network, learningRate: 1e-3)
        let losses = (0..<10).map { _ in
            let tape = Tape(learning: network.parameters)
            let loss = meanSquaredError(network(input, .training(tape)), target)
            adam.step(tape.gradients(of: loss))
            return loss.item
        }
        let expected = try `case`.expected.tensor("losses").scalars
        for (step, (loss, expected)) in zip(losses, expected).enumerated() {
            #expect(abs(loss - expected) <= 1e-3 * expected, "step \(step): \(loss), PyTorch \(expected)")
        }
    }

    @Test("One thread and several give the same bits", arguments: Case.allCases)
    func threads(of case: Case) throws {
        func weights(threads: Int) throws -> [Tensor] {
            // Other tests may run meanwhile with this number of threads; theirs must not depend on it either.
            let before = Threads.count
            Threads.count = threads
            defer { Threads.count = before }
            let network = try `case`.load()
            let adam = Adam(network, learningRate: 1e-3)
            for _ in 0..<2 {
                let tape = Tape(learning: network.parameters)
                let output = network(`case`.data.input, .training(tape))
                adam.step(tape.gradients(of: meanSquaredError(output, `case`.data.target)))
            }
            return network.parameters.map(\.value)
        }
        #expect(try weights(threads: 1) == weights(threads: 3))
    }

    /// Each gradient's distance from PyTorch's is small beside its size. Where the true gradient is 0, as that of a bias
    /// before batch norm is, rounding is all that there is; it is measured against the largest gradient instead.
    private func expectGradients(
        _ gradients: Gradients, of network: any NamedNetwork, _ expected: Checkpoint
    ) throws {
        let all = try network.namedParameters.map { name, parameter in
            (name, try #require(gradients[parameter]), try expected.tensor("training.gradient.\(name)"))
        }
        let largest = all.map { norm($2) }.max() ?? 0
        for (name, gradient, expected) in all {
            try expectClose(gradient, expected, within: 1e-4, name, atLeast: 1e-2 * largest)
        }
    }

    private func expectClose(
        _ tensor: Tensor, _ expected: Tensor, within tolerance: Float, _ name: String, atLeast smallest: Float = 0
    ) throws {
        try #require(tensor.shape == expected.shape, "\(name)")
        let distance = norm(tensor - expected) / max(norm(expected), smallest)
        #expect(distance <= tolerance, "\(name): relative distance \(distance)")
    }

    private func first(of batch: Tensor) -> Tensor { batch.detached.sliced(axis: 0, 0..<1) }

    private func norm(_ tensor: Tensor) -> Float { tensor.squared().sum().squareRoot().item }
}

/// Numbers in [0, 1) that make.py computes too.
func pattern(_ shape: [Int], _ step: Int) -> Tensor {
    Tensor(shape: shape) { for index in $0.indices { $0[index] = Float(index * step % 1009) / 1009 } }
}
