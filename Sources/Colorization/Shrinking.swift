import Pictures
import TensorCore

// How drawings and hints are made small for the first stage. Training does it to batches, at a quarter of the size; use does it
// to pictures, at any size. A test holds both to the same rule: what a network meets in use is what it learnt from.

extension Tensor {
    /// Lines `[batch, 1, height, width]` at a quarter of the size, as the first stage is given them.
    ///
    /// They are made thicker first: a line of one pixel would fade to a grey that the first stage has never seen.
    func linesForFirstStage() -> Tensor {
        let ink = (1 - self).padded(Padding(1))
        return 1 - ink.maxPooled(size: 3, stride: 1).averagePooled(size: secondStageScale)
    }

    /// Hints `[batch, 3, height, width]` at a quarter of the size: each pixel the mean of those that it covers, and no hint
    /// where it covers none.
    func hintsForFirstStage() -> Tensor {
        let isHint = Tensor(shape: shape) { result in
            withScalars { hints in
                for i in result.indices { result[i] = hints[i] == Tensor.noHint ? 0 : 1 }
            }
        }
        let share = isHint.averagePooled(size: secondStageScale)
        let sum = (self * isHint).averagePooled(size: secondStageScale)
        return Tensor(shape: share.shape) { result in
            share.withScalars { share in
                sum.withScalars { sum in
                    for i in result.indices { result[i] = share[i] > 0 ? sum[i] / share[i] : Tensor.noHint }
                }
            }
        }
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

    /// Hints at another size, each pixel hinted or not. Made smaller, a dab that covers only a small part of a pixel still
    /// counts, because a user set it on purpose; made larger, they stay squares.
    func hintsResized(toWidth width: Int, height: Int) -> Picture {
        let isSmaller = width < self.width || height < self.height
        var result = withOpacity { $0 >= 128 }
        guard isSmaller else { return result.resized(toWidth: width, height: height, .nearest) }
        result = result.resized(toWidth: width, height: height, .area)
        return result.withOpacity { $0 >= Self.leastShare }
    }

    /// Hints that fill regions at a smaller size: a pixel is hinted where at least half of it is.
    func filledHintsResized(toWidth width: Int, height: Int) -> Picture {
        resized(toWidth: width, height: height, .area).withOpacity { $0 >= 128 }
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
}
