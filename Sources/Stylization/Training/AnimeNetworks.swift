import Basics
import Models
import Networks
import TensorCore
import Training

/// AnimeGAN's generator and discriminator with their optimisers. The generator begins alone; then both learn in each step, the
/// discriminator first.
final class AnimeNetworks {
    let generator: any NamedNetwork
    let discriminator: AnimeDiscriminator
    let features: FeatureNetwork
    let objective: AnimeObjective
    private let plan: AnimePlan
    private let initialAdam, generatorAdam, discriminatorAdam: Adam
    let average: ExponentialMovingAverage?

    /// `objective` has its weights fitted to the feature network.
    init(
        _ plan: AnimePlan, objective: AnimeObjective, features: FeatureNetwork, using random: inout SeededGenerator
    ) {
        (self.plan, self.objective, self.features) = (plan, objective, features)
        generator = plan.generator()
        generator.initialise(using: &random)
        discriminator = AnimeDiscriminator(width: plan.discriminatorWidth).initialised(using: &random)
        let rates = plan.learningRates
        func adam(_ network: any Module, _ rate: Double) -> Adam {
            Adam(network.namedParameters, learningRate: rate, beta1: 0.5)
        }
        initialAdam = adam(generator, rates.initialisation)
        generatorAdam = adam(generator, rates.generator)
        discriminatorAdam = adam(discriminator, rates.discriminator)
        average = plan.averageDecay > 0 ? ExponentialMovingAverage(of: generator, decay: plan.averageDecay) : nil
    }

    /// Tells a run what its checkpoint has to hold.
    func keep(in run: inout TrainingRun) {
        run.keep(generator, generatorAdam, as: "generator")
        run.keep(discriminator, discriminatorAdam, as: "discriminator")
        run.keep(initialAdam, as: "initialisation")
        if let average { run.keep(average, as: "average") }
    }

    /// A step: of the initialisation, or of both networks. What was not measured is 0.
    func step(_ step: Int, on batch: AnimePictures.Batch) -> KeyValuePairs<String, Float> {
        generatorAdam.learningRate = plan.learningRates.generator * plan.learningRateShare(at: step)
        discriminatorAdam.learningRate = plan.learningRates.discriminator * plan.learningRateShare(at: step)
        let isInitial = step < plan.initialSteps
        let measured = isInitial ? log(content: initialise(on: batch)) : adversarialStep(batch)
        average?.update()
        return measured
    }

    private func initialise(on batch: AnimePictures.Batch) -> Float {
        let tape = Tape(learning: generator.parameters)
        let guide = guide(for: batch)
        let generated = generator(batch.photographs, .training(tape))
        let content = meanAbsoluteError(features.features(of: generated), features.features(of: guide))
        // Weighted, though Adam does not care: the log then has the loss of the initialisation.
        let loss = max(objective.generator.content, 1) * content
        initialAdam.step(tape.gradients(of: loss.adding(generated, guide, plan)))
        return content.item
    }

    /// What the results for photographs are compared with.
    private func guide(for batch: AnimePictures.Batch) -> Tensor {
        let photographs = batch.photographs
        return switch plan.guide {
        case .photograph: photographs
        case .abstraction: Tensor(pictures: photographs.unsigned.pictures.map { $0.abstracted() }).signed
        case .painting: Tensor(pictures: photographs.unsigned.pictures.map { $0.painted(in: plan.tone) }).signed
        case .rendering: batch.renderings ?? photographs
        }
    }

    private func adversarialStep(_ batch: AnimePictures.Batch) -> KeyValuePairs<String, Float> {
        let tape = Tape(learning: generator.parameters)
        let generated = generator(batch.photographs, .training(tape))
        let guide = guide(for: batch)
        let discriminated = discriminatorStep(batch, generated: generated.detached)
        let terms = objective.generatorTerms(
            generated: generated, photos: guide, greyStyles: batch.styles.grey(),
            discriminator: discriminator,
            features: features)
        let loss = objective.generatorLoss(terms)
        generatorAdam.step(tape.gradients(of: loss.adding(generated, guide, plan)))
        return log(
            content: terms.content.item, style: terms.style.item, color: terms.color.item,
            adversarial: terms.adversarial.item, variation: terms.totalVariation.item, discriminated)
    }

    private func discriminatorStep(_ batch: AnimePictures.Batch, generated: Tensor)
        -> AnimeObjective.DiscriminatorTerms
    {
        let tape = Tape(learning: discriminator.parameters)
        let mode = Mode.training(tape)
        let terms = objective.discriminatorTerms(
            drawn: discriminator(batch.styles, mode), generated: discriminator(generated, mode),
            grey: discriminator(batch.styles.grey(), mode), smoothed: discriminator(batch.smoothed.grey(), mode))
        discriminatorAdam.step(tape.gradients(of: objective.discriminatorLoss(terms)))
        return terms
    }

    private func log(
        content: Float, style: Float = 0, color: Float = 0, adversarial: Float = 0, variation: Float = 0,
        _ discriminated: AnimeObjective.DiscriminatorTerms? = nil
    ) -> KeyValuePairs<String, Float> {
        [
            "content": content, "style": style, "colour": color, "adversarial": adversarial,
            "variation": variation, "drawn": discriminated?.drawn.item ?? 0,
            "generated": discriminated?.generated.item ?? 0,
            "grey": discriminated?.grey.item ?? 0, "smoothed": discriminated?.smoothed.item ?? 0,
        ]
    }
}

extension Tensor {
    /// The loss, and the means of |Δ| of two batches' pixels and of their steps, weighted; what does not count is not worked out.
    fileprivate func adding(_ generated: Tensor, _ guide: Tensor, _ plan: AnimePlan) -> Tensor {
        var loss = self
        if plan.pixelWeight > 0 { loss = loss + plan.pixelWeight * meanAbsoluteError(generated, guide) }
        if plan.stepWeight > 0 {
            for axis in 2...3 {
                loss = loss + plan.stepWeight * meanAbsoluteError(generated.steps(axis), guide.steps(axis))
            }
        }
        return loss
    }

    /// From each pixel to the next along an axis.
    private func steps(_ axis: Int) -> Tensor {
        let last = shape[axis] - 1
        return sliced(axis: axis, 1..<last + 1) - sliced(axis: axis, 0..<last)
    }
}

extension AnimePlan {
    /// The generator of its version and width; its parameters are not set.
    func generator() -> any NamedNetwork {
        switch version {
        case .v1: AnimeGenerator(width: width)
        case .v2: AnimeGeneratorV2(width: width)
        case .light: LightAnimeGenerator(width: width)
        }
    }
}
