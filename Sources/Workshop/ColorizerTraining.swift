import Datasets
import Files
import LessonKit
import Models
import Networks
import TensorCore

/// Trains the article's colorizer with squared error, on drawn faces or on a folder of the user's pictures, often with a
/// few dabs of the true colours as hints.
public struct ColorizerTraining {
    public let plan: ColorizerPlan
    /// Where checkpoint, log and weights are kept.
    public let folder: String
    private let options: RunOptions

    public init(_ plan: ColorizerPlan, folder: String, options: RunOptions) {
        self.plan = plan
        self.folder = folder
        self.options = options
    }

    public var weightsPath: String { "\(folder)/weights.safetensors" }

    /// Trains, writes the weights, and gives them with the log.
    ///
    /// Throws what ``TrainingRun/train(resuming:samples:step:)`` throws, and a `FileError` when the pictures or the
    /// output folder are not to be used.
    public func run() throws -> (UNet, TrainingLog) {
        try run(on: ColorizerPictures(options.data, plan: plan, seed: options.seed))
    }

    func run(on pictures: ColorizerPictures) throws -> (UNet, TrainingLog) {
        var generator = SeededGenerator(seed: options.seed)
        let network = UNet(width: plan.width).initialised(using: &generator)
        let adam = Adam(network, learningRate: plan.learningRate)
        var run = TrainingRun(
            "colorizer", folder: folder, steps: plan.steps, seed: options.seed,
            settings: plan.settings.merging(["pictures": pictures.description]) { own, _ in own })
        run.keep(network, adam, as: "network")
        let log = try run.train(resuming: options.resume) { number, generator in
            let pairs = try pictures.batch(at: number)
            let hints = HintSampling().hints(for: pairs.colour, using: &generator)
            let tape = Tape(learning: network.parameters)
            let coloured = network(colorizerInput(lines: pairs.lines, hints: hints), .training(tape))
            let loss = meanSquaredError(coloured, pairs.colour)
            adam.learningRate = plan.learningRate(at: number)
            adam.step(tape.gradients(of: loss))
            return ["squared error": loss.item]
        }
        try save(network)
        return (network, log)
    }

    private func save(_ network: UNet) throws {
        var weights = Checkpoint()
        weights.store(network)
        weights.strings = ["network": NetworkCatalog.colorizer.name, "size": "\(plan.size)"]
        try weights.write(to: weightsPath)
    }
}

extension ColorizerPlan {
    /// The learning rate falls along half a cosine to a twentieth (Loshchilov and Hutter, *SGDR*, 2017): large steps
    /// find the colours, small ones settle them.
    func learningRate(at step: Int) -> Double {
        let done = Double(step) / Double(steps)
        return learningRate * (0.05 + 0.95 * 0.5 * (1 + cosine(of: done * .pi)))
    }
}
