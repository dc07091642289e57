import Basics
import Files
import Glibc
import Models
import Networks
import Pictures
import TensorCore

/// Makes up faces: codes as those of drawn faces are spread, the sketches that belong to them, and colours of some drawn face.
///
/// The codes of faces do not fill the prior's ball: they lie in a tilted ellipsoid within it. So codes are drawn from the normal
/// distribution with their mean and their covariance, which is found after training.
public struct FaceSampler {
    private let network: SketchVAE
    /// The mean of the codes, and the root of their covariance, `[latent]` and `[latent, latent]`.
    let mean, root: Tensor

    /// Drawn faces whose codes are looked at.
    private static let codes = 2048
    /// Under which names weights keep the network, and where codes lie.
    private static let (networkKey, meanKey, rootKey) = ("network", "codes.mean", "codes.root")

    /// A trained network, with the codes of the faces that it learnt from.
    init(_ network: SketchVAE, codesOf sketches: FaceSketches) {
        self.network = network
        let count = min(Self.codes, max(2, sketches.count))
        let means = stride(from: 0, to: count, by: 32).map { start in
            network.encode(sketches.batch(start..<min(start + 32, count)), .inference).mean
        }
        let fit = GaussianFit(of: .concatenated(means, axis: 0))
        mean = Tensor(fit.mean.map(Float.init))
        let size = network.latent
        let root = fit.covariance.mapped { max($0, 0).squareRoot() }
        self.root = Tensor(
            (0..<size * size).map { Float(root[$0 / size, $0 % size]) }, shape: [size, size])
    }

    /// The weights that `nurie train faces` wrote.
    ///
    /// Throws a `FileError` when the file is missing, damaged or holds something else.
    public init(weights path: String) throws {
        let checkpoint = try Checkpoint(contentsOf: path)
        network = try SketchVAE.restore(from: checkpoint, prefix: Self.networkKey)
        guard network.parts == FacePart.all.count else {
            throw FileError(
                path: path,
                problem: "holds a network for \(network.parts) parts of a face, not \(FacePart.all.count)",
                remedy: "Choose weights that `nurie train faces` made")
        }
        mean = try checkpoint.tensor(Self.meanKey)
        root = try checkpoint.tensor(Self.rootKey)
        let latent = network.latent
        guard mean.shape == [latent], root.shape == [latent, latent] else {
            throw FileError(
                path: path,
                problem: "says of codes of \(latent) numbers where they lie in \(mean.shape), \(root.shape)",
                remedy: "Choose weights that `nurie train faces` made")
        }
    }

    /// Writes the weights, in half precision.
    func write(to path: String) throws {
        var checkpoint = Checkpoint()
        checkpoint.store(network, as: Self.networkKey)
        checkpoint.store(mean, as: Self.meanKey)
        checkpoint.store(root, as: Self.rootKey)
        checkpoint.strings = ["network": NetworkCatalog.sketchVAE.name]
        try checkpoint.write(to: path, precision: .float16)
    }

    /// What a face is made of: standard normal numbers for its shapes, and its colours.
    public struct Seed: Sendable {
        let numbers: [Float]
        public let palette: FacePalette

        /// The same face on white paper.
        public var onPaper: Seed { Seed(numbers: numbers, palette: palette.onPaper) }
    }

    /// How far faces are from the middle one, in parts of how far those of drawn faces are.
    public static let usualSpread: Float = 0.9

    /// The seed of face number `index`. With a small `spread` faces are near to the middle: less various, and more regular.
    public func seed(_ index: Int, of seed: UInt64, spread: Float = usualSpread) -> Seed {
        var generator = SeededGenerator(seed: seed ^ 0x6661_6365, stream: UInt64(index))
        let numbers = (0..<network.latent).map { _ in spread * generator.normal() }
        return Seed(numbers: numbers, palette: FacePalette(using: &generator))
    }

    /// The seeds of a walk from one face to another, both among them.
    public func walk(from start: Seed, to end: Seed, count: Int) -> [Seed] {
        precondition(count > 1, "walk: \(count) faces")
        return (0..<count).map { seed(from: start, to: end, share: Float($0) / Float(count - 1)) }
    }

    /// The seed at a share of the way from one face to another, along a great circle: between two normal codes the straight way leads
    /// through the middle, where no code lies.
    public func seed(from start: Seed, to end: Seed, share: Float) -> Seed {
        func length(_ numbers: [Float]) -> Float { numbers.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        let lengths = max(1e-9, length(start.numbers) * length(end.numbers))
        let cosine = zip(start.numbers, end.numbers).reduce(0) { $0 + $1.0 * $1.1 } / lengths
        let angle = acosf(min(1, max(-1, cosine)))
        let isStraight = sinf(angle) < 1e-3
        let own = isStraight ? 1 - share : sinf((1 - share) * angle) / sinf(angle)
        let other = isStraight ? share : sinf(share * angle) / sinf(angle)
        return Seed(
            numbers: zip(start.numbers, end.numbers).map { own * $0 + other * $1 },
            palette: start.palette.mixed(with: end.palette, share: share))
    }

    /// The face of a seed in its own colours, `size` × `size` pixels, RGB.
    public func picture(of seed: Seed, size: Int) -> Picture {
        faces(of: [seed], size: size)[0].painted(in: seed.palette)
    }

    /// The faces of seeds, as lines and cut paper of `size` × `size` pixels.
    public func faces(of seeds: [Seed], size: Int) -> [SketchedFace] {
        guard !seeds.isEmpty else { return [] }
        let numbers = Tensor(seeds.flatMap(\.numbers), shape: [seeds.count, network.latent])
        // The root is symmetric.
        let logits = network.decode(mean + numbers.matrixProduct(root), .inference)
        return (0..<seeds.count).map { index in
            SketchedFace(
                logits.sliced(axis: 0, index..<index + 1).reshaped(to: Array(logits.shape.dropFirst())), size: size)
        }
    }
}
