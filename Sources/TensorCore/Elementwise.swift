/// The loops under all operations that treat each number by itself.
///
/// Work is cut into pieces that fit a cache; who computes a piece does not change what comes out of it.
private let pieceSize = 1 << 14

extension Tensor {
    /// A tensor of this shape that holds `function` of each number; off every tape.
    @inline(__always)
    func mapped(_ function: (Float) -> Float) -> Tensor {
        Tensor(shape: shape) { result in
            withScalars { numbers in
                let (from, to) = (numbers.baseAddress!, result.baseAddress!)
                inParallelPieces(of: count, size: pieceSize) { piece in
                    for index in piece { to[index] = function(from[index]) }
                }
            }
        }
    }

    /// A tensor that holds `function` of each pair of numbers of two tensors of one shape; off every tape.
    @inline(__always)
    func zipped(_ other: Tensor, _ function: (Float, Float) -> Float) -> Tensor {
        Tensor(shape: shape) { result in
            withScalars { a in
                other.withScalars { b in
                    let (a, b, to) = (a.baseAddress!, b.baseAddress!, result.baseAddress!)
                    inParallelPieces(of: count, size: pieceSize) { piece in
                        for index in piece { to[index] = function(a[index], b[index]) }
                    }
                }
            }
        }
    }

    /// Adds a tensor of the same shape, in place.
    mutating func add(_ other: Tensor) {
        precondition(shape == other.shape, "sum of gradients: shapes \(shape) and \(other.shape)")
        let count = count
        withMutableScalars { to in
            other.withScalars { from in
                let (from, to) = (from.baseAddress!, to.baseAddress!)
                inParallelPieces(of: count, size: pieceSize) { piece in
                    for index in piece { to[index] += from[index] }
                }
            }
        }
    }
}

// MARK: - Broadcasting

/// How two shapes meet: lengths are aligned at their ends, and a length of 1 is repeated to match the other (NumPy's
/// rule). Adjacent axes that both operands walk in the same way are joined, so that the inner loop is long.
struct Broadcast {
    let shape: [Int]
    /// The joined axes, outermost first: length, and each operand's step (0 where it is repeated).
    private(set) var axes: [(length: Int, left: Int, right: Int)] = []

    /// Nil if the shapes do not meet.
    init?(_ left: [Int], _ right: [Int]) {
        let rank = max(left.count, right.count)
        let a = Array(repeating: 1, count: rank - left.count) + left
        let b = Array(repeating: 1, count: rank - right.count) + right
        guard zip(a, b).allSatisfy({ $0 == $1 || $0 == 1 || $1 == 1 }) else { return nil }
        shape = zip(a, b).map { $0 == 1 ? $1 : $0 }
        var (leftStep, rightStep) = (1, 1)
        for axis in (0..<rank).reversed() where shape[axis] != 1 {
            let steps = (left: a[axis] == 1 ? 0 : leftStep, right: b[axis] == 1 ? 0 : rightStep)
            if let inner = axes.last, inner.left * inner.length == steps.left,
                inner.right * inner.length == steps.right
            {
                axes[axes.count - 1].length *= shape[axis]
            } else {
                axes.append((shape[axis], steps.left, steps.right))
            }
            leftStep *= a[axis]
            rightStep *= b[axis]
        }
        axes.reverse()
    }

    /// Where each operand's number for the given row (all axes but the innermost) begins.
    @inline(__always)
    func offsets(ofRow row: Int) -> (left: Int, right: Int) {
        var (row, left, right) = (row, 0, 0)
        for axis in axes.dropLast().reversed() {
            let (quotient, index) = row.quotientAndRemainder(dividingBy: axis.length)
            left += index * axis.left
            right += index * axis.right
            row = quotient
        }
        return (left, right)
    }
}

extension Tensor {
    /// `function` of the numbers of two tensors that broadcast against each other; off every tape.
    @inline(__always)
    func broadcasting(_ other: Tensor, _ operation: String, _ function: (Float, Float) -> Float) -> Tensor {
        if shape == other.shape { return zipped(other, function) }
        guard let meeting = Broadcast(shape, other.shape) else {
            preconditionFailure("\(operation): shapes \(shape) and \(other.shape) do not broadcast")
        }
        return Tensor(shape: meeting.shape) { result in
            guard let to = result.baseAddress, !result.isEmpty else { return }
            let inner = meeting.axes.last ?? (length: 1, left: 0, right: 0)
            let rows = result.count / inner.length
            let rowsPerPiece = max(1, pieceSize / inner.length)
            withScalars { a in
                other.withScalars { b in
                    let (a, b) = (a.baseAddress!, b.baseAddress!)
                    inParallelPieces(of: rows, size: rowsPerPiece) { piece in
                        for row in piece {
                            let start = meeting.offsets(ofRow: row)
                            let (a, b, to) = (a + start.left, b + start.right, to + row * inner.length)
                            // The steps are 0 or 1: four loops that the compiler can widen.
                            switch (inner.left, inner.right) {
                            case (0, 0): for i in 0..<inner.length { to[i] = function(a[0], b[0]) }
                            case (0, _):
                                let left = a[0]
                                for i in 0..<inner.length { to[i] = function(left, b[i]) }
                            case (_, 0):
                                let right = b[0]
                                for i in 0..<inner.length { to[i] = function(a[i], right) }
                            default: for i in 0..<inner.length { to[i] = function(a[i], b[i]) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Repeats axes of length 1 until the tensor has the given shape.
    public func broadcast(to target: [Int]) -> Tensor {
        guard let meeting = Broadcast(shape, target), meeting.shape == target else {
            preconditionFailure("broadcast: shape \(shape) cannot be repeated to \(target)")
        }
        // Only the shape of the second operand matters; its numbers are never used.
        let repeated = broadcasting(Tensor(shape: target) { _ in }, "broadcast") { own, _ in own }
        return repeated.recorded(from: self) { [slot, shape] gradient, inputs in
            inputs.add(to: slot) { gradient.summed(to: shape) }
        }
    }

    /// The transpose of broadcasting: adds up what was repeated from the given shape.
    func summed(to target: [Int]) -> Tensor {
        guard shape != target else { return self }
        let leading = rank - target.count
        let repeated = (0..<rank).filter { $0 < leading || (target[$0 - leading] == 1 && shape[$0] != 1) }
        return sum(axes: repeated, keepingAxes: true).reshaped(to: target)
    }
}
