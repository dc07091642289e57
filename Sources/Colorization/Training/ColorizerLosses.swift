import Basics
import Models
import Networks
import Pictures
import TensorCore

/// How far colours are from the true ones.
public enum ColouringError: String, CaseIterable, Sendable {
    /// The mean of the squares, the article's: least for the mean of all colours that are possible.
    case squared
    /// The mean of the absolute differences, that of PaintsChainer's code: least for their median.
    case absolute
    /// The absolute error of brightness and colour differences (YUV), in which PaintsChainer's code works: a wrong hue counts
    /// as much as a wrong brightness.
    case yuv

    /// The error of `coloured` against `truth`, per number.
    public func callAsFunction(_ coloured: Tensor, _ truth: Tensor) -> Tensor {
        switch self {
        case .squared: meanSquaredError(coloured, truth)
        case .absolute: meanAbsoluteError(coloured, truth)
        case .yuv: (coloured - truth).inYUV().absolute().mean()
        }
    }

    /// Its name in logs and figures.
    public var name: String { self == .yuv ? "YUV error" : "\(rawValue) error" }
}

/// The classes that the adversary tells apart.
public enum AdversaryClass {
    /// A true picture.
    public static let genuine = 0
    /// One that the colorizer coloured.
    public static let coloured = 1
}

/// What the colorizer loses to its adversary: the cross-entropy between what the adversary says of coloured pictures
/// `[batch, 3, side, side]` and "genuine".
///
/// The tape of `mode` is the colorizer's: it does not learn the adversary, so that this turn changes the colorizer alone.
public func deceptionLoss(of coloured: Tensor, _ adversary: Adversary, _ mode: Mode) -> Tensor {
    softmaxCrossEntropy(
        adversary(coloured, mode), classes: Array(repeating: AdversaryClass.genuine, count: coloured.shape[0]))
}

/// What the adversary loses: the sum of the cross-entropies of true pictures with "genuine" and of coloured ones with
/// "coloured", both `[batch, 3, side, side]`.
///
/// The tape of `mode` is the adversary's: `coloured` is to be detached, so that this turn changes the adversary alone.
public func detectionLoss(truth: Tensor, coloured: Tensor, _ adversary: Adversary, _ mode: Mode) -> Tensor {
    // Two passes, as in PaintsChainer: each is normalised by itself.
    [(truth, AdversaryClass.genuine), (coloured, AdversaryClass.coloured)].reduce(Tensor(0)) { sum, pictures in
        let (pictures, label) = pictures
        let classes = Array(repeating: label, count: pictures.shape[0])
        return sum + softmaxCrossEntropy(adversary(pictures, mode), classes: classes)
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
