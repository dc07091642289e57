import Basics
import TensorCore

/// Numbers in double precision with a shape: what the tensor core is measured against.
///
/// Its operations (in `Twins`) bear the core's names and are written to be seen to be right: plain loops over indices,
/// no blocks, no threads, no tape and no thought of speed.
struct DoubleTensor {
    let shape: [Int]
    var values: [Double]

    init(shape: [Int], values: [Double]) {
        precondition(values.count == shape.reduce(1, *), "DoubleTensor: \(values.count) values in shape \(shape)")
        self.shape = shape
        self.values = values
    }

    init(zeros shape: [Int]) {
        self.init(shape: shape, values: Array(repeating: 0, count: shape.reduce(1, *)))
    }

    /// The same numbers: every Float is a Double.
    init(_ tensor: Tensor) {
        self.init(shape: tensor.shape, values: tensor.scalars.map(Double.init))
    }

    /// Each element from its indices.
    init(shape: [Int], element: (_ indices: [Int]) -> Double) {
        var values: [Double] = []
        values.reserveCapacity(shape.reduce(1, *))
        forEachIndex(of: shape) { values.append(element($0)) }
        self.init(shape: shape, values: values)
    }

    var rank: Int { shape.count }

    var count: Int { values.count }

    subscript(indices: [Int]) -> Double {
        get { values[offset(of: indices)] }
        set { values[offset(of: indices)] = newValue }
    }

    /// An element of a tensor of rank 4, without the array of indices.
    subscript(batch: Int, channel: Int, row: Int, column: Int) -> Double {
        get { values[((batch * shape[1] + channel) * shape[2] + row) * shape[3] + column] }
        set { values[((batch * shape[1] + channel) * shape[2] + row) * shape[3] + column] = newValue }
    }

    func offset(of indices: [Int]) -> Int {
        var offset = 0
        for axis in 0..<rank { offset = offset * shape[axis] + indices[axis] }
        return offset
    }

    func map(_ transform: (Double) -> Double) -> DoubleTensor {
        DoubleTensor(shape: shape, values: values.map(transform))
    }

    /// The sum of the products of the elements of both.
    func dot(_ other: [Double]) -> Double {
        zip(values, other).reduce(0) { $0 + $1.0 * $1.1 }
    }
}

/// Visits all indices of a shape, the last axis fastest.
func forEachIndex(of shape: [Int], _ body: ([Int]) -> Void) {
    guard !shape.contains(0) else { return }
    var indices = Array(repeating: 0, count: shape.count)
    while true {
        body(indices)
        var axis = shape.count - 1
        while axis >= 0 {
            indices[axis] += 1
            if indices[axis] < shape[axis] { break }
            indices[axis] = 0
            axis -= 1
        }
        if axis < 0 { return }
    }
}
