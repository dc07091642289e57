import Models
import TensorCore

/// How large a feature network's numbers are, beside those of VGG19 that the published weights of the losses were found with:
/// weights for pictures in 0...255, whose features are of the order of hundreds.
///
/// The published weights mean nothing for another network: the content term grows with the features, the style term with
/// their squares. A log of AnimeGAN's training (its issue 36) shows a generator's loss of about 1100, of which the
/// adversarial term is about 300 when the discriminator is good; so content and style together weigh some two and a half
/// times as much as it. Here both are scaled until they would on pictures at hand.
public struct FeatureCalibration: Sendable, Equatable {
    /// What the content and the style term are to be multiplied with.
    public let content, style: Float
    private let arePhotographsAlike, areStylesAlike: Bool

    /// What 1.5 times the content term of two different photographs is to be.
    static let contentOfOthers: Float = 800
    /// What three times the style term between photographs and style pictures is to be.
    static let styleOfPhotographs: Float = 400

    /// Differences below this share of the features' own size are none: the weights would have to be immense.
    private static let leastDifference: Float = 1e-3

    /// Measured on photographs, at least two, and as many style pictures, RGB in [-1, 1].
    public init(of features: FeatureNetwork, photographs: Tensor, styles: Tensor) {
        let count = photographs.shape[0]
        precondition(count > 1, "FeatureCalibration: \(count) photographs; two are needed")
        let map = features.features(of: photographs)
        let next = Tensor.concatenated([map.sliced(axis: 0, 1..<count), map.sliced(axis: 0, 0..<1)], axis: 0)
        let greyStyles = features.features(of: styles.grey())
        let (difference, distance) = (meanAbsoluteError(map, next).item, styleError(map, greyStyles).item)
        content = Self.contentOfOthers / (1.5 * max(1e-12, difference))
        style = Self.styleOfPhotographs / (3 * max(1e-12, distance))
        arePhotographsAlike = difference <= Self.leastDifference * map.absolute().mean().item
        areStylesAlike = distance <= Self.leastDifference * gramMatrix(map).absolute().mean().item
    }

    /// Throws a ``CalibrationError`` when the photographs did not differ from each other, or not from the style.
    public func check() throws {
        if arePhotographsAlike {
            throw CalibrationError(
                "The photographs are all alike, so nothing says how far two of them differ in content. "
                    + "Give different ones: hundreds to learn anything.")
        }
        if areStylesAlike {
            throw CalibrationError(
                "The photographs look like the drawings of the style already, so there is no style to learn. "
                    + "Give photographs as photographs, and drawings as the style.")
        }
    }

    /// The objective with its weights fitted to the network.
    public func fitted(_ objective: AnimeObjective) -> AnimeObjective {
        var fitted = objective
        fitted.generator.content *= content
        fitted.generator.style *= style
        return fitted
    }
}

/// Why losses cannot be weighted: what they are measured on has no differences.
public struct CalibrationError: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
