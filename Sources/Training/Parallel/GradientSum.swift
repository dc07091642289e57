import Dispatch
import Basics
import TensorCore

/// The sum of the gradients of a step's micro-batches. What of it is complete is joined with other processes on a thread of its
/// own, while the walk backwards goes on.
final class GradientSum {
    private let parameters: [Parameter]
    private let buckets: GradientBuckets
    private let join: TreeJoin
    private let sending: SendingQueue
    private var sums: [PartialSums]
    /// The vectors of the present micro-batch, and how many parameters are still to come in each.
    private var vectors: [Vector] = []
    private var missing: [Int] = []
    /// Whether a parameter has a gradient.
    private var isReached: [Bool] = []
    /// Buckets are taken in order, so that all processes send them in the same one.
    private var next = 0
    private var joined: [Int: [Vector]] = [:]

    init(_ buckets: GradientBuckets, of parameters: [Parameter], _ join: TreeJoin, sending: SendingQueue) {
        (self.buckets, self.parameters, self.join, self.sending) = (buckets, parameters, join, sending)
        sums = buckets.counts.map { _ in PartialSums(join.tree, rank: join.group.rank) }
    }

    /// Walks back from a micro-batch's loss; they come in order.
    func add(_ loss: Tensor, _ tape: Tape, of microBatch: Int) {
        vectors = buckets.counts.map { join.pool.take(count: $0) }
        (missing, next) = (buckets.members, 0)
        isReached = Array(repeating: false, count: parameters.count)
        tape.forEachGradient(of: loss) { parameter, gradient in
            let place = buckets.places[parameter]
            gradient.withScalars { _ = vectors[place.bucket][place.range].update(fromContentsOf: $0) }
            isReached[parameter] = true
            missing[place.bucket] -= 1
            while next < missing.count, missing[next] == 0 { complete(microBatch) }
        }
        for (place, isReached) in zip(buckets.places, isReached) where !isReached {
            vectors[place.bucket][place.range].update(repeating: 0)
        }
        while next < missing.count { complete(microBatch) }
    }

    /// Takes the next bucket into the sum, and has it joined when the last micro-batch of this process is in it.
    private func complete(_ microBatch: Int) {
        let bucket = next
        next += 1
        guard let leaves = sums[bucket].add(vectors[bucket], of: microBatch, join) else { return }
        joined[bucket] = leaves
        sending.add { [join] in try join.sum(leaves) }
    }

    /// The means of the gradients, once the queue has sent all.
    func means() -> Gradients {
        let factor = 1 / Float(join.tree.microBatches)
        let gradients = zip(parameters, buckets.places).enumerated().compactMap {
            (number, entry) -> (parameter: Parameter, gradient: Tensor)? in
            let (parameter, place) = entry
            guard isReached[number], let sum = joined[place.bucket]?.first else { return nil }
            let numbers = sum[place.range]
            return (
                parameter,
                Tensor(shape: parameter.value.shape) { mean in
                    for index in mean.indices { mean[index] = factor * numbers[index] }
                }
            )
        }
        for leaves in joined.values { for vector in leaves { join.pool.give(vector) } }
        joined = [:]
        return Gradients(gradients)
    }
}

/// Does work on a thread of its own, one piece after the other, and tells how long that took.
final class SendingQueue: Sendable {
    private let queue = DispatchQueue(label: "Sending")
    private let work = DispatchGroup()
    private let outcome = Mutex<(error: (any Error)?, seconds: Double)>((nil, 0))

    /// Adds a piece of work; after one that threw no other is done.
    func add(_ body: @escaping @Sendable () throws -> Void) {
        queue.async(group: work) { [self] in
            guard outcome.withLock({ $0.error == nil }) else { return }
            let begin = ContinuousClock.now
            let result = Result { try body() }
            outcome.withLock {
                $0.seconds += (ContinuousClock.now - begin) / .seconds(1)
                if case .failure(let error) = result { $0.error = error }
            }
        }
    }

    /// Waits until all is done; throws what a piece threw.
    func finish() throws {
        work.wait()
        if let error = outcome.withLock({ $0.error }) { throw error }
    }

    /// The seconds of all work so far.
    var seconds: Double { outcome.withLock { $0.seconds } }
}
