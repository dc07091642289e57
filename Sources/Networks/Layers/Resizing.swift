import Basics
import TensorCore

/// A picture at another size; see ``Resampling``.
///
/// - Input `[batch, channels, height, width]`, output the same with height · factor and width · factor, rounded down.
public final class Resizing: Layer {
    public let factor: Float
    public let method: Resampling

    public init(by factor: Float, _ method: Resampling) {
        precondition(factor > 0, "Resizing: by \(factor)")
        self.factor = factor
        self.method = method
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        precondition(x.rank == 4, "Resizing: shape \(x.shape) is not [batch, channels, height, width]")
        let (height, width) = (Int(Float(x.shape[2]) * factor), Int(Float(x.shape[3]) * factor))
        return x.resized(toHeight: height, width: width, method)
    }
}
