import Basics
import Drawings

/// Small grey pictures of handwritten signs with their classes, as many as are asked for: ten hiragana, 28×28, light ink
/// on a dark ground as MNIST has it (0 is paper, 255 ink).
///
/// A picture depends on the seed, the part and its index only. Each class is equally likely.
public struct DrawnGlyphs: Samples {
    /// Pixels in a side.
    public static let side = 28
    /// How the signs are read, by label.
    public static let names = Glyph.all.map(\.name)

    public let seed: UInt64
    public let count: Int
    public let part: LabelledPictures.Part
    private let kept: Cache<LabelledPicture>

    public init(seed: UInt64, count: Int, part: LabelledPictures.Part = .training) {
        precondition(count > 0, "DrawnGlyphs: \(count) pictures")
        self.seed = seed
        self.count = count
        self.part = part
        kept = Cache(limit: 64 << 20, bytesEach: Self.side * Self.side)
    }

    /// The picture number `index`. It can be asked for beyond `count` too.
    public subscript(index: Int) -> LabelledPicture {
        kept.value(at: index) {
            // The training pictures have the even streams, those of the test the odd ones.
            let stream = 2 * UInt64(index) + (part == .training ? 0 : 1)
            var generator = SeededGenerator(seed: seed, stream: stream)
            let label = generator.integer(in: 0..<Glyph.all.count)
            let hand = Handwriting(using: &generator)
            return LabelledPicture(
                picture: hand.write(Glyph.all[label], side: Self.side, using: &generator), label: label)
        }
    }

    public func sample(at index: Int, using generator: inout SeededGenerator) -> LabelledPicture { self[index] }
}
