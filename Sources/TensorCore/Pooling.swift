/// Pooling over windows of `size` × `size`, `stride` apart; windows that do not fit whole are left out.
extension Tensor {
    /// The largest number of each window; its gradient goes to the first place that holds it.
    public func maxPooled(size: Int, stride: Int? = nil) -> Tensor {
        let windows = PoolingWindows(shape, size: size, stride: stride ?? size, operation: "max pooling")
        let result = Tensor(shape: windows.resultShape) { result in
            withScalars { numbers in
                let (from, to) = (numbers.baseAddress!, result.baseAddress!)
                windows.forEach { corner, stop in to[stop] = from[windows.placeOfLargest(from, corner)] }
            }
        }
        return result.recorded(from: self) { gradient, inputs in
            inputs.add(to: self) {
                Tensor(shape: shape) { sums in
                    sums.update(repeating: 0)
                    withPointers(gradient, self, nil) { changes, from, _ in
                        let to = sums.baseAddress!
                        windows.forEach { corner, stop in to[windows.placeOfLargest(from, corner)] += changes[stop] }
                    }
                }
            }
        }
    }

    /// The mean of each window.
    public func averagePooled(size: Int, stride: Int? = nil) -> Tensor {
        let windows = PoolingWindows(shape, size: size, stride: stride ?? size, operation: "average pooling")
        let share = 1 / Float(size * size)
        let result = Tensor(shape: windows.resultShape) { result in
            withScalars { numbers in
                let (from, to) = (numbers.baseAddress!, result.baseAddress!)
                windows.forEach { corner, stop in
                    var sum: Float = 0
                    windows.forEachPlace(corner) { sum += from[$0] }
                    to[stop] = sum * share
                }
            }
        }
        return result.recorded(from: self) { [slot, shape] gradient, inputs in
            inputs.add(to: slot) {
                Tensor(shape: shape) { sums in
                    sums.update(repeating: 0)
                    gradient.withScalars { numbers in
                        let (changes, to) = (numbers.baseAddress!, sums.baseAddress!)
                        windows.forEach { corner, stop in
                            windows.forEachPlace(corner) { to[$0] += changes[stop] * share }
                        }
                    }
                }
            }
        }
    }
}

/// The windows of a pooling over a tensor of some shape.
private struct PoolingWindows: Sendable {
    let resultShape: [Int]
    private let size: Int
    private let stride: Int
    private let height: Int
    private let width: Int

    init(_ shape: [Int], size: Int, stride: Int, operation: String) {
        precondition(
            shape.count == 4 && size > 0 && stride > 0 && shape[2] >= size && shape[3] >= size,
            "\(operation): windows of \(size)×\(size), \(stride) apart, over shape \(shape)")
        self.size = size
        self.stride = stride
        (height, width) = (shape[2], shape[3])
        resultShape = [shape[0], shape[1], (height - size) / stride + 1, (width - size) / stride + 1]
    }

    /// Calls the body with the place of each window's first number and that of its result; planes run in parallel.
    @inline(__always)
    func forEach(_ body: (_ corner: Int, _ stop: Int) -> Void) {
        let (rows, columns) = (resultShape[2], resultShape[3])
        inParallel(resultShape[0] * resultShape[1]) { plane in
            for y in 0..<rows {
                for x in 0..<columns {
                    body((plane * height + y * stride) * width + x * stride, (plane * rows + y) * columns + x)
                }
            }
        }
    }

    /// Calls the body with the place of each number of a window.
    @inline(__always)
    func forEachPlace(_ corner: Int, _ body: (Int) -> Void) {
        for y in 0..<size { for x in 0..<size { body(corner + y * width + x) } }
    }

    /// Where a window's largest number is; where its first one that is no number is, if it has one.
    @inline(__always)
    func placeOfLargest(_ numbers: UnsafePointer<Float>, _ corner: Int) -> Int {
        var best = corner
        forEachPlace(corner) { place in
            if numbers[place] > numbers[best] || (numbers[place].isNaN && !numbers[best].isNaN) { best = place }
        }
        return best
    }
}
