import Datasets
import TensorCore

/// Measures samples of a model of faces against true faces that it has learnt from.
public struct FaceYardstick {
    public let reader: FaceReader
    /// What true faces give.
    private let fit: GaussianFit
    private let energy: Double
    private let spread: Double

    /// A yardstick of true faces `[faces, 3, 64, 64]` in [0, 1].
    public init(_ faces: Tensor, reader: FaceReader) {
        self.reader = reader
        fit = GaussianFit(of: reader.features(of: faces))
        energy = PictureMeasures.gradientEnergy(of: faces)
        spread = PictureMeasures.spread(of: faces)
    }

    /// The scores of pictures of the same shape; only those of equally many pictures can be compared.
    public func scores(of pictures: Tensor) -> FaceScores {
        let readings = reader.readings(of: pictures)
        return FaceScores(
            sharpness: PictureMeasures.gradientEnergy(of: pictures) / energy,
            distance: GaussianFit(of: reader.features(of: pictures)).frechetDistance(to: fit),
            spread: PictureMeasures.spread(of: pictures) / spread,
            hairColours: PictureMeasures.effectiveCount(of: readings.map { $0[.hair] }),
            kinds: Set(readings).count)
    }
}

/// How samples compare with true faces.
public struct FaceScores: Sendable {
    /// Their gradient energy over that of true faces. Above 1 is no praise: noise does that.
    public let sharpness: Double
    /// The squared Fréchet distance of features. Lower is better; true faces do not reach 0 either.
    public let distance: Double
    /// How far two samples are from each other, over what that is for true faces.
    public let spread: Double
    /// How many hair colours there are in effect, as the reader sees them.
    public let hairColours: Double
    /// How many combinations of traits there are.
    public let kinds: Int
}
