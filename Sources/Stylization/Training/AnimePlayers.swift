import Basics
import Models
import Networks
import TensorCore
import Training

/// AnimeGAN's two networks and what they learn by. The generator begins alone; then they take turns, the discriminator first.
final class AnimePlayers {
    let generator: any NamedNetwork
    let judge: AnimeDiscriminator
    let features: FeatureNetwork
    let objective: AnimeObjective
    private let plan: AnimePlan
    private let initialAdam, generatorAdam, judgeAdam: Adam
    private let average: ExponentialMovingAverage?

    /// `objective` has its weights fitted to the feature network.
    init(
        _ plan: AnimePlan, objective: AnimeObjective, features: FeatureNetwork, using random: inout SeededGenerator
    ) {
        (self.plan, self.objective, self.features) = (plan, objective, features)
        generator = plan.generator()
        generator.initialise(using: &random)
        judge = AnimeDiscriminator(width: plan.judgeWidth).initialised(using: &random)
        let rates = plan.learningRates
        func adam(_ network: any Module, _ rate: Double) -> Adam {
            Adam(network.namedParameters, learningRate: rate, beta1: 0.5)
        }
        initialAdam = adam(generator, rates.initialisation)
        generatorAdam = adam(generator, rates.generator)
        judgeAdam = adam(judge, rates.discriminator)
        average = plan.averageDecay > 0 ? ExponentialMovingAverage(of: generator, decay: plan.averageDecay) : nil
    }

    /// Tells a run what its checkpoint has to hold.
    func keep(in run: inout TrainingRun) {
        run.keep(generator, generatorAdam, as: "generator")
        run.keep(judge, judgeAdam, as: "discriminator")
        run.keep(initialAdam, as: "initialisation")
        if let average { run.keep(average, as: "average") }
    }

    /// Puts the mean of the weights into the generator, if one was kept.
    func settle() {
        guard let average else { return }
        for (own, mean) in zip(generator.namedParameters, average.averagedParameters) {
            own.parameter.value = mean.value
        }
    }

    /// A step: of the initialisation, or of both networks. What was not measured is 0.
    func play(_ batch: AnimePictures.Batch, at step: Int) -> KeyValuePairs<String, Float> {
        generatorAdam.learningRate = plan.learningRates.generator * plan.pace(at: step)
        judgeAdam.learningRate = plan.learningRates.discriminator * plan.pace(at: step)
        let isInitial = step < plan.initialSteps
        let measured = isInitial ? log(content: initialise(on: batch.photographs)) : takeTurns(batch)
        average?.update()
        return measured
    }

    private func initialise(on photographs: Tensor) -> Float {
        let tape = Tape(learning: generator.parameters)
        let guide = guide(for: photographs)
        let generated = generator(photographs, .training(tape))
        let content = meanAbsoluteError(features.features(of: generated), features.features(of: guide))
        // Weighted, though Adam does not care: the log then has the loss of the initialisation.
        let loss = max(objective.generator.content, 1) * content
        initialAdam.step(tape.gradients(of: loss.adding(pixels: generated, guide, plan.pixelWeight)))
        return content.item
    }

    /// What the results for photographs are compared with.
    private func guide(for photographs: Tensor) -> Tensor {
        switch plan.guide {
        case .photograph: photographs
        case .abstraction: Tensor(pictures: photographs.unsigned.pictures.map { $0.abstracted() }).signed
        }
    }

    private func takeTurns(_ batch: AnimePictures.Batch) -> KeyValuePairs<String, Float> {
        let tape = Tape(learning: generator.parameters)
        let generated = generator(batch.photographs, .training(tape))
        let guide = guide(for: batch.photographs)
        let judged = turnOfJudge(batch, generated: generated.detached)
        let terms = objective.generatorTerms(
            generated: generated, photos: guide, greyStyles: batch.styles.grey(),
            judge: judge,
            features: features)
        let loss = objective.generatorLoss(terms)
        generatorAdam.step(tape.gradients(of: loss.adding(pixels: generated, guide, plan.pixelWeight)))
        return log(
            content: terms.content.item, style: terms.style.item, colour: terms.colour.item,
            adversarial: terms.adversarial.item, variation: terms.totalVariation.item, judged)
    }

    private func turnOfJudge(_ batch: AnimePictures.Batch, generated: Tensor) -> AnimeObjective.DiscriminatorTerms {
        let tape = Tape(learning: judge.parameters)
        let mode = Mode.training(tape)
        let terms = objective.discriminatorTerms(
            drawn: judge(batch.styles, mode), generated: judge(generated, mode),
            grey: judge(batch.styles.grey(), mode), smoothed: judge(batch.smoothed.grey(), mode))
        judgeAdam.step(tape.gradients(of: objective.discriminatorLoss(terms)))
        return terms
    }

    private func log(
        content: Float, style: Float = 0, colour: Float = 0, adversarial: Float = 0, variation: Float = 0,
        _ judged: AnimeObjective.DiscriminatorTerms? = nil
    ) -> KeyValuePairs<String, Float> {
        [
            "content": content, "style": style, "colour": colour, "adversarial": adversarial,
            "variation": variation, "drawn": judged?.drawn.item ?? 0, "generated": judged?.generated.item ?? 0,
            "grey": judged?.grey.item ?? 0, "smoothed": judged?.smoothed.item ?? 0,
        ]
    }
}

extension Tensor {
    /// The loss, and the mean of |Δ| of two batches, weighted; one that does not count is not worked out.
    fileprivate func adding(pixels: Tensor, _ others: Tensor, _ weight: Float) -> Tensor {
        weight > 0 ? self + weight * meanAbsoluteError(pixels, others) : self
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
