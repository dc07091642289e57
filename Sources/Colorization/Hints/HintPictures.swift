import Pictures
import TensorCore

// Hints as pictures: colours where they are opaque.

extension Picture {
    /// Hints `[1, 3, height, width]` as colours on transparency.
    public init(hints: Tensor) {
        let (height, width) = (hints.shape[2], hints.shape[3])
        self = .transparent(width: width, height: height)
        let colors = Picture(tensor: hints)
        hints.withScalars { hints in
            for pixel in 0..<width * height where hints[pixel] != Tensor.noHint {
                for channel in 0..<3 { samples[pixel * 4 + channel] = colors.samples[pixel * 3 + channel] }
                samples[pixel * 4 + 3] = 255
            }
        }
    }

    /// A line drawing with dabs of colour laid over it, for people to see.
    public func showing(dabs: Picture) -> Picture {
        var result = converted(to: .rgb)
        for pixel in 0..<width * height where dabs.samples[pixel * 4 + 3] == 255 {
            for channel in 0..<3 { result.samples[pixel * 3 + channel] = dabs.samples[pixel * 4 + channel] }
        }
        return result
    }
}

extension Picture {
    /// Each colour darkened where the lines of a grey picture of the same size are.
    func multiplied(by lines: Picture) -> Picture {
        var result = self
        result.multiply(by: lines)
        return result
    }

    /// The same in place, for pictures of which memory holds no second one.
    mutating func multiply(by lines: Picture) {
        for pixel in lines.samples.indices {
            let level = Int(lines.samples[pixel])
            for sample in pixel * channels..<(pixel + 1) * channels {
                samples[sample] = UInt8((Int(samples[sample]) * level + 127) / 255)
            }
        }
    }
}
