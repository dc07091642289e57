import Networks
import TensorCore

/// What AnimeGAN's two networks strive for: each term by itself, and how much it counts.
///
/// Pictures are RGB in [-1, 1]. All terms are means, and so their weights do not depend on the size of batch or picture.
public struct AnimeObjective: Sendable, Equatable {
    /// How much the generator's terms count.
    public struct GeneratorWeights: Sendable, Equatable {
        public var adversarial: Float
        public var content: Float
        public var style: Float
        public var color: Float
        public var totalVariation: Float

        public init(adversarial: Float, content: Float, style: Float, color: Float, totalVariation: Float = 0) {
            (self.adversarial, self.content, self.style) = (adversarial, content, style)
            (self.color, self.totalVariation) = (color, totalVariation)
        }
    }

    /// How much the discriminator's terms count.
    public struct DiscriminatorWeights: Sendable, Equatable {
        public var drawn: Float
        public var generated: Float
        public var grey: Float
        public var smoothed: Float
        /// For all terms together.
        public var total: Float

        public init(drawn: Float, generated: Float, grey: Float, smoothed: Float, total: Float = 300) {
            (self.drawn, self.generated, self.grey) = (drawn, generated, grey)
            (self.smoothed, self.total) = (smoothed, total)
        }
    }

    public var generator: GeneratorWeights
    public var discriminator: DiscriminatorWeights

    public init(generator: GeneratorWeights, discriminator: DiscriminatorWeights) {
        (self.generator, self.discriminator) = (generator, discriminator)
    }
}

// MARK: - Published weights

extension AnimeObjective {
    /// AnimeGAN as its article describes it: the released code from July 2019 to April 2020, for the styles Hayao and
    /// Paprika; for Shinkai content counts 1.1.
    public static let v1 = AnimeObjective(
        generator: GeneratorWeights(adversarial: 300, content: 1.5, style: 3, color: 10),
        discriminator: DiscriminatorWeights(drawn: 1, generated: 1, grey: 1, smoothed: 0.1))

    /// AnimeGANv2's released code, for its style Hayao.
    public static let v2 = AnimeObjective(
        generator: GeneratorWeights(adversarial: 300, content: 1.5, style: 2.5, color: 15, totalVariation: 1),
        discriminator: DiscriminatorWeights(drawn: 1.2, generated: 1.2, grey: 1.2, smoothed: 0.8))
}

// MARK: - The generator

extension AnimeObjective {
    /// The terms of the generator's loss, before they are weighted.
    public struct GeneratorTerms: Sendable {
        /// The mean of (D(generated) - 1)²: whether it passes for drawn (Mao et al., *Least squares generative adversarial
        /// networks*, 2017).
        public let adversarial: Tensor
        /// The mean of |features(photo) - features(generated)|: whether it shows what the photo shows.
        public let content: Tensor
        /// The mean of |Gram(generated) - Gram(grey style picture)|: whether it is textured like a drawing. The style picture
        /// is grey, so that its palette stays out; the generated one is not.
        public let style: Tensor
        /// Whether its colours are the photo's; see ``TensorCore/colorError(_:_:)``.
        public let color: Tensor
        /// How rough it is.
        public let totalVariation: Tensor
    }

    /// The terms of a generator step.
    ///
    /// - Parameters:
    ///   - generated: what the generator made of `photos`, on the tape that learns the generator.
    ///   - greyStyles: drawings without colour, their brightness in all three channels; of any size.
    ///   - discriminator: the discriminator. The tape does not learn it, and its spectral norms stay as they are.
    ///   - features: the feature network, which is not learnt either.
    public func generatorTerms(
        generated: Tensor, photos: Tensor, greyStyles: Tensor, discriminator: some Layer, features: FeatureNetwork
    ) -> GeneratorTerms {
        let map = features.features(of: generated)
        return GeneratorTerms(
            adversarial: (discriminator(generated, .inference) - 1).squared().mean(),
            content: meanAbsoluteError(map, features.features(of: photos)),
            style: styleError(map, features.features(of: greyStyles)),
            color: colorError(generated, photos),
            totalVariation: totalVariation(generated))
    }

    /// The generator's loss: the terms, weighted and added up.
    public func generatorLoss(_ terms: GeneratorTerms) -> Tensor {
        let weighted = [
            (generator.adversarial, terms.adversarial), (generator.content, terms.content),
            (generator.style, terms.style), (generator.color, terms.color),
            (generator.totalVariation, terms.totalVariation),
        ]
        // A term that does not count is left out, so that no gradient is worked out for it.
        return weighted.filter { $0.0 != 0 }.reduce(Tensor(0)) { $0 + $1.0 * $1.1 }
    }
}

// MARK: - The discriminator

extension AnimeObjective {
    /// The terms of the discriminator's loss, before they are weighted. Each is the mean of (D - 1)² or D².
    public struct DiscriminatorTerms: Sendable {
        /// Drawings are to give 1.
        public let drawn: Tensor
        /// What the generator makes is to give 0,
        public let generated: Tensor
        /// and so are drawings without colour,
        public let grey: Tensor
        /// and drawings without colour whose edges were smoothed.
        public let smoothed: Tensor
    }

    /// The terms of a discriminator step, from its answers to the four kinds of pictures.
    public func discriminatorTerms(
        drawn: Tensor, generated: Tensor, grey: Tensor, smoothed: Tensor
    ) -> DiscriminatorTerms {
        DiscriminatorTerms(
            drawn: (drawn - 1).squared().mean(), generated: generated.squared().mean(), grey: grey.squared().mean(),
            smoothed: smoothed.squared().mean())
    }

    /// The discriminator's loss: the terms, weighted and added up.
    public func discriminatorLoss(_ terms: DiscriminatorTerms) -> Tensor {
        discriminator.total
            * (discriminator.drawn * terms.drawn + discriminator.generated * terms.generated
                + discriminator.grey * terms.grey + discriminator.smoothed * terms.smoothed)
    }
}
