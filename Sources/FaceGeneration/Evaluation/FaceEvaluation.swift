import TensorCore

/// Measures samples of a model of faces against true faces that it has learnt from.
public struct FaceEvaluation {
    public let reader: FaceReader
    /// What true faces give.
    private let fit, thumbnailFit: GaussianFit
    private let energy: Double
    private let spread: Double

    /// The measures of true faces `[faces, 3, side, side]` in [0, 1].
    public init(_ faces: Tensor, reader: FaceReader) {
        self.reader = reader
        fit = GaussianFit(of: reader.features(of: faces))
        thumbnailFit = GaussianFit(of: PictureMeasures.thumbnails(of: faces))
        energy = PictureMeasures.gradientEnergy(of: faces)
        spread = PictureMeasures.spread(of: faces)
    }

    /// The scores of pictures of the same shape; only those of equally many pictures can be compared.
    public func scores(of pictures: Tensor) -> FaceScores {
        let readings = reader.readings(of: pictures)
        return FaceScores(
            sharpness: PictureMeasures.gradientEnergy(of: pictures) / energy,
            distance: GaussianFit(of: reader.features(of: pictures)).frechetDistance(to: fit),
            layout: GaussianFit(of: PictureMeasures.thumbnails(of: pictures)).frechetDistance(to: thumbnailFit),
            spread: PictureMeasures.spread(of: pictures) / spread,
            hairColors: PictureMeasures.effectiveCount(of: readings.map { $0[.hair] }),
            kinds: Set(readings).count)
    }
}

/// How samples compare with true faces.
public struct FaceScores: Sendable {
    /// Their gradient energy over that of true faces. Above 1 is no praise: noise does that.
    public let sharpness: Double
    /// The squared Fréchet distance of the reader's features. Lower is better; true faces do not reach 0 either.
    public let distance: Double
    /// The squared Fréchet distance of grey thumbnails of 8x8. It sees whether there is a face at all, which the reader, who
    /// looks for colours, may not. Lower is better.
    public let layout: Double
    /// How far two samples are from each other, over what that is for true faces.
    public let spread: Double
    /// How many hair colours there are in effect, as the reader sees them.
    public let hairColors: Double
    /// How many combinations of traits there are.
    public let kinds: Int
}
