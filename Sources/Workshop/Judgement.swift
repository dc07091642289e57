import Datasets
import Glibc
import LessonKit
import Models
import Pictures
import TensorCore

/// How well a colorizer does on pictures that it never saw.
struct Judgement: CustomStringConvertible {
    /// The mean squared error per number.
    let error: Float
    /// The same for a picture that has the mean colour of all everywhere: what nobody has to learn.
    let meanColourError: Float
    /// Some of the pictures, and how they were coloured.
    let examples: [Pair]
    let coloured: [Picture]

    /// The peak signal-to-noise ratio in decibels: 10 · log₁₀(1 / error).
    var signalToNoise: Float { -10 * log10f(error) }

    var description: String {
        """
        Held out: squared error \(rounded(error)), PSNR \(rounded(signalToNoise)) dB \
        (the mean colour everywhere: \(rounded(meanColourError))).
        """
    }

    init(of network: UNet, on pictures: ColorizerPictures) throws {
        let pairs = try pictures.heldOut()
        var (error, coloured) = (0.0, [Picture]())
        for pair in pairs {
            let batch = PairBatch([pair])
            let result = network(colorizerInput(lines: batch.lines), .inference)
            error += Double(meanSquaredError(result, batch.colour).item)
            coloured.append(Picture(tensor: result))
        }
        let colours = Tensor(pictures: pairs.map(\.colour))
        self.error = Float(error / Double(pairs.count))
        meanColourError = colours.variance(axes: [0, 2, 3]).mean().item
        examples = Array(pairs.prefix(8))
        self.coloured = Array(coloured.prefix(8))
    }
}
