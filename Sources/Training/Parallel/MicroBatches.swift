import Basics
import Datasets

/// A step's batch, cut into micro-batches at places that depend on nothing but their number, and the processes that share them.
///
/// What is learnt from a step follows from the micro-batches alone: their gradients are joined along a fixed tree, so the
/// weights are the same to the bit with any number of processes, and without MPI too. Batch norm has the statistics of each
/// micro-batch; its running ones move by the mean of what each would have moved them.
public final class MicroBatches {
    /// How many there are in a step.
    public let count: Int
    /// Those of this process.
    public let own: Range<Int>
    public let group: any ProcessGroup
    /// How gradients are joined.
    let join: TreeJoin
    /// How everything else is, which is little: as exactly as it is.
    let exactJoin: TreeJoin
    let sending = SendingQueue()
    /// How long this process has waited for others after its own work was done.
    var waiting = Duration.zero

    /// Throws a ``ProcessGroupError`` when there are more processes than micro-batches.
    public init(
        _ count: Int?, precision: GradientPrecision = .float32, group: any ProcessGroup = SingleProcess()
    ) throws {
        guard group.count <= count ?? 1 else {
            throw ProcessGroupError(
                "\(group.count) processes have to share a step's batch, and it is "
                    + (count.map { "cut into \($0)" } ?? "not cut")
                    + ": give --micro-batches N, at best a multiple of \(group.count) that divides the batch.")
        }
        (self.count, self.group) = (count ?? 1, group)
        own = ReductionTree.share(of: group.rank, microBatches: self.count, processes: group.count)
        let tree = ReductionTree(microBatches: self.count, processes: group.count)
        (join, exactJoin) = (TreeJoin(tree, group, precision: precision), TreeJoin(tree, group))
    }

    /// The part of each batch that this process makes.
    public var share: BatchShare { BatchShare(parts: count, own: own) }

    /// A generator for each of the own micro-batches, which depends on the step and the micro-batch. A batch that is not cut
    /// has the step's own.
    public func generators(from generator: inout SeededGenerator) -> [SeededGenerator] {
        guard count > 1 else { return [generator] }
        let seed = generator.next()
        return own.map { SeededGenerator(seed: seed, stream: UInt64($0)) }
    }

    /// Whether any process says yes.
    func agree(_ vote: Bool) throws -> Bool {
        guard group.count > 1 else { return vote }
        let leaves = join.tree.leaves.filter { $0.owner == group.rank }
        let vectors = leaves.map { _ in exactJoin.pool.take(count: 1) }
        for vector in vectors { vector.numbers[0] = vote ? 1 : 0 }
        try exactJoin.sum(vectors)
        defer { for vector in vectors { exactJoin.pool.give(vector) } }
        return vectors[0].numbers[0] > 0
    }

    /// What the processes have cost so far.
    public var traffic: Traffic {
        Traffic(
            bytesSent: join.bytesSent + exactJoin.bytesSent, exchanges: join.exchanges + exactJoin.exchanges,
            sending: sending.seconds,
            waiting: waiting / .seconds(1))
    }

    /// What working together has cost one process.
    public struct Traffic: Sendable {
        /// The bytes that it sent.
        public let bytesSent: Int
        /// How often it sent or received something.
        public let exchanges: Int
        /// The seconds in which gradients were on their way.
        public let sending: Double
        /// The part of them in which it had nothing else to do.
        public let waiting: Double
    }
}
