import Networks
import TensorCore

/// Convolution, batch norm, ReLU: one row of the tables of the article's networks.
public final class ConvolutionBlock: Layer {
    /// What a block does to the sides of a picture.
    public enum Scaling {
        /// 3x3, stride 1: they stay.
        case keeping
        /// 4x4, stride 2: they are halved.
        case halving
        /// 4x4 transposed, stride 2: they are doubled.
        case doubling
    }

    public let conv: any Layer
    public let norm: BatchNorm
    private let relu = ReLU()

    public init(_ inputs: Int, _ outputs: Int, _ scaling: Scaling = .keeping) {
        conv =
            switch scaling {
            case .keeping: Convolution(inputs, outputs, kernel: 3, padding: 1)
            case .halving: Convolution(inputs, outputs, kernel: 4, stride: 2, padding: 1)
            case .doubling: TransposedConvolution(inputs, outputs, kernel: 4, stride: 2, padding: 1)
            }
        norm = BatchNorm(outputs)
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { run([conv, norm, relu], x, mode) }
}
