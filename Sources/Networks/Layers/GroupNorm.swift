import Basics
import TensorCore

/// Gives each group of channels of each picture mean 0 and variance 1, then each channel a learnt scale and shift (Wu and
/// He, *Group normalization*, 2018).
///
/// - Input and output `[batch, channels, height, width]`; the number of channels is a multiple of `groups`.
/// - `weight` and `bias` `[channels]`, at first 1 and 0; none if not `affine`.
public final class GroupNorm: FusibleLayer {
    private let affine: ChannelAffine?
    public let groups: Int
    public let epsilon: Float

    public init(groups: Int, _ channels: Int, affine: Bool = true, epsilon: Float = 1e-5) {
        precondition(groups > 0 && channels % groups == 0, "GroupNorm: \(groups) groups of \(channels) channels")
        self.affine = affine ? ChannelAffine(channels) : nil
        self.groups = groups
        self.epsilon = epsilon
    }

    public var ownState: [StateEntry] { affine?.state ?? [] }

    public func initialiseOwnState(using generator: inout SeededGenerator) { affine?.initialise() }

    public func forward(_ x: Tensor, _ mode: Mode, then activation: Activation) -> Tensor {
        if case .pooled(let statistics) = mode {
            return statistics.normalized(
                x, by: self, groups: groups, scale: affine?.scale(mode), shift: affine?.shift(mode), epsilon: epsilon
            ).activated(by: activation)
        }
        return x.groupNormalized(
            groups: groups, scale: affine?.scale(mode), shift: affine?.shift(mode), epsilon: epsilon,
            activation: activation)
    }
}
