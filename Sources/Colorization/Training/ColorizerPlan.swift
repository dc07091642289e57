import Networks
import TensorCore
import Training

/// How a colorizer is trained: the numbers that decide how long it takes and how good it gets.
public struct ColorizerPlan: TrainingPlan, Equatable {
    /// Channels of the U-net's first map; the article's network has 32.
    public var width: Int
    /// Pixels in a side of the pictures.
    public var size: Int
    public var batch: Int
    /// Parts of a step's batch, which several processes may share; nil for a batch that is not cut.
    public var microBatches: Int?
    /// How exactly the gradients of the parts are added up.
    public var gradientPrecision = GradientPrecision.float32
    /// What the products of the steps are computed in.
    public var precision = ProductPrecision.float32
    public var steps: Int
    public var learningRate: Double
    /// Drawn faces to learn from; a folder has as many pictures as it has.
    public var faces: Int
    /// What the distance from the true colours is measured by.
    public var error = ReconstructionLoss.squared
    /// How much it counts that the discriminator is deceived; 0 for no discriminator.
    public var adversarialWeight: Float = 0
    /// Channels of the discriminator's first map; the article's has 32.
    public var discriminatorWidth = 32
    /// The discriminator's learning rate, in parts of the colorizer's: one that learns as fast is soon too strong.
    public var discriminatorRate = 0.1
    /// Whether the network learns to obey hints.
    public var usesHints = false
    /// The weights of a first stage, whose colours a second stage learns to refine; nil for a first stage.
    public var stageOne: String?
    /// How often a second stage is given the true colours, made small, in the place of the first stage's: it is to trust what it is
    /// given. PaintsChainer does so in a fifth of the cases.
    public var truthChance: Float = 0.2
    /// Pixels in a side of the square that a second stage is given of each picture: what it refines is local, so it need not
    /// see the whole; nil for all of it.
    public var cropSide: Int?
    /// Weights to begin with; nil for random ones.
    public var start: String?
    /// How much of the running mean of the weights stays at a step; 0 for the weights of the last step.
    public var averageDecay: Double = 0
    /// The share of the steps, the last ones, in which batch norm uses its running statistics; see `Mode.tuning`.
    public var tuningShare: Float = 0
    /// The share of the drawn faces that stand on blank paper.
    public var paperShare: Float = 1 / 3
    /// How often each thing in a drawn face has its usual colour.
    public var usualChance: Float = 0
    /// Whether drawn faces have lines from hair-thin to brush strokes, and not all of the usual width.
    public var hasAnyLines = false
    /// How often a drawn face gets other colours.
    public var recoloringChance: Float = 0

    /// How far a hint runs over paper before the network sees it, in parts of the picture's shorter side; 0 for not at all.
    public var hintReach: Float = 0.25
    /// How often a drawn face on paper slides along its sheet.
    public var slideChance: Float = 0
    /// Whether the pictures are of the whole drawn world, with hints that fill regions, or faces with dabs.
    public var usesWorld = false
    /// The share of faces among pictures of the drawn world.
    public var faceShare: Float = 0.4
    /// Whether the weights are written with half precision.
    public var isHalfPrecise = false

    public init(width: Int, size: Int, batch: Int, steps: Int, learningRate: Double, faces: Int) {
        self.width = width
        self.size = size
        self.batch = batch
        self.steps = steps
        self.learningRate = learningRate
        self.faces = faces
    }

    /// The plan for a scale; the full one has the article's table and size.
    public init(for scale: Scale) {
        switch scale {
        case .tiny: self.init(width: 4, size: 32, batch: 4, steps: 20, learningRate: 2e-3, faces: 16)
        case .quick: self.init(width: 16, size: 64, batch: 4, steps: 4000, learningRate: 2e-3, faces: 2000)
        case .full: self.init(width: 32, size: 128, batch: 16, steps: 60_000, learningRate: 1e-4, faces: 100_000)
        }
        discriminatorWidth = scale.choose(tiny: 4, quick: 16, full: 32)
    }

    /// The plan of a second stage after the first stage that a file holds.
    ///
    /// It has no discriminator, like PaintsChainer's: what it adds is fine, and the first stage has chosen the colours.
    public init(secondStageFor scale: Scale, after stageOne: String) {
        switch scale {
        case .tiny: self.init(width: 4, size: 128, batch: 1, steps: 4, learningRate: 2e-3, faces: 4)
        case .quick: self.init(width: 8, size: 256, batch: 2, steps: 500, learningRate: 3e-3, faces: 500)
        case .full: self.init(width: 32, size: 512, batch: 4, steps: 20_000, learningRate: 1e-4, faces: 20_000)
        }
        self.stageOne = stageOne
        error = .absolute
        usesHints = true
    }
}
