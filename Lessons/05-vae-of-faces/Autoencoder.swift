import Models
import Networks
import TensorCore

/// The article's autoencoder, or its encoder with another decoder.
final class Autoencoder: Module {
    let vae: FaceVAE
    let painter: (any Painter)?

    init(_ vae: FaceVAE, painter: (any Painter)? = nil) {
        self.vae = vae
        self.painter = painter
    }

    /// Pictures `[batch, 3, 64, 64]` in [-1, 1] from codes. `original` is what a painter may look at.
    func paint(_ codes: Tensor, original: Tensor, _ mode: Mode) -> Tensor {
        painter?.paint(codes, original: original, mode) ?? vae.decode(codes, mode)
    }

    /// What is trained: where another decoder paints, nothing of the article's; and no encoder but this network's, though a
    /// painter may own a whole VAE.
    var learnt: [NamedParameter] {
        namedParameters.filter { parameter in
            painter == nil || parameter.name.hasPrefix("vae.encoder")
                || parameter.name.hasPrefix("painter") && !parameter.name.hasPrefix("painter.vae.encoder")
        }
    }

    /// The parameters of the decoder.
    var decoderCount: Int {
        learnt.reduce(0) { $0 + ($1.name.hasPrefix("vae.encoder") ? 0 : $1.parameter.value.count) }
    }
}

/// A decoder to put in the place of the article's.
protocol Painter: Module {
    func paint(_ codes: Tensor, original: Tensor, _ mode: Mode) -> Tensor
}

/// Too simple: every number of the picture is a weighted sum of the code's.
final class LinearPainter: Painter {
    let weights: Linear

    init(latent: Int) {
        weights = Linear(
            latent, 3 * FaceVAE.side * FaceVAE.side, weight: .normal(deviation: 0.02), biasInitialiser: .zeros)
    }

    func paint(_ codes: Tensor, original: Tensor, _ mode: Mode) -> Tensor {
        weights(codes, mode).reshaped(to: [codes.shape[0], 3, FaceVAE.side, FaceVAE.side])
    }
}

/// The article's decoder in another width than its encoder.
final class ArticlePainter: Painter {
    let vae: FaceVAE

    init(latent: Int, width: Int) { vae = FaceVAE(latent: latent, width: width, lastMap: width) }

    func paint(_ codes: Tensor, original: Tensor, _ mode: Mode) -> Tensor { vae.decode(codes, mode) }
}

/// A decoder with another source than the code: it predicts each pixel from the code and from pixels before it, in the five rows
/// above and the one on the left.
///
/// In training these are the original's. It factors p(x|z) into a product over the pixels, as PixelCNN does (Van den Oord
/// et al., 2016), so it is a likelihood like any other. The code's part is a small picture made by the article's decoder.
final class NextPixelPainter: Painter {
    let vae: FaceVAE
    let above: Convolution
    let mix: Convolution
    let color: Convolution

    init(latent: Int, width: Int) {
        vae = FaceVAE(latent: latent, width: width, lastMap: 2 * width)
        above = Convolution(3, 24, kernel: 5, padding: 2)
        mix = Convolution(3 + 24 + 3, 24, kernel: 1)
        color = Convolution(24, 3, kernel: 1)
    }

    func paint(_ codes: Tensor, original: Tensor, _ mode: Mode) -> Tensor {
        // Shifted by three rows, the window of five ends in the row above; the mixing sees a pixel at a time.
        let rows = above(original.moved(axis: 2, by: 3), mode).relu()
        let inputs = [vae.decode(codes, mode), rows, original.moved(axis: 3, by: 1)]
        return color(mix(Tensor.concatenated(inputs, axis: 1), mode).relu(), mode)
    }

    /// Pictures of codes without an original: each pixel sees those that were painted before it.
    func freeRunning(_ codes: Tensor) -> Tensor {
        let decoded = vae.decode(codes, .inference)
        let (count, side) = (codes.shape[0], FaceVAE.side)
        // Five empty rows above the picture, so that the first window is whole.
        var painted = (0..<5).map { _ in Tensor(zeros: [count, 3, 1, side]) }
        for row in 0..<side {
            // In `paint` the last three rows of the original have been shifted out of the picture.
            let seen = painted.suffix(5).enumerated().map { place, pixels in
                row - 5 + place < side - 3 ? pixels : Tensor(zeros: [count, 3, 1, side])
            }
            let window = above(Tensor.concatenated(seen, axis: 2), .inference)
                .sliced(axis: 2, 2..<3).relu()
            let here = Tensor.concatenated([decoded.sliced(axis: 2, row..<row + 1), window], axis: 1)
            var left = Tensor(zeros: [count, 3, 1, 1])
            var pixels: [Tensor] = []
            for column in 0..<side {
                let inputs = Tensor.concatenated([here.sliced(axis: 3, column..<column + 1), left], axis: 1)
                left = color(mix(inputs, .inference).relu(), .inference)
                pixels.append(left)
            }
            painted.append(Tensor.concatenated(pixels, axis: 3))
        }
        return Tensor.concatenated(Array(painted.dropFirst(5)), axis: 2)
    }
}

extension Tensor {
    /// Moved along an axis; what comes in at the start is 0.
    fileprivate func moved(axis: Int, by places: Int) -> Tensor {
        var margin = shape
        margin[axis] = places
        return Tensor.concatenated(
            [Tensor(zeros: margin), sliced(axis: axis, 0..<shape[axis] - places)], axis: axis)
    }
}
