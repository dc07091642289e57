import Basics
import CKernels

/// The loops under all operations that treat each number by itself.
///
/// Work is cut into pieces that fit a cache; who computes a piece does not change what comes out of it. The last sixteen
/// may reach beyond a tensor's end, where its storage has room: storage is always a whole number of sixteens.
private let pieceSize = 1 << 14

extension Tensor {
    /// A tensor of this shape that holds `function` of the numbers; off every tape.
    @inline(__always)
    func mapped(_ function: (Lanes) -> Lanes) -> Tensor {
        Tensor(shape: shape) { result in
            withScalars { numbers in
                let (from, to) = (numbers.baseAddress!, result.baseAddress!)
                inParallelPieces(of: count, size: pieceSize) { piece in
                    for index in stride(from: piece.lowerBound, to: piece.upperBound, by: Lanes.scalarCount) {
                        store(function(load(from + index)), to: to + index)
                    }
                }
            }
        }
    }

    /// A tensor of this shape that holds `function` of each number; off every tape.
    @inline(__always)
    func mappedSingly(_ function: (Float) -> Float) -> Tensor {
        mapped { numbers in
            var results = Lanes()
            for lane in 0..<Lanes.scalarCount { results[lane] = function(numbers[lane]) }
            return results
        }
    }

    /// A tensor that holds `function` of the pairs of numbers of two tensors of one shape; off every tape.
    @inline(__always)
    func zipped(_ other: Tensor, _ function: (Lanes, Lanes) -> Lanes) -> Tensor {
        Tensor(shape: shape) { result in
            withPointers(self, other, nil) { a, b, _ in
                let to = result.baseAddress!
                inParallelPieces(of: count, size: pieceSize) { piece in
                    for index in stride(from: piece.lowerBound, to: piece.upperBound, by: Lanes.scalarCount) {
                        store(function(load(a + index), load(b + index)), to: to + index)
                    }
                }
            }
        }
    }

    /// A tensor of this shape that one of `Kernels.loops` makes of the numbers; off every tape.
    func mapped(by loop: (UnsafePointer<Float>?, UnsafeMutablePointer<Float>?, Int) -> Void) -> Tensor {
        Tensor(shape: shape) { result in
            withScalars { numbers in
                let (from, to) = (numbers.baseAddress!, result.baseAddress!)
                inParallelPieces(of: count, size: pieceSize) { piece in
                    loop(from + piece.lowerBound, to + piece.lowerBound, piece.count)
                }
            }
        }
    }

    /// A tensor that one of `Kernels.loops` makes of the pairs of numbers of two tensors of one shape; off every tape.
    func zipped(_ other: Tensor, by loop: PairLoop) -> Tensor {
        Tensor(shape: shape) { result in
            withPointers(self, other, nil) { a, b, _ in
                let to = result.baseAddress!
                inParallelPieces(of: count, size: pieceSize) { piece in
                    loop(a + piece.lowerBound, b + piece.lowerBound, to + piece.lowerBound, piece.count)
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
                    let place = to + piece.lowerBound
                    Kernels.loops.add(place, from + piece.lowerBound, place, piece.count)
                }
            }
        }
    }
}

/// One of `Kernels.loops` over pairs.
typealias PairLoop = (UnsafePointer<Float>?, UnsafePointer<Float>?, UnsafeMutablePointer<Float>?, Int) -> Void

@inline(__always)
func load(_ from: UnsafePointer<Float>) -> Lanes { UnsafeRawPointer(from).loadUnaligned(as: Lanes.self) }

@inline(__always)
func load(_ from: UnsafeMutablePointer<Float>) -> Lanes { load(UnsafePointer(from)) }

@inline(__always)
func store(_ numbers: Lanes, to: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(to).storeBytes(of: numbers, as: Lanes.self)
}

/// Applies `function` along a run of numbers whose neighbours are not to be touched; `operand` gives its sixteen operands
/// at a place, or what is left of them.
@inline(__always)
func mapRun(_ count: Int, to: UnsafeMutablePointer<Float>, _ function: (_ index: Int, _ rest: Int) -> Lanes) {
    var index = 0
    while index + Lanes.scalarCount <= count {
        store(function(index, Lanes.scalarCount), to: to + index)
        index += Lanes.scalarCount
    }
    guard index < count else { return }
    let last = function(index, count - index)
    for lane in 0..<count - index { to[index + lane] = last[lane] }
}

/// The first `count` numbers of sixteen, and zeros.
@inline(__always)
func load(_ from: UnsafePointer<Float>, _ count: Int) -> Lanes {
    if count == Lanes.scalarCount { return load(from) }
    var numbers = Lanes()
    for lane in 0..<count { numbers[lane] = from[lane] }
    return numbers
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
    /// `function` of the numbers of two tensors that broadcast against each other; off every tape. Where the shapes are the
    /// same it is left to the loop.
    @inline(__always)
    func broadcasting(
        _ other: Tensor, _ operation: String, by loop: PairLoop? = nil, _ function: (Lanes, Lanes) -> Lanes
    ) -> Tensor {
        if let loop, shape == other.shape { return zipped(other, by: loop) }
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
                            // The steps are 0 or 1: a repeated number, or the next sixteen.
                            mapRun(inner.length, to: to) { index, count in
                                function(
                                    inner.left == 0 ? Lanes(repeating: a[0]) : load(a + index, count),
                                    inner.right == 0 ? Lanes(repeating: b[0]) : load(b + index, count))
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
        guard shape != target else { return self }
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
