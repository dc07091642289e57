import Basics

/// Records operations as they run, so that their derivatives can be worked out backwards.
///
/// The tape is a flat list: each entry is one operation's result, and says how a gradient of that result becomes
/// gradients of what it was computed from. Walking the list from its end is reverse-mode differentiation
/// (Griewank and Walther, *Evaluating Derivatives*, chapter 3).
///
/// ```swift
/// let tape = Tape(learning: network.parameters)
/// let loss = meanSquaredError(network(x, .training(tape)), y)
/// let gradients = tape.gradients(of: loss)
/// ```
///
/// A tape serves one backward walk. Only what depends on something that it learns or watches is recorded.
public final class Tape: Sendable {
    /// How a result's gradient is handed on to the operation's inputs.
    typealias Backward = @Sendable (_ gradient: Tensor, _ inputs: inout Accumulator) -> Void

    struct Entry: Sendable {
        let backward: Backward?
    }

    private struct State {
        var entries: [Entry] = []
        var parameters: [ObjectIdentifier: Tensor] = [:]
        /// For each parameter the first entry that reads it: once the walk has passed that, its gradient is complete.
        var firstReaders: [Int] = []
        var isSpent = false
    }
    private let state = Mutex(State())

    /// A tape that learns the given parameters: it gives gradients for these and no others.
    public init(learning parameters: [Parameter] = []) {
        for parameter in parameters {
            let variable = variable(parameter.value)
            state.withLock { $0.parameters[ObjectIdentifier(parameter)] = variable }
        }
        state.withLock { $0.firstReaders = Array(repeating: .max, count: parameters.count) }
    }

    /// The tensor, standing on this tape: operations on it are recorded, and it gets a gradient.
    public func variable(_ tensor: Tensor) -> Tensor {
        record(Tensor(shape: tensor.shape, storage: tensor.storage), backward: nil)
    }

    /// The parameter's value; on the tape if the tape learns it.
    public func value(of parameter: Parameter) -> Tensor {
        state.withLock { $0.parameters[ObjectIdentifier(parameter)] } ?? parameter.value
    }

    /// The value as a new entry of the tape. Once the gradients were taken the tape is spent and records nothing more,
    /// so that the backward walk itself can compute with the tensors that it recorded.
    func record(_ value: Tensor, reading inputs: [Tensor] = [], backward: Backward?) -> Tensor {
        let index = state.withLock { state -> Int? in
            guard !state.isSpent else { return nil }
            let index = state.entries.count
            state.entries.append(Entry(backward: backward))
            for input in inputs where input.slot.tape === self && input.slot.index < state.firstReaders.count {
                state.firstReaders[input.slot.index] = min(state.firstReaders[input.slot.index], index)
            }
            return index
        }
        guard let index else { return value }
        return Tensor(shape: value.shape, storage: value.storage, slot: Slot(tape: self, index: index))
    }

    /// The gradients of one number with respect to everything the tape learns or watches.
    ///
    /// The walk lets go of each entry as it passes, and of the memory that only that entry held.
    public func gradients(of loss: Tensor) -> Gradients {
        precondition(loss.count == 1, "gradients: of shape \(loss.shape); only one number has a gradient")
        return gradients(of: loss, from: Tensor(repeating: 1, shape: loss.shape))
    }

    /// The products of `gradient`, which has the result's shape, with the result's Jacobians.
    public func gradients(of result: Tensor, from gradient: Tensor) -> Gradients {
        let (accumulator, parameters) = walk(from: result, gradient) { _, _ in }
        let learnt = parameters.compactMapValues { accumulator.gradients[$0.slot.index] }
        return Gradients(tape: self, bySlot: accumulator.gradients, byParameter: learnt)
    }

    /// The gradients of one number, each as soon as the walk has completed it, so that it can be sent on while the walk
    /// goes on. A parameter goes by its place in the list that the tape learns; one that the number does not depend on
    /// is left out.
    public func forEachGradient(of loss: Tensor, _ body: (_ parameter: Int, _ gradient: Tensor) -> Void) {
        precondition(loss.count == 1, "gradients: of shape \(loss.shape); only one number has a gradient")
        let readers = state.withLock(\.firstReaders)
        let parametersByReader = Dictionary(grouping: readers.indices) { readers[$0] }
        let one = Tensor(repeating: 1, shape: loss.shape)
        let (accumulator, _) = walk(from: loss, one) { entry, accumulator in
            for parameter in parametersByReader[entry] ?? [] {
                if let gradient = accumulator.gradients[parameter].take() { body(parameter, gradient) }
            }
        }
        precondition(
            accumulator.gradients.prefix(readers.count).allSatisfy { $0 == nil },
            "gradients: an operation gave a gradient to a parameter that it was not recorded from")
    }

