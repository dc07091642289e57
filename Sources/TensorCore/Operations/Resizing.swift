import Basics

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
                    let (source, target) = (source + plane * from, target + plane * to)
                    withScratch(columns.length) { blend in
                        for y in 0..<height {
                            let upper = source + rows.first[y] * columns.length
                            let lower = source + rows.second[y] * columns.length
                            let share = rows.share[y]
                            if share == 0 {
                                columns.resize(upper, to: target + y * width)
                            } else {
                                for x in 0..<columns.length { blend[x] = upper[x] + share * (lower[x] - upper[x]) }
                                columns.resize(blend, to: target + y * width)
                            }
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
                            let (source, target) = (source + plane * to, target + plane * from)
                            withScratch(columns.length) { row in
                                for y in 0..<height {
                                    columns.gather(source + y * width, to: row)
                                    let upper = target + rows.first[y] * columns.length
                                    let lower = target + rows.second[y] * columns.length
                                    let share = rows.share[y]
                                    for x in 0..<columns.length { upper[x] += (1 - share) * row[x] }
                                    guard share > 0 else { continue }
                                    for x in 0..<columns.length { lower[x] += share * row[x] }
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
    let first: [Int]
    let second: [Int]
    let share: [Float]

    init(_ length: Int, to target: Int, _ method: Resampling) {
        let scale = Float(length) / Float(target)
        let places = (0..<target).map { place in
            switch method {
            // In whole numbers, because a rounded quotient may fall short of one.
            case .nearest: Float(place * length / target)
            case .bilinear: max(0, (Float(place) + 0.5) * scale - 0.5)
            case .bilinearTensorFlow1: Float(place) * scale
            }
        }
        self.length = length
        first = places.map { min(Int($0), length - 1) }
        second = first.map { min($0 + 1, length - 1) }
        share = zip(places, first).map { $0 - Float($1) }
    }

    /// Resizes a row.
    func resize(_ row: UnsafePointer<Float>, to resized: UnsafeMutablePointer<Float>) {
        withPlaces { first, second, share in
            for x in 0..<self.share.count {
                let left = row[first[x]]
                resized[x] = left + share[x] * (row[second[x]] - left)
            }
        }
    }

    /// The other way: adds up what each number of a row went into.
    func gather(_ resized: UnsafePointer<Float>, to row: UnsafeMutablePointer<Float>) {
        row.update(repeating: 0, count: length)
        withPlaces { first, second, share in
            for x in 0..<self.share.count {
                row[first[x]] += (1 - share[x]) * resized[x]
                row[second[x]] += share[x] * resized[x]
            }
        }
    }

    @inline(__always)
    private func withPlaces(
        _ body: (UnsafePointer<Int>, UnsafePointer<Int>, UnsafePointer<Float>) -> Void
    ) {
        first.withUnsafeBufferPointer { first in
            second.withUnsafeBufferPointer { second in
                share.withUnsafeBufferPointer { share in
                    body(first.baseAddress!, second.baseAddress!, share.baseAddress!)
                }
            }
        }
    }
}
