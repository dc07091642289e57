import Basics
import TensorCore

/// What a network is run for; it is said in every call, `network(x, .training(tape))`.
public enum Mode {
    /// Parameters come from the tape, and batch norm uses the batch's own statistics.
    ///
    /// Parameters that the tape does not learn are constants: a network is frozen by not telling the tape about it,
    /// and gradients still flow through it to its input.
    case training(Tape)
    /// Parameters come from the tape as in training, and batch norm uses its running statistics as in inference.
    ///
    /// For the last part of a training: what was learnt with the statistics of batches gets used to those that it will be
    /// run with. Without it, a picture unlike the batches, say one with very many hints, may come out far off.
    case tuning(Tape)
    /// Parameters are constants, and batch norm uses its running statistics.
    case inference
    /// As in inference, and instance and layer norms have the statistics of several pictures together.
    case pooled(PooledStatistics)
    /// As in inference, and the trace notes the shapes that the layers give; the numbers may be anything.
    case tracing(Trace)

    public var isTraining: Bool {
        if case .training = self { true } else { false }
    }

    /// A parameter's value, on the tape if that learns it.
    public func value(of parameter: Parameter) -> Tensor {
        // A trace looks at shapes only, and so a network can be summed up before it has learnt anything.
        if case .tracing = self { return parameter.value }
        precondition(
            parameter.isSet,
            "a parameter of shape \(parameter.value.shape) is not set: initialise(using:) or load(from:) the network")
        return switch self {
        case .training(let tape), .tuning(let tape): tape.value(of: parameter)
        case .inference, .pooled, .tracing: parameter.value
        }
    }
}
