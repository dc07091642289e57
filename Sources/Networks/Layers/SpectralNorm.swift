import Basics
import TensorCore

/// A convolution whose weight is divided by its spectral norm, the most by which it can lengthen a vector, so that a
/// discriminator cannot become arbitrarily steep (Miyato et al., *Spectral normalization for generative adversarial
/// networks*, 2018, algorithm 1).
///
/// The weight is seen as a matrix `[outputs, the rest]`. Its norm is σ = uᵀ · weight · v, where u and v are vectors that
/// come closer to the right ones by one power iteration in each training call: v ← weightᵀ · u and u ← weight · v, both
/// scaled to length 1. They are constants for the gradient. In inference they stay as they are.
///
/// - Shapes and initialisation are the convolution's; `weight_u` `[outputs]` and `weight_v` `[the rest]` are at first
///   random directions.
/// - Names are those of PyTorch's `torch.nn.utils.spectral_norm`: `bias`, `weight_orig`, `weight_u`, `weight_v`. The newer
///   `torch.nn.utils.parametrizations.spectral_norm` has others.
public final class SpectralNorm: FusibleLayer {
    public let convolution: Convolution
    private let u: Buffer
    private let v: Buffer
    /// Keeps a zero vector from dividing; PyTorch's.
    private let epsilon: Float = 1e-12

    public init(_ convolution: Convolution) {
        self.convolution = convolution
        let shape = convolution.weight.value.shape
        u = Buffer(Tensor(zeros: [shape[0]]))
        v = Buffer(Tensor(zeros: [shape.dropFirst().reduce(1, *)]))
    }

    /// None: the convolution's parameters go by other names here.
    public var children: [(name: String, module: any Module)] { [] }

    public var ownState: [StateEntry] {
        (convolution.bias.map { [StateEntry("bias", $0)] } ?? []) + [
            StateEntry("weight_orig", convolution.weight), StateEntry("weight_u", u), StateEntry("weight_v", v),
        ]
    }

    public func initialiseOwnState(using generator: inout SeededGenerator) {
        convolution.initialise(using: &generator)
        for vector in [u, v] {
            vector.value = unit(Tensor(normalWithMean: 0, shape: vector.value.shape, using: &generator))
        }
    }

    public func forward(_ x: Tensor, _ mode: Mode, then activation: Activation) -> Tensor {
        let weight = mode.value(of: convolution.weight)
        let matrix = weight.reshaped(to: [u.value.count, v.value.count])
        if mode.isTraining { iterate(matrix.detached) }
        let row = u.value.reshaped(to: [1, u.value.count])
        let column = v.value.reshaped(to: [v.value.count, 1])
        let norm = row.matrixProduct(matrix.matrixProduct(column)).reshaped(to: [])
        return convolution.convolve(
            x, with: weight / norm, bias: convolution.bias.map { mode.value(of: $0) }, then: activation)
    }

    /// One power iteration.
    private func iterate(_ matrix: Tensor) {
        let row = u.value.reshaped(to: [1, u.value.count])
        v.value = unit(row.matrixProduct(matrix).reshaped(to: [v.value.count]))
        let column = v.value.reshaped(to: [v.value.count, 1])
        u.value = unit(matrix.matrixProduct(column).reshaped(to: [u.value.count]))
    }

    private func unit(_ vector: Tensor) -> Tensor {
        vector / max(vector.squared().sum().squareRoot().item, epsilon)
    }
}
