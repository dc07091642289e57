import TensorCore

/// Something that a network holds under a name, such as `c0.conv.weight`.
public struct StateEntry {
    public enum Content {
        /// A tensor that is learnt.
        case learnt(Parameter)
        /// A tensor that is kept from step to step, such as a running mean.
        case kept(Buffer)
        /// A number of steps.
        case counted(Counter)
    }

    public let name: String
    public let content: Content

    public init(_ name: String, _ parameter: Parameter) { self.init(name: name, content: .learnt(parameter)) }

    public init(_ name: String, _ buffer: Buffer) { self.init(name: name, content: .kept(buffer)) }

    public init(_ name: String, _ counter: Counter) { self.init(name: name, content: .counted(counter)) }

    private init(name: String, content: Content) {
        self.name = name
        self.content = content
    }

    func named(_ name: String) -> StateEntry { StateEntry(name: name, content: content) }

    /// The length of each axis; empty for a counter.
    public var shape: [Int] {
        switch content {
        case .learnt(let parameter): parameter.value.shape
        case .kept(let buffer): buffer.value.shape
        case .counted: []
        }
    }
}

/// A tensor that a layer keeps from step to step but does not learn.
public final class Buffer {
    public var value: Tensor

    public init(_ value: Tensor) { self.value = value }
}

/// A whole number that a layer counts up; PyTorch stores it as a 64-bit integer.
public final class Counter {
    public var value = 0

    public init() {}
}
