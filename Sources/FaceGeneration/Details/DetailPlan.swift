import TensorCore
import Training

/// How the flow that draws details is trained.
public struct DetailPlan: TrainingPlan, Equatable {
    /// Channels of the first map.
    public var width: Int
    public var batch: Int
    public var steps: Int
    public var learningRate: Double
    /// Drawn faces to learn from; their codes are kept in memory, 9 KB each.
    public var faces: Int
    /// The share of the old weights that a step leaves in the average, which is what is kept in the end.
    public var average: Double
    /// What the products of the steps are computed in.
    public var precision = ProductPrecision.float32

    public init(width: Int, batch: Int, steps: Int, learningRate: Double, faces: Int, average: Double) {
        (self.width, self.batch, self.steps) = (width, batch, steps)
        (self.learningRate, self.faces, self.average) = (learningRate, faces, average)
    }

    /// The plan for a scale; the full one is that of the weights that come with Nurie.
    public init(for scale: Scale) {
        switch scale {
        case .tiny: self.init(width: 8, batch: 4, steps: 4, learningRate: 1e-3, faces: 16, average: 0.9)
        case .quick: self.init(width: 32, batch: 32, steps: 1000, learningRate: 2e-3, faces: 4000, average: 0.99)
        case .full: self.init(width: 48, batch: 64, steps: 4000, learningRate: 2e-3, faces: 12_000, average: 0.999)
        }
    }

    public static let settings: [Setting<DetailPlan>] = [
        .count("width", \.width, in: 2...128, "Channels of the network's first map."),
        .count("batch", \.batch, in: 1...4096, "Faces in a step."),
        .count("steps", \.steps, in: 1...100_000_000, "Steps."),
        .number(
            "learning-rate", \.learningRate, in: .leastNonzeroMagnitude...1000,
            "The learning rate at the start; it falls along half a cosine."),
        .count("faces", \.faces, in: 2...1_000_000, "Drawn faces to learn from; their codes take 9 KB each."),
        .number(
            "average", \.average, in: 0...0.999_999,
            "The share of the old weights that a step leaves in the average, which is kept in the end."),
        .precision(\.precision),
    ]
}
