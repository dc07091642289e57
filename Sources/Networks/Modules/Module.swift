import Basics
import TensorCore

/// A layer, or a network made of layers: something that holds parameters under names.
///
/// A network only declares its parts. They are found by reflection, in the order of declaration; a layer in an array
/// is named by its place, and an optional one is a part if it is there. So that
///
/// ```swift
/// final class Block: Layer {
///     let conv = Convolution(3, 64, kernel: 3)
///     let norm = BatchNorm(64)
/// }
/// ```
///
/// holds `conv.weight`, `conv.bias`, `norm.weight` and so on, which are the names of PyTorch's `state_dict`. Classes
/// that conform are to be final: what a superclass declares is not found.
///
/// Making a network says what it looks like; its parameters are set by ``initialise(using:)`` or by ``load(from:)``.
public protocol Module: AnyObject {
    /// The parts, with their names. By default the stored properties that are modules.
    var children: [(name: String, module: any Module)] { get }

    /// What the layer itself holds, apart from its parts, under PyTorch's names and in PyTorch's order.
    var ownState: [StateEntry] { get }

    /// Sets the layer's own state at random, apart from its parts.
    func initialiseOwnState(using generator: inout SeededGenerator)
}

extension Module {
    public var ownState: [StateEntry] { [] }

    public func initialiseOwnState(using generator: inout SeededGenerator) {}

    public var children: [(name: String, module: any Module)] {
        Mirror(reflecting: self).children.flatMap { name, value -> [(name: String, module: any Module)] in
            guard let name else { return [] }
            if let module = value as? any Module { return [(name, module)] }
            guard let modules = value as? [any Module] else { return [] }
            return modules.enumerated().map { ("\(name).\($0)", $1) }
        }
    }

    /// Sets all parameters and buffers anew, part by part in the order of declaration.
    public func initialise(using generator: inout SeededGenerator) {
        initialiseOwnState(using: &generator)
        for child in children { child.module.initialise(using: &generator) }
    }

    /// The same network, its parameters and buffers set anew.
    public func initialised(using generator: inout SeededGenerator) -> Self {
        initialise(using: &generator)
        return self
    }
}

// MARK: - What a network holds

extension Module {
    /// Everything that a checkpoint has to hold, under PyTorch's names.
    public var namedState: [StateEntry] {
        children.reduce(into: ownState) { state, child in
            state += child.module.namedState.map { $0.named("\(child.name).\($0.name)") }
        }
    }

    /// The parameters, which are learnt, with their names.
    public var namedParameters: [NamedParameter] {
        var seen: Set<ObjectIdentifier> = []
        return namedState.compactMap { entry in
            guard case .learnt(let parameter) = entry.content else { return nil }
            return seen.insert(ObjectIdentifier(parameter)).inserted ? (entry.name, parameter) : nil
        }
    }

    /// The parameters, which are learnt; one that is used twice is given once.
    public var parameters: [Parameter] { namedParameters.map(\.parameter) }

    /// How many numbers are learnt.
    public var parameterCount: Int { parameters.reduce(0) { $0 + $1.value.count } }
}

public typealias NamedParameter = (name: String, parameter: Parameter)
