import Basics
import TensorCore

/// Every output number is a weighted sum of a window of the input: output channel o at row y and column x is
/// Σ weight[o, c, i, j] · input[c, stride · y + i, stride · x + j] + bias[o], over the padded input.
///
/// - Input `[batch, inputs, height, width]`, output `[batch, outputs, h, w]` with
///   h = (height + top + bottom − kernel) / stride + 1, rounded down, and w likewise.
/// - `weight` `[outputs, inputs / groups, kernel, kernel]`, by default uniform in ±1/√(inputs / groups · kernel²), as in
///   PyTorch.
/// - `bias` `[outputs]`, unless left out; by default drawn from the same range.
///
/// With `groups`, the channels are cut into that many parts that do not see each other; as many groups as channels make
/// a depthwise convolution.
public final class Convolution: FoldingLayer {
    public let weight: Parameter
    public let bias: Parameter?
    public let stride: Int
    public let padding: Padding
    public let paddingMode: PaddingMode
    public let groups: Int
    private let weightInitialiser: Initialiser
    private let biasInitialiser: Initialiser

    public init(
        _ inputs: Int, _ outputs: Int, kernel: Int, stride: Int = 1, padding: Padding = 0,
        paddingMode: PaddingMode = .zero, groups: Int = 1, bias: Bool = true,
        weight weightInitialiser: Initialiser = .kaimingUniform, biasInitialiser: Initialiser? = nil
    ) {
        precondition(
            groups > 0 && inputs % groups == 0 && outputs % groups == 0,
            "Convolution: \(groups) groups of \(inputs) inputs and \(outputs) outputs")
        weight = Parameter(shape: [outputs, inputs / groups, kernel, kernel])
        self.bias = bias ? Parameter(shape: [outputs]) : nil
        self.stride = stride
        self.padding = padding
        self.paddingMode = paddingMode
        self.groups = groups
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

    /// The layer with another weight and bias in the place of its own.
    func convolve(
        _ x: Tensor, with weight: Tensor, bias: Tensor?, scale: Tensor? = nil, then activation: Activation = .none
    ) -> Tensor {
        // The operation pads by itself where it can, without a padded copy of the input.
        guard paddingMode == .zero, padding == Padding(padding.top) else {
            return x.padded(padding, with: paddingMode)
                .convolved(
                    with: weight, bias: bias, scale: scale, stride: stride, groups: groups, activation: activation)
        }
        return x.convolved(
            with: weight, bias: bias, scale: scale, stride: stride, padding: padding.top, groups: groups,
            activation: activation)
    }
}

extension Padding: ExpressibleByIntegerLiteral {
    /// The same on every side.
    public init(integerLiteral all: Int) { self.init(all) }
}
