import Basics
import Networks
import TensorCore

/// A variational autoencoder of sketches: for each pixel how much it belongs to each part of a face, and how much of it is ink.
///
/// - Sketches `[batch, parts + 1, side, side]`: shares in [0, 1], the ink last.
/// - What it gives for codes `[batch, latent]`: logits of the same shape, those of the parts for a softmax over them, that of
///   the ink for a sigmoid.
///
/// Pixels are mixed of colours, and the mean of two hair styles is fog. Parts are not: the larger share wins, and its border is
/// sharp wherever it lies.
public final class SketchVAE: NamedNetwork {
    let encoder: Sequential
    let project: Linear
    let decoder: Sequential
    /// The numbers in a code.
    public let latent: Int
    /// The parts of a sketch, without the ink.
    public let parts: Int
    private let width: Int

    /// The side of the sketches.
    public static let side = 64

    public init(parts: Int = 22, latent: Int = 64, width w: Int = 32) {
        precondition(parts > 0 && latent > 0 && w > 0, "SketchVAE: \(parts) parts, \(latent) numbers, width \(w)")
        (self.parts, self.latent, width) = (parts, latent, w)
        let maps = parts + 1
        func convolution(_ inputs: Int, _ outputs: Int) -> [any Layer] {
            [Convolution(inputs, outputs, kernel: 4, stride: 2, padding: 1), BatchNorm(outputs), ReLU()]
        }
        func transposed(_ inputs: Int, _ outputs: Int) -> [any Layer] {
            [TransposedConvolution(inputs, outputs, kernel: 4, stride: 2, padding: 1), BatchNorm(outputs), ReLU()]
        }
        // Channels and side, for 22 parts and width 32.
        encoder = Sequential(
            convolution(maps, w)  // 23, 64 -> 32, 32
                + convolution(w, 2 * w)  // -> 64, 16
                + convolution(2 * w, 3 * w)  // -> 96, 8
                + convolution(3 * w, 4 * w)  // -> 128, 4
                + [Flatten(), Linear(64 * w, 2 * latent)])  // -> 2048 -> 128
        project = Linear(latent, 64 * w)  // 64 -> 2048
        decoder = Sequential(
            [BatchNorm(4 * w), ReLU()]  // 128, 4
                + transposed(4 * w, 3 * w)  // -> 96, 8
                + transposed(3 * w, 2 * w)  // -> 64, 16
                + transposed(2 * w, 3 * w / 2)  // -> 48, 32
                + transposed(3 * w / 2, w)  // -> 32, 64
                + [Convolution(w, maps, kernel: 3, padding: 1)])  // -> 23, 64
    }

    /// The distributions over codes of sketches.
    public func encode(_ sketches: Tensor, _ mode: Mode) -> Encoding { Encoding(halvesOf: encoder(sketches, mode)) }

    /// The logits of the sketches that belong to codes.
    public func decode(_ codes: Tensor, _ mode: Mode) -> Tensor { decoder(bottom(of: codes, mode), mode) }

    /// The map half-way between codes and logits, `[batch, halfwayChannels, side / 4, side / 4]`: what a face is to be like, for a network
    /// that draws it finer.
    public func halfway(_ codes: Tensor, _ mode: Mode) -> Tensor {
        run(Array(decoder.layers[..<8]), bottom(of: codes, mode), mode)
    }

    /// The channels of ``halfway(_:_:)``.
    public var halfwayChannels: Int { 2 * width }

    private func bottom(of codes: Tensor, _ mode: Mode) -> Tensor {
        project(codes, mode).reshaped(to: [codes.shape[0], 4 * width, Self.side / 16, Self.side / 16])
    }

    /// The logits after the way through the mean codes; nothing is drawn at random.
    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { decode(encode(x, mode).mean, mode) }
}

extension SketchVAE {
    public convenience init(fitting shapes: StoredShapes) {
        let maps = shapes.length(of: "decoder.14.weight", axis: 0) ?? 23
        self.init(
            parts: max(1, maps - 1), latent: shapes.length(of: "project.weight", axis: 1, upTo: 4096) ?? 64,
            width: shapes.length(of: "decoder.14.weight", axis: 1) ?? 32)
    }

    /// Keeps what makes faces, without the encoder.
    public func storeDecoder(in checkpoint: inout Checkpoint, as prefix: String) {
        checkpoint.store(project, as: "\(prefix).project")
        checkpoint.store(decoder, as: "\(prefix).decoder")
    }

    /// What makes faces, out of a checkpoint with or without an encoder; it cannot encode.
    ///
    /// Throws a `FileError` when the checkpoint holds something else.
    public static func decoder(from checkpoint: Checkpoint, prefix: String) throws -> SketchVAE {
        let network = SketchVAE(fitting: StoredShapes(of: checkpoint, under: prefix))
        try checkpoint.restore(network.project, from: "\(prefix).project", whose: NetworkCatalog.networkHolding)
        try checkpoint.restore(network.decoder, from: "\(prefix).decoder", whose: NetworkCatalog.networkHolding)
        return network
    }

    public var input: InputShape { InputShape(channels: parts + 1, sides: .exactly(Self.side)) }
}
