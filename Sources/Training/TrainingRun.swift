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
    /// Steps from one checkpoint to the next.
    public var checkpointInterval: Int

    private var networks: [(name: String, module: any Module)] = []
    private var optimisers: [(name: String, optimiser: any Optimiser)] = []
    private var averages: [(name: String, average: ExponentialMovingAverage)] = []
    private var snapshots: [Snapshots] = []

    /// A run by a plan, whose settings must not change when it goes on; `others` neither.
    public init(
        _ name: String, folder: String, steps: Int, seed: UInt64, plan: some TrainingPlan,
        others: [String: String] = [:]
    ) {
        Console.say("\(name): \(plan.summary)")
        self.init(
            name, folder: folder, steps: steps, seed: seed, settings: plan.settings.merging(others) { _, own in own })
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
    /// `FileError` when a file is refused. The last checkpoint is whole in any case.
    public func train(
        resuming: Bool,
        step: (_ number: Int, _ generator: inout SeededGenerator) throws -> KeyValuePairs<String, Float>
    ) throws -> TrainingLog {
        try Files.makeFolder(folder)
        let lock = try FolderLock(folder)
        defer { withExtendedLifetime(lock) {} }
        var log = try start(resuming: resuming)
        Interruption.watch()
        defer { Interruption.ignore() }
        var progress = Progress(name, total: steps, done: log.count)
        if log.count == 0 { for kept in snapshots { kept.look(0) } }
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
            for kept in snapshots { kept.look(done) }
            if Interruption.isRequested && done < steps {
                progress.finish()
                try save(log)
                throw TrainingStop.interrupted(step: done, of: steps, folder: folder)
            }
            if done % checkpointInterval == 0 || done == steps { try save(log) }
        }
        progress.finish("\(name): \(steps) steps")
        return log
    }

    private static func text(_ measurements: KeyValuePairs<String, Float>) -> String {
        measurements.map { "\($0.key) \(rounded($0.value))" }.joined(separator: "  ")
    }
}

// MARK: - Checkpoints

extension TrainingRun {
    private var savedCheckpoint: String? { Files.exists(checkpointPath) ? checkpointPath : nil }

    /// The log so far: that of the checkpoint, which is restored, or an empty one.
    private func start(resuming: Bool) throws -> TrainingLog {
        guard let path = savedCheckpoint else {
            if resuming { Console.say("\(folder) holds no checkpoint yet: starting anew.") }
            return TrainingLog()
        }
        guard resuming else {
            let previous = try keepPrevious()
            Console.say("A checkpoint of an earlier run is kept as \(previous); --resume would have gone on from it.")
            return TrainingLog()
        }
        let checkpoint = try Checkpoint(contentsOf: path)
        try check(checkpoint)
        let done = try checkpoint.integer("step")
        guard (0...steps).contains(done) else {
            throw FileError(
                path: path, problem: "is of step \(done) of a run of \(steps) steps",
                remedy: "It is damaged: start anew without --resume")
        }
        let log = try TrainingLog(contentsOf: logPath, steps: done)
        if let names = checkpoint.strings[Self.measurementsKey], names != log.names.joined(separator: ",") {
            throw FileError(
                path: logPath,
                problem:
                    "has the measurements \(log.names.joined(separator: ", ")), and the checkpoint beside it \(names)",
                remedy: "Put the right log back, or start anew without --resume")
        }
        for (name, network) in networks { try checkpoint.restore(network, from: name) }
        for (name, optimiser) in optimisers { try checkpoint.restore(optimiser, from: "optimiser.\(name)") }
        for (name, average) in averages { try checkpoint.restore(average, from: name) }
        for kept in snapshots { try kept.restore(from: checkpoint) }
        Console.say("Going on from step \(done) of \(path).")
        return log
    }

    /// Gives the checkpoint of an earlier run, and its log, other names, of which the result is the checkpoint's.
    ///
    /// What a still earlier run left there goes, unless that came farther than this one: a run that was begun anew by mistake,
    /// and stopped, and begun anew, costs nobody a long training.
    private func keepPrevious() throws -> String {
        var (ending, number) = ("", 1)
        func name(_ path: String) -> String {
            let stem = ResultNames.stem(of: path)
            return "\(folder)/\(stem).previous\(ending)\(Files.name(of: path).dropFirst(stem.count))"
        }
        let done = Self.step(of: checkpointPath) ?? 0
        while Files.exists(name(checkpointPath)), Self.step(of: name(checkpointPath)) ?? .max > done {
            number += 1
            ending = "-\(number)"
        }
        if Files.exists(logPath) { try Files.move(logPath, to: name(logPath)) }
        try Files.move(checkpointPath, to: name(checkpointPath))
        return name(checkpointPath)
    }

    private static func step(of path: String) -> Int? { try? Checkpoint(contentsOf: path).integer("step") }

    private func save(_ log: TrainingLog) throws {
        var checkpoint = Checkpoint()
        for (name, network) in networks { checkpoint.store(network, as: name) }
        for (name, optimiser) in optimisers { checkpoint.store(optimiser, as: "optimiser.\(name)") }
        for (name, average) in averages { checkpoint.store(average, as: name) }
        for kept in snapshots { kept.store(in: &checkpoint) }
        checkpoint.store(log.count, as: "step")
        checkpoint.strings = identity
        checkpoint.strings[Self.measurementsKey] = log.names.joined(separator: ",")
        // The log first: one that knows more steps than the checkpoint is cut when the run goes on.
        try log.write(to: logPath)
        try checkpoint.write(to: checkpointPath)
    }

    /// Under which a checkpoint keeps the names of the log's measurements.
    private static let measurementsKey = "measurements"

    /// What makes two runs the same.
    private var identity: [String: String] {
        settings.merging(["run": name, "seed": String(seed)]) { _, own in own }
    }

    /// Throws if the log, read from a file, is of other measurements.
    private func check(_ log: TrainingLog, measures measurements: KeyValuePairs<String, Float>) throws {
        let names = measurements.map(\.key)
        guard log.names.isEmpty || log.names == names else {
            throw FileError(
                path: logPath,
                problem: "has the measurements \(log.names.joined(separator: ", ")), and this run gives "
                    + names.joined(separator: ", "),
                remedy: "Put the right log back, or start anew without --resume")
        }
    }

    private func check(_ checkpoint: Checkpoint) throws {
        for (key, value) in identity.sorted(by: { $0.key < $1.key }) {
            let saved = checkpoint.strings[key] ?? NoValue.text
            guard saved == value else {
                throw FileError(
                    path: checkpointPath,
                    problem: "is of a run with \(key) \(saved), and this one has \(key) \(value)",
                    remedy: "Give the same options to go on, or choose another --output, or leave --resume out")
            }
        }
    }
}
