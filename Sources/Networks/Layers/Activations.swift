import TensorCore

/// max(x, 0) for each number, of any shape (Nair and Hinton, *Rectified linear units*, 2010).
public final class ReLU: ActivationLayer {
    public init() {}

    var activation: Activation { .relu }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { x.relu() }
}

/// x where it is positive, slope · x elsewhere, of any shape (Maas, Hannun and Ng, *Rectifier nonlinearities improve
/// neural network acoustic models*, 2013).
public final class LeakyReLU: ActivationLayer {
    public let slope: Float

    public init(slope: Float = 0.01) { self.slope = slope }

    var activation: Activation { .leakyRelu(slope: slope) }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { x.leakyRelu(slope: slope) }
}

/// The hyperbolic tangent of each number, of any shape: outputs in −1...1.
public final class Tanh: Layer {
    public init() {}

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { x.tanh() }
}

/// 1 / (1 + e⁻ˣ) for each number, of any shape: outputs in 0...1.
public final class Sigmoid: Layer {
    public init() {}

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { x.sigmoid() }
}

/// All numbers of a picture in one row: `[batch, …]` becomes `[batch, product of the other axes]`.
public final class Flatten: Layer {
    public init() {}

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        x.reshaped(to: [x.shape[0], x.shape.dropFirst().reduce(1, *)])
    }
}
