import Files
import TensorCore

extension Checkpoint {
    /// Keeps what an optimiser remembers: `prefix.PARAMETER.exp_avg` and so on, and its steps as `prefix.step`.
    public mutating func store(_ optimiser: some Optimiser, as prefix: String) {
        store(optimiser.stepCount, as: joined(prefix, "step"))
        for memory in optimiser.memories {
            for (parameter, tensor) in zip(optimiser.parameters, memory.tensors) {
                store(tensor, as: joined(prefix, "\(parameter.name).\(memory.name)"))
            }
        }
    }

    /// Sets what an optimiser remembers to what `store` kept; its next step is as if it had never stopped.
    ///
    /// All or nothing: when a `FileError` is thrown, because a name is missing, a shape differs or a number is not
    /// finite, the optimiser is as it was. The learning rate and the other options are not kept.
    public func restore(_ optimiser: some Optimiser, from prefix: String) throws {
        let stepCount = try integer(joined(prefix, "step"))
        guard stepCount >= 0 else { throw missing(joined(prefix, "step")) }
        let tensors = try optimiser.memories.map { memory in
            try optimiser.parameters.map { name, parameter in
                let name = joined(prefix, "\(name).\(memory.name)")
                if let shape = shape(of: name), shape != parameter.value.shape {
                    throw FileError(
                        path: path, problem: "\(quoted(name)) is \(shape) where \(parameter.value.shape) is expected",
                        remedy: "Go on with the same network as before, or start anew")
                }
                return try tensor(name)
            }
        }
        for (memory, tensors) in zip(optimiser.memories, tensors) { memory.tensors = tensors }
        optimiser.stepCount = stepCount
    }
}
