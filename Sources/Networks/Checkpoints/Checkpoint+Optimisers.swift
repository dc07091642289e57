import Files
import TensorCore

extension Checkpoint {
    /// Keeps what an optimiser remembers: `prefix.PARAMETER.exp_avg` and so on, and its steps as `prefix.step`.
    public mutating func store(_ optimiser: some Optimiser, as prefix: String) {
        store(optimiser.stepCount, as: joined(prefix, "step"))
        for memory in optimiser.memories { store(memory, of: optimiser.parameters, as: prefix) }
    }

    /// Sets what an optimiser remembers to what `store` kept; its next step is as if it had never stopped.
    ///
    /// All or nothing: when a `FileError` is thrown, because a name is missing, a shape differs or a number is not
    /// finite, the optimiser is as it was. The learning rate and the other options are not kept.
    public func restore(_ optimiser: some Optimiser, from prefix: String) throws {
        let stepCount = try count(joined(prefix, "step"))
        let tensors = try optimiser.memories.map { try self.tensors(for: $0, of: optimiser.parameters, from: prefix) }
        for (memory, tensors) in zip(optimiser.memories, tensors) { memory.tensors = tensors }
        optimiser.stepCount = stepCount
    }

    /// Keeps a running mean of weights, as `prefix.PARAMETER.average`.
    public mutating func store(_ average: ExponentialMovingAverage, as prefix: String) {
        store(average.averages, of: average.parameters, as: prefix)
    }

    /// Sets a running mean of weights to what `store` kept; all or nothing, as for an optimiser.
    public func restore(_ average: ExponentialMovingAverage, from prefix: String) throws {
        average.averages.tensors = try tensors(for: average.averages, of: average.parameters, from: prefix)
    }

    private mutating func store(_ memory: OptimiserMemory, of parameters: [NamedParameter], as prefix: String) {
        for (parameter, tensor) in zip(parameters, memory.tensors) {
            store(tensor, as: joined(prefix, "\(parameter.name).\(memory.name)"))
        }
    }

    private func tensors(
        for memory: OptimiserMemory, of parameters: [NamedParameter], from prefix: String
    ) throws -> [Tensor] {
        try parameters.map { name, parameter in
            let name = joined(prefix, "\(name).\(memory.name)")
            if let shape = shape(of: name), shape != parameter.value.shape {
                throw FileError(
                    path: path, problem: "\(quoted(name)) is \(shape) where \(parameter.value.shape) is expected",
                    remedy: "Go on with the same network as before, or start anew")
            }
            return try tensor(name)
        }
    }

    /// A number of steps; throws a `FileError` for one that no run can have reached.
    func count(_ name: String) throws -> Int {
        let number = try integer(name)
        // More than a century has milliseconds: the file is damaged, and one more would overflow.
        guard (0...1 << 42).contains(number) else {
            throw FileError(
                path: path, problem: "\(quoted(name)) is \(number), which is no number of steps",
                remedy: "It is damaged: take an earlier checkpoint, or start anew")
        }
        return number
    }
}
