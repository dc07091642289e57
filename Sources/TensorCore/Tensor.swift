import Basics

/// A block of Float32 numbers with a shape, in row-major order.
///
/// Tensors are values: a copy shares its storage until one side is written to. Pictures and feature maps are
/// `[batch, channels, height, width]`. A tensor may stand on a `Tape`; what is computed from it is then recorded,
/// so that the tape can say how the result depends on it.
///
/// Wrong shapes are programming errors: the operation stops and names itself and both shapes.
public struct Tensor: Sendable {
    /// The length of each axis; empty for a single number.
    public let shape: [Int]
    var storage: Storage
    /// Where on a tape the tensor stands, if it does.
    public private(set) var slot = Slot.none

    init(shape: [Int], storage: Storage, slot: Slot = .none) {
        self.shape = shape
        self.storage = storage
        self.slot = slot
    }

    /// A tensor whose numbers `fill` writes; what it leaves unwritten is undefined.
    public init(shape: [Int], fill: (UnsafeMutableBufferPointer<Float>) throws -> Void) rethrows {
        precondition(shape.allSatisfy { $0 >= 0 }, "Tensor: negative length in shape \(shape)")
        let storage = Storage(count: shape.reduce(1, *))
        try fill(storage.buffer)
        self.init(shape: shape, storage: storage)
    }

    /// A tensor of the given numbers, row by row.
    public init(_ scalars: [Float], shape: [Int]) {
        let count = shape.reduce(1, *)
        precondition(
            scalars.count == count,
            "Tensor: \(scalars.count) numbers do not fill shape \(shape), which holds \(count)")
        self.init(shape: shape) { buffer in _ = buffer.update(from: scalars) }
    }

    /// A one-dimensional tensor.
    public init(_ scalars: [Float]) { self.init(scalars, shape: [scalars.count]) }

    /// A single number, of shape `[]`.
    public init(_ scalar: Float) { self.init([scalar], shape: []) }

    public init(repeating scalar: Float, shape: [Int]) {
        self.init(shape: shape) { $0.update(repeating: scalar) }
    }

    public init(zeros shape: [Int]) { self.init(repeating: 0, shape: shape) }

    /// The number of axes.
    public var rank: Int { shape.count }

    /// The number of numbers.
    public var count: Int { storage.count }
}

// MARK: - Reading and writing

extension Tensor {
    /// The numbers, row by row.
    public var scalars: [Float] { Array(storage.buffer) }

    /// The number of a tensor that holds just one.
    public var item: Float {
        precondition(count == 1, "item: shape \(shape) holds \(count) numbers, not one")
        return storage.pointer[0]
    }

    /// Lends the numbers, without a copy.
    public func withScalars<Result>(_ body: (UnsafeBufferPointer<Float>) throws -> Result) rethrows -> Result {
        // The storage is kept alive for as long as its memory is lent.
        try withExtendedLifetime(storage) { try body(UnsafeBufferPointer(storage.buffer)) }
    }

    /// Lends the numbers for writing; a tensor that shares its storage gets its own first.
    ///
    /// What is written is no operation: the result stands on no tape.
    public mutating func withMutableScalars<Result>(
        _ body: (UnsafeMutableBufferPointer<Float>) throws -> Result
    ) rethrows -> Result {
        if isKnownUniquelyReferenced(&storage) {
            storage.forgetPackedForms()
        } else {
            storage = storage.copy()
        }
        slot = .none
        return try withExtendedLifetime(storage) { try body(storage.buffer) }
    }

    public subscript(indices: Int...) -> Float {
        get { storage.pointer[offset(of: indices)] }
        set {
            let offset = offset(of: indices)
            withMutableScalars { $0[offset] = newValue }
        }
    }

    private func offset(of indices: [Int]) -> Int {
        precondition(
            indices.count == rank && zip(indices, shape).allSatisfy { $0 >= 0 && $0 < $1 },
            "Tensor: no element \(indices) in shape \(shape)")
        return zip(indices, shape).reduce(0) { $0 * $1.1 + $1.0 }
    }
}

extension Tensor: Equatable {
    /// Same shape and same numbers; tapes do not count.
    public static func == (left: Tensor, right: Tensor) -> Bool {
        left.shape == right.shape && left.withScalars { a in right.withScalars { b in a.elementsEqual(b) } }
    }
}

extension Tensor: CustomStringConvertible {
    /// The shape and the first numbers: `Tensor[2, 3] 0.1 0.2 0.3 …`.
    public var description: String {
        let shown = withScalars { numbers in numbers.prefix(8).map { "\($0)" } }
        return "Tensor\(shape) " + shown.joined(separator: " ") + (count > shown.count ? " …" : "")
    }
}
