import Basics
import Files
import Networks
import TensorCore

/// The one way to train: steps with progress and ETA, a log, checkpoints, going on after an
/// interruption, and a stop when a loss is no number.
///
/// What happens in a step depends on the seed and the step's number, never on what ran before: a run that was
/// interrupted and resumed gives the same bytes as one that was not.
public struct TrainingRun {
    /// What is learnt, for the progress line.
    public let name: String
    /// Where the checkpoint and the log are kept.
    public let folder: String
    public let steps: Int
    public let seed: UInt64
    /// What must not change when the run goes on, such as the network's width.
    public let settings: [String: String]
    /// Values that a checkpoint is silent about.
    private(set) var silentValues: [String: String] = [:]
    /// Steps from one checkpoint to the next.
    public var checkpointInterval: Int

    /// What the products of the steps are computed in.
    public var precision = ProductPrecision.float32

    /// How a step's batch is cut and shared, where it is.
    public var microBatches: MicroBatches?

    var networks: [(name: String, module: any Module)] = []
    var optimisers: [(name: String, optimiser: any Optimiser)] = []
    var averages: [(name: String, average: ExponentialMovingAverage)] = []
    var snapshots: [Snapshots] = []

    /// A run by a plan, whose settings must not change when it goes on; `others` neither.
    public init<Plan: TrainingPlan>(
        _ name: String, folder: String, steps: Int, seed: UInt64, plan: Plan, others: [String: String] = [:]
    ) {
        Console.say("\(name): \(plan.summary)")
        self.init(
            name, folder: folder, steps: steps, seed: seed,
            settings: plan.allSettings.merging(others) { _, own in own })
        silentValues = Plan.silentValues
        precision = plan.precision
    }

    public init(_ name: String, folder: String, steps: Int, seed: UInt64, settings: [String: String] = [:]) {
        precondition(steps > 0, "TrainingRun: \(steps) steps")
        self.name = name
        self.folder = folder
        self.steps = steps
        self.seed = seed
        self.settings = settings
        checkpointInterval = max(1, min(500, (steps + 9) / 10))
    }

    /// Adds a network, with the optimiser that trains it, to what the checkpoint holds.
    public mutating func keep(_ network: some Module, _ optimiser: some Optimiser, as name: String) {
        networks.append((name, network))
        optimisers.append((name, optimiser))
    }

    /// Adds a further optimiser of a network to what the checkpoint holds.
    public mutating func keep(_ optimiser: some Optimiser, as name: String) {
        optimisers.append((name, optimiser))
    }

    /// Adds a running mean of a network's weights to what the checkpoint holds.
    public mutating func keep(_ average: ExponentialMovingAverage, as name: String) {
        averages.append((name, average))
    }

    /// Takes snapshots after these steps, 0 being before the first one: pictures to show how learning went.
    public mutating func snapshots(
        _ name: String, at steps: [Int], _ take: @escaping () -> Tensor
    ) -> Snapshots {
        let kept = Snapshots(name, at: steps, take: take)
        snapshots.append(kept)
        return kept
    }

    public var checkpointPath: String { "\(folder)/checkpoint.safetensors" }
    public var logPath: String { "\(folder)/log.csv" }

    /// Trains, and gives the log.
    ///
    /// - Parameters:
    ///   - resuming: Goes on from the folder's checkpoint, if there is one. Otherwise an old checkpoint is kept beside
    ///     the new one, with its log: `checkpoint.previous.safetensors`, or `checkpoint.previous-2.safetensors`
    ///     if one that came farther is there.
    ///   - step: Does a step, from 0 on, with random numbers of its own, and gives what it measured.
    ///
    /// Throws a `TrainingStop` when a measurement is infinite or no number, or when the user interrupts, and a
    /// `FileError` when a file is refused. The last checkpoint is whole in any case. Where several processes train,
    /// the first one alone writes, and all of them stop after the same step.
    public func train(
        resuming: Bool,
        step: (_ number: Int, _ generator: inout SeededGenerator) throws -> KeyValuePairs<String, Float>
    ) throws -> TrainingLog {
        try precision.computing { try learn(resuming: resuming, step: step) }
    }

    private func learn(
        resuming: Bool,
        step: (_ number: Int, _ generator: inout SeededGenerator) throws -> KeyValuePairs<String, Float>
    ) throws -> TrainingLog {
        try agree(resuming: resuming)
        let lock = try isFirst ? FolderLock(makingFolder: folder) : nil
        defer { withExtendedLifetime(lock) {} }
        var log = try isFirst ? start(resuming: resuming) : TrainingLog()
        try distribute(&log)
        Interruption.watch()
        defer { Interruption.ignore() }
        var progress = Progress(name, total: steps, done: log.count)
        if log.count == 0 { look(0) }
        while log.count < steps {
            let number = log.count
            var generator = SeededGenerator(seed: seed, stream: UInt64(number) + 1)
            let measurements = try step(number, &generator)
            if let broken = measurements.first(where: { !$0.value.isFinite }) {
                progress.finish()
                throw TrainingStop.notFinite(
                    measurement: broken.key, value: broken.value, step: number + 1, checkpoint: savedCheckpoint)
            }
            try check(log, measures: measurements)
            log.append(measurements)
            let done = log.count
            progress.update(done, detail: Self.text(measurements))
            look(done)
            if try isInterrupted, done < steps {
                progress.finish()
                try save(log)
                throw TrainingStop.interrupted(step: done, of: steps, folder: folder)
            }
            if done % checkpointInterval == 0 || done == steps { try save(log) }
        }
        progress.finish("\(name): \(steps) steps")
        return log
    }

    /// Takes the snapshots that are due; of several processes the first one has them.
    private func look(_ done: Int) { if isFirst { for kept in snapshots { kept.look(done) } } }

    private static func text(_ measurements: KeyValuePairs<String, Float>) -> String {
        measurements.map { "\($0.key) \(rounded($0.value))" }.joined(separator: "  ")
    }
}
