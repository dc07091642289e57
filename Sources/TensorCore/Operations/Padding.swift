import Basics

/// Rows and columns to add around a picture; the sides may differ (a strided convolution of TensorFlow pads only at the
/// bottom and right).
public struct Padding: Sendable, Equatable {
    public var top: Int
    public var bottom: Int
    public var left: Int
    public var right: Int

    public init(top: Int = 0, bottom: Int = 0, left: Int = 0, right: Int = 0) {
        (self.top, self.bottom, self.left, self.right) = (top, bottom, left, right)
    }

    /// The same on every side.
    public init(_ all: Int) { self.init(top: all, bottom: all, left: all, right: all) }
}

/// What padding is filled with.
public enum PaddingMode: Sendable {
    case zero
    /// The picture mirrored at its border, whose own row or column is not repeated.
    case reflect
}

extension Tensor {
    /// Adds rows and columns around the last two axes.
    public func padded(_ padding: Padding, with mode: PaddingMode = .zero) -> Tensor {
        precondition(rank >= 2, "pad: shape \(shape) has no rows and columns")
        let rows = PaddedAxis(shape[rank - 2], before: padding.top, after: padding.bottom, mode)
        let columns = PaddedAxis(shape[rank - 1], before: padding.left, after: padding.right, mode)
        guard let rows, let columns else {
            preconditionFailure("pad: \(padding) with \(mode) around shape \(shape)")
        }
        let planes = shape.dropLast(2).reduce(1, *)
        let (from, to) = (rows.length * columns.length, rows.sources.count * columns.sources.count)
        let result = Tensor(shape: shape.dropLast(2) + [rows.sources.count, columns.sources.count]) { result in
            withScalars { numbers in
                guard let source = numbers.baseAddress, let target = result.baseAddress else { return }
                inParallel(planes) { plane in
                    for (y, row) in rows.sources.enumerated() {
                        let line = target + plane * to + y * columns.sources.count
                        if row < 0 {
                            line.update(repeating: 0, count: columns.sources.count)
                        } else {
                            columns.pad(source + plane * from + row * columns.length, to: line)
                        }
                    }
                }
            }
        }
        return result.recorded(from: self) { [slot, shape] gradient, inputs in
            inputs.add(to: slot) {
                Tensor(shape: shape) { sums in
                    gradient.withScalars { numbers in
                        guard let source = numbers.baseAddress, let target = sums.baseAddress else { return }
                        inParallel(planes) { plane in
                            // The original's own rows first, which set every sum; then what was added around them.
                            for y in Array(rows.original) + rows.border where rows.sources[y] >= 0 {
                                columns.gather(
                                    source + plane * to + y * columns.sources.count,
                                    to: target + plane * from + rows.sources[y] * columns.length,
                                    isFirst: rows.original.contains(y))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One padded axis: for each place, the place of the original that it shows, or -1 for a zero.
private struct PaddedAxis: Sendable {
    let length: Int
    let sources: [Int]
    /// The places that show the original itself.
    let original: Range<Int>
    /// The places that were added.
    let border: [Int]

    /// Nil where reflection would need more than the axis has, or padding is negative.
    init?(_ length: Int, before: Int, after: Int, _ mode: PaddingMode) {
        guard before >= 0, after >= 0, mode == .zero || max(before, after) < length else { return nil }
        self.length = length
        sources = (-before..<length + after).map { place in
            if (0..<length).contains(place) { return place }
            guard mode == .reflect else { return -1 }
            return place < 0 ? -place : 2 * (length - 1) - place
        }
        let original = before..<before + length
        self.original = original
        border = sources.indices.filter { !original.contains($0) }
    }

    /// Pads a row.
    func pad(_ row: UnsafePointer<Float>, to padded: UnsafeMutablePointer<Float>) {
        (padded + original.lowerBound).update(from: row, count: length)
        for place in border { padded[place] = sources[place] < 0 ? 0 : row[sources[place]] }
    }

    /// Adds the numbers of a padded row to those of the row that they show; the first time it sets them.
    func gather(_ padded: UnsafePointer<Float>, to row: UnsafeMutablePointer<Float>, isFirst: Bool) {
        let inside = padded + original.lowerBound
        if isFirst {
            row.update(from: inside, count: length)
        } else {
            for x in 0..<length { row[x] += inside[x] }
        }
        for place in border where sources[place] >= 0 { row[sources[place]] += padded[place] }
    }
}
