import LessonKit

/// How a colorizer is trained: the numbers that decide how long it takes and how good it gets.
public struct ColorizerPlan: Sendable, Equatable {
    /// Channels of the U-net's first map; the article's network has 32.
    public var width: Int
    /// Pixels in a side of the pictures.
    public var size: Int
    public var batch: Int
    public var steps: Int
    public var learningRate: Double
    /// Drawn faces to learn from; a folder has as many pictures as it has.
    public var faces: Int

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
    }

    /// What must not change when a run goes on.
    var settings: [String: String] {
        ["width": "\(width)", "size": "\(size)", "batch": "\(batch)", "learning rate": "\(learningRate)"]
    }
}
