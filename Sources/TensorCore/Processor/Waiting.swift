import Glibc
import Synchronization

// What `Workers` are made of.

/// The door to a loop: how many more may come in, how many are inside, and whether somebody waits for the last to leave.
struct Door: RawRepresentable, AtomicRepresentable {
    var rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    init(seats: Int = 0, inside: Int = 0) { rawValue = UInt64(seats) | UInt64(inside) << 16 }

    var seats: Int {
        get { Int(rawValue & 0xffff) }
        set { rawValue = rawValue & ~0xffff | UInt64(newValue) }
    }

    var inside: Int {
        get { Int(rawValue >> 16 & 0xffff) }
        set { rawValue = rawValue & ~0xffff_0000 | UInt64(newValue) << 16 }
    }

    var isWatched: Bool {
        get { rawValue >> 32 != 0 }
        set { rawValue = rawValue & 0xffff_ffff | (newValue ? 1 << 32 : 0) }
    }
}

extension Atomic where Value == Door {
    /// Changes the value at once, whoever else changes it; gives the new one.
    @discardableResult
    func update(_ change: (inout Door) -> Void) -> Door {
        var found = load(ordering: .relaxed)
        while true {
            var wanted = found
            change(&wanted)
            let (exchanged, now) = weakCompareExchange(
                expected: found, desired: wanted, ordering: .acquiringAndReleasing)
            if exchanged { return wanted }
            found = now
        }
    }
}

/// The numbers of a loop that are still to be done, of which one thread takes the first and others take the last. It fills
/// a line of the cache, so that threads do not wait for each other's.
struct Share: ~Copyable {
    /// The first number, and in the upper half the end.
    private let range = Atomic<UInt64>(0)
    private let rest = (0, 0, 0, 0, 0, 0, 0)

    func fill(_ numbers: Range<Int>) {
        range.store(UInt64(numbers.lowerBound) | UInt64(numbers.upperBound) << 32, ordering: .relaxed)
    }

    func takeFirst() -> Int? { take { first, end in (first, first + 1, end) } }

    func takeLast() -> Int? { take { first, end in (end - 1, first, end - 1) } }

    @inline(__always)
    private func take(_ choose: (_ first: UInt64, _ end: UInt64) -> (UInt64, first: UInt64, end: UInt64)) -> Int? {
        var found = range.load(ordering: .relaxed)
        while true {
            let (first, end) = (found & 0xffff_ffff, found >> 32)
            guard first < end else { return nil }
            let (taken, newFirst, newEnd) = choose(first, end)
            let (exchanged, now) = range.weakCompareExchange(
                expected: found, desired: newFirst | newEnd << 32, ordering: .relaxed)
            if exchanged { return Int(taken) }
            found = now
        }
    }
}

/// Threads sleep here until something has come that they wait for.
final class Signal: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Sleeps until `isDone` says so; it is asked at first and at every signal.
    func wait(until isDone: () -> Bool) {
        pthread_mutex_lock(mutex)
        while !isDone() { pthread_cond_wait(condition, mutex) }
        pthread_mutex_unlock(mutex)
    }

    /// To be called after the change that is waited for.
    func send(to count: Int) {
        pthread_mutex_lock(mutex)
        for _ in 0..<count { pthread_cond_signal(condition) }
        pthread_mutex_unlock(mutex)
    }
}
