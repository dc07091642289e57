import Models
import Pictures
import Training

extension AnimePlan {
    public static let settings: [Setting<AnimePlan>] = [
        .fixed("version") { $0.version.rawValue },
        .count("width", \.width, in: 1...128, "Channels of the generator's first map; v1 has 64, v2 32, light 24."),
        Setting.count(
            "discriminator-width", \.discriminatorWidth, in: 1...128,
            "Channels of the discriminator's first map; the published one has 32."
        ).formerly("judge-width"),
        .count("size", \.size, in: 16...1024, multipleOf: 8, "Pixels in a side of the pictures."),
        .count("batch", \.batch, in: 1...1024, "Pictures in a step."),
        .count(
            "initial-steps", \.initialSteps, in: 0...100_000_000,
            "The first steps, in which the generator learns alone."),
        .count("steps", \.steps, in: 1...100_000_000, "All steps, the initial ones included."),
        .number(
            "initial-rate", \.learningRates.initialisation, in: .leastNonzeroMagnitude...1000,
            "The generator's learning rate while it learns alone."),
        .number(
            "generator-rate", \.learningRates.generator, in: .leastNonzeroMagnitude...1000,
            "The generator's learning rate afterwards."),
        .number(
            "discriminator-rate", \.learningRates.discriminator, in: .leastNonzeroMagnitude...1000,
            "The discriminator's learning rate."),
        .choice("schedule", \.learningRates.schedule, "How these two change: constant, or cosine, which falls."),
        .count("scenes", \.scenes, in: 1...10_000_000, "Drawn scenes in each of the two renderings."),
        .count(
            "scene-size", \.sceneSize, in: 16...2048,
            "Pixels in a side of the drawn scenes that pictures are cut out of; none for a quarter more than --size."),
        .number(
            "zoom", \.zoom, in: 1...8, "Drawn photographs are cut out up to so many times larger and made smaller."),
        .choice(
            "guide", \.guide,
            """
            What content and colour are compared with: photograph, or what a filter makes of it, abstraction or \
            painting; or rendering, the anime rendering of the same scene.
            """
        ),
        Setting.number("leaves", \.leaves, in: 0...1, "The share of dead leaves among photographs with renderings.")
            .silent(about: "0.0"),
        Setting.choice("tone", \.tone, "The light of that painting: summer, or evening.")
            .silent(about: PaintingTone.summer.rawValue),
        .number("pixels", \.pixelWeight, in: 0...1_000_000, "How much the difference of the pixels counts."),
        Setting.number(
            "edges", \.stepWeight, in: 0...1_000_000,
            "How much the difference of the steps from pixel to pixel counts."
        ).silent(about: "0.0"),
        .repeated(
            "without",
            "What is left out of the losses: \(words). May be given several times."
        ) { plan in
            let omitted = Loss.allCases.filter { plan.omitted.contains($0) }.map(\.rawValue)
            return omitted.isEmpty ? "none" : omitted.joined(separator: " ")
        } add: { plan, text in
            guard let loss = Loss(rawValue: text) else { throw SettingError("it is one of: \(words)") }
            plan.omitted.insert(loss)
        },
        .repeated(
            "weight",
            "Another weight than the published one for a loss, such as color=30. May be given several times."
        ) { plan in
            let weights = Loss.allCases.compactMap { loss in plan.weights[loss].map { "\(loss.rawValue)=\($0)" } }
            return weights.isEmpty ? "published" : weights.joined(separator: " ")
        } add: { plan, text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let loss = Loss(rawValue: parts[0]), let weight = Float(parts[1]),
                weight.isFinite, weight >= 0
            else { throw SettingError("it is LOSS=NUMBER, and the losses are \(words)") }
            plan.weights[loss] = weight
        },
        .number(
            "average", \.averageDecay, in: 0...0.999999, "How much of the weights' running mean stays at a step."),
        .precision(\.precision),
        Setting.flag("half", \.isHalfPrecise, "Write the weights with half precision.").changingNothing,
    ]

    private static let words = Loss.allCases.map(\.rawValue).joined(separator: ", ")

    public func check() throws {
        if leaves > 0, guide != .rendering {
            throw SettingError("--leaves \(leaves): only with --guide rendering there are any.")
        }
        guard initialSteps <= steps else {
            throw SettingError("--initial-steps \(initialSteps): they are among the --steps \(steps).")
        }
        if let sceneSize, sceneSize < size {
            throw SettingError("--scene-size \(sceneSize): it is at least the --size, \(size).")
        }
    }
}

extension AnimePlan.Loss {
    /// Where its weight stands.
    var weight: WritableKeyPath<AnimeObjective, Float> {
        switch self {
        case .adversarial: \.generator.adversarial
        case .content: \.generator.content
        case .style: \.generator.style
        case .color: \.generator.color
        case .variation: \.generator.totalVariation
        case .grey: \.discriminator.grey
        case .smoothed: \.discriminator.smoothed
        }
    }
}
