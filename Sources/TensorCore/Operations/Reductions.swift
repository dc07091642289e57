import Basics

/// Sums, means and variances over axes. Sums are taken in double precision from blocks of single precision, always in
/// the same order.
extension Tensor {
    /// The sum over the given axes, or over all; with `keepingAxes` they stay, with length 1.
    public func sum(axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
        let reduction = Reduction(shape, axes: axes, operation: "sum")
        let result = reduction.sum(self).reshaped(to: keepingAxes ? reduction.keptShape : reduction.shape)
        return result.recorded(from: self) { [slot, shape] gradient, inputs in
            inputs.add(to: slot) { gradient.reshaped(to: reduction.keptShape).broadcast(to: shape) }
        }
    }

    /// The mean over the given axes, or over all.
    public func mean(axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
        let count = Reduction(shape, axes: axes, operation: "mean").reducedCount
        return sum(axes: axes, keepingAxes: keepingAxes) / Float(count)
    }

    /// The mean squared distance from the mean, over the given axes or all: divided by n, not by n - 1.
    public func variance(axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
        (self - mean(axes: axes, keepingAxes: true)).squared().mean(axes: axes, keepingAxes: keepingAxes)
    }
}

/// A shape, the axes of it that are to be summed over, and what remains.
private struct Reduction {
    /// The remaining axes.
    let shape: [Int]
    /// The shape with length 1 for the axes that are summed over.
    let keptShape: [Int]
    /// How many numbers each sum has.
    let reducedCount: Int
    /// The remaining axes first, then those that are summed over.
    private let order: [Int]

    init(_ shape: [Int], axes: [Int]?, operation: String) {
        let axes = Set(axes ?? Array(shape.indices))
        precondition(
            axes.isSubset(of: shape.indices), "\(operation): axes \(axes.sorted()) of a tensor of shape \(shape)")
        keptShape = shape.indices.map { axes.contains($0) ? 1 : shape[$0] }
        self.shape = shape.indices.filter { !axes.contains($0) }.map { shape[$0] }
        reducedCount = axes.reduce(1) { $0 * shape[$1] }
        order = shape.indices.filter { !axes.contains($0) } + axes.sorted()
    }

    /// The sums, off every tape.
    func sum(_ tensor: Tensor) -> Tensor {
        let rows = tensor.detached.transposed(to: order)
        return Tensor(shape: shape) { result in
            rows.withScalars { numbers in
                guard let from = numbers.baseAddress, let to = result.baseAddress else { return }
                if result.count == 1 {
                    to[0] = Float(sumInParallel(from, reducedCount))
                } else {
                    inParallelPieces(of: result.count, size: max(1, (1 << 14) / max(1, reducedCount))) { piece in
                        for row in piece { to[row] = Float(sumOfRun(from + row * reducedCount, reducedCount)) }
                    }
                }
            }
        }
    }
}

/// The sum of a long run: pieces on all threads, their sums in order.
private func sumInParallel(_ from: UnsafePointer<Float>, _ count: Int) -> Double {
    let size = 1 << 16
    var partial = [Double](repeating: 0, count: (count + size - 1) / size)
    partial.withUnsafeMutableBufferPointer { partial in
        let partial = partial.baseAddress!
        inParallelPieces(of: count, size: size) { piece in
            partial[piece.lowerBound / size] = sumOfRun(from + piece.lowerBound, piece.count)
        }
    }
    return partial.reduce(0, +)
}

/// The sum of numbers that lie side by side.
func sumOfRun(_ from: UnsafePointer<Float>, _ count: Int) -> Double {
    sumOfRun(count) { index in
        load(from + index)
    } scalar: { index in
        from[index]
    }
}

/// Adds up terms: sixteen lanes of single precision over short blocks, the blocks in double precision.
@inline(__always)
func sumOfRun(_ count: Int, _ wide: (Int) -> Lanes, scalar: (Int) -> Float) -> Double {
    var total = 0.0
    var index = 0
    while index + 16 <= count {
        let end = min(count & ~15, index + 1024)
        var lanes = Lanes.zero
        while index < end {
            lanes += wide(index)
            index += 16
        }
        total += lanes.total
    }
    while index < count {
        total += Double(scalar(index))
        index += 1
    }
    return total
}
