import Networks
import TensorCore

/// What a training run looks like on its way, taken at some of its steps.
///
/// They are kept in the run's checkpoint, so that a run that was interrupted and resumed has all of them.
public final class Snapshots {
    let name: String
    private let steps: Set<Int>
    private let take: () -> Tensor
    /// In the order of the steps.
    public private(set) var taken: [(step: Int, values: Tensor)] = []

    init(_ name: String, at steps: [Int], take: @escaping () -> Tensor) {
        self.name = name
        self.steps = Set(steps)
        self.take = take
    }

    /// Takes one if it is due after so many steps.
    func look(_ done: Int) {
        if steps.contains(done), taken.last.map({ $0.step < done }) ?? true { taken.append((done, take().detached)) }
    }

    func store(in checkpoint: inout Checkpoint) {
        for (step, values) in taken { checkpoint.store(values, as: "\(prefix)\(step)") }
    }

    /// Takes those of a checkpoint; throws a `FileError` when one cannot be read.
    func restore(from checkpoint: Checkpoint) throws {
        let saved = checkpoint.names.filter { $0.hasPrefix(prefix) }.compactMap { Int($0.dropFirst(prefix.count)) }
        taken = try saved.sorted().map { ($0, try checkpoint.tensor("\(prefix)\($0)")) }
    }

    private var prefix: String { "snapshot.\(name)." }
}
