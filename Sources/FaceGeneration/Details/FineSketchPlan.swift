import TensorCore
import Training

/// How the VAE of fine sketches is trained.
public struct FineSketchPlan: TrainingPlan, Equatable {
    /// Channels of the first map.
    public var width: Int
    /// The numbers at each place of a code.
    public var latent: Int
    public var batch: Int
    public var steps: Int
    public var learningRate: Double
    /// Drawn faces to learn from.
    public var faces: Int
    /// How much a code's KL counts. Little: the flow learns where codes are, so they need not fill the prior's ball.
    public var beta: Float = 0.1
    /// How much more eyes, brows and mouths count than the rest.
    public var featureWeight: Float = 3
    /// How much ink counts, beside parts.
    public var inkWeight: Float = 3
    /// Weights to begin with, of the same width and codes; nil for none.
    public var start: String?
    /// What the products of the steps are computed in.
    public var precision = ProductPrecision.float32

    public init(width: Int, latent: Int, batch: Int, steps: Int, learningRate: Double, faces: Int) {
        (self.width, self.latent, self.batch) = (width, latent, batch)
        (self.steps, self.learningRate, self.faces) = (steps, learningRate, faces)
    }

    /// The plan for a scale; `Data/train-faces` says what the weights that come with Nurie had.
    public init(for scale: Scale) {
        switch scale {
        case .tiny: self.init(width: 4, latent: 4, batch: 2, steps: 4, learningRate: 2e-3, faces: 64)
        case .quick: self.init(width: 16, latent: 8, batch: 8, steps: 600, learningRate: 3e-3, faces: 20_000)
        case .full: self.init(width: 24, latent: 8, batch: 12, steps: 4000, learningRate: 2e-3, faces: 10_000_000)
        }
    }

    public static let settings: [Setting<FineSketchPlan>] = [
        .count("width", \.width, in: 2...128, "Channels of the network's first map."),
        .count("latent", \.latent, in: 1...128, "The numbers at each place of a code."),
        .count("batch", \.batch, in: 2...1024, "Faces in a step."),
        .count("steps", \.steps, in: 1...100_000_000, "Steps."),
        .number(
            "learning-rate", \.learningRate, in: .leastNonzeroMagnitude...1000,
            "The learning rate at the start; it falls along half a cosine."),
        .count("faces", \.faces, in: 1...100_000_000, "Drawn faces to learn from."),
        .number("beta", \.beta, in: 0...1000, "How much a code's KL counts."),
        .number(
            "features", \.featureWeight, in: 0...1000, "How much more eyes, brows and mouths count than the rest."),
        .number("ink", \.inkWeight, in: 0...1000, "How much ink counts, beside parts."),
        .path("from", \.start, "Weights to begin with, of the same width and codes."),
        .precision(\.precision),
    ]
}
