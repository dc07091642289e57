import Basics
import Pictures
import TensorCore

// What a colorizer is given: a drawing, and here and there a colour that the user would like to see.

extension Tensor {
    /// Where the user gives no hint.
    public static let noHint: Float = -1

    /// A picture of hints as `[3, height, width]`: the colour where it is opaque, -1 in all three channels elsewhere.
    ///
    /// A dab's soft rim counts as a hint where it is at least half opaque, with its full colour, because there is no
    /// half a hint. A picture without transparency hints at every pixel.
    public init(hints: Picture) {
        precondition(hints.format != .grey, "Tensor(hints:): hints are colours, and this picture is grey")
        let (channels, pixels) = (hints.channels, hints.width * hints.height)
        self.init(shape: [3, hints.height, hints.width]) { planes in
            for pixel in 0..<pixels {
                let isHint = channels == 3 || hints.samples[pixel * 4 + 3] >= 128
                for channel in 0..<3 {
                    let level = Float(hints.samples[pixel * channels + channel]) / 255
                    planes[channel * pixels + pixel] = isHint ? level : Self.noHint
                }
            }
        }
    }

    /// No hints for `lines` `[batch, 1, height, width]`: `[batch, 3, height, width]` of -1.
    public static func noHints(for lines: Tensor) -> Tensor {
        precondition(
            lines.rank == 4 && lines.shape[1] == 1, "noHints: \(lines.shape) is not [batch, 1, height, width]")
        return Tensor(repeating: noHint, shape: [lines.shape[0], 3, lines.shape[2], lines.shape[3]])
    }
}

/// The colorizer's input `[batch, 4, height, width]`: channel 0 the line (1 white paper, 0 ink), channels 1 to 3 the
/// hint's red, green and blue, -1 where there is none.
///
/// `lines` is `[batch, 1, height, width]`; `hints`, if there are any, `[batch, 3, height, width]`.
public func colorizerInput(lines: Tensor, hints: Tensor? = nil) -> Tensor {
    let hints = hints ?? .noHints(for: lines)
    precondition(
        lines.rank == 4 && hints.rank == 4 && lines.shape[1] == 1 && hints.shape[1] == 3
            && lines.shape[0] == hints.shape[0] && lines.shape[2...] == hints.shape[2...],
        "colorizerInput: lines \(lines.shape) and hints \(hints.shape) are not [b, 1, h, w] and [b, 3, h, w]")
    return Tensor.concatenated([lines, hints], axis: 1)
}
