import Basics

/// The bend after a layer. As a part of the operation before it, it costs no pass over memory of its own.
public enum Activation: Sendable, Equatable {
    case none
    /// max(x, 0), the rectified linear unit.
    case relu
    /// x where it is positive, slope · x elsewhere; the slope is not negative.
    case leakyRelu(slope: Float)

    /// What negative numbers are multiplied by.
    var slope: Float {
        switch self {
        case .none: 1
        case .relu: 0
        case .leakyRelu(let slope): slope
        }
    }
}

extension Tensor {
    /// The activation of each number.
    public func activated(by activation: Activation) -> Tensor {
        switch activation {
        case .none: self
        case .relu: relu()
        case .leakyRelu(let slope): leakyRelu(slope: slope)
        }
    }
}

extension Tensor {
    /// The activation of each number, off every tape.
    func bent(_ activation: Activation) -> Tensor {
        let slope = activation.slope
        return activation == .none ? self : mapped(by: { Kernels.loops.bend($0, slope, $1, $2) })
    }

    /// The gradient before an activation from the one after it, off every tape; `result` is what came out of it.
    func unbent(_ activation: Activation, result: Tensor) -> Tensor {
        let slope = activation.slope
        return activation == .none ? self : zipped(result, by: { Kernels.loops.unbend($0, $1, slope, $2, $3) })
    }
}

extension Lanes {
    /// Negative numbers times a slope; with a slope of 0 they are 0, minus infinity too.
    @inline(__always)
    func bent(_ slope: Float) -> Lanes { replacing(with: slope == 0 ? .zero : self * slope, where: self .< 0) }

    /// The gradient before a bend from the one after it; `result` is what came out of the bend, or has its sign.
    @inline(__always)
    func unbent(_ slope: Float, result: Lanes) -> Lanes { replacing(with: self * slope, where: .!(result .> 0)) }
}
