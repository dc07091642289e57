import Files
import Networks
import TensorCore

/// A network of the ``NetworkCatalog``. It comes in several sizes, which can be told from the shapes of its parameters.
public protocol NamedNetwork: Layer {
    /// A network of the size that the shapes in a checkpoint tell, and of the usual size where they do not. Its
    /// parameters are not set.
    init(fitting shapes: StoredShapes)

    /// The inputs that it takes.
    var input: InputShape { get }

    /// What other projects that published weights of it call its parameters, where that differs.
    static var published: [PublishedNames] { get }
}

extension NamedNetwork {
    public static var published: [PublishedNames] { [] }
}

extension NamedNetwork {
    /// The network that a file holds, in the size that the file says; `prefix` says under which name, if the file is a
    /// training run's checkpoint. It is a safetensors file, an `.npz` file or a folder of `.npy` files, with our names or
    /// those of ``published``.
    ///
    /// Throws a `FileError` when the file is damaged or holds something else; it says what, if the catalogue knows it.
    public static func load(from path: String, prefix: String = "") throws -> Self {
        try restore(from: Checkpoint(contentsOf: path), prefix: prefix)
    }

    /// The network that a checkpoint holds under a prefix, in the size that the checkpoint says; see
    /// ``load(from:prefix:)``.
    public static func restore(from checkpoint: Checkpoint, prefix: String = "") throws -> Self {
        let translation =
            prefix.isEmpty ? try published.lazy.compactMap { try $0.translation(of: checkpoint) }.first : nil
        let checkpoint = translation ?? checkpoint
        let network = Self(fitting: StoredShapes(of: checkpoint, under: prefix))
        try checkpoint.restore(network, from: prefix, whose: NetworkCatalog.networkHolding)
        return network
    }
}

extension NamedNetwork {
    /// Runs the network on a tensor that a user gave; `source` is the file that it came from.
    ///
    /// Throws a `FileError` when the tensor is of a shape that the network does not take.
    public func output(for tensor: Tensor, from source: String) throws -> Tensor {
        if let problem = input.problem(with: tensor.shape) {
            throw FileError(path: source, problem: problem, remedy: "The network takes \(input)")
        }
        return self(tensor, .inference)
    }
}

/// The shapes of the tensors in a checkpoint.
public struct StoredShapes {
    private let shape: (_ name: String) -> [Int]?

    /// No shapes at all: every network has its usual size.
    public init() { shape = { _ in nil } }

    public init(of checkpoint: Checkpoint, under prefix: String = "") {
        shape = { name in checkpoint.shape(of: prefix.isEmpty ? name : "\(prefix).\(name)") }
    }

    /// The length of an axis, if there is such a tensor and its length is within the limit. A file may state any shape,
    /// and is not to decide how much memory is asked for before it has been compared with a network.
    func length(of name: String, axis: Int, upTo limit: Int = 128) -> Int? {
        guard let shape = shape(name), shape.indices.contains(axis), (1...limit).contains(shape[axis])
        else { return nil }
        return shape[axis]
    }

    /// The side of the pictures of a network that halves them four times to 8 · width maps, if an axis of a tensor has a place
    /// for each number of those maps; the usual 64 otherwise.
    func side(ofFeatures name: String, axis: Int, width: Int) -> Int {
        guard let features = length(of: name, axis: axis, upTo: 1 << 16) else { return 64 }
        return (1...16).first { 8 * width * $0 * $0 == features }.map { 16 * $0 } ?? 64
    }
}
