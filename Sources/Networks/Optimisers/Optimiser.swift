import TensorCore

/// Changes the parameters of a network so that the loss becomes smaller.
///
/// ```swift
/// let adam = Adam(network, learningRate: 1e-4)
/// let tape = Tape(learning: network.parameters)
/// let loss = meanSquaredError(network(x, .training(tape)), y)
/// adam.step(tape.gradients(of: loss))
/// ```
///
/// A parameter that the loss does not depend on is left as it is. Formulas and defaults are PyTorch's. A step works in
/// place, on all threads, and gives the same bits with any number of them.
public protocol Optimiser: AnyObject {
    /// The parameters that it changes, with the names under which a checkpoint keeps what it remembers of them.
    var parameters: [NamedParameter] { get }

    /// How far a step goes; it may be set between any two steps.
    var learningRate: Double { get set }

    /// The steps that were made.
    var stepCount: Int { get set }

    /// What it remembers from step to step.
    var memories: [OptimiserMemory] { get }

    /// Makes a step against the gradients times `factor`.
    func step(_ gradients: Gradients, scaledBy factor: Float)
}

extension Optimiser {
    /// Makes a step against the gradients.
    public func step(_ gradients: Gradients) { step(gradients, scaledBy: 1) }
}

/// A tensor for each parameter that an optimiser keeps from step to step, such as Adam's first moments.
public final class OptimiserMemory {
    /// PyTorch's name for it, such as `exp_avg`.
    public let name: String
    public internal(set) var tensors: [Tensor]

    init(_ name: String, of parameters: [NamedParameter]) {
        self.name = name
        tensors = parameters.map { Tensor(zeros: $0.parameter.value.shape) }
    }
}
