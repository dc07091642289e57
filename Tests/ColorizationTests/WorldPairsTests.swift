import Basics
import Datasets
import Pictures
import Testing

@testable import Colorization

/// What the shipped colorizer learns from goes the way of a user's drawing.
@Suite("Pairs of the drawn world")
struct WorldPairsTests {
    private static func pair(_ index: Int, part: DatasetPart = .training, stream: UInt64 = 1) -> Pair {
        var generator = SeededGenerator(seed: 2, stream: stream)
        return WorldPairs(seed: 0, size: 32, count: 100, part: part, faceShare: 0.5).sample(
            at: index, using: &generator)
    }

    @Test("A pair depends on its index and its generator; pairs that are held out are others")
    func repeatable() {
        #expect(Self.pair(3) == Self.pair(3))
        #expect(Self.pair(3).color.samples != Self.pair(3, part: .heldOut).color.samples)
    }

    @Test("Without a dab a picture has its usual colours where that is asked for")
    func usualColors() throws {
        func pairs(usualChance: Float) -> [Pair] {
            let pairs = WorldPairs(seed: 0, size: 32, count: 100, faceShare: 1, usualChance: usualChance)
            return (0..<16).map { index in
                var generator = SeededGenerator(seed: 2, stream: UInt64(index))
                return pairs.sample(at: index, using: &generator)
            }
        }
        let (usual, any) = (pairs(usualChance: 1), pairs(usualChance: 0))
        let unhinted = usual.indices.filter { index in
            usual[index].hints?.samples.allSatisfy { $0 == 0 } ?? true
        }
        #expect(unhinted.count > 2)
        for index in unhinted { #expect(usual[index].color != any[index].color) }
    }

    @Test("Hints have nearly the colours of the picture where they are, and a third of the pairs has none")
    func hints() throws {
        var (errors, unhinted) = (Mean(), 0)
        for index in 0..<60 {
            let pair = Self.pair(index, stream: UInt64(index))
            let hints = try #require(pair.hints)
            let hinted = (0..<32 * 32).filter { hints.samples[4 * $0 + 3] == 255 }
            if hinted.isEmpty { unhinted += 1 }
            for pixel in hinted where pair.lines.samples[pixel] > 220 {
                for channel in 0..<3 {
                    let difference =
                        Int(hints.samples[4 * pixel + channel]) - Int(pair.color.samples[3 * pixel + channel])
                    errors.add(abs(Float(difference)))
                }
            }
        }
        #expect((10...30).contains(unhinted), "\(unhinted)")
        #expect(errors.value < 24, "\(errors.value)")
    }
}
