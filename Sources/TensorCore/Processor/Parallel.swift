import Dispatch
import Synchronization

/// How many threads the core uses. It changes how long work takes, never what comes out of it.
public enum Threads {
    private static let limit = Atomic<Int>(0)

    /// The number of threads; at first one for each processor that the program may use.
    public static var count: Int {
        get {
            let limit = limit.load(ordering: .relaxed)
            return limit > 0 ? limit : available
        }
        set { limit.store(max(1, newValue), ordering: .relaxed) }
    }

    /// The processors that this program may use.
    public static let available = Processor.countAllowed
}

/// Runs `body` for each number below `count`, on all threads.
///
/// Who runs what depends on the moment, so each number's work must write to its own place; then the result is the
/// same for any number of threads.
package func inParallel(_ count: Int, _ body: (Int) -> Void) {
    let threads = min(Threads.count, count)
    guard threads > 1 else {
        for index in 0..<count { body(index) }
        return
    }
    let next = Atomic<Int>(0)
    withoutActuallyEscaping(body) { body in
        // Every thread is done before concurrentPerform returns, so the closure does not escape; and that its calls
        // do not meet is the contract above.
        nonisolated(unsafe) let body = body
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                body(index)
            }
        }
    }
}

/// Cuts 0..<count into pieces of at most `size`, at places that depend on nothing else, and runs them on all threads.
@inline(__always)
package func inParallelPieces(of count: Int, size: Int, _ body: (Range<Int>) -> Void) {
    let pieces = (count + size - 1) / size
    inParallel(pieces) { piece in body(piece * size..<min(count, (piece + 1) * size)) }
}

/// What `body` gives for each number below `count`, in order; it runs on all threads.
package func inParallelMap<Value>(_ count: Int, _ body: (Int) -> Value) -> [Value] {
    Array(unsafeUninitializedCapacity: count) { values, initialized in
        guard let start = values.baseAddress else { return }
        inParallelPieces(of: count, size: max(1, count / 64)) { piece in
            for index in piece { (start + index).initialize(to: body(index)) }
        }
        initialized = count
    }
}
