import Basics
import Datasets
import Drawings
import Files
import Models
import Networks
import TensorCore
import Training

/// Trains a feature network to take the place of VGG19, whose weights cannot be shipped, on what the project can draw.
///
/// VGG19 learnt to name what a million photos show. This one learns four things at once from its last map: what each place
/// shows, whichever way it is rendered; where a painter would put ink; what colours are there; and, from the Gram matrix,
/// how the picture is rendered. And two renderings of a thing are to lie near to each other, beside other things; and so are
/// the Gram matrices of two things in one rendering, beside those of another rendering.
public struct FeatureTraining {
    public let plan: FeaturePlan
    public let folder: String
    private let options: RunOptions

    public init(_ plan: FeaturePlan, folder: String, options: RunOptions) {
        (self.plan, self.folder, self.options) = (plan, folder, options)
    }

    public var weightsPath: String { "\(folder)/features.safetensors" }

    /// Trains, writes the weights with half precision, and gives them with the log.
    ///
    /// Throws what ``Training/TrainingRun/train(resuming:step:)`` throws, and a `FileError` when the output folder
    /// is not to be used.
    public func run() throws -> (FeatureNetwork, TrainingLog) {
        var generator = SeededGenerator(seed: options.seed)
        let pupil = FeatureNetworkWithHeads(widths: plan.widths).initialised(using: &generator)
        let adam = Adam(pupil, learningRate: plan.learningRate)
        let pictures = FeaturePictures(seed: options.seed, size: plan.size, count: plan.count)
        let batches = try Batches(of: pictures, size: plan.batch, seed: options.seed) { FeatureBatch($0) }
        var run = TrainingRun(
            "features", folder: folder, steps: plan.steps, seed: options.seed, plan: plan)
        run.keep(pupil, adam, as: "network")
        let log = try run.train(resuming: options.resume) { number, _ in
            let tape = Tape(learning: pupil.parameters)
            let losses = pupil.losses(try batches.batch(at: number), .training(tape))
            adam.learningRate = plan.learningRate(at: number)
            adam.step(tape.gradients(of: losses.total))
            return [
                "content": losses.content.item, "ink": losses.ink.item, "colours": losses.colors.item,
                "rendering": losses.rendering.item, "distance": losses.distance.item, "style": losses.style.item,
            ]
        }
        var weights = Checkpoint()
        weights.store(pupil.network)
        weights.strings = ["network": "features"]
        try weights.write(to: weightsPath, precision: .float16)
        return (pupil.network, log)
    }
}
