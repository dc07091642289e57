import TensorCore

/// A running mean of a network's weights, which often does better than the weights of the last step (Polyak and Juditsky,
/// *Acceleration of stochastic approximation by averaging*, 1992; with the exponential weights that GANs use, Yazıcı et
/// al., *The unusual effectiveness of averaging in GAN training*, 2019):
///
///     average ← decay · average + (1 − decay) · parameter
public final class ExponentialMovingAverage {
    public let parameters: [NamedParameter]
    public let decay: Double
    let averages: OptimiserMemory

    /// Begins with the weights as they are.
    public init(of module: some Module, decay: Double = 0.999) {
        parameters = module.namedParameters
        self.decay = decay
        averages = OptimiserMemory("average", of: [])
        averages.tensors = parameters.map(\.parameter.value)
    }

    /// Takes the weights of a step into the mean; to be called after each.
    public func update() {
        let added = Float(1 - decay)
        for (index, (_, parameter)) in parameters.enumerated() {
            updateInPlace(&averages.tensors[index], with: parameter.value) { average, value in
                average += added * (value - average)
            }
        }
    }

    /// Puts the mean into a network: the one that it was taken of, or another of the same shape.
    public func copyAverages(to module: some Module) {
        for ((_, parameter), average) in zip(module.namedParameters, averages.tensors) { parameter.value = average }
    }
}

extension ExponentialMovingAverage {
    /// The mean of each parameter, with its name.
    public var averagedParameters: [(name: String, value: Tensor)] {
        zip(parameters, averages.tensors).map { ($0.name, $1) }
    }
}
