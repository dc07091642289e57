import Basics
import Models
import Networks
import TensorCore

extension BenchCase {
    /// AnimeGAN stylising a photo.
    static var animeInference: BenchCase {
        BenchCase(name: "anime-infer", what: "AnimeGAN v1, inference, 256×256, batch 1", kind: .inference) {
            inference(of: AnimeGenerator())
        } parts: {
            [Layers.Part(network: AnimeGenerator(), inputShape: [1, 3, 256, 256], isLearnt: false)]
        }
    }

    /// CartoonGAN stylising a photo.
    static var cartoonInference: BenchCase {
        BenchCase(name: "cartoon-infer", what: "CartoonGAN, inference, 256×256, batch 1", kind: .inference) {
            inference(of: CartoonGAN())
        } parts: {
            [Layers.Part(network: CartoonGAN(), inputShape: [1, 3, 256, 256], isLearnt: false)]
        }
    }

    /// A generator step of AnimeGAN: discriminator and VGG19 assess what the generator makes, and only that learns.
    static var animeTraining: BenchCase {
        BenchCase(name: "anime-train", what: "AnimeGAN v1, generator step with VGG19, 128×128, batch 4, Adam") {
            var generator = SeededGenerator(seed: 0)
            let network = AnimeGenerator().initialised(using: &generator)
            let discriminator = AnimeDiscriminator().initialised(using: &generator)
            let features = FeatureNetwork().initialised(using: &generator)
            let adam = Adam(network, learningRate: 8e-5, beta1: 0.5)
            let photos = Tensor(uniformIn: -1...1, shape: [4, 3, 128, 128], using: &generator)
            let grey = Tensor(uniformIn: -1...1, shape: [4, 1, 128, 128], using: &generator)
            let greyStyles = Tensor.concatenated([grey, grey, grey], axis: 1)
            let objective = AnimeObjective.v1
            return (
                network.parameterCount,
                {
                    let tape = Tape(learning: network.parameters)
                    let terms = objective.generatorTerms(
                        generated: network(photos, .training(tape)), photos: photos, greyStyles: greyStyles,
                        discriminator: discriminator, features: features)
                    adam.step(tape.gradients(of: objective.generatorLoss(terms)))
                }
            )
        } parts: {
            let shape = [4, 3, 128, 128]
            return [
                Layers.Part(network: AnimeGenerator(), inputShape: shape),
                Layers.Part(network: AnimeDiscriminator(), inputShape: shape, isLearnt: false),
                Layers.Part(network: FeatureNetwork(), inputShape: shape, isLearnt: false),
            ]
        }
    }

    private static func inference(of network: some NamedNetwork) -> (parameters: Int, step: () -> Void) {
        var generator = SeededGenerator(seed: 0)
        network.initialise(using: &generator)
        let x = Tensor(uniformIn: -1...1, shape: [1, 3, 256, 256], using: &generator)
        return (network.parameterCount, { _ = network(x, .inference) })
    }
}
