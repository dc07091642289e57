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

/// Runs `body` for each number below `count`, on all threads. A loop within a loop, or beside that of another thread, is run
/// by its caller alone.
///
/// Who runs what depends on the moment, so each number's work must write to its own place; then the result is the
/// same for any number of threads.
package func inParallel(_ count: Int, _ body: (Int) -> Void) {
    let threads = min(Threads.count, count)
    if threads > 1 && Workers.shared.run(count, threads: threads, body) { return }
    for index in 0..<count { body(index) }
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
