import Synchronization
import Dispatch
import Basics

/// A value that a queue is making, for someone who will wait for it.
final class PrefetchedValue<Value: Sendable>: Sendable {
    private let outcome = Mutex<Result<Value, any Error>?>(nil)
    private let finished = DispatchGroup()
    private let isCancelled = Atomic(false)

    /// Begins as soon as the queue is free. `make` calls what it is given now and then: that throws when nobody waits
    /// for the value any more.
    init(on queue: DispatchQueue, make: @escaping @Sendable (_ checkCancellation: () throws -> Void) throws -> Value)
    {
        queue.async(group: finished) { [self] in
            let made = Result {
                try make { if isCancelled.load(ordering: .relaxed) { throw CancellationError() } }
            }
            outcome.withLock { $0 = made }
        }
    }

    /// Says that nobody will ask for the value.
    func cancel() { isCancelled.store(true, ordering: .relaxed) }

    /// Waits for the value; throws what making it threw.
    func value() throws -> Value {
        finished.wait()
        return try outcome.withLock { outcome in
            guard let outcome else { throw CancellationError() }
            return try outcome.get()
        }
    }
}
