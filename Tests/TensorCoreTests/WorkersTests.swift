import Foundation
import Synchronization
import TensorCore
import Testing

/// Every number of a loop is done once before the loop returns, whatever else the crew is asked for meanwhile.
@Suite("Workers") struct WorkersTests {
    /// How often each number's body ran.
    private static func runs(of count: Int, _ body: @Sendable (Int) -> Void = { _ in }) -> [Int] {
        let tally = UnsafeMutablePointer<Int>.allocate(capacity: count)
        defer { tally.deallocate() }
        tally.initialize(repeating: 0, count: count)
        nonisolated(unsafe) let places = tally
        inParallel(count) { index in
            body(index)
            places[index] += 1
        }
        return Array(UnsafeBufferPointer(start: tally, count: count))
    }

    @Test func everyNumberOnce() {
        for count in [0, 1, 2, 3, 7, 64, 1001, 70_000] { #expect(Self.runs(of: count).allSatisfy { $0 == 1 }) }
    }

    /// Loops of changing sizes, one right after another, so that workers of one come late and find the next.
    @Test func loopAfterLoop() {
        for round in 0..<5_000 {
            let count = 2 + round % 5
            #expect(Self.runs(of: count) == Array(repeating: 1, count: count))
        }
    }

    @Test func loopWithinLoop() {
        let inner = Atomic<Int>(0)
        let outer = Self.runs(of: 50) { _ in
            for runs in Self.runs(of: 30) { inner.add(runs, ordering: .relaxed) }
        }
        #expect(outer == Array(repeating: 1, count: 50))
        #expect(inner.load(ordering: .relaxed) == 1500)
    }

    /// Threads that ask at the same time, while the number of threads changes.
    @Test func loopsBesideEachOther() {
        let wrong = Atomic<Int>(0)
        let threads = (0..<4).map { caller in
            let done = DispatchSemaphore(value: 0)
            Thread.detachNewThread {
                for round in 0..<500 {
                    if caller == 0 { Threads.count = 1 + round % 6 }
                    if !Self.runs(of: 40).allSatisfy({ $0 == 1 }) { wrong.add(1, ordering: .relaxed) }
                }
                done.signal()
            }
            return done
        }
        for done in threads { done.wait() }
        Threads.count = Threads.available
        #expect(wrong.load(ordering: .relaxed) == 0)
    }

    /// Workers that went to sleep wake again.
    @Test func loopAfterRest() {
        for _ in 0..<20 {
            #expect(Self.runs(of: 8).allSatisfy { $0 == 1 })
            usleep(2000)
        }
    }

    /// A program ends while its workers look out for work, and a forked child, which has none of them, works too.
    @Test func endAndFork() async {
        await #expect(processExitsWith: .success) {
            Threads.count = 3
            #expect(Self.runs(of: 100).allSatisfy { $0 == 1 })
            let fork = unsafeBitCast(dlsym(nil, "fork"), to: (@convention(c) () -> pid_t).self)
            let child = fork()
            if child == 0 { _exit(Self.runs(of: 100).allSatisfy { $0 == 1 } ? 0 : 1) }
            var status: Int32 = -1
            waitpid(child, &status, 0)
            #expect(status == 0)
        }
    }
}
