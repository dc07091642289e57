import Basics
import Drawings

/// The directions in which faces differ most, for those who want to turn one knob at a time.
public struct FaceDirections: Sendable {
    /// Of length 1 and at right angles; along the first, codes are spread most.
    let vectors: [[Float]]

    public var count: Int { vectors.count }
}

extension FaceSampler {
    /// The principal directions of the codes of drawn faces.
    ///
    /// A seed's numbers are multiplied with the root of the codes' covariance. Both have the same eigenvectors, so a number along one of
    /// these moves the code along the same principal direction, in parts of how far faces lie apart on it.
    public func directions() -> FaceDirections {
        let size = mean.count
        var matrix = SymmetricMatrix(zeros: size)
        let numbers = root.scalars
        for row in 0..<size { for column in 0...row { matrix[row, column] = Double(numbers[row * size + column]) } }
        let (values, vectors) = matrix.eigensystem
        let order = values.indices.sorted { (values[$1], $0) < (values[$0], $1) }
        return FaceDirections(
            vectors: order.map { place in
                // An eigenvector has no sign of its own; the largest number decides, so that it is the same on every machine.
                let vector = vectors[place]
                let largest = vector.max { abs($0) < abs($1) } ?? 1
                return vector.map { Float(largest < 0 ? -$0 : $0) }
            })
    }

    /// The seed at these places along the directions, as many as are given; elsewhere it is in the middle. Its colours are those of the
    /// drawn face of a number.
    public func seed(along directions: FaceDirections, at places: [Float], colors: UInt64) -> Seed {
        precondition(places.count <= directions.count, "seed(along:at:): \(places.count) places")
        var numbers = [Float](repeating: 0, count: mean.count)
        for (place, vector) in zip(places, directions.vectors) {
            for index in numbers.indices { numbers[index] += place * vector[index] }
        }
        var generator = SeededGenerator(seed: colors ^ 0x6661_6365, stream: 1 << 32)
        let model = Face(using: &generator)
        return Seed(numbers: numbers, noise: noise(using: &generator), palette: FacePalette(of: model), model: model)
    }

    /// Where a seed's numbers lie along the directions.
    public func places(of seed: Seed, along directions: FaceDirections) -> [Float] {
        directions.vectors.map { vector in zip(vector, seed.numbers).reduce(0) { $0 + $1.0 * $1.1 } }
    }
}
