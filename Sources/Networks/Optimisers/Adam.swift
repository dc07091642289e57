import Glibc
import TensorCore

/// Steps by a running mean of the gradient over a running mean of its size, both corrected for having begun at zero
/// (Kingma and Ba, *Adam: a method for stochastic optimization*, 2015, algorithm 1):
///
///     g ← gradient + weightDecay · parameter
///     m ← beta1 · m + (1 − beta1) · g
///     v ← beta2 · v + (1 − beta2) · g²
///     parameter ← parameter − learningRate · (m / (1 − beta1ᵗ)) / (√(v / (1 − beta2ᵗ)) + epsilon)
///
/// The weight decay is L2 added to the gradient, as in the paper's time; it is not AdamW's.
public final class Adam: Optimiser {
    /// The article's constants.
    public enum Defaults {
        public static let beta1 = 0.9
        public static let beta2 = 0.999
        public static let epsilon = 1e-8
    }

    public let parameters: [NamedParameter]
    public var learningRate: Double
    public let beta1: Double
    public let beta2: Double
    public let epsilon: Double
    public let weightDecay: Double
    public var stepCount = 0
    private let firstMoment: OptimiserMemory
    private let secondMoment: OptimiserMemory

    public var memories: [OptimiserMemory] { [firstMoment, secondMoment] }

    public init(
        _ parameters: [NamedParameter], learningRate: Double = 1e-3, beta1: Double = Defaults.beta1,
        beta2: Double = Defaults.beta2,
        epsilon: Double = Defaults.epsilon, weightDecay: Double = 0
    ) {
        self.parameters = parameters
        self.learningRate = learningRate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.weightDecay = weightDecay
        firstMoment = OptimiserMemory("exp_avg", of: parameters)
        secondMoment = OptimiserMemory("exp_avg_sq", of: parameters)
    }

    public convenience init(
        _ module: some Module, learningRate: Double = 1e-3, beta1: Double = Defaults.beta1,
        beta2: Double = Defaults.beta2,
        epsilon: Double = Defaults.epsilon, weightDecay: Double = 0
    ) {
        self.init(
            module.namedParameters, learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
            weightDecay: weightDecay)
    }

    public func step(_ gradients: Gradients, scaledBy factor: Float) {
        stepCount += 1
        // The corrections belong to the step, not to the number: they are worked out once, in double precision.
        let rate = Float(learningRate / (1 - pow(beta1, Double(stepCount))))
        let correction = Float((1 - pow(beta2, Double(stepCount))).squareRoot())
        let (decay, epsilon) = (Float(weightDecay), Float(epsilon))
        let (firstAdded, secondKept, secondAdded) = (Float(1 - beta1), Float(beta2), Float(1 - beta2))
        for (index, (_, parameter)) in parameters.enumerated() {
            guard let gradient = gradients[parameter] else { continue }
            updateInPlace(
                &parameter.value, &firstMoment.tensors[index], &secondMoment.tensors[index], with: gradient
            ) { p, m, v, gradient in
                let g = factor * gradient + decay * p
                m += firstAdded * (g - m)
                v = secondKept * v + secondAdded * (g * g)
                p -= rate * (m / (v.squareRoots / correction + epsilon))
            }
        }
    }
}
