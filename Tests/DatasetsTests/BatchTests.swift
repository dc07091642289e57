import Basics
@testable import Datasets
import Dispatch
import Networks
import Synchronization
import Testing

/// Numbers with some chance in them, as pictures have their variation.
private struct Numbers: Samples {
    let count: Int
    var failing: Int?
    let calls = Counter()

    struct Failure: Error, Equatable {
        let index: Int
    }

    func sample(at index: Int, using generator: inout SeededGenerator) throws -> [UInt64] {
        calls.value.withLock { $0 += 1 }
        if index == failing { throw Failure(index: index) }
        return [UInt64(index), generator.next()]
    }
}

private final class Counter: Sendable {
    let value = Mutex(0)
    var current: Int { value.withLock { $0 } }
}

@Suite struct BatchTests {
    private func batches(
        of count: Int = 23, size: Int = 4, seed: UInt64 = 5, ahead: Int
    ) throws -> Batches<Numbers, [[UInt64]]> {
        try Batches(of: Numbers(count: count), size: size, seed: seed, ahead: ahead) { $0 }
    }

    @Test("Preparing ahead changes no batch", arguments: [1, 2])
    func preparingAheadChangesNothing(ahead: Int) throws {
        let (plain, prepared) = (try batches(ahead: 0), try batches(ahead: ahead))
        for step in 0..<40 { #expect(try plain.batch(at: step) == prepared.batch(at: step)) }
    }

    @Test("A run that is resumed in the middle, goes back or jumps gets the same batches")
    func anyOrderGivesTheSame() throws {
        let plain = try batches(ahead: 0)
        let resumed = try batches(ahead: 2)
        for step in [17, 18, 19, 3, 4, 4, 100, 0, 2, 1] {
            #expect(try plain.batch(at: step) == resumed.batch(at: step))
        }
    }

    @Test("Those who share the batches make each part once, and no more than their own", arguments: [0, 1])
    func shares(ahead: Int) throws {
        let whole = try batches(size: 12, ahead: 0)
        let shares = [0..<3, 3..<4].map { BatchShare(parts: 4, own: $0) }
        let sources = shares.map { _ in Numbers(count: 23) }
        let parts = try zip(sources, shares).map {
            try Batches(of: $0, size: 3, seed: 5, ahead: ahead, share: $1) { $0 }
        }
        for step in 0..<9 {
            let all = try zip(parts, shares).flatMap { batches, share in
                try share.own.flatMap { try batches.batch(at: share.turn(step: step, part: $0)) }
            }
            #expect(all == (try whole.batch(at: step)))
        }
        if ahead == 0 { #expect(sources.map(\.calls.current) == [9 * 9, 9 * 3]) }
    }

    @Test("Another seed gives another order")
    func seedsDiffer() throws {
        #expect(try batches(seed: 1, ahead: 0).batch(at: 0) != batches(seed: 2, ahead: 0).batch(at: 0))
    }

    @Test(
        "Every epoch holds every sample once, in a new order, also where batches reach over its end",
        arguments: [(23, 4), (8, 4), (1, 3), (5, 16)])
    func epochsArePermutations(count: Int, size: Int) throws {
        let batches = try batches(of: count, size: size, ahead: 0)
        let row = try (0..<(count * 3)).flatMap { try batches.batch(at: $0) }.map { Int($0[0]) }
        let epochs = (0..<3).map { Array(row[($0 * count)..<(($0 + 1) * count)]) }
        for epoch in epochs { #expect(epoch.sorted() == Array(0..<count)) }
        if count > 4 { #expect(epochs[0] != epochs[1] || epochs[1] != epochs[2]) }
        #expect(batches.plan.epoch(at: 0) == 0 && batches.plan.epoch(at: count) == size)
    }

    @Test("A sample varies from epoch to epoch, and differently from the others")
    func variationsDiffer() throws {
        let batches = try batches(of: 50, size: 10, ahead: 1)
        let numbers = try (0..<20).flatMap { try batches.batch(at: $0) }.map { $0[1] }
        #expect(Set(numbers).count == 200)
    }

    @Test("An error comes out of the batch that it belongs to, and the others are not hurt")
    func errorsSurface() throws {
        let batches = try Batches(of: Numbers(count: 6, failing: 2), size: 2, seed: 1, ahead: 2) { $0 }
        var failures = 0
        for step in 0..<9 {
            do {
                #expect(try batches.batch(at: step).count == 2)
            } catch {
                #expect(error as? Numbers.Failure == Numbers.Failure(index: 2))
                failures += 1
            }
        }
        #expect(failures == 3, "sample 2 is in one batch of each epoch")
    }

    @Test("No more batches than promised are made ahead, and none once the consumer is gone")
    func preparationIsBounded() throws {
        let numbers = Numbers(count: 100)
        var batches: Batches<Numbers, [[UInt64]]>? = try Batches(of: numbers, size: 3, seed: 1, ahead: 2) { $0 }
        for step in 0..<5 { _ = try batches?.batch(at: step) }
        #expect(numbers.calls.current <= 21, "5 batches asked for, 2 ahead")
        batches = nil
        #expect(numbers.calls.current <= 21)
    }

    @Test("What is being prepared for nobody stops at the next sample")
    func cancellationStops() {
        let (begun, mayGoOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let preparation = PrefetchedValue<Int>(on: DispatchQueue(label: "test")) { checkCancellation in
            begun.signal()
            mayGoOn.wait()
            try checkCancellation()
            return 1
        }
        begun.wait()
        preparation.cancel()
        mayGoOn.signal()
        #expect(throws: CancellationError.self) { try preparation.value() }
    }

    @Test("Nothing to learn from is an error that says so")
    func emptyCollection() {
        #expect(throws: EmptyCollection.self) { try batches(of: 0, ahead: 1) }
        #expect("\(EmptyCollection())".contains("Add pictures"))
    }

    @Test("Asking from several threads gives every one the right batch")
    func concurrentConsumers() throws {
        let (plain, shared) = (try batches(ahead: 0), try batches(ahead: 2))
        let expected = try (0..<32).map { try plain.batch(at: $0) }
        let wrong = Mutex([Int]())
        DispatchQueue.concurrentPerform(iterations: 32) { step in
            if (try? shared.batch(at: step)) != expected[step] { wrong.withLock { $0.append(step) } }
        }
        #expect(wrong.withLock { $0 } == [])
    }
}
