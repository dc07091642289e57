import Basics
import TensorCore

/// Says of each row of a batch how close the other rows are to it, so that a discriminator can see that samples are all
/// alike (Salimans et al., *Improved techniques for training GANs*, 2016, section 3.2).
///
/// A row x becomes `kernels` points of `dimensions` numbers each, M = weight · x. The closeness of rows i and j under
/// kernel b is exp(−|M_ib − M_jb|₁), which is 1 for equal rows; output b of row i is its sum over all j, itself included.
///
/// - Input `[batch, inputs]`, output `[batch, kernels]`, between 1 and the number of rows.
/// - `weight` `[kernels · dimensions, inputs]`, by default uniform in ±1/√inputs. A bias would cancel in the differences.
///
/// The rows of a batch depend on each other here in every mode: a batch is to be all true or all made.
public final class MinibatchDiscrimination: Layer {
    public let weight: Parameter
    public let kernels: Int
    public let dimensions: Int
    private let weightInitialiser: Initialiser

    public init(
        _ inputs: Int, kernels: Int = 100, dimensions: Int = 5,
        weight weightInitialiser: Initialiser = .kaimingUniform
    ) {
        precondition(
            kernels > 0 && dimensions > 0, "MinibatchDiscrimination: \(kernels) kernels of \(dimensions) dimensions")
        weight = Parameter(shape: [kernels * dimensions, inputs])
        self.kernels = kernels
        self.dimensions = dimensions
        self.weightInitialiser = weightInitialiser
    }

    public var ownState: [StateEntry] { [StateEntry("weight", weight)] }

    public func initialiseOwnState(using generator: inout SeededGenerator) {
        weight.set(by: weightInitialiser, using: &generator)
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        let rows = x.shape[0]
        let points = x.matrixProduct(mode.value(of: weight).transposed())
        let here = points.reshaped(to: [rows, 1, kernels, dimensions])
        let there = points.reshaped(to: [1, rows, kernels, dimensions])
        let distances = (here - there).absolute().sum(axes: [3])
        return (-distances).exp().sum(axes: [1])
    }
}
