import Training

extension ColorizerPlan {
    public static let settings: [Setting<ColorizerPlan>] = [
        .count("width", \.width, in: 1...128, "Channels of the network's first map; the article's network has 32."),
        .count("size", \.size, in: 16...1024, multipleOf: 16, "Pixels in a side of the pictures."),
        .count("batch", \.batch, in: 1...1024, "Pictures in a step."),
        Setting.count(
            "micro-batches", \.microBatches, in: 1...1024,
            "Parts of a step's batch, each with its own batch statistics, that several processes share (see "
                + "Sources/Training/Scaling.md)."
        ).silent(about: NoValue.text),
        Setting.choice(
            "gradients", \.gradientPrecision,
            "How exactly the parts' gradients are added up and sent: float32 or bfloat16."
        ).silent(about: GradientPrecision.float32.rawValue),
        .precision(\.precision),
        .count("steps", \.steps, in: 1...100_000_000, "Steps."),
        .number(
            "learning-rate", \.learningRate, in: .leastNonzeroMagnitude...1000,
            "The learning rate at the start; it falls along half a cosine."),
        .choice(
            "error", \.error, "What the distance from the true colours is measured by: squared, absolute or yuv."),
        Setting.number(
            "adversarial", \.adversarialWeight, in: 0...1000,
            "The weight of the adversarial loss; 0 for no discriminator."
        ).formerly("adversary"),
        .count(
            "discriminator-width", \.discriminatorWidth, in: 1...128, "Channels of the discriminator's first map."),
        Setting.number(
            "discriminator-rate", \.discriminatorRate, in: 1e-6...1000,
            "The discriminator's learning rate, in parts of the colorizer's."
        ).formerly("adversary-pace"),
        .flag("hints", \.usesHints, "Learn to obey hints: in most steps dabs of true colour are given."),
        .number(
            "hint-reach", \.hintReach, in: 0...1,
            "How far a hint runs over the paper, until it meets a line, in parts of the picture's shorter side."),
        .fixed("stage-one") { $0.stageOne ?? NoValue.text },
        .count(
            "crop", \.cropSide, in: 16...1024, multipleOf: 16,
            "Pixels in a side of the square that a second stage is given of each picture."),
        Setting.number(
            "true-colors", \.truthChance, in: 0...1,
            "How often a second stage is given the true colours, made small, instead of the first stage's."
        ).formerly("true-colours"),
        .path("from", \.start, "Weights to begin with, of the same width and stage."),
        .number(
            "average", \.averageDecay, in: 0...0.999999, "How much of the weights' running mean stays at a step."),
        .number(
            "tuning", \.tuningShare, in: 0...1,
            "The share of the steps, the last ones, in which batch norm uses its running statistics, as in use."),
        Setting.flag("half", \.isHalfPrecise, "Write the weights with half precision.").changingNothing,
        .flag("world", \.usesWorld, "Learn from drawings of all kinds of things, with hints that fill regions."),
        .number("face-share", \.faceShare, in: 0...1, "The share of faces among drawings of all kinds."),
        .count("faces", \.faces, in: 1...100_000_000, "Drawn faces to learn from."),
        .number("paper", \.paperShare, in: 0...1, "The share of drawn faces that stand on blank paper."),
        Setting.number(
            "recolor", \.recoloringChance, in: 0...1, "How often a drawn face gets other colours than its own."
        ).formerly("recolour"),
        .number("slide", \.slideChance, in: 0...1, "How often a drawn face on paper slides along its sheet."),
        .number(
            "usual", \.usualChance, in: 0...1,
            "How often each thing in a drawn face has its usual colour; with --world how often "
                + "skin, hair and things have, in pictures without a dab."),
        .flag("any-lines", \.hasAnyLines, "Draw lines from hair-thin to brush strokes, not of one width."),
    ]

    public func check() throws {
        // The first stage works at a quarter of the size, which is a multiple of 16 too.
        guard stageOne == nil || size % 64 == 0 else {
            throw SettingError("--size \(size): of a second stage it is a multiple of 64.")
        }
        if let cropSide {
            guard stageOne != nil else { throw SettingError("--crop is for a second stage: name --stage-one.") }
            guard cropSide <= size else {
                throw SettingError("--crop \(cropSide): it is at most the size, \(size).")
            }
        }
        if let microBatches, batch % microBatches != 0 {
            throw SettingError("--micro-batches \(microBatches): it divides the batch, \(batch).")
        }
        guard microBatches != nil || gradientPrecision == .float32 else {
            throw SettingError("--gradients \(gradientPrecision.rawValue) is for a batch that --micro-batches cuts.")
        }
        // The U-net's innermost map is a sixteenth of the side, and batch norm needs two numbers of each channel.
        guard batch / (microBatches ?? 1) * (cropSide ?? size) * (cropSide ?? size) > 16 * 16 else {
            throw SettingError(
                "--batch 1 with --size 16, or such a micro-batch: batch norm has no spread of one pixel. Take two pictures, "
                    + "or a size of 32."
            )
        }
    }
}
