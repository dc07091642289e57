import Networks
import TensorCore
import Training

/// How the project's own feature network is trained.
public struct FeaturePlan: TrainingPlan, Equatable {
    /// The channels of its convolutions, stage by stage: VGG19's shape, narrower and a stage shorter. VGG19 to conv4_4 has 512
    /// numbers for the 192 of 8×8 pixels, and so knows nearly all of a picture; so does this one, with 128 for 48.
    public var widths = [[16, 16], [48, 48], [96, 96, 96, 128]]
    /// Pixels in a side of the pictures, a multiple of 4.
    public var size: Int
    /// Drawn things in a step; each is shown in two renderings.
    public var batch: Int
    public var steps: Int
    public var learningRate = 1e-3
    /// Drawn scenes and faces to learn from.
    public var count: Int
    /// What the products of the steps are computed in.
    public var precision = ProductPrecision.float32

    public init(size: Int, batch: Int, steps: Int, count: Int) {
        (self.size, self.batch, self.steps, self.count) = (size, batch, steps, count)
    }

    /// The plan for a scale. What comes with Nurie is of the full one.
    public init(for scale: Scale) {
        switch scale {
        case .tiny:
            self.init(size: 32, batch: 2, steps: 6, count: 8)
            widths = [[4], [4], [8]]
        case .quick: self.init(size: 64, batch: 6, steps: 500, count: 600)
        case .full: self.init(size: 80, batch: 8, steps: 1800, count: 1800)
        }
    }

    /// The learning rate of a step.
    func learningRate(at step: Int) -> Double {
        learningRate * LearningRateSchedule.cosine.share(at: step, of: steps)
    }
}

extension FeaturePlan {
    public static let settings: [Setting<FeaturePlan>] = [
        .fixed("widths") { "\($0.widths)" },
        .count("size", \.size, in: 16...512, multipleOf: 4, "Pixels in a side of the pictures."),
        .count("batch", \.batch, in: 2...256, "Drawn things in a step; each is shown in two renderings."),
        .count("steps", \.steps, in: 1...10_000_000, "Steps."),
        .number(
            "learning-rate", \.learningRate, in: .leastNonzeroMagnitude...1000, "The learning rate at the start."),
        .count("count", \.count, in: 1...10_000_000, "Drawn scenes and faces to learn from."),
        .precision(\.precision),
    ]
}
