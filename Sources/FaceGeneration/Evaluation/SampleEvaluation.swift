import Pictures
import TensorCore

/// Made-up faces beside drawn ones that no training saw.
public struct SampleEvaluation: Sendable {
    /// The sharpness of the samples, as gradient energy, and how far they are from each other, over those of drawn faces.
    public let sharpness, spread: Double
    /// How far a sample is on average from the nearest face that was learnt from, over what that is for drawn faces that were not:
    /// one that only repeats is far below 1.
    public let novelty: Double

    /// Pixels in a side at which faces are compared with each other.
    private static let side = 32

    /// All of one size; `learnt` are some of the faces that were learnt from, `drawn` others.
    public init(samples: [Picture], drawn: [Picture], learnt: [Picture]) {
        let (made, truth) = (Tensor(pictures: samples), Tensor(pictures: drawn))
        sharpness = PictureMeasures.gradientEnergy(of: made) / PictureMeasures.gradientEnergy(of: truth)
        let small = [samples, drawn, learnt].map {
            $0.map { $0.resized(toWidth: Self.side, height: Self.side, .area) }
        }
        spread =
            PictureMeasures.spread(of: Tensor(pictures: small[0]))
            / PictureMeasures.spread(of: Tensor(pictures: small[1]))
        novelty = Self.nearest(of: small[0], among: small[2]) / Self.nearest(of: small[1], among: small[2])
    }

    /// The mean distance to the nearest of others: the root of the mean squared error.
    private static func nearest(of pictures: [Picture], among others: [Picture]) -> Double {
        pictures.reduce(0.0) { sum, picture in
            sum + Double(others.map { picture.squaredError(to: $0) }.min() ?? 0).squareRoot()
        } / Double(pictures.count)
    }
}
