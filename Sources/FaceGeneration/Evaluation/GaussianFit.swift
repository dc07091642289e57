import Basics
import TensorCore

/// The normal distribution with the mean and the covariance of some rows of features.
public struct GaussianFit: Sendable {
    public let mean: [Double]
    public let covariance: SymmetricMatrix

    /// The fit to `[rows, features]`, at least two rows; the covariance is divided by rows − 1.
    public init(of features: Tensor) {
        precondition(
            features.rank == 2 && features.shape[0] > 1, "GaussianFit: features \(features.shape) are no rows")
        let (rows, size) = (features.shape[0], features.shape[1])
        let numbers = features.scalars.map(Double.init)
        let mean = (0..<size).map { column in
            (0..<rows).reduce(0) { $0 + numbers[$1 * size + column] } / Double(rows)
        }
        var covariance = SymmetricMatrix(zeros: size)
        for a in 0..<size {
            for b in 0...a {
                let sum = (0..<rows).reduce(0) {
                    $0 + (numbers[$1 * size + a] - mean[a]) * (numbers[$1 * size + b] - mean[b])
                }
                covariance[a, b] = sum / Double(rows - 1)
            }
        }
        self.mean = mean
        self.covariance = covariance
    }

    /// The Fréchet distance of two normal distributions, squared (Dowson and Landau, *The Fréchet distance between
    /// multivariate normal distributions*, 1982):
    ///
    ///     |µ₁ − µ₂|² + tr(C₁ + C₂ − 2 (C₁^½ · C₂ · C₁^½)^½)
    ///
    /// With Inception's features it is the usual FID (Heusel et al., 2017); with others its numbers mean something only
    /// beside each other. It sees means and covariances, and nothing else of the rows.
    public func frechetDistance(to other: GaussianFit) -> Double {
        precondition(
            mean.count == other.mean.count, "Fréchet distance: \(mean.count) features and \(other.mean.count)")
        let shift = zip(mean, other.mean).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        // Rounding may leave an eigenvalue of 0 a little below it.
        let root = covariance.mapped { max($0, 0).squareRoot() }
        let common = root.framing(other.covariance).mapped { max($0, 0).squareRoot() }
        return shift + covariance.trace + other.covariance.trace - 2 * common.trace
    }
}
