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
///
/// Where weights have details, a flow draws the sketches anew, finer: see ``FaceDetails``.
public struct FaceSampler {
    let network: SketchVAE
    private var details: FaceDetails?
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
            throw Self.wrongParts(network.parts, in: path, by: "nurie train faces")
        }
        mean = try checkpoint.tensor(Self.meanKey)
        root = try checkpoint.tensor(Self.rootKey)
        details = try FaceDetails(from: checkpoint)
        if let problem = details?.problem(beside: network) {
            throw FileError(path: path, problem: problem, remedy: "Choose weights that `nurie train details` made")
        }
        let latent = network.latent
        guard mean.shape == [latent], root.shape == [latent, latent] else {
            throw FileError(
                path: path,
                problem: "says of codes of \(latent) numbers where they lie in \(mean.shape), \(root.shape)",
                remedy: "Choose weights that `nurie train faces` made")
        }
    }

    /// A network for another number of parts than faces have.
    static func wrongParts(_ parts: Int, in path: String, by maker: String) -> FileError {
        FileError(
            path: path, problem: "holds a network for \(parts) parts of a face, not \(FacePart.all.count)",
            remedy: "Choose weights that `\(maker)` made")
    }

    /// The same faces as the VAE alone makes them.
    public var withoutDetails: FaceSampler {
        var sampler = self
        sampler.details = nil
        return sampler
    }

    /// The same faces, their details drawn.
    func drawing(_ details: FaceDetails) -> FaceSampler {
        var sampler = self
        sampler.details = details
        return sampler
    }

    /// Writes the weights, in half precision.
    func write(to path: String) throws {
        var checkpoint = Checkpoint()
        checkpoint.store(network, as: Self.networkKey)
        checkpoint.store(mean, as: Self.meanKey)
        checkpoint.store(root, as: Self.rootKey)
        details?.store(in: &checkpoint)
        checkpoint.strings = ["network": NetworkCatalog.sketchVAE.name]
        try checkpoint.write(to: path, precision: .float16)
    }

    /// What a face is made of: standard normal numbers for its shapes and for its details, and its colours.
    public struct Seed: Sendable {
        let numbers: [Float]
        /// As many as ``noiseCount``.
        let noise: [Float]
        public let palette: FacePalette

        /// The same face on white paper.
        public var onPaper: Seed { Seed(numbers: numbers, noise: noise, palette: palette.onPaper) }
    }

    /// The numbers of noise that details begin as; none where there are no details.
    private var noiseCount: Int { details?.noiseCount ?? 0 }

    /// Noise for a seed's details.
    func noise(using generator: inout SeededGenerator) -> [Float] { (0..<noiseCount).map { _ in generator.normal() } }

    /// How far faces are from the middle one, in parts of how far those of drawn faces are.
    public static let usualSpread: Float = 0.9

    /// The seed of face number `index`. With a small `spread` faces are near to the middle: less various, and more regular.
    public func seed(_ index: Int, of seed: UInt64, spread: Float = usualSpread) -> Seed {
        var generator = SeededGenerator(seed: seed ^ 0x6661_6365, stream: UInt64(index))
        let numbers = (0..<network.latent).map { _ in spread * generator.normal() }
        let palette = FacePalette(using: &generator)
        return Seed(numbers: numbers, noise: noise(using: &generator), palette: palette)
    }

    /// The same face, its details drawn anew from other noise.
    public func redrawn(_ seed: Seed, as number: UInt64) -> Seed {
        var generator = SeededGenerator(seed: number ^ 0x6465_7461)
        return Seed(numbers: seed.numbers, noise: noise(using: &generator), palette: seed.palette)
    }

    /// The seeds of a walk from one face to another, both among them.
    public func walk(from start: Seed, to end: Seed, count: Int) -> [Seed] {
        precondition(count > 1, "walk: \(count) faces")
        return (0..<count).map { seed(from: start, to: end, share: Float($0) / Float(count - 1)) }
    }

    /// The seed at a share of the way from one face to another, along a great circle: between two normal codes the straight way leads
    /// through the middle, where no code lies.
    public func seed(from start: Seed, to end: Seed, share: Float) -> Seed {
        Seed(
            numbers: Self.between(start.numbers, end.numbers, share),
            noise: Self.between(start.noise, end.noise, share),
            palette: start.palette.mixed(with: end.palette, share: share))
    }

    /// The point at a share of the great circle between two.
    private static func between(_ start: [Float], _ end: [Float], _ share: Float) -> [Float] {
        func length(_ numbers: [Float]) -> Float { numbers.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        let lengths = max(1e-9, length(start) * length(end))
        let cosine = zip(start, end).reduce(0) { $0 + $1.0 * $1.1 } / lengths
        let angle = acosf(min(1, max(-1, cosine)))
        let isStraight = sinf(angle) < 1e-3
        let own = isStraight ? 1 - share : sinf((1 - share) * angle) / sinf(angle)
        let other = isStraight ? share : sinf(share * angle) / sinf(angle)
        return zip(start, end).map { own * $0 + other * $1 }
    }

    /// The face of a seed in its own colours, `size` × `size` pixels, RGB.
    public func picture(of seed: Seed, size: Int) -> Picture {
        faces(of: [seed], size: size)[0].painted(in: seed.palette)
    }

    /// The faces of seeds, as lines and cut paper of `size` × `size` pixels.
    public func faces(of seeds: [Seed], size: Int) -> [SketchedFace] {
        guard !seeds.isEmpty else { return [] }
        let codes = codes(of: seeds)
        guard let details else { return faces(network.decode(codes, .inference), size) }
        return faces(details.logits(of: way(of: seeds, codes, by: details)[FaceDetails.steps]), size)
    }

    /// A face on the way from noise to its details, both ends among them; the finished one alone where there are no details.
    public func formation(of seed: Seed, size: Int) -> [SketchedFace] {
        guard let details else { return faces(of: [seed], size: size) }
        return way(of: [seed], codes(of: [seed]), by: details).flatMap { faces(details.logits(of: $0), size) }
    }

    private func way(of seeds: [Seed], _ codes: Tensor, by details: FaceDetails) -> [Tensor] {
        details.way(
            of: Tensor(seeds.flatMap(\.noise), shape: [seeds.count, noiseCount]),
            given: network.halfway(codes, .inference))
    }

    /// The coarse codes of seeds, `[seeds, latent]`.
    private func codes(of seeds: [Seed]) -> Tensor {
        // The root is symmetric.
        mean + Tensor(seeds.flatMap(\.numbers), shape: [seeds.count, network.latent]).matrixProduct(root)
    }

    private func faces(_ logits: Tensor, _ size: Int) -> [SketchedFace] {
        (0..<logits.shape[0]).map { index in
            SketchedFace(
                logits.sliced(axis: 0, index..<index + 1).reshaped(to: Array(logits.shape.dropFirst())), size: size)
        }
    }
}
