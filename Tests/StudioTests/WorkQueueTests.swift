import Foundation
import Synchronization
import Testing

@testable import Studio

@Suite("Work that waits for its turn")
struct WorkQueueTests {
    /// Holds a queue's thread until it is let go.
    private final class Latch: Sendable {
        private let gate = DispatchSemaphore(value: 0)
        func hold() { gate.wait() }
        func open() { gate.signal() }
    }

    /// A queue whose thread is held, and what was done to hold it.
    private static func held(capacity: Int) async -> (WorkQueue, Latch, Task<Void, any Error>) {
        let (queue, latch) = (WorkQueue("test", capacity: capacity), Latch())
        let holds = Mutex(false)
        let task = Task {
            try await queue.run {
                holds.withLock { $0 = true }
                latch.hold()
            }
        }
        while !holds.withLock({ $0 }) { await Task.yield() }
        return (queue, latch, task)
    }

    @Test("Work is done one after the other, and what it throws is thrown")
    func order() async throws {
        let queue = WorkQueue("test", capacity: 4)
        #expect(try await queue.run { 6 * 7 } == 42)
        await #expect(throws: Refusal(.unusable, "no")) { try await queue.run { throw Refusal(.unusable, "no") } }
        #expect(try await queue.run { "still" } == "still")
    }

    @Test("The newest of one drawing takes the place of the one before")
    func superseding() async throws {
        let (queue, latch, holding) = await Self.held(capacity: 4)
        let old = Task { try await queue.run("cat") { 1 } }
        while queue.waitingCount < 1 { await Task.yield() }
        #expect(queue.isBusy)
        let other = Task { try await queue.run("dog") { 2 } }
        while queue.waitingCount < 2 { await Task.yield() }
        let new = Task { try await queue.run("cat") { 3 } }
        await #expect(throws: Refusal.self) { try await old.value }
        latch.open()
        #expect(try await other.value == 2)
        #expect(try await new.value == 3)
        try await holding.value
    }

    @Test("A full queue says so at once, and so does a closed one")
    func full() async throws {
        let (queue, latch, holding) = await Self.held(capacity: 1)
        let waiting = Task { try await queue.run { 1 } }
        while queue.waitingCount < 1 { await Task.yield() }
        do {
            _ = try await queue.run { 2 }
            Issue.record("It took more than it has room for.")
        } catch let refusal as Refusal {
            #expect(refusal.reason == .busy)
        }
        queue.close()
        await #expect(throws: Refusal.self) { try await waiting.value }
        latch.open()
        try await holding.value
        await #expect(throws: Refusal.self) { try await queue.run { 3 } }
    }

    @Test("A shelf keeps the latest, as much as fits")
    func shelf() throws {
        let shelf = Shelf<Int>(capacity: 10, mostItems: 3)
        let first = shelf.put(1, weight: 4)
        let second = shelf.put(2, weight: 4)
        #expect(try shelf.take(first) == 1)
        let third = shelf.put(3, weight: 4)
        #expect(throws: Refusal.self) { try shelf.take(second) }
        #expect(try shelf.take(third) == 3)
        let large = shelf.put(4, weight: 100)
        #expect(try shelf.take(large) == 4)
        #expect(shelf.count == 1)
    }
}
