import Basics
import Models
import TensorCore
import Training

/// What two networks say of drawn faces: where the coarse code lies, and which fine code belongs to it.
struct FaceCodes {
    /// The coarse codes' means and deviations, `[faces, latent]`.
    let means, deviations: Tensor
    /// Fine codes `[faces, latent, side, side]`, of mean 0 and variance 1 in each channel.
    let fine: Tensor
    /// What was taken from each channel of the fine codes, and what they were divided by, `[latent, 1, 1]`.
    let center, scale: Tensor

    /// The codes of `count` faces that are drawn for it.
    init(of count: Int, seed: UInt64, coarse: SketchVAE, fine network: FineSketchVAE) {
        let sketches = FaceSketches(seed: seed, count: count, side: FineSketchVAE.side)
        var progress = Progress("codes", total: count)
        var encodings = [(coarse: Encoding, fine: Tensor)]()
        for start in stride(from: 0, to: count, by: Self.batch) {
            let range = start..<min(start + Self.batch, count)
            let drawn = FaceSketches.joined(inParallelMap(range.count) { sketches[start + $0] })
            encodings.append(
                (coarse.encode(drawn.averagePooled(size: 2), .inference), network.encode(drawn, .inference).mean))
            progress.update(range.upperBound)
        }
        progress.finish()
        means = .concatenated(encodings.map(\.coarse.mean), axis: 0)
        deviations = Tensor.concatenated(encodings.map { (0.5 * $0.coarse.logVariance).exp() }, axis: 0)
        let codes = Tensor.concatenated(encodings.map(\.fine), axis: 0)
        let shape = [codes.shape[1], 1, 1]
        center = codes.mean(axes: [0, 2, 3]).reshaped(to: shape)
        scale = (codes.variance(axes: [0, 2, 3]) + 1e-12).squareRoot().reshaped(to: shape)
        fine = (codes - center) / scale
    }

    /// Faces that are drawn and encoded together.
    private static let batch = 32
}
