import Basics

/// Pooling over windows of `size` × `size`, `stride` apart; windows that do not fit whole are left out.
extension Tensor {
    /// The largest number of each window; its gradient goes to the first place that holds it.
    public func maxPooled(size: Int, stride: Int? = nil) -> Tensor {
        let windows = PoolingWindows(shape, size: size, stride: stride ?? size, operation: "max pooling")
        let result = Tensor(shape: windows.resultShape) { result in
            withScalars { numbers in
                let (from, to) = (numbers.baseAddress!, result.baseAddress!)
                if windows.areQuarters { return windows.maximiseQuarters(from, to: to) }
                windows.forEach { corner, stop in to[stop] = from[windows.placeOfLargest(from, corner)] }
            }
        }
        return result.recorded(from: self) { gradient, inputs in
            inputs.add(to: self) {
                Tensor(shape: shape) { sums in
                    sums.update(repeating: 0)
                    withPointers(gradient, self, nil) { changes, from, _ in
                        let to = sums.baseAddress!
                        if windows.areQuarters { return windows.spreadQuarters(changes, from, to: to) }
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

// MARK: - Windows of 2×2, side by side

// Which number is the largest is as good as random, and a processor that guesses it wrong waits: these loops choose
// without branches.
extension PoolingWindows {
    fileprivate var areQuarters: Bool { size == 2 && stride == 2 }

    fileprivate func maximiseQuarters(_ from: UnsafePointer<Float>, to: UnsafeMutablePointer<Float>) {
        forEachRow { corner, stop, columns in
            let (upper, lower, line) = (from + corner, from + corner + width, to + stop)
            for x in 0..<columns {
                let (a, b, c, d) = (upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1])
                let (ab, cd) = (exceeds(b, a) ? b : a, exceeds(d, c) ? d : c)
                line[x] = exceeds(cd, ab) ? cd : ab
            }
        }
    }

    /// Gives each change to the place of its window's largest number.
    fileprivate func spreadQuarters(
        _ changes: UnsafePointer<Float>, _ from: UnsafePointer<Float>, to: UnsafeMutablePointer<Float>
    ) {
        forEachRow { corner, stop, columns in
            let (upper, lower, line) = (from + corner, from + corner + width, changes + stop)
            let (upperSums, lowerSums) = (to + corner, to + corner + width)
            for x in 0..<columns {
                let (a, b, c, d) = (upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1])
                let (takesB, takesD) = (exceeds(b, a), exceeds(d, c))
                let takesLower = exceeds(takesD ? d : c, takesB ? b : a)
                let (above, below) = takesLower ? (0, line[x]) : (line[x], 0)
                upperSums[2 * x] = takesB ? 0 : above
                upperSums[2 * x + 1] = takesB ? above : 0
                lowerSums[2 * x] = takesD ? 0 : below
                lowerSums[2 * x + 1] = takesD ? below : 0
            }
        }
    }

    /// Calls the body for each row of results, with the place of its first window's first number, that of its first result,
    /// and their number; planes run in parallel.
    @inline(__always)
    private func forEachRow(_ body: (_ corner: Int, _ stop: Int, _ columns: Int) -> Void) {
        let (rows, columns) = (resultShape[2], resultShape[3])
        inParallel(resultShape[0] * resultShape[1]) { plane in
            for y in 0..<rows { body((plane * height + 2 * y) * width, (plane * rows + y) * columns, columns) }
        }
    }

    /// Whether a number takes the place of one before it: it is larger, or is the first that is no number.
    @inline(__always)
    private func exceeds(_ number: Float, _ other: Float) -> Bool {
        number > other || (number.isNaN && !other.isNaN)
    }
}
