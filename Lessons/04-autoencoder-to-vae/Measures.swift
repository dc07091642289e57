import Foundation
import TensorCore

func exponential(_ x: Double) -> Double { exp(x) }
func logarithm(_ x: Double) -> Double { log(x) }
func logarithm(_ x: Float) -> Float { log(x) }
func hypotenuse(_ x: Double, _ y: Double) -> Double { hypot(x, y) }

func mean(_ values: some Collection<Double>) -> Double { values.reduce(0, +) / Double(values.count) }

/// Divided by n.
func variance(_ values: some Collection<Double>) -> Double {
    let middle = mean(values)
    return values.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / Double(values.count)
}

extension Tensor {
    /// One column of a matrix.
    func column(_ index: Int) -> [Double] {
        withScalars { scalars in stride(from: index, to: count, by: shape[1]).map { Double(scalars[$0]) } }
    }
}

/// For each picture the root of its mean squared distance, by pixel, from the nearest of others.
func distancesToNearest(_ pictures: Tensor, among others: Tensor) -> [Double] {
    let (a, b) = (pictures.reshaped(to: [pictures.shape[0], -1]), others.reshaped(to: [others.shape[0], -1]))
    let squares = b.squared().sum(axes: [1])
    // |a − b|² = |a|² + |b|² − 2ab, so one matrix product does most of the work.
    let distances = squares - 2 * a.matrixProduct(b.transposed())
    let own = a.squared().sum(axes: [1]).scalars
    return distances.withScalars { scalars in
        own.indices.map { row in
            let nearest = scalars[row * others.shape[0]..<(row + 1) * others.shape[0]].min() ?? 0
            return Double(max(0, nearest + own[row]) / Float(a.shape[1])).squareRoot()
        }
    }
}

/// For each row of a matrix the place of the nearest other row.
func nearestOthers(of rows: Tensor) -> [Int] {
    let (count, width) = (rows.shape[0], rows.shape[1])
    let scalars = rows.scalars
    func distance(_ a: Int, _ b: Int) -> Float {
        (0..<width).reduce(0) { sum, index in
            let difference = scalars[a * width + index] - scalars[b * width + index]
            return sum + difference * difference
        }
    }
    return (0..<count).map { row in
        (0..<count).lazy.filter { $0 != row }.min { distance(row, $0) < distance(row, $1) } ?? row
    }
}

/// The place below which a standard normal number lies with the given probability; by halving, to 12 digits.
func normalQuantile(_ probability: Double) -> Double {
    var (low, high) = (-8.0, 8.0)
    for _ in 0..<50 {
        let middle = (low + high) / 2
        if 0.5 * erfc(-middle / 2.0.squareRoot()) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
}
