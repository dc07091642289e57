import Datasets
import Glibc
import LessonKit
import Models
import Pictures
import TensorCore

/// How well a colorizer does on pictures that it never saw, left to itself and with a few hints.
struct Judgement: CustomStringConvertible {
    /// A picture that was coloured twice.
    struct Example {
        let pair: Pair
        /// Without hints.
        let alone: Picture
        let hints: Picture
        let hinted: Picture
    }

    /// Dabs of true colour in each picture.
    static let hintCount = 12

    /// The mean squared error per number, without hints.
    let error: Float
    /// The same with hints.
    let hintedError: Float
    /// The same for a picture that has the mean colour of all everywhere: what nobody has to learn.
    let meanColourError: Float
    /// Some of the pictures.
    let examples: [Example]

    var description: String {
        """
        Held out: squared error \(rounded(error)), PSNR \(rounded(Self.signalToNoise(error))) dB; with \
        \(Self.hintCount) hints \(rounded(hintedError)), \(rounded(Self.signalToNoise(hintedError))) dB \
        (the mean colour everywhere: \(rounded(meanColourError))).
        """
    }

    /// The peak signal-to-noise ratio in decibels: 10 · log₁₀(1 / error).
    static func signalToNoise(_ error: Float) -> Float { -10 * log10f(error) }

    init(of network: UNet, on pictures: ColorizerPictures) throws {
        let pairs = try pictures.heldOut()
        var (errors, examples) = ([0.0, 0.0], [Example]())
        for (index, pair) in pairs.enumerated() {
            var generator = SeededGenerator(seed: 1, stream: UInt64(index))
            let batch = PairBatch([pair])
            let hints = HintSampling.exactly(Self.hintCount).hints(for: batch.colour, using: &generator)
            let results = [nil, hints].map { network(colorizerInput(lines: batch.lines, hints: $0), .inference) }
            for (kind, result) in results.enumerated() {
                errors[kind] += Double(meanSquaredError(result, batch.colour).item)
            }
            guard examples.count < 6 else { continue }
            examples.append(
                Example(
                    pair: pair, alone: Picture(tensor: results[0]),
                    hints: pair.lines.showing(dabs: Picture(hints: hints)),
                    hinted: Picture(tensor: results[1])))
        }
        error = Float(errors[0] / Double(pairs.count))
        hintedError = Float(errors[1] / Double(pairs.count))
        meanColourError = Tensor(pictures: pairs.map(\.colour)).variance(axes: [0, 2, 3]).mean().item
        self.examples = examples
    }
}

extension Picture {
    /// Hints `[1, 3, height, width]` as colours on transparency.
    fileprivate init(hints: Tensor) {
        let (height, width) = (hints.shape[2], hints.shape[3])
        self.init(width: width, height: height, format: .rgba, filledWith: [0, 0, 0, 0])
        let colours = Picture(tensor: hints)
        hints.withScalars { hints in
            for pixel in 0..<width * height where hints[pixel] != Tensor.noHint {
                for channel in 0..<3 { samples[pixel * 4 + channel] = colours.samples[pixel * 3 + channel] }
                samples[pixel * 4 + 3] = 255
            }
        }
    }
}
