import Basics
import TensorCore

/// Gives each picture as a whole mean 0 and variance 1, then each channel a learnt scale and shift (Ba, Kiros and Hinton,
/// *Layer normalization*, 2016, in the form of AnimeGANv2).
///
/// It is PyTorch's `nn.GroupNorm(1, channels)`, and not its `nn.LayerNorm`, which has a scale for each number.
///
/// - Input and output `[batch, channels, height, width]`.
/// - `weight` and `bias` `[channels]`, at first 1 and 0; none if not `affine`.
public final class LayerNorm: FusibleLayer {
    private let affine: ChannelAffine?
    public let epsilon: Float

    public init(_ channels: Int, affine: Bool = true, epsilon: Float = 1e-5) {
        self.affine = affine ? ChannelAffine(channels) : nil
        self.epsilon = epsilon
    }

    public var ownState: [StateEntry] { affine?.state ?? [] }

    public func initialiseOwnState(using generator: inout SeededGenerator) { affine?.initialise() }

    public func forward(_ x: Tensor, _ mode: Mode, then activation: Activation) -> Tensor {
        if case .pooled(let statistics) = mode {
            return statistics.normalized(
                x, by: self, groups: 1, scale: affine?.scale(mode), shift: affine?.shift(mode), epsilon: epsilon
            ).activated(by: activation)
        }
        return x.layerNormalized(
            scale: affine?.scale(mode), shift: affine?.shift(mode), epsilon: epsilon, activation: activation)
    }
}
