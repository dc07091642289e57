import Basics
import Models
import Networks
import TensorCore

/// An IllustrationGAN in three parts, whatever tables they have.
struct IllustrationNetworks {
    let generator: any Module
    let predictor: LatentPredictor
    let discriminator: any Module
    let latent = 100

    /// What the predictor reads, and the pictures that grow out of it.
    let features: (_ codes: Tensor, _ mode: Mode) -> Tensor
    let pictures: (_ features: Tensor, _ mode: Mode) -> Tensor
    let logits: (_ pictures: Tensor, _ mode: Mode, _ random: inout SeededGenerator) -> Tensor

    /// The original's tables, dropout included.
    static func table(width: Int, side: Int) -> IllustrationNetworks {
        let generator = IllustrationGenerator(width: width, side: side)
        let discriminator = IllustrationDiscriminator(width: width, side: side)
        return IllustrationNetworks(
            generator: generator, predictor: LatentPredictor(width: width, side: side), discriminator: discriminator,
            features: generator.features, pictures: generator.pictures,
            logits: { discriminator.logits(of: $0, $1, using: &$2) })
    }

    /// Both devices on a DCGAN's generator, for faces of 32×32. Its discriminator has no batch norm.
    static func small(width: Int) -> IllustrationNetworks {
        let generator = DCGANGenerator(width: width, side: SmallGenerator.side)
        let discriminator = SmallDiscriminator(width: width)
        return IllustrationNetworks(
            generator: generator, predictor: LatentPredictor(width: width, side: SmallGenerator.side),
            discriminator: discriminator, features: generator.features, pictures: generator.pictures,
            logits: { pictures, mode, _ in discriminator(pictures, comparing: true, mode) })
    }

    func initialise(using random: inout SeededGenerator) {
        for module: any Module in [generator, predictor, discriminator] { module.initialise(using: &random) }
    }

    /// Codes as the original draws them: normal, cut off at two deviations.
    func codes(_ count: Int, using random: inout SeededGenerator) -> Tensor {
        Initialiser.truncatedNormal(deviation: 1)(shape: [count, latent], using: &random)
    }
}
