import CKernels
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// The threads that help with loops: one crew for the whole program, which works at one loop at a time.
///
/// After a loop the workers look out for the next one for a while before they sleep, because waking a thread takes longer
/// than many a loop. Who comes late is not waited for: a worker takes a seat at a loop whose door is still open, and the
/// loop is done when its door is closed and nobody is inside.
final class Workers: @unchecked Sendable {
    /// What is being worked at.
    private struct Loop {
        let body: UnsafePointer<(Int) -> Void>
        let shares: Int
    }

    /// Written by who has taken the crew, while nobody is inside.
    private var loop: Loop?
    private let shares: UnsafeMutablePointer<Share>
    private var started = 0
    private let isTaken = Atomic<Bool>(false)
    private let door = Atomic<Door>(Door())
    private let sleepers = Atomic<Int>(0)
    private let work = Signal()
    private let end = Signal()

    /// The crew. A forked child has none of its parent's threads, and gets a crew of its own; it must not be forked by the
    /// body of a loop.
    nonisolated(unsafe) private(set) static var shared: Workers = {
        pthread_atfork(nil, nil) { Workers.shared = Workers() }
        return Workers()
    }()

    /// No more threads than this work at one loop.
    private static let most = 256

    private init() {
        shares = .allocate(capacity: Self.most)
        for index in 0..<Self.most { (shares + index).initialize(to: Share()) }
    }

    /// Runs `body` for each number below `count` on so many threads, the caller's among them.
    ///
    /// False, and nothing is done, if the crew is at work at another loop, which may be the one that calls, or if the
    /// system has no threads.
    func run(_ count: Int, threads: Int, _ body: (Int) -> Void) -> Bool {
        guard count <= UInt32.max,
            isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
        else { return false }
        defer { isTaken.store(false, ordering: .releasing) }
        let threads = 1 + startWorkers(min(threads, Self.most) - 1)
        guard threads > 1 else { return false }
        for share in 0..<threads { shares[share].fill(share * count / threads..<(share + 1) * count / threads) }
        // Nobody is inside when this function returns, so the closure does not escape.
        withoutActuallyEscaping(body) { body in
            withUnsafePointer(to: body) { body in
                loop = Loop(body: body, shares: threads)
                open(seats: threads - 1)
                takePart(beginningAt: 0)
                close()
            }
        }
        return true
    }

    /// Works at the loop until nothing is left of it: first at a share of one's own from its beginning, so that the same
    /// thread finds the same numbers in its cache at the next loop; then at the ends of the others'.
    ///
    /// It is not inlined: what it holds of the body is let go of when it returns.
    @inline(never)
    private func takePart(beginningAt number: Int) {
        let loop = loop!
        let own = number % loop.shares
        while let index = shares[own].takeFirst() { loop.body.pointee(index) }
        for other in 1..<loop.shares {
            while let index = shares[(own + other) % loop.shares].takeLast() { loop.body.pointee(index) }
        }
    }
}

// MARK: - Who calls

extension Workers {
    private func open(seats: Int) {
        door.store(Door(seats: seats), ordering: .sequentiallyConsistent)
        let asleep = sleepers.load(ordering: .sequentiallyConsistent)
        if asleep > 0 { work.send(to: min(seats, asleep)) }
    }

    /// Lets nobody in any more, and waits until all are out.
    private func close() {
        door.update { $0.seats = 0 }
        if spin(until: { door.load(ordering: .acquiring).inside == 0 }) { return }
        door.update { $0.isWatched = true }
        end.wait { door.load(ordering: .acquiring).inside == 0 }
    }

    /// Starts what is missing of so many workers; gives how many of them there are.
    private func startWorkers(_ wanted: Int) -> Int {
        guard started < wanted else { return wanted }
        // Signals are for the threads that were there before.
        var (all, before) = (sigset_t(), sigset_t())
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        while started < wanted {
            let worker = Unmanaged.passRetained(Worker(crew: self, number: started + 1))
            var thread = pthread_t()
            let refusal = pthread_create(
                &thread, nil,
                { argument in
                    let worker = Unmanaged<Worker>.fromOpaque(argument!).takeRetainedValue()
                    while true { worker.crew.waitAndTakePart(worker.number) }
                }, worker.toOpaque())
            guard refusal == 0 else {
                worker.release()
                return started
            }
            pthread_detach(thread)
            started += 1
        }
        return wanted
    }
}

// MARK: - Who helps

/// What a new thread is told.
private final class Worker: Sendable {
    let crew: Workers
    let number: Int

    init(crew: Workers, number: Int) { (self.crew, self.number) = (crew, number) }
}

extension Workers {
    private func waitAndTakePart(_ number: Int) {
        while !enter() {
            if spin(until: { door.load(ordering: .relaxed).seats > 0 }) { continue }
            sleepers.add(1, ordering: .sequentiallyConsistent)
            work.wait { door.load(ordering: .sequentiallyConsistent).seats > 0 }
            sleepers.subtract(1, ordering: .relaxed)
        }
        takePart(beginningAt: number)
        let left = door.update { $0.inside -= 1 }
        if left.isWatched && left.inside == 0 { end.send(to: 1) }
    }

    /// Takes a seat, if one is free.
    private func enter() -> Bool {
        var found = door.load(ordering: .relaxed)
        while found.seats > 0 {
            let (exchanged, now) = door.weakCompareExchange(
                expected: found, desired: Door(seats: found.seats - 1, inside: found.inside + 1),
                ordering: .acquiring)
            if exchanged { return true }
            found = now
        }
        return false
    }

    /// Looks again and again for a moment; whether what was looked for has come. Where there are more threads than
    /// processors it looks once, because it would keep others from working.
    private func spin(until isDone: () -> Bool) -> Bool {
        guard Threads.count <= Threads.available else { return isDone() }
        let end = nanoseconds() + Self.patience
        repeat {
            for _ in 0..<16 {
                if isDone() { return true }
                nurie_pause()
            }
        } while nanoseconds() < end
        return isDone()
    }

    /// How long a thread looks out before it sleeps, in nanoseconds: a few times what waking it takes.
    private static let patience = 100_000

    private func nanoseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
