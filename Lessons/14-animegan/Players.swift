import LessonKit
import Models
import Networks

/// Both networks of a game with their optimisers.
struct Players {
    let generator: LittleGenerator
    let discriminator: AnimeDiscriminator
    let generatorAdam, discriminatorAdam: Adam

    /// A copy of the generator, and a discriminator that has learnt nothing.
    init(from start: LittleGenerator, _ plan: Plan, in notebook: Notebook) {
        generator = start.copy()
        var random = notebook.generator(3)
        discriminator = AnimeDiscriminator(width: plan.discriminatorWidth).initialised(using: &random)
        generatorAdam = Adam(generator, learningRate: 5e-4, beta1: 0.5)
        discriminatorAdam = Adam(discriminator, learningRate: 5e-4, beta1: 0.5)
    }

    func setLearningRates(_ rate: Double) {
        generatorAdam.learningRate = rate
        discriminatorAdam.learningRate = rate
    }
}
