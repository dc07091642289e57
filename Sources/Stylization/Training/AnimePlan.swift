import Models
import Networks
import Pictures
import TensorCore
import Training

/// How AnimeGAN is trained: the numbers that decide how long it takes and what comes out.
public struct AnimePlan: TrainingPlan, Equatable {
    /// Which of the published generators, with its loss.
    public enum Version: String, CaseIterable, Sendable {
        /// Instance norm, and no total variation in the loss.
        case v1
        /// Layer norm, half of the parameters, total variation.
        case v2
        /// Our own light generator, with the second version's loss; see ``Models/LightAnimeGenerator``.
        case light
    }

    /// A part of the losses that can be left out, to see what it is for.
    public enum Loss: String, CaseIterable, Sendable {
        case adversarial, content, style, color, variation
        /// The discriminator's term of drawings without colour.
        case grey
        /// The discriminator's term of drawings with soft edges.
        case smoothed
    }

    /// What the generator's results are compared with, in content and in colour.
    public enum Guide: String, CaseIterable, Sendable {
        /// The photograph, as published.
        case photograph
        /// What a filter draws of it: flat areas with contours; see ``Pictures/Picture/abstracted()``.
        case abstraction
        /// What a filter paints of it: even areas with clean edges, lit; see ``Pictures/Picture/painted(in:)``.
        case painting
        /// The anime rendering of the same drawn scene; of dead leaves, which have none, what the filter paints of them. Where the
        /// others never pair the two renderings, this one learns from pairs.
        case rendering
    }

    public struct LearningRates: Sendable, Equatable {
        public var initialisation, generator, discriminator: Double
        /// How those of generator and discriminator change after the initialisation; the released code's stay.
        public var schedule = LearningRateSchedule.constant

        public init(
            initialisation: Double, generator: Double, discriminator: Double,
            schedule: LearningRateSchedule = .constant
        ) {
            (self.initialisation, self.generator) = (initialisation, generator)
            (self.discriminator, self.schedule) = (discriminator, schedule)
        }

        /// The released code's, for a hundred epochs; AnimeGANv2's are a quarter for the two that take turns, and twice for
        /// the initialisation.
        public static func published(_ version: Version) -> LearningRates {
            switch version {
            case .v1: LearningRates(initialisation: 1e-4, generator: 8e-5, discriminator: 16e-5)
            case .v2, .light: LearningRates(initialisation: 2e-4, generator: 2e-5, discriminator: 4e-5)
            }
        }

        /// For runs that are a hundred times shorter. The discriminator is no faster than the generator: with twice its rate
        /// it wins at once, and what the generator then tries shows as ripples.
        public static let short = LearningRates(
            initialisation: 1e-3, generator: 4e-4, discriminator: 4e-4, schedule: .cosine)

        /// The same for the light generator, which has no norms: at 1e-3 it diverges.
        public static let light = LearningRates(
            initialisation: 4e-4, generator: 2e-4, discriminator: 2e-4, schedule: .cosine)
    }

