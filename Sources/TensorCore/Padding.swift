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
                    let (source, line) = (source + plane * from, target + plane * to)
                    for (y, row) in rows.sources.enumerated() {
                        let line = line + y * columns.sources.count
                        for (x, column) in columns.sources.enumerated() {
                            line[x] = row < 0 || column < 0 ? 0 : source[row * columns.length + column]
                        }
                    }
                }
            }
        }
        return result.recorded(from: self) { [slot, shape] gradient, inputs in
            inputs.add(to: slot) {
                Tensor(shape: shape) { sums in
                    sums.update(repeating: 0)
                    gradient.withScalars { numbers in
                        guard let source = numbers.baseAddress, let target = sums.baseAddress else { return }
                        inParallel(planes) { plane in
                            let (line, target) = (source + plane * to, target + plane * from)
                            for (y, row) in rows.sources.enumerated() where row >= 0 {
                                let line = line + y * columns.sources.count
                                for (x, column) in columns.sources.enumerated() where column >= 0 {
                                    target[row * columns.length + column] += line[x]
                                }
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

    /// Nil where reflection would need more than the axis has, or padding is negative.
    init?(_ length: Int, before: Int, after: Int, _ mode: PaddingMode) {
        guard before >= 0, after >= 0, mode == .zero || max(before, after) < length else { return nil }
        self.length = length
        sources = (-before..<length + after).map { place in
            if (0..<length).contains(place) { return place }
            guard mode == .reflect else { return -1 }
            return place < 0 ? -place : 2 * (length - 1) - place
        }
    }
}
