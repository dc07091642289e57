import Basics
import TensorCore

/// Every input number adds a weighted window to the output; it is what a convolution's gradient does, and so it makes
/// small maps large (Zeiler et al., *Deconvolutional networks*, 2010).
///
/// - Input `[batch, inputs, height, width]`, output `[batch, outputs, h, w]` with
///   h = (height − 1) · stride − 2 · padding + kernel + outputPadding, and w likewise.
/// - `weight` `[inputs, outputs, kernel, kernel]`, by default uniform in ±1/√(outputs · kernel²), as in PyTorch.
/// - `bias` `[outputs]`, unless left out; by default drawn from the same range.
///
/// `outputPadding` adds rows and columns at the bottom and right, because several input sizes lead to one output size of
/// a strided convolution.
public final class TransposedConvolution: FoldingLayer {
    public let weight: Parameter
    public let bias: Parameter?
    public let stride: Int
    public let padding: Int
    public let outputPadding: Int
    private let weightInitialiser: Initialiser
    private let biasInitialiser: Initialiser

    public init(
        _ inputs: Int, _ outputs: Int, kernel: Int, stride: Int = 1, padding: Int = 0, outputPadding: Int = 0,
        bias: Bool = true, weight weightInitialiser: Initialiser = .kaimingUniform,
        biasInitialiser: Initialiser? = nil
    ) {
        weight = Parameter(shape: [inputs, outputs, kernel, kernel])
        self.bias = bias ? Parameter(shape: [outputs]) : nil
        self.stride = stride
        self.padding = padding
        self.outputPadding = outputPadding
        self.weightInitialiser = weightInitialiser
        self.biasInitialiser = biasInitialiser ?? .bias(besideWeightOf: weight.value.shape)
    }

    public var ownState: [StateEntry] { weightAndBias(weight, bias) }

    public func initialiseOwnState(using generator: inout SeededGenerator) {
        weight.set(by: weightInitialiser, using: &generator)
        bias?.set(by: biasInitialiser, using: &generator)
    }

    public func forward(_ x: Tensor, _ mode: Mode, then activation: Activation) -> Tensor {
        convolve(x, with: mode.value(of: weight), bias: bias.map { mode.value(of: $0) }, then: activation)
    }

    public func forward(_ x: Tensor, folding norm: BatchNorm, then activation: Activation) -> Tensor {
        let (factor, offset) = norm.line
        let bias = bias.map { Mode.inference.value(of: $0) * factor + offset } ?? offset
        return convolve(x, with: Mode.inference.value(of: weight), bias: bias, scale: factor, then: activation)
    }

    private func convolve(
        _ x: Tensor, with weight: Tensor, bias: Tensor?, scale: Tensor? = nil, then activation: Activation
    ) -> Tensor {
        x.transposeConvolved(
            with: weight, bias: bias, scale: scale, stride: stride, padding: padding, outputPadding: outputPadding,
            activation: activation)
    }
}
