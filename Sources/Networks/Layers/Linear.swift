import Basics
import TensorCore

/// Every output is a weighted sum of all inputs: y = x · weightᵀ + bias.
///
/// - Input `[batch, inputs]`, output `[batch, outputs]`.
/// - `weight` `[outputs, inputs]`, by default uniform in ±1/√inputs, as in PyTorch.
/// - `bias` `[outputs]`, unless left out; by default drawn from the same range.
public final class Linear: Layer {
    public let weight: Parameter
    public let bias: Parameter?
    private let weightInitialiser: Initialiser
    private let biasInitialiser: Initialiser

    public init(
        _ inputs: Int, _ outputs: Int, bias: Bool = true, weight weightInitialiser: Initialiser = .kaimingUniform,
        biasInitialiser: Initialiser? = nil
    ) {
        weight = Parameter(shape: [outputs, inputs])
        self.bias = bias ? Parameter(shape: [outputs]) : nil
        self.weightInitialiser = weightInitialiser
        self.biasInitialiser = biasInitialiser ?? .bias(besideWeightOf: weight.value.shape)
    }

    public var ownState: [StateEntry] { weightAndBias(weight, bias) }

    public func initialiseOwnState(using generator: inout SeededGenerator) {
        weight.set(by: weightInitialiser, using: &generator)
        bias?.set(by: biasInitialiser, using: &generator)
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        let product = x.matrixProduct(mode.value(of: weight).transposed())
        return bias.map { product + mode.value(of: $0) } ?? product
    }
}

/// The state of a layer with a weight, and a bias if it is there.
func weightAndBias(_ weight: Parameter, _ bias: Parameter?) -> [StateEntry] {
    [StateEntry("weight", weight)] + (bias.map { [StateEntry("bias", $0)] } ?? [])
}

extension Parameter {
    /// Draws the value anew.
    func set(by initialiser: Initialiser, using generator: inout SeededGenerator) {
        value = initialiser(shape: value.shape, using: &generator)
    }
}
