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
        let (rate, decay, momentum) = (Float(learningRate), Float(weightDecay), Float(momentum))
        for (index, (_, parameter)) in parameters.enumerated() {
            guard let gradient = gradients[parameter] else { continue }
            if momentum == 0 {
                updateInPlace(&parameter.value, with: gradient) { p, gradient in
                    p -= rate * (factor * gradient + decay * p)
                }
            } else {
                updateInPlace(&parameter.value, &velocity.tensors[index], with: gradient) { p, v, gradient in
                    v = momentum * v + (factor * gradient + decay * p)
                    p -= rate * v
                }
            }
        }
    }
}
