/// A tensor that a network learns. Networks share it by reference; an optimiser replaces its value.
public final class Parameter {
    public var value: Tensor

    /// The memory of a value that is still to come. An observer of `value` would be plainer, but with one an optimiser
    /// could not change the value in place.
    private weak var placeholder: Storage?

    /// Whether the value has been set; until then its numbers are undefined.
    public var isSet: Bool { placeholder.map { $0 !== value.storage } ?? true }

    public init(_ value: Tensor) { self.value = value.detached }

    /// A parameter whose value is still to come, from an initialiser or from a file. No memory is touched before, so
    /// that a network that is loaded costs no more than its file.
    public init(shape: [Int]) {
        value = Tensor(shape: shape) { _ in }
        placeholder = value.storage
    }
}
