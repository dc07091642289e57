import TensorCore

/// A module that makes one tensor of one tensor: `layer(x, .inference)`.
public protocol Layer: Module {
    /// What the layer does. It is called through `layer(x, mode)`, so that a trace sees every call.
    func forward(_ x: Tensor, _ mode: Mode) -> Tensor
}

extension Layer {
    public func callAsFunction(_ x: Tensor, _ mode: Mode) -> Tensor {
        let output = forward(x, mode)
        if case .tracing(let trace) = mode { trace.note(self, took: x, gave: output) }
        return output
    }
}

/// Layers one after the other, named by their places: `0.weight`, `1.weight` and so on.
///
/// Layers without parameters count too, as in PyTorch's `nn.Sequential`.
public final class Sequential: Layer {
    public let layers: [any Layer]

    public init(_ layers: any Layer...) { self.layers = layers }

    public init(_ layers: [any Layer]) { self.layers = layers }

    public var children: [(name: String, module: any Module)] { layers.enumerated().map { ("\($0)", $1) } }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { run(layers, x, mode) }
}
