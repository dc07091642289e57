import Networks
import TensorCore

/// What is done with each micro-batch of a step: forwards, backwards, and what is measured. It gives the means over all of them.
///
/// Each micro-batch finds what the networks keep (running statistics) as it was before the step, and afterwards that has moved
/// by the mean of their moves: so it does not matter who was first, or where.
public final class LearningPass {
    private let microBatches: MicroBatches
    private let parameters: [Parameter]
    private let buffers: [Buffer]
    private let counters: [Counter]
    private let leastBucket: Int
    private lazy var sum = GradientSum(
        GradientBuckets(parameters, leastCount: leastBucket), of: parameters, microBatches.join,
        sending: microBatches.sending)

    /// A pass in which `network` learns, and others are run in training mode that keep something too.
    public convenience init(
        _ microBatches: MicroBatches, learning network: some Module, keeping others: [any Module] = []
    ) {
        self.init(microBatches, learning: network, keeping: others, leastBucket: GradientBuckets.leastCount)
    }

    init(_ microBatches: MicroBatches, learning network: some Module, keeping others: [any Module], leastBucket: Int)
    {
        (self.microBatches, self.leastBucket) = (microBatches, leastBucket)
        parameters = network.parameters
        let state = network.namedState + others.flatMap(\.namedState)
        buffers = state.compactMap { if case .kept(let buffer) = $0.content { buffer } else { nil } }
        counters = state.compactMap { if case .counted(let counter) = $0.content { counter } else { nil } }
    }

    /// The means of the gradients and of the measurements.
    ///
    /// `body` gives the loss of one of this process's micro-batches, of which it is told the number among all, and what it
    /// measures. Throws what `body` throws, and a ``ProcessGroupError``.
    public func callAsFunction(
        _ body: (_ microBatch: Int, Tape) throws -> (loss: Tensor, measurements: [Tensor])
    ) throws -> (gradients: Gradients, measurements: [Float]) {
        guard microBatches.count > 1 else {
            let tape = Tape(learning: parameters)
            let (loss, measurements) = try body(0, tape)
            return (tape.gradients(of: loss), measurements.map(\.item))
        }
        let measurements = try overMicroBatches { microBatch in
            let tape = Tape(learning: parameters)
            let (loss, measurements) = try body(microBatch, tape)
            sum.add(loss, tape, of: microBatch)
            return measurements.map(\.item)
        }
        return (sum.means(), measurements)
    }

    /// Runs the networks without learning anything, for what they keep.
    public func followOnly(_ body: (_ microBatch: Int) throws -> Void) throws {
        guard microBatches.count > 1 else { return try body(0) }
        _ = try overMicroBatches { microBatch in
            try body(microBatch)
            return []
        }
    }

    /// The means of what `body` gives, and of how it moves what is kept.
    private func overMicroBatches(_ body: (Int) throws -> [Float]) throws -> [Float] {
        let (before, counts) = (buffers.map(\.value), counters.map(\.value))
        var sums = PartialSums(microBatches.join.tree, rank: microBatches.group.rank)
        var leaves: [Vector] = []
        var measured = 0
        for microBatch in microBatches.own {
            for (buffer, value) in zip(buffers, before) { buffer.value = value }
            for (counter, count) in zip(counters, counts) { counter.value = count }
            let measurements = try body(microBatch)
            measured = measurements.count
            leaves = sums.add(moves(since: before, after: measurements), of: microBatch, microBatches.exactJoin) ?? []
        }
        microBatches.sending.add { [join = microBatches.exactJoin, leaves] in try join.sum(leaves) }
        let begin = ContinuousClock.now
        try microBatches.sending.finish()
        microBatches.waiting += ContinuousClock.now - begin
        defer { for vector in leaves { microBatches.exactJoin.pool.give(vector) } }
        return settle(leaves[0], from: before, after: measured)
    }

    /// Measurements, and behind them how far each number that is kept has moved.
    private func moves(since before: [Tensor], after measurements: [Float]) -> Vector {
        let count = before.reduce(measurements.count) { $0 + $1.count }
        let vector = microBatches.exactJoin.pool.take(count: count)
        _ = vector.numbers.update(fromContentsOf: measurements)
        var place = measurements.count
        for (buffer, old) in zip(buffers, before) {
            buffer.value.withScalars { new in
                old.withScalars { old in
                    for index in new.indices { vector.numbers[place + index] = new[index] - old[index] }
                }
            }
            place += old.count
        }
        return vector
    }

    /// Moves what is kept by the means of the moves, and gives the means of the measurements.
    private func settle(_ sum: Vector, from before: [Tensor], after measured: Int) -> [Float] {
        let factor = 1 / Float(microBatches.count)
        var place = measured
        for (buffer, old) in zip(buffers, before) {
            let moves = sum[place..<place + old.count]
            buffer.value = Tensor(shape: old.shape) { new in
                old.withScalars { old in
                    for index in new.indices { new[index] = old[index] + factor * moves[index] }
                }
            }
            place += old.count
        }
        return sum.numbers.prefix(measured).map { factor * $0 }
    }
}
