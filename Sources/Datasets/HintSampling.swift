import TensorCore

/// Dabs of true colour, as a user might set them: how a colorizer learns to obey hints.
///
/// After PaintsChainer's training: often there is no dab at all, sometimes there are a few, sometimes many. A dab is a
/// single pixel or a small square with one colour, that of the picture in its middle, slightly off, because users do not
/// hit the exact shade either.
public struct HintSampling: Sendable, Equatable {
    /// How often there is no dab.
    public var noneChance: Float = 0.4
    /// How often there are few, where there are any.
    public var fewChance: Float = 0.5
    public var few = 1...8
    public var many = 8...48
    /// Pixels from a dab's middle to its edge, at most.
    public var reach = 2
    /// The standard deviation of the colours' error.
    public var deviation: Float = 0.02

    public init() {}

    /// As many dabs as are asked for, in every picture.
    public static func exactly(_ count: Int) -> HintSampling {
        var sampling = HintSampling()
        sampling.noneChance = count == 0 ? 1 : 0
        (sampling.few, sampling.many) = (count...count, count...count)
        return sampling
    }

    /// Hints `[batch, 3, height, width]` for pictures of that shape: -1 where there is none.
    public func hints(for colour: Tensor, using generator: inout SeededGenerator) -> Tensor {
        precondition(
            colour.rank == 4 && colour.shape[1] == 3, "hints: \(colour.shape) is not [batch, 3, height, width]")
        let (height, width) = (colour.shape[2], colour.shape[3])
        return Tensor(shape: colour.shape) { hints in
            hints.update(repeating: Tensor.noHint)
            colour.withScalars { colours in
                for picture in 0..<colour.shape[0] {
                    for _ in 0..<count(using: &generator) {
                        let (x, y) = (generator.integer(in: 0..<width), generator.integer(in: 0..<height))
                        let reach = generator.integer(in: 0..<self.reach + 1)
                        for channel in 0..<3 {
                            let plane = (picture * 3 + channel) * height * width
                            let shade = colours[plane + y * width + x] + deviation * generator.normal()
                            for row in max(0, y - reach)...min(height - 1, y + reach) {
                                for column in max(0, x - reach)...min(width - 1, x + reach) {
                                    hints[plane + row * width + column] = min(1, max(0, shade))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func count(using generator: inout SeededGenerator) -> Int {
        if generator.chance(noneChance) { return 0 }
        let range = generator.chance(fewChance) ? few : many
        return generator.integer(in: range.lowerBound..<range.upperBound + 1)
    }
}
