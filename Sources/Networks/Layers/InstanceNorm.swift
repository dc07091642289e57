import Basics
import TensorCore

/// Gives each channel of each picture mean 0 and variance 1, then a learnt scale and shift (Ulyanov, Vedaldi and
/// Lempitsky, *Instance normalization: the missing ingredient for fast stylization*, 2016).
///
/// - Input and output `[batch, channels, height, width]`.
/// - `weight` and `bias` `[channels]`, at first 1 and 0; none if not `affine`.
public final class InstanceNorm: FusibleLayer {
    private let affine: ChannelAffine?
    public let epsilon: Float

    /// `names` is for checkpoints that call the scale and the shift otherwise.
    public init(
        _ channels: Int, affine: Bool = true, epsilon: Float = 1e-5,
        names: (scale: String, shift: String) = ("weight", "bias")
    ) {
        self.affine = affine ? ChannelAffine(channels, names: names) : nil
        self.epsilon = epsilon
    }

    public var ownState: [StateEntry] { affine?.state ?? [] }

    public func initialiseOwnState(using generator: inout SeededGenerator) { affine?.initialise() }

    public func forward(_ x: Tensor, _ mode: Mode, then activation: Activation) -> Tensor {
        if case .pooled(let statistics) = mode {
            return statistics.normalized(
                x, by: self, groups: x.shape[1], scale: affine?.scale(mode), shift: affine?.shift(mode),
                epsilon: epsilon
            ).activated(by: activation)
        }
        return x.instanceNormalized(
            scale: affine?.scale(mode), shift: affine?.shift(mode), epsilon: epsilon, activation: activation)
    }
}
