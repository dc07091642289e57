import Basics
import TensorCore

/// The directions in which rows of numbers differ most, and the mean that they are measured from.
///
/// Found by subspace iteration, to about three digits: directions of nearly the same variance may be mixed with each other,
/// the space that they span is hardly touched by it.
public struct PrincipalComponents {
    /// `[1, numbers]`.
    private let mean: Tensor
    /// Rows of length 1 at right angles, `[count, numbers]`.
    private let directions: Tensor

    /// The first `count` components of `[rows, …]`, of which there must be at least as many.
    public init(of pictures: Tensor, count: Int) {
        let rows = pictures.reshaped(to: [pictures.shape[0], -1])
        precondition(
            (1...rows.shape[0]).contains(count), "PrincipalComponents: \(count) of \(rows.shape[0]) rows")
        let mean = rows.mean(axes: [0], keepingAxes: true)
        let centred = rows - mean
        let columns = centred.transposed()
        var directions = centred.sliced(axis: 0, 0..<count).orthonormalRows
        for _ in 0..<30 {
            directions = directions.matrixProduct(columns).matrixProduct(centred).orthonormalRows
        }
        self.mean = mean
        self.directions = directions
    }

    /// What the components tell of pictures of the same shape: the nearest that a linear decoder of `count` numbers comes.
    public func rebuilt(_ pictures: Tensor) -> Tensor {
        (coordinates(of: pictures).matrixProduct(directions) + mean).reshaped(to: pictures.shape)
    }

    /// The variance of pictures along each component.
    public func variances(of pictures: Tensor) -> [Float] {
        coordinates(of: pictures).squared().mean(axes: [0]).scalars
    }

    private func coordinates(of pictures: Tensor) -> Tensor {
        (pictures.reshaped(to: [pictures.shape[0], -1]) - mean).matrixProduct(directions.transposed())
    }
}

extension Tensor {
    /// The rows at right angles to each other and of length 1, each in the space of those before it (Gram and Schmidt).
    fileprivate var orthonormalRows: Tensor {
        var done: [Tensor] = []
        for index in 0..<shape[0] {
            var row = sliced(axis: 0, index..<index + 1)
            for other in done { row = row - (row * other).sum().item * other }
            done.append(row / row.squared().sum().squareRoot().item)
        }
        return Tensor.concatenated(done, axis: 0)
    }
}
