import TensorCore

/// Stochastic gradient descent with momentum (Polyak, *Some methods of speeding up the convergence of iteration methods*,
/// 1964; in the form of Sutskever et al., *On the importance of initialization and momentum in deep learning*, 2013,
/// with the learning rate outside of the velocity):
///
///     g ← gradient + weightDecay · parameter
///     velocity ← momentum · velocity + g
///     parameter ← parameter − learningRate · velocity
public final class SGD: Optimiser {
    public let parameters: [NamedParameter]
    public var learningRate: Double
    public let momentum: Double
    public let weightDecay: Double
    public var stepCount = 0
    private let velocity: OptimiserMemory

    public var memories: [OptimiserMemory] { momentum == 0 ? [] : [velocity] }

    public init(
        _ parameters: [NamedParameter], learningRate: Double = 1e-3, momentum: Double = 0, weightDecay: Double = 0
    ) {
        self.parameters = parameters
        self.learningRate = learningRate
        self.momentum = momentum
        self.weightDecay = weightDecay
        velocity = OptimiserMemory("momentum_buffer", of: momentum == 0 ? [] : parameters)
    }

    public convenience init(
        _ module: some Module, learningRate: Double = 1e-3, momentum: Double = 0, weightDecay: Double = 0
    ) {
        self.init(
            module.namedParameters, learningRate: learningRate, momentum: momentum, weightDecay: weightDecay)
    }

    public func step(_ gradients: Gradients, scaledBy factor: Float) {
        stepCount += 1
        for (index, (_, parameter)) in parameters.enumerated() {
            guard let gradient = gradients[parameter] else { continue }
            if momentum == 0 {
                descend(&parameter.value, gradient, factor)
            } else {
                descend(&parameter.value, gradient, factor, &velocity.tensors[index])
            }
        }
    }

    private func descend(_ parameter: inout Tensor, _ gradient: Tensor, _ factor: Float) {
        let (rate, decay) = (Float(learningRate), Float(weightDecay))
        parameter.withMutableScalars { p in
            gradient.withScalars { gradient in
                inParallelPieces(of: p.count, size: optimiserPieceSize) { piece in
                    for i in piece { p[i] -= rate * (factor * gradient[i] + decay * p[i]) }
                }
            }
        }
    }

    private func descend(
        _ parameter: inout Tensor, _ gradient: Tensor, _ factor: Float, _ velocity: inout Tensor
    ) {
        let (rate, decay, momentum) = (Float(learningRate), Float(weightDecay), Float(momentum))
        update(&parameter, &velocity, with: gradient) { piece, p, v, gradient in
            for i in piece {
                v[i] = momentum * v[i] + (factor * gradient[i] + decay * p[i])
                p[i] -= rate * v[i]
            }
        }
    }
}
