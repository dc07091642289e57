import Basics
import Files
import Models
import Networks
import Pictures
import TensorCore

/// Makes up faces: codes as those of drawn faces are spread, the sketches that belong to them, and colours of some drawn face.
///
/// The codes of faces do not fill the prior's ball: they lie in a tilted ellipsoid within it. So codes are drawn from the normal
/// distribution with their mean and their covariance, which is found after training.
///
/// Where weights have details, a flow leads such codes to those of drawn faces, and another draws their sketches anew, finer: see
/// ``FaceDetails``.
public struct FaceSampler {
    private(set) var network: SketchVAE
    private(set) var details: FaceDetails?
    /// Whether details are drawn, where there are some.
    private var isFine = true
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

    /// The same faces by a network that can encode, out of the weights that `nurie train faces` wrote.
    ///
    /// Throws a `FileError` when these have no encoder.
    func encoding(weights path: String) throws -> FaceSampler {
        let checkpoint = try Checkpoint(contentsOf: path)
        guard checkpoint.names.contains(where: { $0.hasPrefix("\(Self.networkKey).encoder.") }) else {
            throw FileError(
                path: path, problem: "has no encoder, as weights with details have none",
                remedy: "Choose weights that `nurie train faces` made")
        }
        var sampler = self
        sampler.network = try SketchVAE.restore(from: checkpoint, prefix: Self.networkKey)
        return sampler
    }

    /// The weights that `nurie train faces` or `nurie train details` wrote.
    ///
    /// Throws a `FileError` when the file is missing, damaged or holds something else.
    public init(weights path: String) throws {
        let checkpoint = try Checkpoint(contentsOf: path)
        guard checkpoint.names.contains("\(Self.networkKey).project.weight") else {
            throw FileError(
                path: path, problem: "holds nothing that makes up faces",
                remedy: "Choose weights that `nurie train faces` or `nurie train details` made")
        }
        network = try SketchVAE.decoder(from: checkpoint, prefix: Self.networkKey)
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

    /// The same faces as the VAE alone makes them, whose codes are drawn from a normal distribution.
    public var withoutFlows: FaceSampler {
        var sampler = self
        sampler.details = nil
        return sampler
    }

    /// The same faces as the VAE makes them of codes to which the first flow leads.
    public var withoutDetails: FaceSampler {
        var sampler = self
        sampler.isFine = false
        return sampler
    }

    /// The same faces, their details drawn.
    func drawing(_ details: FaceDetails) -> FaceSampler {
        var sampler = self
        sampler.details = details
        return sampler
    }

    /// Writes the weights, in half precision; those with details do without encoders, for nothing is learnt from them.
    func write(to path: String) throws {
        var checkpoint = Checkpoint()
        if details == nil {
            checkpoint.store(network, as: Self.networkKey)
        } else {
            network.storeDecoder(in: &checkpoint, as: Self.networkKey)
        }
        checkpoint.store(mean, as: Self.meanKey)
        checkpoint.store(root, as: Self.rootKey)
        details?.store(in: &checkpoint)
        checkpoint.strings = ["network": NetworkCatalog.sketchVAE.name]
        try checkpoint.write(to: path, precision: .float16)
    }

    /// The face of a seed in its own colours, `size` × `size` pixels, RGB.
    public func picture(of seed: Seed, size: Int) -> Picture {
        faces(of: [seed], size: size)[0].painted(in: seed.palette)
    }

    /// The face of a seed in the colours and before the backdrop of a drawn face, `size` × `size` pixels, RGB.
    public func portrait(of seed: Seed, size: Int) -> Picture {
        faces(of: [seed], size: size)[0].painted(in: seed.palette, before: seed.backdrop(size: size))
    }

    /// The faces of seeds, as lines and cut paper of `size` × `size` pixels.
    public func faces(of seeds: [Seed], size: Int) -> [SketchedFace] {
        guard !seeds.isEmpty else { return [] }
        let codes = codes(of: seeds)
        guard let details, isFine else { return faces(network.decode(codes, .inference), size) }
        return faces(details.logits(of: way(of: seeds, codes, by: details)[FaceDetails.steps]), size)
    }

    /// A face after some of its steps from noise to details, by default before the first one and after each; where there are no details,
    /// the finished face.
    public func formation(of seed: Seed, size: Int, after chosen: [Int]? = nil) -> [SketchedFace] {
        guard let details, isFine else { return faces(of: [seed], size: size) }
        let way = way(of: [seed], codes(of: [seed]), by: details)
        return (chosen ?? Array(way.indices)).flatMap { faces(details.logits(of: way[$0]), size) }
    }

    private func way(of seeds: [Seed], _ codes: Tensor, by details: FaceDetails) -> [Tensor] {
        details.way(
            of: Tensor(seeds.flatMap(\.noise), shape: [seeds.count, noiseCount]),
            given: network.halfway(codes, .inference))
    }

    /// The coarse codes of seeds, `[seeds, latent]`.
    private func codes(of seeds: [Seed]) -> Tensor {
        // The root is symmetric.
        let normal =
            mean + Tensor(seeds.flatMap(\.numbers), shape: [seeds.count, network.latent]).matrixProduct(root)
        return details?.coarse(normal) ?? normal
    }

    private func faces(_ logits: Tensor, _ size: Int) -> [SketchedFace] {
        (0..<logits.shape[0]).map { index in
            SketchedFace(
                logits.sliced(axis: 0, index..<index + 1).reshaped(to: Array(logits.shape.dropFirst())), size: size)
        }
    }
}
