import Basics
import Files
import Models
import Networks
import TensorCore
import Training

/// Trains a colorizer, on drawn faces or on a folder of the user's pictures: the first or the second stage, with or without
/// a discriminator, with or without hints.
public struct ColorizerTraining {
    public let plan: ColorizerPlan
    /// Where checkpoint, log and weights are kept.
    public let folder: String
    private let options: RunOptions
    private let group: any ProcessGroup

    /// A training that the given processes share.
    public init(
        _ plan: ColorizerPlan, folder: String, options: RunOptions, processes group: any ProcessGroup = Processes.all
    ) {
        self.plan = plan
        self.folder = folder
        self.options = options
        self.group = group
    }

    public var weightsPath: String { "\(folder)/weights.safetensors" }

    /// Trains, writes the weights (in the first process), and gives them with the log.
    ///
    /// Throws what ``TrainingRun/train(resuming:step:)`` throws, and a `FileError` when the pictures, the first
    /// stage's weights or the output folder are not to be used; and a `ProcessGroupError` when processes cannot work together.
    public func run() throws -> (UNet, TrainingLog) {
        let share = try makeMicroBatches().share
        return try run(on: ColorizerPictures(options.data, plan: plan, seed: options.seed, share: share))
    }

    private func makeMicroBatches() throws -> MicroBatches {
        try MicroBatches(plan.microBatches, precision: plan.gradientPrecision, group: group)
    }

    package func run(on pictures: ColorizerPictures) throws -> (UNet, TrainingLog) {
        var generator = SeededGenerator(seed: options.seed)
        let microBatches = try makeMicroBatches()
        let networks = try ColorizerNetworks(plan, microBatches, using: &generator)
        let firstStage = try plan.stageOne.map { try FirstStage(weights: $0, truthChance: plan.truthChance) }
        var run = TrainingRun(
            "colorizer", folder: folder, steps: plan.steps, seed: options.seed,
            plan: plan, others: ["pictures": pictures.description])
        networks.keep(in: &run)
        run.microBatches = microBatches
        /// The parts of a step's batch that are this process's, each of which is made when it is asked for.
        func examples(_ number: Int, _ generator: inout SeededGenerator) -> (_ part: Int) throws -> ColorizerExample {
            let generators = microBatches.generators(from: &generator)
            return { part in
                var generator = generators[part - microBatches.own.lowerBound]
                return try example(pictures.batch(at: number, part: part), after: firstStage, using: &generator)
            }
        }
        let log = try run.train(resuming: options.resume) { number, generator in
            try networks.step(number, on: examples(number, &generator))
        }
        try networks.useAverage(steps: min(plan.steps, 40)) { step in
            var generator = SeededGenerator(seed: options.seed, stream: UInt64(plan.steps + step) + 1)
            return examples(plan.steps + step, &generator)
        }
        if group.rank == 0 { try save(networks.colorizer) }
        return (networks.colorizer, log)
    }

    /// What the network is given in a step, and what it should make of it.
    private func example(
        _ pairs: PairBatch, after firstStage: FirstStage?, using generator: inout SeededGenerator
    ) -> ColorizerExample {
        let sampled = plan.usesHints && pairs.hints == nil
        let hints = sampled ? HintSampling().hints(for: pairs.color, using: &generator) : pairs.hints
        guard let firstStage else {
            let spread = sampled ? hints?.hintsSpread(along: pairs.lines, reach: plan.hintReach) : hints
            return ColorizerExample(input: colorizerInput(lines: pairs.lines, hints: spread), truth: pairs.color)
        }
        let colors = firstStage.colors(for: pairs, hints: hints, using: &generator)
        let example = ColorizerExample(
            input: secondStageInput(lines: pairs.lines, colors: colors, hints: hints), truth: pairs.color)
        return plan.cropSide.map { example.cropped(to: $0, using: &generator) } ?? example
    }

    private func save(_ network: UNet) throws {
        var weights = Checkpoint()
        weights.store(network)
        weights.strings = [
            "network": NetworkCatalog.colorizer.name, "size": "\(plan.size)",
            "stage": plan.stageOne == nil ? "1" : "2", Colorizer.reachKey: "\(plan.hintReach)",
            Colorizer.worldKey: plan.usesWorld ? "yes" : "no",
        ]
        try weights.write(to: weightsPath, precision: plan.isHalfPrecise ? .float16 : .float32)
    }
}

extension ColorizerPlan {
    /// The learning rate of a step.
    func learningRate(at step: Int) -> Double {
        learningRate * LearningRateSchedule.cosine.share(at: step, of: steps)
    }

    /// Whether a step belongs to the last ones, in which batch norm uses its running statistics.
    func isTuning(at step: Int) -> Bool { Float(steps - step) <= tuningShare * Float(steps) }
}

/// A batch as the network sees it.
struct ColorizerExample {
    /// Lines, and hints or the first stage's colours: `[batch, 4, height, width]`.
    let input: Tensor
    /// The true colours, `[batch, 3, height, width]`.
    let truth: Tensor

    /// A square of it, anywhere: the same place in all pictures of the batch.
    func cropped(to side: Int, using generator: inout SeededGenerator) -> ColorizerExample {
        let ranges = [2, 3].map { axis in
            let start = generator.integer(in: 0..<truth.shape[axis] - side + 1)
            return start..<start + side
        }
        func square(_ tensor: Tensor) -> Tensor { tensor.sliced(axis: 2, ranges[0]).sliced(axis: 3, ranges[1]) }
        return ColorizerExample(input: square(input), truth: square(truth))
    }
}
