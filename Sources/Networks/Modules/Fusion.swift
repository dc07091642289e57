import TensorCore

// Layers that follow each other, done in one pass over memory where that is possible. It changes what a step costs, not
// what it computes but for rounding, and not the names of the parameters.

/// A layer that can end with an activation at no cost.
public protocol FusibleLayer: Layer {
    /// What the layer does, and the activation after it.
    func forward(_ x: Tensor, _ mode: Mode, then activation: Activation) -> Tensor
}

extension FusibleLayer {
    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { forward(x, mode, then: .none) }
}

/// A convolution that can take a batch norm behind it into its own weights: in inference a batch norm only scales and
/// shifts each channel.
public protocol FoldingLayer: FusibleLayer {
    /// What the layer and the norm behind it do in inference, and the activation after them.
    func forward(_ x: Tensor, folding norm: BatchNorm, then activation: Activation) -> Tensor
}

/// A layer that is nothing but an activation.
protocol ActivationLayer: Layer {
    var activation: Activation { get }
}

/// Runs layers one after the other, several in one pass where they fit together.
public func run(_ layers: [any Layer], _ x: Tensor, _ mode: Mode) -> Tensor {
    var x = x
    var rest = layers[...]
    while let layer = rest.popFirst() {
        // A trace is to see every layer by itself.
        if case .tracing = mode {
            x = layer(x, mode)
        } else if case .inference = mode, let folding = layer as? any FoldingLayer,
            let norm = rest.first as? BatchNorm
        {
            rest.removeFirst()
            x = folding.forward(x, folding: norm, then: popActivation(&rest))
        } else if let fusible = layer as? any FusibleLayer {
            x = fusible.forward(x, mode, then: popActivation(&rest))
        } else {
            x = layer(x, mode)
        }
    }
    return x
}

/// Takes away the first layer if it is an activation, and says which.
private func popActivation(_ layers: inout ArraySlice<any Layer>) -> Activation {
    guard let layer = layers.first as? any ActivationLayer else { return .none }
    layers.removeFirst()
    return layer.activation
}
