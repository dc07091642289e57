import Basics
import Files
import Models
import TensorCore

/// The feature network that AnimeGAN's losses see by.
public enum FeatureSource {
    /// The one that comes with Nurie, or the one that an option names: `vgg19=FILE`, or `FILE`.
    ///
    /// Throws a `FileError` when the file is missing, damaged or holds another network.
    public static func network(_ option: String? = nil) throws -> FeatureNetwork {
        guard let option else { return try .load(from: ShippedData.path(of: "features.safetensors")) }
        let prefix = "vgg19="
        guard option.hasPrefix(prefix) else { return try .load(from: option) }
        let path = String(option.dropFirst(prefix.count))
        let network = try FeatureNetwork.load(from: path)
        guard network.parameterCount == NetworkCatalog.vgg19.parameterCount else {
            throw FileError(
                path: path, problem: "holds a feature network of \(network.parameterCount) parameters, not VGG19",
                remedy: "Name it without vgg19=, or give torchvision's weights of VGG19")
        }
        return network
    }
}

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

    /// What 1.5 times the content term of two different photographs is to be.
    static let contentOfOthers: Float = 800
    /// What three times the style term between photographs and style pictures is to be.
    static let styleOfPhotographs: Float = 400

    /// Measured on photographs, at least two, and as many style pictures, RGB in [-1, 1].
    public init(of features: FeatureNetwork, photographs: Tensor, styles: Tensor) {
        let count = photographs.shape[0]
        precondition(count > 1, "FeatureCalibration: \(count) photographs; two are needed")
        let map = features.features(of: photographs)
        let next = Tensor.concatenated([map.sliced(axis: 0, 1..<count), map.sliced(axis: 0, 0..<1)], axis: 0)
        let greyStyles = features.features(of: styles.grey())
        content = Self.contentOfOthers / (1.5 * max(1e-12, meanAbsoluteError(map, next).item))
        style = Self.styleOfPhotographs / (3 * max(1e-12, styleError(map, greyStyles).item))
    }

    /// The objective with its weights fitted to the network.
    public func fitted(_ objective: AnimeObjective) -> AnimeObjective {
        var fitted = objective
        fitted.generator.content *= content
        fitted.generator.style *= style
        return fitted
    }
}
