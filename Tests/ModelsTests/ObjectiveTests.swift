import Basics
@testable import Models
import Networks
import TensorCore
import Testing

@Suite("AnimeGAN's objective")
struct ObjectiveTests {
    private let photos = 2 * pattern([2, 3, 16, 20], 37) - 1
    private let greyStyles: Tensor = {
        let grey = 2 * pattern([2, 1, 12, 16], 71) - 1
        return .concatenated([grey, grey, grey], axis: 1)
    }()

    @Test("A generator step's terms and gradients are PyTorch's")
    func generatorStep() throws {
        let expected = try Checkpoint(contentsOf: reference("anime-objective-expected.safetensors"))
        let generator = try AnimeGenerator.load(from: reference("anime-generator.safetensors"))
        let discriminator = try AnimeDiscriminator.load(from: reference("anime-discriminator.safetensors"))
        let features = try FeatureNetwork.load(from: reference("features.safetensors"))
        var objective = AnimeObjective.v1
        objective.generator = .init(adversarial: 1, content: 100, style: 10_000, color: 10, totalVariation: 1)

        let tape = Tape(learning: generator.parameters)
        let terms = objective.generatorTerms(
            generated: generator(photos, .training(tape)), photos: photos, greyStyles: greyStyles,
            discriminator: discriminator,
            features: features)
        let named = [
            ("adversarial", terms.adversarial), ("content", terms.content), ("style", terms.style),
            ("colour", terms.color), ("totalVariation", terms.totalVariation),
        ]
        for (name, term) in named {
            let value = try expected.tensor(name).item
            #expect(abs(term.item - value) <= 1e-4 * value, "\(name): \(term.item), PyTorch \(value)")
        }
        let gradients = tape.gradients(of: objective.generatorLoss(terms))
        let all = try generator.namedParameters.map { name, parameter in
            (name, try #require(gradients[parameter]), try expected.tensor("gradient.\(name)"))
        }
        // Where the true gradient is 0, as that of a shift before a norm, rounding is measured against the largest one.
        let largest = all.map { length($2) }.max() ?? 0
        for (name, own, theirs) in all {
            #expect(length(own - theirs) <= 1e-4 * max(length(theirs), 1e-2 * largest), "\(name)")
        }
    }

    @Test("The judge is not touched by a generator step, and learns nothing from it")
    func judgeStays() throws {
        var generator = SeededGenerator(seed: 1)
        let discriminator = AnimeDiscriminator(width: 1).initialised(using: &generator)
        let features = FeatureNetwork(widths: [[2], [2]]).initialised(using: &generator)
        func state() -> [Tensor] {
            discriminator.namedState.compactMap { entry in
                switch entry.content {
                case .learnt(let parameter): parameter.value
                case .kept(let buffer): buffer.value
                case .counted: nil
                }
            }
        }
        let before = state()
        let tape = Tape()
        let generated = tape.variable(photos)
        let objective = AnimeObjective.v1
        let terms = objective.generatorTerms(
            generated: generated, photos: photos, greyStyles: greyStyles, discriminator: discriminator,
            features: features)
        let gradients = tape.gradients(of: objective.generatorLoss(terms))
        #expect(gradients[generated]?.shape == photos.shape)
        #expect(discriminator.parameters.allSatisfy { gradients[$0] == nil })
        #expect(state() == before)
        // The photo itself shows what it shows, in its colours.
        #expect(terms.content.item == 0)
        #expect(terms.color.item == 0)
    }

    @Test("The discriminator's loss adds up its four terms with the published weights")
    func discriminatorLoss() {
        let objective = AnimeObjective.v1
        func answers(_ number: Float) -> Tensor { Tensor(repeating: number, shape: [2, 1, 3, 3]) }
        let perfect = objective.discriminatorTerms(
            drawn: answers(1), generated: answers(0), grey: answers(0), smoothed: answers(0))
        #expect(objective.discriminatorLoss(perfect).item == 0)
        let terms = objective.discriminatorTerms(
            drawn: answers(0), generated: answers(2), grey: answers(3), smoothed: answers(10))
        // 300 · (1 · 1 + 1 · 4 + 1 · 9 + 0.1 · 100).
        let expected: Float = 7200
        #expect(objective.discriminatorLoss(terms).item == expected)
    }

    @Test("The maps of all stages end with the network's own")
    func stages() throws {
        let network = try FeatureNetwork.load(from: reference("features.safetensors"))
        let maps = network.maps(of: photos)
        #expect(maps.map(\.shape) == [[2, 4, 16, 20], [2, 6, 8, 10], [2, 8, 4, 5]])
        #expect(maps.last == network.features(of: photos))
        let smooth = FeatureNetwork(widths: [[2], [2]], pooling: .average)
        var generator = SeededGenerator(seed: 2)
        smooth.initialise(using: &generator)
        let sharp = FeatureNetwork(widths: [[2], [2]])
        for (parameter, other) in zip(sharp.parameters, smooth.parameters) { parameter.value = other.value }
        #expect(sharp.maps(of: photos)[0] == smooth.maps(of: photos)[0])
        #expect(sharp.maps(of: photos)[1] != smooth.maps(of: photos)[1])
    }

    private func length(_ tensor: Tensor) -> Float { tensor.squared().sum().squareRoot().item }
}
