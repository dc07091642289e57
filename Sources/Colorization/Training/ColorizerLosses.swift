import Basics
import Models
import Networks
import Pictures
import TensorCore

/// How far colours are from the true ones.
public enum ReconstructionLoss: String, CaseIterable, Sendable {
    /// The mean of the squares, the article's: least for the mean of all colours that are possible.
    case squared
    /// The mean of the absolute differences, that of PaintsChainer's code: least for their median.
    case absolute
    /// The absolute error of brightness and colour differences (YUV), in which PaintsChainer's code works: a wrong hue counts
    /// as much as a wrong brightness.
    case yuv

    /// The error of `colored` against `truth`, per number.
    public func callAsFunction(_ colored: Tensor, _ truth: Tensor) -> Tensor {
        switch self {
        case .squared: meanSquaredError(colored, truth)
        case .absolute: meanAbsoluteError(colored, truth)
        case .yuv: (colored - truth).inYUV().absolute().mean()
        }
    }

    /// Its name in logs and figures.
    public var name: String { self == .yuv ? "YUV error" : "\(rawValue) error" }
}

/// The classes that the discriminator tells apart.
public enum DiscriminatorClass {
    /// A true picture.
    public static let genuine = 0
    /// One that the colorizer coloured.
    public static let colored = 1
}

/// The colorizer's adversarial loss: the cross-entropy between what the discriminator says of coloured pictures
/// `[batch, 3, side, side]` and "genuine".
///
/// The tape of `mode` is the colorizer's. It does not learn the discriminator, so this step changes the colorizer alone.
public func adversarialLoss(of colored: Tensor, _ discriminator: ColorizerDiscriminator, _ mode: Mode) -> Tensor {
    softmaxCrossEntropy(
        discriminator(colored, mode), classes: Array(repeating: DiscriminatorClass.genuine, count: colored.shape[0]))
}

/// The discriminator's loss: the sum of the cross-entropies of true pictures with "genuine" and of coloured ones with
/// "coloured", both `[batch, 3, side, side]`.
///
/// The tape of `mode` is the discriminator's. `colored` is to be detached, so that this step changes the discriminator alone.
public func discriminatorLoss(truth: Tensor, colored: Tensor, _ discriminator: ColorizerDiscriminator, _ mode: Mode)
    -> Tensor
{
    // Two passes, as in PaintsChainer: each is normalised by itself.
    [(truth, DiscriminatorClass.genuine), (colored, DiscriminatorClass.colored)].reduce(Tensor(0)) { sum, pictures in
        let (pictures, label) = pictures
        let classes = Array(repeating: label, count: pictures.shape[0])
        return sum + softmaxCrossEntropy(discriminator(pictures, mode), classes: classes)
    }
}

extension Tensor {
    /// RGB `[batch, 3, height, width]` as brightness and colour differences; see `YUV`.
    fileprivate func inYUV() -> Tensor {
        let channels = (0..<3).map { sliced(axis: 1, $0..<$0 + 1) }
        let mixed = YUV.fromRGB.map { row in zip(channels, row).map { $0 * $1 }.reduce(Tensor(0), +) }
        return .concatenated(mixed, axis: 1)
    }
}
