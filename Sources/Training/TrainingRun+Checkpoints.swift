import Files
import Networks

extension TrainingRun {
    var savedCheckpoint: String? { Files.exists(checkpointPath) ? checkpointPath : nil }

    /// The log so far: that of the checkpoint, which is restored, or an empty one.
    func start(resuming: Bool) throws -> TrainingLog {
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
        try restore(from: checkpoint)
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

    /// What the networks, optimisers and averages hold.
    var state: Checkpoint {
        var checkpoint = Checkpoint()
        for (name, network) in networks { checkpoint.store(network, as: name) }
        for (name, optimiser) in optimisers { checkpoint.store(optimiser, as: "optimiser.\(name)") }
        for (name, average) in averages { checkpoint.store(average, as: name) }
        return checkpoint
    }

    /// Puts it back.
    func restore(from checkpoint: Checkpoint) throws {
        for (name, network) in networks { try checkpoint.restore(network, from: name) }
        for (name, optimiser) in optimisers { try checkpoint.restore(optimiser, from: "optimiser.\(name)") }
        for (name, average) in averages { try checkpoint.restore(average, from: name) }
    }

    /// Keeps what was reached, in the first process.
    func save(_ log: TrainingLog) throws {
        guard isFirst else { return }
        var checkpoint = state
        for kept in snapshots { kept.store(in: &checkpoint) }
        checkpoint.store(log.count, as: "step")
        checkpoint.strings = identity.filter { silentValues[$0.key] != $0.value }
        checkpoint.strings[Self.measurementsKey] = log.names.joined(separator: ",")
        // The log first: one that knows more steps than the checkpoint is cut when the run goes on.
        try log.write(to: logPath)
        try checkpoint.write(to: checkpointPath)
    }

    /// Under which a checkpoint keeps the names of the log's measurements.
    private static let measurementsKey = "measurements"

    /// What makes two runs the same.
    var identity: [String: String] {
        settings.merging(["run": name, "seed": String(seed)]) { _, own in own }
    }

    /// Throws if the log, read from a file, is of other measurements.
    func check(_ log: TrainingLog, measures measurements: KeyValuePairs<String, Float>) throws {
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
            let saved = checkpoint.strings[key] ?? silentValues[key] ?? NoValue.text
            guard saved == value else {
                throw FileError(
                    path: checkpointPath,
                    problem: "is of a run with \(key) \(saved), and this one has \(key) \(value)",
                    remedy: "Give the same options to go on, or choose another --output, or leave --resume out")
            }
        }
    }
}
