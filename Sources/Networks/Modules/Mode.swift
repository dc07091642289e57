import TensorCore

/// What a network is run for; it is said in every call, `network(x, .training(tape))`.
public enum Mode {
    /// Parameters come from the tape, and batch norm uses the batch's own statistics.
    ///
    /// Parameters that the tape does not learn are constants: a network is frozen by not telling the tape about it,
    /// and gradients still flow through it to its input.
    case training(Tape)
    /// Parameters are constants, and batch norm uses its running statistics.
    case inference
    /// As in inference, and the trace notes what each layer gave.
    case tracing(Trace)

    public var isTraining: Bool {
        if case .training = self { true } else { false }
    }

    /// A parameter's value, on the tape if that learns it.
    public func value(of parameter: Parameter) -> Tensor {
        precondition(
            parameter.isSet,
            "a parameter of shape \(parameter.value.shape) is not set: initialise(using:) or load(from:) the network")
        if case .training(let tape) = self { return tape.value(of: parameter) }
        return parameter.value
    }
}
