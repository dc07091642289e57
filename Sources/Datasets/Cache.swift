import Basics

/// Keeps the first values that are asked for, so that they are made only once.
///
/// Nothing is ever thrown out: whoever goes through a collection again and again, each time in another order, gains
/// nothing from forgetting the oldest. Several threads may ask at once; then a value may be made twice, and the making
/// must give the same both times.
package final class Cache<Value: Sendable>: Sendable {
    private let room: Int
    private let values = Mutex<[Int: Value]>([:])

    /// Keeps as many values of `bytesEach` as fit into `limit` bytes.
    package init(limit: Int, bytesEach: Int) {
        room = max(0, limit) / max(1, bytesEach)
    }

    package func value(at index: Int, make: () throws -> Value) rethrows -> Value {
        if let value = values.withLock({ $0[index] }) { return value }
        let value = try make()
        values.withLock { if $0.count < room { $0[index] = value } }
        return value
    }
}
