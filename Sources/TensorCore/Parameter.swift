/// A tensor that a network learns. Networks share it by reference; an optimiser replaces its value.
public final class Parameter {
    public var value: Tensor { didSet { isSet = true } }

    /// Whether the value has been set; until then its numbers are undefined.
    public private(set) var isSet: Bool

    public init(_ value: Tensor) {
        self.value = value.detached
        isSet = true
    }

    /// A parameter whose value is still to come, from an initialiser or from a file. No memory is touched before, so
    /// that a network that is loaded costs no more than its file.
    public init(shape: [Int]) {
        value = Tensor(shape: shape) { _ in }
        isSet = false
    }
}