    public var version = Version.v2
    /// Channels of the generator's first map; the published ones have 64 (v1) and 32 (v2).
    public var width: Int
    /// Channels of the discriminator's first map; the published one has 32.
    public var discriminatorWidth: Int
    /// Pixels in a side of the pictures, a multiple of 8.
    public var size: Int
    public var batch: Int
    /// Steps of the generator alone, on content alone, before the turns begin.
    public var initialSteps: Int
    /// All steps, with those of the initialisation.
    public var steps: Int
    public var learningRates: LearningRates
    /// Drawn scenes in each of the two renderings; a folder has as many pictures as it has.
    public var scenes: Int
    /// Pixels in a side of the drawn scenes that pictures are cut out of; a quarter more than `size` if it is nil.
    public var sceneSize: Int?
    /// Photographs of drawn scenes are cut out up to so many times larger, and made smaller: cameras see things from near and far.
    public var zoom = 1.0
    public var guide = Guide.photograph
    /// The share of dead leaves among the photographs, where the guide is the rendering.
    public var leaves: Float = 0
    /// The light of the filter's painting, where that is the guide.
    public var tone = PaintingTone.summer
    /// How much the mean of |Δ| of the pixels counts, from the first step to the last; the published code does without. Content
    /// says little of colours and of what is where to the pixel, the less the smaller the feature network is.
    public var pixelWeight: Float = 0
    /// How much the mean of |Δ| of the steps from pixel to pixel counts: areas are then as even, and edges as steep, as the guide's
    /// (Mathieu, Couprie and LeCun, *Deep multi-scale video prediction*, 2016).
    public var stepWeight: Float = 0
    /// What is left out of the losses.
    public var omitted: Set<Loss> = []
    /// What losses are weighted with in the place of the version's own weights, before they are fitted to the feature network.
    public var weights: [Loss: Float] = [:]
    /// How much of the running mean of the generator's weights stays at a step; 0 for the weights of the last step, as in the
    /// released code. In a short run the mean is the steadier one.
    public var averageDecay: Double = 0
    /// What the products of the steps are computed in.
    public var precision = ProductPrecision.float32
    /// Whether the weights are written with half precision.
    public var isHalfPrecise = false

    public init(
        width: Int, discriminatorWidth: Int, size: Int, batch: Int, initialSteps: Int, steps: Int,
        learningRates: LearningRates, scenes: Int
    ) {
        (self.width, self.discriminatorWidth, self.size, self.batch) = (width, discriminatorWidth, size, batch)
        (self.initialSteps, self.steps, self.learningRates) = (initialSteps, steps, learningRates)
        self.scenes = scenes
    }

    /// The plan for a scale; the full one has the published widths, sizes, rates and numbers of steps.
    public init(for scale: Scale, _ version: Version = .v2) {
        switch scale {
        case .tiny:
            self.init(
                width: 4, discriminatorWidth: 4, size: 32, batch: 2, initialSteps: 2, steps: 6, learningRates: .short,
                scenes: 8)
        case .quick:
            self.init(
                width: version == .v2 ? 8 : 16, discriminatorWidth: 16, size: 64, batch: 2, initialSteps: 150,
                steps: 450,
                learningRates: .short, scenes: 300)
        case .full:
            self.init(
                width: version == .v1 ? 64 : 32, discriminatorWidth: 32, size: 256, batch: 4, initialSteps: 1664,
                steps: 168_000, learningRates: .published(version), scenes: 6656)
        }
        self.version = version
        if version == .light, scale != .full { learningRates = .light }
    }

    /// The same with steps for so many epochs, the first of them for the initialisation; an epoch has so many pictures.
    ///
    /// As in the released code an epoch ends when its last whole batch does.
    public func lasting(epochs: Int, initialEpochs: Int, pictures: Int) -> AnimePlan {
        var plan = self
        let stepsOfEpoch = max(1, pictures / batch)
        plan.initialSteps = min(initialEpochs, epochs) * stepsOfEpoch
        plan.steps = epochs * stepsOfEpoch
        return plan
    }

    /// The losses with their weights, before these are fitted to the feature network.
    public var objective: AnimeObjective {
        var objective = version == .v1 ? AnimeObjective.v1 : .v2
        // In the order of the cases: a set has none that is the same in every run.
        for loss in Loss.allCases {
            if let weight = omitted.contains(loss) ? 0 : weights[loss] { objective[keyPath: loss.weight] = weight }
        }
        return objective
    }

    /// The share of the learning rates that is left when the two take turns.
    func learningRateShare(at step: Int) -> Double {
        guard step > initialSteps else { return 1 }
        return learningRates.schedule.share(at: step - initialSteps, of: max(1, steps - initialSteps))
    }

    /// Pixels in a side of the drawn scenes.
    var drawnSize: Int { sceneSize ?? size + size / 4 }
}
