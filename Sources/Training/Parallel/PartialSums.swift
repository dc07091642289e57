/// Adds up the vectors of one process's micro-batches as they come, in the tree's order, and keeps no more of them than
/// the tree is deep.
struct PartialSums {
    private let tree: ReductionTree
    private let own: Range<Int>
    /// Sums that wait for their right neighbours.
    private var waiting: [Vector] = []

    init(_ tree: ReductionTree, rank: Int) {
        self.tree = tree
        own = ReductionTree.share(of: rank, microBatches: tree.microBatches, processes: tree.processes)
    }

    /// Takes the vector of a micro-batch; they come in order. Gives the sums of the process's leaves once all are there.
    mutating func add(_ vector: Vector, of microBatch: Int, _ join: TreeJoin) -> [Vector]? {
        join.precision.round(vector.numbers)
        var right = vector
        for _ in 0..<tree.additions(after: microBatch) {
            guard let left = waiting.popLast() else { preconditionFailure("PartialSums: out of order") }
            left.numbers.add(right.numbers)
            join.precision.round(left.numbers)
            join.pool.give(right)
            right = left
        }
        waiting.append(right)
        guard microBatch == own.upperBound - 1 else { return nil }
        defer { waiting = [] }
        return waiting
    }
}

extension ReductionTree {
    /// How many sums within a process are complete with a micro-batch: of those ranges that end with it.
    func additions(after microBatch: Int) -> Int {
        guard var range = leaves.first(where: { $0.range.contains(microBatch) })?.range else { return 0 }
        var count = 0
        while let middle = Self.middle(of: range) {
            if range.upperBound == microBatch + 1 { count += 1 }
            range = microBatch < middle ? range.lowerBound..<middle : middle..<range.upperBound
        }
        return count
    }
}
