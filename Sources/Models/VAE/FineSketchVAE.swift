import Networks
import TensorCore

/// A variational autoencoder of fine sketches, whose code is not a row of numbers but a small map: each of its places knows what is near
/// to it, a strand of hair or the corner of a mouth, and no more. It is the first stage of latent diffusion (Rombach et al.,
/// *High-resolution image synthesis with latent diffusion models*, 2022), with sketches in the place of pictures.
///
/// - Sketches `[batch, parts + 1, side, side]`: shares in [0, 1], the ink last; see ``SketchVAE``.
/// - What it gives for codes `[batch, latent, side / 8, side / 8]`: logits of the sketches' shape.
public final class FineSketchVAE: NamedNetwork {
    let encoder: Sequential
    let decoder: Sequential
    /// The numbers at each place of a code.
    public let latent: Int
    /// The parts of a sketch, without the ink.
    public let parts: Int

    /// The side of the sketches, and of their codes.
    public static let (side, codeSide) = (128, 16)

    public init(parts: Int = 22, latent: Int = 8, width w: Int = 24) {
        precondition(parts > 0 && latent > 0 && w > 1, "FineSketchVAE: \(parts) parts, \(latent) numbers, width \(w)")
        (self.parts, self.latent) = (parts, latent)
        let maps = parts + 1
        func halving(_ inputs: Int, _ outputs: Int) -> [any Layer] {
            [Convolution(inputs, outputs, kernel: 4, stride: 2, padding: 1), BatchNorm(outputs), ReLU()]
        }
        func convolution(_ inputs: Int, _ outputs: Int) -> [any Layer] {
            [Convolution(inputs, outputs, kernel: 3, padding: 1), BatchNorm(outputs), ReLU()]
        }
        func doubling(_ inputs: Int, _ outputs: Int) -> [any Layer] {
            [TransposedConvolution(inputs, outputs, kernel: 4, stride: 2, padding: 1), BatchNorm(outputs), ReLU()]
        }
        // Channels and side, for 22 parts and width 24.
        encoder = Sequential(
            halving(maps, w)  // 23, 128 -> 24, 64
                + halving(w, 2 * w)  // -> 48, 32
                + halving(2 * w, 3 * w)  // -> 72, 16
                + [Convolution(3 * w, 2 * latent, kernel: 3, padding: 1)])  // -> 16, 16
        decoder = Sequential(
            convolution(latent, 3 * w)  // 8, 16 -> 72, 16
                + convolution(3 * w, 3 * w)
                + doubling(3 * w, 2 * w)  // -> 48, 32
                + convolution(2 * w, 2 * w)
                + doubling(2 * w, 3 * w / 2)  // -> 36, 64
                + convolution(3 * w / 2, 3 * w / 2)
                + [TransposedConvolution(3 * w / 2, maps, kernel: 4, stride: 2, padding: 1)])  // -> 23, 128
    }

    /// The distributions over codes of sketches.
    public func encode(_ sketches: Tensor, _ mode: Mode) -> Encoding { Encoding(halvesOf: encoder(sketches, mode)) }

    /// The logits of the sketches that belong to codes.
    public func decode(_ codes: Tensor, _ mode: Mode) -> Tensor { decoder(codes, mode) }

    /// The logits after the way through the mean codes; nothing is drawn at random.
    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { decode(encode(x, mode).mean, mode) }
}

extension FineSketchVAE {
    public convenience init(fitting shapes: StoredShapes) {
        let maps = shapes.length(of: "decoder.18.weight", axis: 1) ?? 23
        self.init(
            parts: max(1, maps - 1), latent: shapes.length(of: "decoder.0.weight", axis: 1) ?? 8,
            width: max(2, (shapes.length(of: "decoder.0.weight", axis: 0, upTo: 384) ?? 72) / 3))
    }

    /// Keeps what makes sketches, without the encoder.
    public func storeDecoder(in checkpoint: inout Checkpoint, as prefix: String) {
        checkpoint.store(decoder, as: "\(prefix).decoder")
    }

    /// What makes sketches, out of a checkpoint with or without an encoder; it cannot encode.
    ///
    /// Throws a `FileError` when the checkpoint holds something else.
    public static func decoder(from checkpoint: Checkpoint, prefix: String) throws -> FineSketchVAE {
        let network = FineSketchVAE(fitting: StoredShapes(of: checkpoint, under: prefix))
        try checkpoint.restore(network.decoder, from: "\(prefix).decoder", whose: NetworkCatalog.networkHolding)
        return network
    }

    public var input: InputShape { InputShape(channels: parts + 1, sides: .exactly(Self.side)) }
}
