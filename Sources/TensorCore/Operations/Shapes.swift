import Basics

/// Operations that move numbers and change none.
extension Tensor {
    /// The same numbers under another shape; one length may be -1 and is worked out.
    public func reshaped(to shape: [Int]) -> Tensor {
        let known = shape.filter { $0 != -1 }.reduce(1, *)
        let target = shape.map { $0 == -1 && known > 0 ? count / known : $0 }
        precondition(
            target.allSatisfy { $0 >= 0 } && target.reduce(1, *) == count && shape.count { $0 == -1 } <= 1,
            "reshape: shape \(self.shape) holds \(count) numbers, which \(shape) cannot")
        let result = Tensor(shape: target, storage: storage)
        return result.recorded(from: self) { [slot, shape = self.shape] gradient, inputs in
            inputs.add(to: slot) { gradient.reshaped(to: shape) }
        }
    }

    /// The axes in another order: axis i of the result is axis `order[i]`.
    public func transposed(to order: [Int]) -> Tensor {
        precondition(
            order.sorted() == Array(shape.indices), "transpose: order \(order) of a tensor of shape \(shape)")
        guard order != Array(shape.indices) else { return self }
        return permuted(order).recorded(from: self) { [slot] gradient, inputs in
            let inverse = order.indices.map { axis in order.firstIndex(of: axis)! }
            inputs.add(to: slot) { gradient.permuted(inverse) }
        }
    }

    /// The transpose of a matrix.
    public func transposed() -> Tensor {
        precondition(rank == 2, "transpose: shape \(shape) is no matrix")
        return transposed(to: [1, 0])
    }

    /// A part of one axis.
    public func sliced(axis: Int, _ range: Range<Int>) -> Tensor {
        precondition(
            shape.indices.contains(axis) && range.lowerBound >= 0 && range.upperBound <= shape[axis],
            "slice: \(range) of axis \(axis) of a tensor of shape \(shape)")
        var part = shape
        part[axis] = range.count
        let blocks = Blocks(shape, axis: axis)
        let result = Tensor(shape: part) { result in
            withScalars { numbers in
                blocks.copy(
                    from: numbers, step: shape[axis], start: range.lowerBound, to: result, step: range.count,
                    start: 0,
                    length: range.count)
            }
        }
        return result.recorded(from: self) { [slot, shape] gradient, inputs in
            inputs.add(to: slot) {
                Tensor(shape: shape) { whole in
                    whole.update(repeating: 0)
                    gradient.withScalars { numbers in
                        blocks.copy(
                            from: numbers, step: range.count, start: 0, to: whole, step: shape[axis],
                            start: range.lowerBound, length: range.count)
                    }
                }
            }
        }
    }

    /// Tensors one after another along an axis; their other axes are equal.
    public static func concatenated(_ tensors: [Tensor], axis: Int) -> Tensor {
        precondition(!tensors.isEmpty, "concatenate: no tensors")
        var shape = tensors[0].shape
        precondition(shape.indices.contains(axis), "concatenate: axis \(axis) of a tensor of shape \(shape)")
        for tensor in tensors {
            var other = tensor.shape
            if other.indices.contains(axis) { other[axis] = shape[axis] }
            precondition(
                other == shape, "concatenate along axis \(axis): shapes \(tensors[0].shape) and \(tensor.shape)")
        }
        let starts = tensors.reduce(into: [0]) { $0.append($0.last! + $1.shape[axis]) }
        shape[axis] = starts.last!
        let blocks = Blocks(shape, axis: axis)
        let result = Tensor(shape: shape) { result in
            for (tensor, start) in zip(tensors, starts) {
                tensor.withScalars { numbers in
                    blocks.copy(
                        from: numbers, step: tensor.shape[axis], start: 0, to: result, step: starts.last!,
                        start: start,
                        length: tensor.shape[axis])
                }
            }
        }
        let ranges = zip(starts, starts.dropFirst()).map { $0..<$1 }
        return result.recorded(from: tensors) { [slots = tensors.map(\.slot)] gradient, inputs in
            for (slot, range) in zip(slots, ranges) {
                inputs.add(to: slot) { gradient.sliced(axis: axis, range) }
            }
        }
    }

    /// The axes in another order, off every tape.
    private func permuted(_ order: [Int]) -> Tensor {
        let steps = shape.indices.map { axis in shape[(axis + 1)...].reduce(1, *) }
        // Axes that stay side by side are moved as one.
        var axes: [(length: Int, step: Int)] = []
        for axis in order where shape[axis] != 1 {
            if let last = axes.last, last.step == steps[axis] * shape[axis] {
                axes[axes.count - 1] = (last.length * shape[axis], steps[axis])
            } else {
                axes.append((shape[axis], steps[axis]))
            }
        }
        let inner = axes.popLast() ?? (length: 1, step: 1)
        return Tensor(shape: order.map { shape[$0] }) { result in
            guard let to = result.baseAddress, !result.isEmpty else { return }
            withScalars { numbers in
                let from = numbers.baseAddress!
                let rows = count / inner.length
                inParallelPieces(of: rows, size: max(1, (1 << 14) / inner.length)) { piece in
                    for row in piece {
                        var (remaining, offset) = (row, 0)
                        for axis in axes.reversed() {
                            let (quotient, index) = remaining.quotientAndRemainder(dividingBy: axis.length)
                            offset += index * axis.step
                            remaining = quotient
                        }
                        let (from, to) = (from + offset, to + row * inner.length)
                        if inner.step == 1 {
                            to.update(from: from, count: inner.length)
                        } else {
                            for index in 0..<inner.length { to[index] = from[index * inner.step] }
                        }
                    }
                }
            }
        }
    }
}

/// A shape seen from one axis: so many blocks before it, so many numbers for each step along it.
private struct Blocks {
    let count: Int
    let width: Int

    init(_ shape: [Int], axis: Int) {
        count = shape[..<axis].reduce(1, *)
        width = shape[(axis + 1)...].reduce(1, *)
    }

    /// Copies `length` steps along the axis, from one tensor's place to another's, in every block.
    func copy(
        from: UnsafeBufferPointer<Float>, step fromStep: Int, start fromStart: Int,
        to: UnsafeMutableBufferPointer<Float>, step toStep: Int, start toStart: Int, length: Int
    ) {
        guard let from = from.baseAddress, let to = to.baseAddress else { return }
        inParallel(count) { block in
            (to + (block * toStep + toStart) * width).update(
                from: from + (block * fromStep + fromStart) * width, count: length * width)
        }
    }
}
