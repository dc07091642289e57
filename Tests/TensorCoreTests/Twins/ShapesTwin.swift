extension DoubleTensor {
    // MARK: - Reductions

    func sum(axes: [Int]? = nil, keepingAxes: Bool = false) -> DoubleTensor {
        let axes = axes ?? Array(0..<rank)
        let keptShape = (0..<rank).map { axes.contains($0) ? 1 : shape[$0] }
        var result = DoubleTensor(zeros: keptShape)
        forEachIndex(of: shape) { indices in
            let place = (0..<rank).map { axes.contains($0) ? 0 : indices[$0] }
            result[place] += self[indices]
        }
        let leftShape = (0..<rank).filter { !axes.contains($0) }.map { shape[$0] }
        return keepingAxes ? result : DoubleTensor(shape: leftShape, values: result.values)
    }

    func mean(axes: [Int]? = nil, keepingAxes: Bool = false) -> DoubleTensor {
        let count = (axes ?? Array(0..<rank)).reduce(1) { $0 * shape[$1] }
        return sum(axes: axes, keepingAxes: keepingAxes) / Double(count)
    }

    /// The mean of the squared distances from the mean.
    func variance(axes: [Int]? = nil, keepingAxes: Bool = false) -> DoubleTensor {
        (self - mean(axes: axes, keepingAxes: true)).squared().mean(axes: axes, keepingAxes: keepingAxes)
    }

    // MARK: - Shapes

    func reshaped(to shape: [Int]) -> DoubleTensor { DoubleTensor(shape: shape, values: values) }

    func transposed(to order: [Int]) -> DoubleTensor {
        DoubleTensor(shape: order.map { shape[$0] }) { indices in
            var source = indices
            for (new, old) in order.enumerated() { source[old] = indices[new] }
            return self[source]
        }
    }

    func sliced(axis: Int, _ range: Range<Int>) -> DoubleTensor {
        var shape = shape
        shape[axis] = range.count
        return DoubleTensor(shape: shape) { indices in
            var source = indices
            source[axis] += range.lowerBound
            return self[source]
        }
    }

    static func concatenated(_ tensors: [DoubleTensor], axis: Int) -> DoubleTensor {
        var shape = tensors[0].shape
        shape[axis] = tensors.reduce(0) { $0 + $1.shape[axis] }
        return DoubleTensor(shape: shape) { indices in
            var source = indices
            var tensor = 0
            while source[axis] >= tensors[tensor].shape[axis] {
                source[axis] -= tensors[tensor].shape[axis]
                tensor += 1
            }
            return tensors[tensor][source]
        }
    }
}
