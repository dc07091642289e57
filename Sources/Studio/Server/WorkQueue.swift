import Dispatch
import Foundation
import Basics

/// Work that waits for its turn on a thread of its own, so that a network does not hold up the server.
///
/// Few may wait: more would only wait longer. And of what belongs to one drawing only the newest counts: who drew another stroke no
/// longer wants to see the one before.
final class WorkQueue: Sendable {
    private struct Job {
        let key: String?
        let run: @Sendable () -> Void
        let refuse: @Sendable (Refusal) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var isRunning = false
        var isClosed = false
    }

    private let state = Mutex(State())
    private let thread: DispatchQueue
    private let capacity: Int

    init(_ name: String, capacity: Int) {
        thread = DispatchQueue(label: "nurie.studio.\(name)", qos: .userInitiated)
        self.capacity = capacity
    }

    /// Does some work when its turn comes. Throws a ``Refusal`` when too much waits already, or when work of the same key took its
    /// place.
    func run<Value: Sendable>(_ key: String? = nil, _ work: @escaping @Sendable () throws -> Value) async throws
        -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            enqueue(
                Job(key: key) {
                    continuation.resume(with: Result { try work() })
                } refuse: {
                    continuation.resume(throwing: $0)
                })
        }
    }

    private func enqueue(_ job: Job) {
        let (refused, isFull, mustStart) = state.withLock { state -> ([Job], Bool, Bool) in
            var refused: [Job] = []
            if let key = job.key {
                refused = state.waiting.filter { $0.key == key }
                state.waiting.removeAll { $0.key == key }
            }
            guard state.waiting.count < capacity, !state.isClosed else { return (refused, true, false) }
            state.waiting.append(job)
            defer { state.isRunning = true }
            return (refused, false, !state.isRunning)
        }
        for old in refused { old.refuse(Refusal(.superseded, "A newer request took this one's place.")) }
        if isFull { job.refuse(Refusal(.busy, "Too much is being done at once. Try again in a moment.")) }
        if mustStart { thread.async { self.runAll() } }
    }

    private func runAll() {
        while true {
            let next = state.withLock { state -> Job? in
                if state.waiting.isEmpty {
                    state.isRunning = false
                    return nil
                }
                return state.waiting.removeFirst()
            }
            guard let next else { return }
            next.run()
        }
    }

    /// Whether anything is being done.
    var isBusy: Bool { state.withLock { $0.isRunning } }

    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// Refuses what waits, and all that comes.
    func close() {
        let refused = state.withLock { state -> [Job] in
            defer { state.waiting = [] }
            state.isClosed = true
            return state.waiting
        }
        for job in refused { job.refuse(Refusal(.busy, "The studio is closing.")) }
    }
}
