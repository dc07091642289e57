#if canImport(Glibc)
    import Glibc
#endif
import Basics

/// The memory of one or more tensors that share it; it goes back to the pool with the last of them.
///
/// Unchecked: it is written only while a single tensor holds it (`Tensor.withMutableScalars` sees to that), or by the
/// operation that has just made it.
final class Storage: @unchecked Sendable {
    let count: Int
    private let memory: Memory
    /// The numbers as convolutions' kernels read them, which `PackedWeights.swift` keeps here.
    let packedForms = Mutex<[PackedForm]>([])

    init(count: Int) {
        self.count = count
        memory = BufferPool.shared.take(atLeast: count)
    }

    deinit { BufferPool.shared.give(memory) }

    var pointer: UnsafeMutablePointer<Float> { memory.start }

    var buffer: UnsafeMutableBufferPointer<Float> { UnsafeMutableBufferPointer(start: pointer, count: count) }

    func copy() -> Storage {
        let copy = Storage(count: count)
        copy.pointer.update(from: pointer, count: count)
        return copy
    }
}

/// Lends memory for the time of a computation; what it holds at first is undefined.
@inline(__always)
func withScratch<Result>(_ count: Int, _ body: (UnsafeMutablePointer<Float>) throws -> Result) rethrows -> Result {
    let scratch = Storage(count: count)
    return try withExtendedLifetime(scratch) { try body(scratch.pointer) }
}

/// A piece of memory on its way between the pool and a storage; one of them at a time holds it.
struct Memory: @unchecked Sendable {
    let start: UnsafeMutablePointer<Float>
    let capacity: Int

    var bytes: Int { capacity * MemoryLayout<Float>.stride }
}

/// Keeps the memory of tensors that are gone for those that come: a training step asks for the same sizes again and
/// again, so that after the first one it takes next to nothing from the system.
///
/// It holds little more than was ever in use at once. Sizes that are not asked for again, those of the tiles of another
/// picture for instance, go back to the system when others are needed. It promises nothing about what a buffer holds.
public final class BufferPool: Sendable {
    public static let shared = BufferPool()

    fileprivate struct State {
        var free: [Int: [Memory]] = [:]
        var bytesTaken = 0
        var bytesFree = 0
        var mostInUse = 0
    }
    private let state = Mutex(State())

    /// Bytes held from the system, whether in use or kept for later.
    public var bytesTaken: Int { state.withLock { $0.bytesTaken } }

    func take(atLeast count: Int) -> Memory {
        let capacity = Self.capacity(for: count)
        let (kept, unused) = state.withLock { $0.take(capacity) }
        for memory in unused { free(memory.start) }
        return kept ?? Self.allocate(capacity)
    }

    func give(_ memory: Memory) {
        state.withLock {
            $0.free[memory.capacity, default: []].append(memory)
            $0.bytesFree += memory.bytes
        }
    }

    /// Gives what is not in use back to the system.
    public func drain() {
        let unused = state.withLock { state in
            let unused = state.free.values.flatMap(\.self)
            (state.free, state.bytesFree) = ([:], 0)
            state.bytesTaken -= unused.reduce(0) { $0 + $1.bytes }
            return unused
        }
        for memory in unused { free(memory.start) }
    }

    /// Sizes are rounded up by an eighth at most, so that tensors of nearly the same size share buffers.
    private static func capacity(for count: Int) -> Int {
        guard count > 64 else { return 64 }
        let step = 1 << max(6, Int.bitWidth - 1 - count.leadingZeroBitCount - 3)
        return (count + step - 1) / step * step
    }

    /// Aligned to a cache line, and to a huge page where it fills one: fewer page faults and fewer misses.
    private static func allocate(_ capacity: Int) -> Memory {
        let bytes = capacity * MemoryLayout<Float>.stride
        let hugePage = 2 << 20
        var start: UnsafeMutableRawPointer?
        guard posix_memalign(&start, bytes >= hugePage ? hugePage : 64, bytes) == 0, let start else {
            fatalError("Tensor: the system has no \(bytes >> 20) MiB left; a smaller batch or picture needs less")
        }
        if bytes >= hugePage { madvise(start, bytes, MADV_HUGEPAGE) }
        return Memory(start: start.bindMemory(to: Float.self, capacity: capacity), capacity: capacity)
    }
}

extension BufferPool.State {
    /// Below this nothing is given back: it would cost more than it saves.
    private static let margin = 64 << 20

    /// A kept buffer of the capacity; or none, and then buffers to be given back, if the new one would be too much beside them.
    fileprivate mutating func take(_ capacity: Int) -> (kept: Memory?, unused: [Memory]) {
        if let kept = free[capacity]?.popLast() {
            bytesFree -= kept.bytes
            mostInUse = max(mostInUse, bytesTaken - bytesFree)
            return (kept, [])
        }
        let bytes = capacity * MemoryLayout<Float>.stride
        bytesTaken += bytes
        mostInUse = max(mostInUse, bytesTaken - bytesFree)
        return (nil, shrink(to: mostInUse + mostInUse / 4 + Self.margin))
    }

    /// Lets kept buffers go, the largest first, until so many bytes are held.
    private mutating func shrink(to limit: Int) -> [Memory] {
        var unused: [Memory] = []
        guard bytesTaken > limit else { return unused }
        for capacity in free.keys.sorted(by: >) {
            while bytesTaken > limit, let memory = free[capacity]?.popLast() {
                bytesTaken -= memory.bytes
                bytesFree -= memory.bytes
                unused.append(memory)
            }
        }
        return unused
    }
}

/// Lends the numbers of an operation's tensors.
@inline(__always)
func withPointers<Result>(
    _ a: Tensor, _ b: Tensor, _ c: Tensor?,
    _ body: (UnsafePointer<Float>, UnsafePointer<Float>, UnsafePointer<Float>?) -> Result
) -> Result {
    a.withScalars { a in
        b.withScalars { b in
            guard let c else { return body(a.baseAddress!, b.baseAddress!, nil) }
            return c.withScalars { c in body(a.baseAddress!, b.baseAddress!, c.baseAddress!) }
        }
    }
}
