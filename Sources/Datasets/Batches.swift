import Basics
import Dispatch

/// Shuffled batches of a collection, the next one being prepared while the current one is in use.
///
/// Batch number n is the same whenever, in whatever order and with however many batches ahead it is asked for; see
/// `BatchPlan`. Batches are made on a queue of their own and not by tasks: who asks is synchronous code, and a thread
/// that waits for a task may be the very one that the task needs.
public final class Batches<Source: Samples, Batch: Sendable>: Sendable {
    public let plan: BatchPlan
    private let maker: BatchMaker<Source, Batch>
    private let ahead: Int
    private let share: BatchShare
    private let queue = DispatchQueue(label: "Batches")
    private let upcoming = Mutex<[Int: PrefetchedValue<Batch>]>([:])

    /// Batches of `size` samples, which `combine` makes one; `ahead` (0 to 2) are prepared before they are asked for.
    ///
    /// With a share, a batch is a part of a step's, and goes by the turn in which it is asked for here.
    ///
    /// Throws `EmptyCollection` when there is nothing to make a batch of.
    public init(
        of source: Source, size: Int, seed: UInt64, ahead: Int = 1, share: BatchShare = .whole,
        combine: @escaping @Sendable ([Source.Sample]) throws -> Batch
    ) throws {
        precondition((0...2).contains(ahead), "Batches: \(ahead) batches ahead; 0, 1 or 2 can be")
        guard source.count > 0 else { throw EmptyCollection() }
        plan = BatchPlan(count: source.count, size: size, seed: seed)
        maker = BatchMaker(source: source, plan: plan, combine: combine)
        self.ahead = ahead
        self.share = share
    }

    deinit { upcoming.withLock { for preparation in $0.values { preparation.cancel() } } }

    /// Batch number `step`; waits for it if it is still being prepared.
    ///
    /// Throws what a sample or the combination threw, at the batch that it belongs to.
    public func batch(at step: Int) throws -> Batch {
        precondition(step >= 0, "Batches: there is no batch \(step)")
        guard ahead > 0 else { return try maker.batch(at: share.number(inTurn: step)) }
        let current = upcoming.withLock { upcoming in
            for (other, preparation) in upcoming where other < step || other > step + ahead {
                preparation.cancel()
                upcoming[other] = nil
            }
            for wanted in step...(step + ahead) where upcoming[wanted] == nil { upcoming[wanted] = prepare(wanted) }
            return upcoming.removeValue(forKey: step)
        }
        return try current?.value() ?? maker.batch(at: share.number(inTurn: step))
    }

    private func prepare(_ step: Int) -> PrefetchedValue<Batch> {
        PrefetchedValue(on: queue) { [maker, number = share.number(inTurn: step)] checkCancellation in
            try maker.batch(at: number, beforeEachSample: checkCancellation)
        }
    }
}

/// There is nothing to learn from.
public struct EmptyCollection: Error, CustomStringConvertible {
    public var description: String {
        "There is no picture to make batches of. Add pictures, or hold out a smaller share of them."
    }
}

/// Makes batches, on whatever thread asks.
private final class BatchMaker<Source: Samples, Batch: Sendable>: Sendable {
    private let source: Source
    private let plan: BatchPlan
    private let combine: @Sendable ([Source.Sample]) throws -> Batch
    /// The epoch that was used last: its order is as long as the collection, so it is not made for every batch.
    private let latest: Mutex<BatchPlan.Epoch>

    init(source: Source, plan: BatchPlan, combine: @escaping @Sendable ([Source.Sample]) throws -> Batch) {
        self.source = source
        self.plan = plan
        self.combine = combine
        latest = Mutex(plan.epoch(number: 0))
    }

    func batch(at step: Int, beforeEachSample check: () throws -> Void = {}) throws -> Batch {
        let samples = try (step * plan.size..<(step + 1) * plan.size).map { position in
            try check()
            let epoch = epoch(number: position / plan.count)
            let index = epoch.order[position % plan.count]
            var generator = epoch.generator(forSample: index)
            return try source.sample(at: index, using: &generator)
        }
        return try combine(samples)
    }

    private func epoch(number: Int) -> BatchPlan.Epoch {
        latest.withLock { latest in
            if latest.number != number { latest = plan.epoch(number: number) }
            return latest
        }
    }
}
