import Basics
import CKernels

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
private struct Reduction: Sendable {
    /// The remaining axes.
    let shape: [Int]
    /// The shape with length 1 for the axes that are summed over.
    let keptShape: [Int]
    /// How many numbers each sum has.
    let reducedCount: Int
    private let kept: Walk
    private let reduced: Walk

    init(_ shape: [Int], axes: [Int]?, operation: String) {
        let axes = Set(axes ?? Array(shape.indices))
        precondition(
            axes.isSubset(of: shape.indices), "\(operation): axes \(axes.sorted()) of a tensor of shape \(shape)")
        keptShape = shape.indices.map { axes.contains($0) ? 1 : shape[$0] }
        self.shape = shape.indices.filter { !axes.contains($0) }.map { shape[$0] }
        reducedCount = axes.reduce(1) { $0 * shape[$1] }
        kept = Walk(shape, over: shape.indices.filter { !axes.contains($0) })
        reduced = Walk(shape, over: axes.sorted())
    }

    /// The sums, off every tape. The numbers of each are added up in the order in which they lie, as if side by side.
    func sum(_ tensor: Tensor) -> Tensor {
        Tensor(shape: shape) { result in
            tensor.withScalars { numbers in
                guard let from = numbers.baseAddress, let to = result.baseAddress else { return }
                if result.count == 1 {
                    to[0] = Float(sumInParallel(from, reducedCount))
                } else if reducedCount == 0 || kept.inner.step != 1 {
                    sumRuns(from, to, count: result.count)
                } else {
                    sumColumns(from, to, count: result.count)
                }
            }
        }
    }
}

/// The numbers of some axes in order; axes that lie side by side are walked as one.
private struct Walk: Sendable {
    private var axes: [(length: Int, step: Int)] = []

    init(_ shape: [Int], over walked: [Int]) {
        for axis in walked where shape[axis] != 1 {
            let step = shape[(axis + 1)...].reduce(1, *)
            if let last = axes.last, last.step == shape[axis] * step {
                axes[axes.count - 1] = (last.length * shape[axis], step)
            } else {
                axes.append((shape[axis], step))
            }
        }
    }

    /// The innermost axis; a single number has none.
    var inner: (length: Int, step: Int) { axes.last ?? (1, 0) }

    /// How many rows of the innermost axis there are.
    var rows: Int { axes.dropLast().reduce(1) { $0 * $1.length } }

    /// Where a row begins.
    func offset(ofRow row: Int) -> Int { offset(of: row, in: axes.dropLast()) }

    /// Where a number is.
    func offset(of number: Int) -> Int { offset(of: number, in: axes[...]) }

    private func offset(of number: Int, in axes: ArraySlice<(length: Int, step: Int)>) -> Int {
        var (number, offset) = (number, 0)
        for axis in axes.reversed() {
            let (quotient, index) = number.quotientAndRemainder(dividingBy: axis.length)
            offset += index * axis.step
            number = quotient
        }
        return offset
    }
}

// MARK: - The numbers of a sum lie side by side

extension Reduction {
    /// Sums over the last axis among others: each is over runs of numbers. Where runs are no whole blocks of a sum they are
    /// first laid side by side, some at a time.
    private func sumRuns(_ from: UnsafePointer<Float>, _ to: UnsafeMutablePointer<Float>, count: Int) {
        let (length, rows) = (reduced.inner.length, reducedCount == 0 ? 0 : reduced.rows)
        let offsets = (0..<rows).map { reduced.offset(ofRow: $0) }
        inParallelPieces(of: count, size: max(1, (1 << 14) / max(1, reducedCount))) { piece in
            for index in piece {
                let from = from + kept.offset(of: index)
                if rows == 1 || length % sumBlock == 0 {
                    to[index] = Float(offsets.reduce(0) { Kernels.loops.sum($0, from + $1, length) })
                } else {
                    to[index] = Float(sumOfGathered(from, offsets, length: length))
                }
            }
        }
    }

    private func sumOfGathered(_ from: UnsafePointer<Float>, _ offsets: [Int], length: Int) -> Double {
        let held = 4 * sumBlock
        return withScratch(held) { line in
            var (sum, filled) = (0.0, 0)
            for offset in offsets {
                var run = from + offset
                var left = length
                while left > 0 {
                    let part = min(left, held - filled)
                    (line + filled).update(from: run, count: part)
                    (run, left, filled) = (run + part, left - part, filled + part)
                    if filled == held {
                        sum = Kernels.loops.sum(sum, line, held)
                        filled = 0
                    }
                }
            }
            return Kernels.loops.sum(sum, line, filled)
        }
    }
}

// MARK: - Neighbours belong to neighbouring sums

extension Reduction {
    /// Sums over other axes than the last: sixteen sums at a time, each as if its numbers lay side by side.
    private func sumColumns(_ from: UnsafePointer<Float>, _ to: UnsafeMutablePointer<Float>, count: Int) {
        let width = kept.inner.length
        let parts = (width + Lanes.scalarCount - 1) / Lanes.scalarCount
        let tasks = count / width * parts
        inParallelPieces(of: tasks, size: max(1, (1 << 10) / reducedCount)) { piece in
            withScratch(Lanes.scalarCount * Lanes.scalarCount) { sums in
                for task in piece {
                    let (row, part) = task.quotientAndRemainder(dividingBy: parts)
                    let column = part * Lanes.scalarCount
                    sumSixteen(
                        from + kept.offset(ofRow: row) + column, min(Lanes.scalarCount, width - column), sums,
                        to: to + row * width + column)
                }
            }
        }
    }

    /// Up to sixteen sums side by side. `lanes` holds, one after another, what the sixteen lanes of a sum over a run hold, for
    /// all of the sums.
    private func sumSixteen(
        _ from: UnsafePointer<Float>, _ count: Int, _ lanes: UnsafeMutablePointer<Float>,
        to: UnsafeMutablePointer<Float>
    ) {
        var totals = SIMD16<Double>()
        let whole = reducedCount & ~(Lanes.scalarCount - 1)
        var index = 0
        forEachReduced { offset in
            if index < whole {
                let lane = lanes + index % Lanes.scalarCount * Lanes.scalarCount
                // The first sixteen of a block take the place of what the last block left.
                let sum = index % sumBlock < Lanes.scalarCount ? Lanes() : load(lane)
                store(sum + load(from + offset, count), to: lane)
                index += 1
                if index % sumBlock == 0 || index == whole { totals += totalsOfLanes(lanes) }
            } else {
                totals += SIMD16<Double>(load(from + offset, count))
            }
        }
        for column in 0..<count { to[column] = Float(totals[column]) }
    }

    @inline(__always)
    private func totalsOfLanes(_ lanes: UnsafePointer<Float>) -> SIMD16<Double> {
        (0..<Lanes.scalarCount).reduce(SIMD16<Double>()) {
            $0 + SIMD16<Double>(load(lanes + $1 * Lanes.scalarCount))
        }
    }

    /// Calls the body with the place of each number of a sum, in order.
    @inline(__always)
    private func forEachReduced(_ body: (_ offset: Int) -> Void) {
        let inner = reduced.inner
        for row in 0..<reduced.rows {
            var offset = reduced.offset(ofRow: row)
            for _ in 0..<inner.length {
                body(offset)
                offset += inner.step
            }
        }
    }
}

// MARK: - Runs

/// Numbers of which `Kernels.loops.sum` adds up single precision before it goes on in double precision.
private let sumBlock = 1024

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
func sumOfRun(_ from: UnsafePointer<Float>, _ count: Int) -> Double { Kernels.loops.sum(0, from, count) }
