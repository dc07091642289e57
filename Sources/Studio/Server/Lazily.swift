/// A network that is read when it is first needed; if that fails the next who needs it tries again.
///
/// Networks do not cross threads. This is used on one ``WorkQueue`` only, which does one thing after the other.
final class Lazily<Value>: @unchecked Sendable {
    private var made: Value?
    private let make: @Sendable () throws -> Value

    init(_ make: @escaping @Sendable () throws -> Value) { self.make = make }

    var value: Value {
        get throws {
            if let made { return made }
            let value = try make()
            made = value
            return value
        }
    }
}
