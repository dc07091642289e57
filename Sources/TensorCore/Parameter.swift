/// A tensor that a network learns. Networks share it by reference; an optimiser replaces its value.
public final class Parameter {
    public var value: Tensor

    public init(_ value: Tensor) { self.value = value.detached }
}
