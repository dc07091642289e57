/// How a picture's numbers are found at another size.
public enum Resampling: Sendable, CaseIterable {
    /// The number whose area holds the place: ⌊y · h / h'⌋.
    case nearest
    /// Between the four nearest numbers; numbers are areas, so places are compared at their middles ("half-pixel
    /// centres", PyTorch's `align_corners=False`).
    case bilinear
    /// TensorFlow 1's `resize_images`: between the four nearest numbers, places are compared at their corners, which
    /// shifts the picture by up to half a pixel. Networks trained with it need it.
    case bilinearTensorFlow1
}

extension Tensor {
    /// The last two axes at another size. Shrinking takes single numbers or pairs of them; it does not average areas.
    public func resized(toHeight height: Int, width: Int, _ method: Resampling) -> Tensor {
        precondition(
            rank >= 2 && height > 0 && width > 0 && shape[rank - 2] > 0 && shape[rank - 1] > 0,
            "resize: shape \(shape) to \(height)×\(width)")
        let rows = ResizedAxis(shape[rank - 2], to: height, method)
        let columns = ResizedAxis(shape[rank - 1], to: width, method)
        let planes = shape.dropLast(2).reduce(1, *)
        let (from, to) = (rows.length * columns.length, height * width)
        let result = Tensor(shape: shape.dropLast(2) + [height, width]) { result in
            withScalars { numbers in
                guard let source = numbers.baseAddress, let target = result.baseAddress else { return }
                inParallel(planes) { plane in
                    for (y, row) in rows.sources.enumerated() {
                        let (a, b) = (source + plane * from + row.first * columns.length, row.second - row.first)
                        let below = a + b * columns.length
                        let line = target + plane * to + y * width
                        for (x, column) in columns.sources.enumerated() {
                            let upper = a[column.first] + column.share * (a[column.second] - a[column.first])
                            let lower =
                                below[column.first] + column.share * (below[column.second] - below[column.first])
                            line[x] = upper + row.share * (lower - upper)
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
                            for (y, row) in rows.sources.enumerated() {
                                let upper = target + plane * from + row.first * columns.length
                                let lower = target + plane * from + row.second * columns.length
                                let line = source + plane * to + y * width
                                for (x, column) in columns.sources.enumerated() {
                                    let (a, b) = (line[x] * (1 - row.share), line[x] * row.share)
                                    upper[column.first] += a * (1 - column.share)
                                    upper[column.second] += a * column.share
                                    lower[column.first] += b * (1 - column.share)
                                    lower[column.second] += b * column.share
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One resized axis: for each place, the two of the original that it lies between, and the second one's share.
private struct ResizedAxis: Sendable {
    let length: Int
    let sources: [(first: Int, second: Int, share: Float)]

    init(_ length: Int, to target: Int, _ method: Resampling) {
        self.length = length
        let scale = Float(length) / Float(target)
        sources = (0..<target).map { place in
            switch method {
            case .nearest:
                let source = place * length / target
                return (source, source, 0)
            case .bilinear: return Self.between(max(0, (Float(place) + 0.5) * scale - 0.5), length)
            case .bilinearTensorFlow1: return Self.between(Float(place) * scale, length)
            }
        }
    }

    private static func between(_ place: Float, _ length: Int) -> (Int, Int, Float) {
        let first = min(Int(place), length - 1)
        return (first, min(first + 1, length - 1), place - Float(first))
    }
}
