import TensorCore

/// Divides each parameter's gradient by a running mean of its size (Tieleman and Hinton, *Lecture 6.5: rmsprop*, Neural
/// Networks for Machine Learning, 2012):
///
///     g ← gradient + weightDecay · parameter
///     s ← smoothing · s + (1 − smoothing) · g²
///     parameter ← parameter − learningRate · g / (√s + epsilon)
public final class RMSProp: Optimiser {
    public let parameters: [NamedParameter]
    public var learningRate: Double
    public let smoothing: Double
    public let epsilon: Double
    public let weightDecay: Double
    public var stepCount = 0
    private let meanSquare: OptimiserMemory

    public var memories: [OptimiserMemory] { [meanSquare] }

    public init(
        _ parameters: [NamedParameter], learningRate: Double = 1e-2, smoothing: Double = 0.99, epsilon: Double = 1e-8,
        weightDecay: Double = 0
    ) {
        self.parameters = parameters
        self.learningRate = learningRate
        self.smoothing = smoothing
        self.epsilon = epsilon
        self.weightDecay = weightDecay
        meanSquare = OptimiserMemory("square_avg", of: parameters)
    }

    public convenience init(
        _ module: some Module, learningRate: Double = 1e-2, smoothing: Double = 0.99, epsilon: Double = 1e-8,
        weightDecay: Double = 0
    ) {
        self.init(
            module.namedParameters, learningRate: learningRate, smoothing: smoothing, epsilon: epsilon,
            weightDecay: weightDecay)
    }

    public func step(_ gradients: Gradients, scaledBy factor: Float) {
        stepCount += 1
        let (rate, decay, epsilon) = (Float(learningRate), Float(weightDecay), Float(epsilon))
        let (kept, added) = (Float(smoothing), Float(1 - smoothing))
        for (index, (_, parameter)) in parameters.enumerated() {
            guard let gradient = gradients[parameter] else { continue }
            updateInPlace(&parameter.value, &meanSquare.tensors[index], with: gradient) { p, s, gradient in
                let g = factor * gradient + decay * p
                s = kept * s + added * (g * g)
                p -= rate * (g / (s.squareRoots + epsilon))
            }
        }
    }
}
