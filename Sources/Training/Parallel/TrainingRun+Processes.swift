import Basics
import Files
import Networks
import TensorCore

// How the processes of one training run begin alike and stop alike.

extension TrainingRun {
    private var group: any ProcessGroup { microBatches?.group ?? SingleProcess() }

    /// Whether this process is the one that speaks and writes.
    var isFirst: Bool { group.rank == 0 }

    /// Whether the user wants any of the processes to stop.
    var isInterrupted: Bool {
        get throws { try microBatches?.agree(Interruption.isRequested) ?? Interruption.isRequested }
    }

    /// Throws if a process runs another program than the first one, or has other options.
    func agree(resuming: Bool) throws {
        let all = Processes.all.count
        guard all == 1 || group.count == all else {
            throw ProcessGroupError("\(name): \(all) processes were started, and this training knows only one.")
        }
        guard group.count > 1 else { return }
        let own = identity.merging([
            "steps": "\(steps)", "resume": resuming ? "yes" : "no", Self.programKey: try Self.program,
        ]) { own, _ in own }
        let lines = own.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "\u{0}")
        let others = try group.gathered(Array(lines.utf8)).map { String(decoding: $0, as: UTF8.self) }
        var complaint = ""
        for (rank, text) in others.enumerated() where text != lines && complaint.isEmpty {
            complaint = Self.difference(of: rank, text, from: own)
        }
        complaint = String(decoding: try group.broadcast(Array(complaint.utf8)), as: UTF8.self)
        if !complaint.isEmpty { throw ProcessGroupError(complaint) }
    }

    private static let programKey = "program"

    /// A number for the running program's bytes: builds that differ may differ in what they compute.
    private static var program: String {
        get throws {
            let hash = try Files.read("/proc/self/exe").reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
                ($0 ^ UInt64($1)) &* 0x100_0000_01B3
            }
            return String(hash, radix: 16)
        }
    }

    /// What a process has that the first one has not.
    private static func difference(of rank: Int, _ text: String, from first: [String: String]) -> String {
        let pairs = text.split(separator: "\u{0}").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        let other = Dictionary(pairs.map { ($0[0], $0.count > 1 ? $0[1] : "") }) { _, last in last }
        if other[programKey] != first[programKey] {
            return "Process \(rank) runs another build of the program than process 0: copy the same one to all hosts."
        }
        let key = Set(first.keys).union(other.keys).sorted().first { first[$0] != other[$0] } ?? "options"
        return "Process \(rank) has \(key) \(other[key] ?? NoValue.text), and process 0 has \(key) "
            + "\(first[key] ?? NoValue.text): give all processes the same options."
    }

    /// Gives all processes what the first one has: the networks, what belongs to them, and the log.
    func distribute(_ log: inout TrainingLog) throws {
        guard group.count > 1 else { return }
        var received = Checkpoint()
        let state = state
        for name in state.names {
            if let number = try? state.integer(name) {
                var number = number
                try withUnsafeMutableBytes(of: &number) { try group.broadcast($0) }
                received.store(number, as: name)
            } else {
                var tensor = try state.tensor(name, allowingNonFinite: true)
                try tensor.withMutableScalars { try group.broadcast(UnsafeMutableRawBufferPointer($0)) }
                received.store(tensor, as: name)
            }
        }
        var steps = log.count
        try withUnsafeMutableBytes(of: &steps) { try group.broadcast($0) }
        let text = String(decoding: try group.broadcast(Array(log.text.utf8)), as: UTF8.self)
        guard !isFirst else { return }
        try restore(from: received)
        if steps > 0 { log = try TrainingLog(text, of: logPath, steps: steps) }
    }
}

extension FolderLock {
    /// Makes the folder, and claims it.
    convenience init(makingFolder folder: String) throws {
        try Files.makeFolder(folder)
        try self.init(folder)
    }
}
