import Drawings
import Models
import TensorCore
import Training

/// How the VAE of faces is trained.
public struct FaceVAEPlan: TrainingPlan, Equatable {
    public enum Method: String, CaseIterable, Sendable {
        /// RMSProp at one learning rate, as in the first article's code.
        case constantRMSProp
        /// Adam, its learning rate falling along half a cosine, and codes that are sure of themselves from the start: for
        /// runs that are a hundred times shorter.
        case fallingAdam
    }

    /// Channels of the encoder's first map, and of the decoder's last one; the article's network has 64 and 32.
    public var width: Int
    public var lastMap: Int
    /// The numbers in a code.
    public var latent: Int
    public var batch: Int
    public var steps: Int
    /// The standard deviation of a pixel around what the decoder says, pictures being in [-1, 1].
    public var sigma: Float
    public var method: Method
    public var learningRate: Double
    /// Drawn faces to learn from, and whether they are the plain ones, which are learnt much faster.
    public var faces: Int
    public var areFacesPlain: Bool
    /// Whether they are heads with shoulders on blank paper, to be cut out, and not a detector's crops.
    public var areFacesOnPaper = false
    /// What the products of the steps are computed in.
    public var precision = ProductPrecision.float32

    public init(
        width: Int, lastMap: Int, latent: Int, batch: Int, steps: Int, sigma: Float, method: Method,
        learningRate: Double, faces: Int, areFacesPlain: Bool
    ) {
        self.width = width
        self.lastMap = lastMap
        self.latent = latent
        self.batch = batch
        self.steps = steps
        self.sigma = sigma
        self.method = method
        self.learningRate = learningRate
        self.faces = faces
        self.areFacesPlain = areFacesPlain
    }

    /// The plan for a scale; the full one has the article's table, batch, optimiser and number of updates.
    public init(for scale: Scale) {
        switch scale {
        case .tiny:
            self.init(
                width: 4, lastMap: 4, latent: 8, batch: 4, steps: 6, sigma: 0.3, method: .fallingAdam,
                learningRate: 2e-3, faces: 64, areFacesPlain: true)
        case .quick:
            self.init(
                width: 16, lastMap: 16, latent: 32, batch: 16, steps: 1600, sigma: 0.5, method: .fallingAdam,
                learningRate: 2e-3, faces: 4000, areFacesPlain: true)
        case .full:
            self.init(
                width: 64, lastMap: 32, latent: 64, batch: 64, steps: 50_000, sigma: 0.1,
                method: .constantRMSProp, learningRate: 1e-4, faces: 50_000, areFacesPlain: false)
        }
    }

    /// The plan of a lesson: at the full scale half of the article's width, since its whole table would take ten hours.
    public init(forLessonAt scale: Scale) {
        self.init(for: scale == .full ? .quick : scale)
        guard scale == .full else { return }
        (width, lastMap, latent) = (32, 32, 64)
        (steps, faces) = (4000, 20_000)
    }

    /// The faces that it learns from; or, if a count is given, as many others that it never sees.
    public func crops(seed: UInt64, heldOut count: Int? = nil) -> FaceCrops {
        FaceCrops(
            DrawnFaces(seed: seed, size: FaceVAE.side), count: count ?? faces,
            part: count == nil ? .training : .heldOut, isPlain: areFacesPlain, isOnPaper: areFacesOnPaper)
    }
}
