import FaceGeneration
import TensorCore

/// The nearest of many faces to a picture.
struct Neighbour {
    let index: Int
    /// The root of the mean squared difference, of numbers in [0, 1].
    let distance: Double
}

/// The nearest of the faces to each picture, `[pictures, 3, 64, 64]` in [0, 1].
///
/// Both are compared at half their size, which spares three quarters of the work and forgives a pixel's shift.
func neighbours(of pictures: Tensor, among faces: FaceCrops) -> [Neighbour] {
    let rows = pictures.halvedRows
    let lengths = rows.squared().sum(axes: [1]).scalars
    var nearest = lengths.map { _ in Neighbour(index: 0, distance: .infinity) }
    for start in stride(from: 0, to: faces.count, by: 250) {
        let others = faces.batch(start..<min(faces.count, start + 250)).halvedRows
        let otherLengths = others.squared().sum(axes: [1]).scalars
        let products = rows.matrixProduct(others.transposed()).scalars
        for (row, length) in lengths.enumerated() {
            for (column, otherLength) in otherLengths.enumerated() {
                let product = products[row * otherLengths.count + column]
                let squared = Double(length + otherLength - 2 * product) / Double(rows.shape[1])
                let distance = max(0, squared).squareRoot()
                if distance < nearest[row].distance {
                    nearest[row] = Neighbour(index: start + column, distance: distance)
                }
            }
        }
    }
    return nearest
}

extension Tensor {
    /// Pictures at half their size, each in a row.
    fileprivate var halvedRows: Tensor { averagePooled(size: 2).reshaped(to: [shape[0], -1]) }
}

/// The value in the middle of the sorted ones.
func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
}

extension Tensor {
    /// Some rows of the first axis.
    func rows(_ indices: [Int]) -> Tensor {
        Tensor.concatenated(indices.map { sliced(axis: 0, $0..<$0 + 1) }, axis: 0)
    }
}
