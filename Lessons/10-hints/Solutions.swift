import Basics
import TensorCore

/// Our answers.
struct Solutions: HintAnswers {
    func hints(for truth: Tensor, dabs: Int, size: Int, using generator: inout SeededGenerator) -> Tensor {
        let (height, width, colors) = (truth.shape[2], truth.shape[3], truth.scalars)
        var hints = [Float](repeating: -1, count: truth.count)
        for _ in 0..<dabs {
            let top = generator.integer(in: 0..<height - size + 1), left = generator.integer(in: 0..<width - size + 1)
            for place in (0..<3 * size * size) {
                let (channel, row, column) = (place / (size * size), place / size % size, place % size)
                let pixel = (channel * height + top + row) * width + left + column
                hints[pixel] = colors[pixel]
            }
        }
        return Tensor(hints, shape: truth.shape)
    }

    func shareTold(dabs: Int, ofPixels size: Int, area: Int) -> Double {
        let missed = 1 - Double(size) / Double(area)
        return 1 - (0..<dabs).reduce(1.0) { product, _ in product * missed }
    }

    /// With −1 counted, the edge of a dab would be another, darker colour.
    func shrunk(_ block: [Double?]) -> Double? {
        let hints = block.compactMap(\.self)
        return hints.isEmpty ? nil : hints.reduce(0, +) / Double(hints.count)
    }

    /// In a row paint comes from the nearest hint on the left or from the nearest one on the right: two sweeps find both.
    func run(over lengths: [Double], from hints: [Int], reach: Double) -> [Int?] {
        func sweep(_ order: [Int]) -> [(hint: Int, way: Double)?] {
            var found: [(hint: Int, way: Double)?] = Array(repeating: nil, count: lengths.count)
            var nearest: (hint: Int, way: Double)?
            for pixel in order {
                nearest = hints.contains(pixel) ? (pixel, 0) : nearest.map { ($0.hint, $0.way + lengths[pixel]) }
                found[pixel] = nearest
            }
            return found
        }
        let fromLeft = sweep(Array(lengths.indices)), fromRight = sweep(lengths.indices.reversed())
        return zip(fromLeft, fromRight).map { left, right in
            let (one, other) = (left?.way ?? .infinity, right?.way ?? .infinity)
            guard min(one, other) <= reach else { return nil }
            return one <= other ? left?.hint : right?.hint
        }
    }
}
