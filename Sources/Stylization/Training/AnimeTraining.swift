import Basics
import Files
import Models
import Networks
import Training

/// Trains AnimeGAN, on drawn scenes or on a folder of pictures: the generator alone on content, and then generator and
/// discriminator in turns (Chen, Liu and Chen, 2019).
public struct AnimeTraining {
    public let plan: AnimePlan
    /// Where checkpoint, log and weights are kept.
    public let folder: String
    private let options: RunOptions
    private let pictures: AnimePictures
    private let features: FeatureNetwork

    public init(
        _ plan: AnimePlan, on pictures: AnimePictures, features: FeatureNetwork, folder: String, options: RunOptions
    ) {
        (self.plan, self.pictures, self.features) = (plan, pictures, features)
        (self.folder, self.options) = (folder, options)
    }

    public var weightsPath: String { "\(folder)/weights.safetensors" }

    /// What a training gives.
    public struct Result {
        public let generator: any NamedNetwork
        public let discriminator: AnimeDiscriminator
        /// The losses of each step, before they are weighted; while the generator learns alone, of content only.
        public let log: TrainingLog
        /// What they were weighted with: the published weights, fitted to the feature network.
        public let objective: AnimeObjective
    }

    /// Trains, writes the weights, and gives both networks and the log.
    ///
    /// `look` is called with the generator when its initialisation is over, and at the end, with the steps done.
    /// Throws what ``Training/TrainingRun/train(resuming:step:)`` and `look` throw, and a `FileError` when the
    /// pictures or the output folder are not to be used.
    public func run(look: (_ generator: any NamedNetwork, _ done: Int) throws -> Void = { _, _ in }) throws -> Result
    {
        let objective = try calibration().fitted(plan.objective)
        var generator = SeededGenerator(seed: options.seed)
        let networks = AnimeNetworks(plan, objective: objective, features: features, using: &generator)
        var run = TrainingRun(
            "anime", folder: folder, steps: plan.steps, seed: options.seed,
            plan: plan,
            others: ["pictures": pictures.description, "features": "\(features.parameterCount)"])
        networks.keep(in: &run)
        let log = try run.train(resuming: options.resume) { number, _ in
            if number == plan.initialSteps { try look(networks.generator, number) }
            return networks.step(number, on: try pictures.batch(at: number))
        }
        networks.average?.copyAverages(to: networks.generator)
        try look(networks.generator, plan.steps)
        try save(networks.generator)
        return Result(
            generator: networks.generator, discriminator: networks.discriminator, log: log, objective: objective)
    }

    /// Measured on the first eight pictures or so: the same in every run on these pictures.
    private func calibration() throws -> FeatureCalibration {
        let batches = try (0..<max(2, 8 / plan.batch)).map { try pictures.batch(at: $0) }
        let calibration = FeatureCalibration(
            of: features, photographs: .concatenated(batches.map(\.photographs), axis: 0),
            styles: .concatenated(batches.map(\.styles), axis: 0))
        try calibration.check()
        return calibration
    }

    private func save(_ generator: any NamedNetwork) throws {
        var weights = Checkpoint()
        weights.store(generator)
        weights.strings = ["network": "animegan-\(plan.version.rawValue)", "size": "\(plan.size)"]
        try weights.write(to: weightsPath, precision: plan.isHalfPrecise ? .float16 : .float32)
    }
}
