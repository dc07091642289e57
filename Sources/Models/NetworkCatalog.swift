import Networks
import TensorCore

/// The networks of the project, by name.
public enum NetworkCatalog {
    public static let all = [colorizer, colorizerAdversary, faceVAE]

    public static let colorizer = NetworkDescription(
        name: "colorizer", purpose: "colours a line drawing along hints (U-net)", exampleSide: 128, UNet.self)

    public static let colorizerAdversary = NetworkDescription(
        name: "colorizer-adversary", purpose: "tells coloured pictures from true ones", exampleSide: 128,
        Adversary.self)

    public static let faceVAE = NetworkDescription(
        name: "face-vae", purpose: "makes codes of faces, and faces of codes", exampleSide: FaceVAE.side, FaceVAE.self
    )

    /// The network of the given name; nil if there is none.
    public static func network(named name: String) -> NetworkDescription? { all.first { $0.name == name } }

    /// The network whose parameters have the given names, in words; nil if there is none.
    static func networkHolding(_ names: [String]) -> String? {
        // Old files lack the counters of batch norm.
        func essential(_ names: [String]) -> Set<String> {
            Set(names.filter { !$0.hasSuffix(".num_batches_tracked") })
        }
        let names = essential(names)
        return all.first { essential($0.keyNames) == names }.map { "the network \($0.name)" }
    }
}
