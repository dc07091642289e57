import Basics

/// Numbers that are added up and sent, in memory that the next step takes again.
///
/// Unchecked: one thread at a time has it; it is handed on with the work.
final class Vector: @unchecked Sendable {
    let numbers: UnsafeMutableBufferPointer<Float>

    /// What they hold at first is undefined.
    init(count: Int) { numbers = .allocate(capacity: count) }

    deinit { numbers.deallocate() }

    /// The numbers of a range, for adding and sending.
    subscript(range: Range<Int>) -> UnsafeMutableBufferPointer<Float> {
        UnsafeMutableBufferPointer(rebasing: numbers[range])
    }
}

/// Vectors that are not in use.
final class VectorPool: Sendable {
    private let spare = Mutex<[Int: [Vector]]>([:])

    func take(count: Int) -> Vector { spare.withLock { $0[count]?.popLast() } ?? Vector(count: count) }

    func give(_ vector: Vector) { spare.withLock { $0[vector.numbers.count, default: []].append(vector) } }
}

extension UnsafeMutableBufferPointer<Float> {
    /// Adds numbers to these; an addition of two gives the same either way round.
    func add(_ others: UnsafeMutableBufferPointer<Float>) {
        precondition(count == others.count, "Vector: \(others.count) numbers added to \(count)")
        for index in indices { self[index] += others[index] }
    }
}
