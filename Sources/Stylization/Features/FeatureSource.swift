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