    /// Walks back from a result, and tells `passed` each entry that it is done with.
    private func walk(
        from result: Tensor, _ gradient: Tensor, passed: (_ entry: Int, inout Accumulator) -> Void
    ) -> (Accumulator, parameters: [ObjectIdentifier: Tensor]) {
        precondition(result.slot.tape === self, "gradients: the result depends on nothing that this tape learns")
        precondition(
            result.shape == gradient.shape, "gradients: result \(result.shape), gradient \(gradient.shape)")
        var (entries, parameters) = state.withLock { state in
            precondition(!state.isSpent, "Tape: gradients were already taken from this tape; make a new one")
            state.isSpent = true
            // The parameters' values are let go of too, so that an optimiser can change them in place.
            defer { (state.entries, state.parameters) = ([], [:]) }
            return (state.entries, state.parameters)
        }
        var accumulator = Accumulator(tape: self, count: entries.count)
        accumulator.gradients[result.slot.index] = gradient
        while let entry = entries.popLast() {
            let index = entries.count
            // A variable keeps its gradient.
            if let backward = entry.backward, let gradient = accumulator.gradients[index].take() {
                backward(gradient, &accumulator)
            }
            passed(index, &accumulator)
        }
        return (accumulator, parameters)
    }
}

/// Where on a tape a tensor stands, if it does; without its numbers, so that an entry that needs only to know where a
/// gradient goes does not keep them in memory.
///
/// The tape is held weakly: its entries hold tensors, and a circle would never be freed.
public struct Slot: Sendable {
    private(set) weak var tape: Tape?
    let index: Int

    static let none = Slot(tape: nil, index: -1)
}

/// Adds up the gradients that reach each entry of a tape.
public struct Accumulator {
    private let tape: Tape
    fileprivate(set) var gradients: [Tensor?]

    init(tape: Tape, count: Int) {
        self.tape = tape
        gradients = Array(repeating: nil, count: count)
    }

    /// Whether the tape wants a gradient for this input.
    public func wants(_ input: Slot) -> Bool { input.tape === tape }

    /// Adds a gradient for one input of the operation. It is computed only if the tape wants it.
    public mutating func add(to input: Slot, _ gradient: () -> Tensor) {
        guard wants(input) else { return }
        let contribution = gradient()
        if var sum = gradients[input.index].take() {
            sum.add(contribution)
            gradients[input.index] = sum
        } else {
            gradients[input.index] = contribution.detached
        }
    }

    /// Adds a gradient for one input of the operation. The entry then keeps the input's numbers too.
    public mutating func add(to input: Tensor, _ gradient: () -> Tensor) {
        add(to: input.slot) {
            let gradient = gradient()
            precondition(
                gradient.shape == input.shape, "gradient of shape \(gradient.shape) for an input of \(input.shape)")
            return gradient
        }
    }
}

/// What a backward walk found.
public struct Gradients: Sendable {
    fileprivate let tape: Tape
    fileprivate let bySlot: [Tensor?]
    fileprivate let byParameter: [ObjectIdentifier: Tensor]

    fileprivate init(tape: Tape, bySlot: [Tensor?], byParameter: [ObjectIdentifier: Tensor]) {
        (self.tape, self.bySlot, self.byParameter) = (tape, bySlot, byParameter)
    }

    /// Gradients that were worked out elsewhere, such as means over several tapes.
    public init(_ gradients: [(parameter: Parameter, gradient: Tensor)]) {
        let pairs = gradients.map { (ObjectIdentifier($0.parameter), $0.gradient.detached) }
        self.init(tape: Tape(), bySlot: [], byParameter: Dictionary(uniqueKeysWithValues: pairs))
    }

    /// The gradient of a parameter that the tape learns; nil if the result does not depend on it.
    public subscript(parameter: Parameter) -> Tensor? { byParameter[ObjectIdentifier(parameter)] }

    /// The gradient of a variable of the tape; nil if the result does not depend on it.
    public subscript(variable: Tensor) -> Tensor? {
        variable.slot.tape === tape ? bySlot[variable.slot.index] : nil
    }
}

extension Tensor {
    /// The same numbers, off every tape: what is computed from it is not recorded.
    public var detached: Tensor { Tensor(shape: shape, storage: storage) }

    /// Puts an operation's result on the tape of its inputs, if one of them stands on a tape.
    ///
    /// This is how every operation of the core is made differentiable, and how to add one:
    /// ```swift
    /// func squared(_ x: Tensor) -> Tensor {
    ///     x.detached.raised(to: 2).recorded(from: x) { gradient, inputs in
    ///         inputs.add(to: x) { 2 * x * gradient }
    ///     }
    /// }
    /// ```
    public func recorded(
        from inputs: Tensor...,
        backward: @escaping @Sendable (_ gradient: Tensor, _ inputs: inout Accumulator) -> Void
    ) -> Tensor {
        recorded(from: inputs, backward: backward)
    }

    public func recorded(
        from inputs: [Tensor], backward: @escaping @Sendable (_ gradient: Tensor, _ inputs: inout Accumulator) -> Void
    ) -> Tensor {
        var tape: Tape?
        for case let candidate? in inputs.map(\.slot.tape) {
            precondition(tape == nil || tape === candidate, "an operation's inputs stand on two different tapes")
            tape = candidate
        }
        return tape?.record(self, reading: inputs, backward: backward) ?? self
    }
}
