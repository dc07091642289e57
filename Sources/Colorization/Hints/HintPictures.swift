import Pictures
import TensorCore

// Hints as pictures: colours where they are opaque.

extension Picture {
    /// Hints `[1, 3, height, width]` as colours on transparency.
    public init(hints: Tensor) {
        let (height, width) = (hints.shape[2], hints.shape[3])
        self.init(width: width, height: height, format: .rgba, filledWith: [0, 0, 0, 0])
        let colors = Picture(tensor: hints)
        hints.withScalars { hints in
            for pixel in 0..<width * height where hints[pixel] != Tensor.noHint {
                for channel in 0..<3 { samples[pixel * 4 + channel] = colors.samples[pixel * 3 + channel] }
                samples[pixel * 4 + 3] = 255
            }
        }
    }

    /// Hints at another size, each pixel hinted or not. Made smaller, a dab that covers only a small part of a pixel still
    /// counts, because a user set it on purpose; made larger, they stay squares.
    func hintsResized(toWidth width: Int, height: Int) -> Picture {
        let isSmaller = width < self.width || height < self.height
        var result = withOpacity { $0 >= 128 }
        guard isSmaller else { return result.resized(toWidth: width, height: height, .nearest) }
        result = result.resized(toWidth: width, height: height, .area)
        return result.withOpacity { $0 >= Self.leastShare }
    }

    /// The least opacity that counts once hints are made smaller: a thirtieth of a pixel.
    private static let leastShare: UInt8 = 8

    private func withOpacity(where isHint: (UInt8) -> Bool) -> Picture {
        var result = self
        for pixel in 0..<width * height {
            result.samples[4 * pixel + 3] = isHint(samples[4 * pixel + 3]) ? 255 : 0
        }
        return result
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
    /// A grey drawing made smaller. Its lines would fade to a grey that the network has never seen; they are made thicker
    /// first, so that a line of one pixel stays dark.
    func linesShrunk(toWidth width: Int, height: Int) -> Picture {
        guard width < self.width || height < self.height else { return self }
        let scale = Double(self.width) / Double(width)
        let kernel = Int(scale * Self.thickening) / 2 * 2 + 1
        return thickened(kernel: kernel).resized(toWidth: width, height: height, .area)
    }

    /// How thick lines are made, in pixels of the small drawing.
    private static let thickening = 0.7

    /// Each colour darkened where the lines of a grey picture of the same size are.
    func multiplied(by lines: Picture) -> Picture {
        var result = self
        for pixel in lines.samples.indices {
            let level = Int(lines.samples[pixel])
            for sample in pixel * channels..<(pixel + 1) * channels {
                result.samples[sample] = UInt8((Int(result.samples[sample]) * level + 127) / 255)
            }
        }
        return result
    }
}
