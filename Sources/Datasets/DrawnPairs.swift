import Pictures
import TensorCore

/// Pairs of drawn faces, as many as are asked for.
///
/// The true lines are cleaner than any that can be extracted from a picture, and a real drawing is somewhere between
/// the two; so a network should meet both. Drawing a face takes longer than anything else that is done to it, so as many
/// as fit into the cache are drawn once.
public struct DrawnPairs: Samples {
    public enum Part: Sendable {
        case training, heldOut
    }

    public let faces: DrawnFaces
    public let count: Int
    public let part: Part
    /// How often the lines are the true ones; otherwise they are extracted from the coloured picture.
    public let trueLineChance: Float
    public let extraction: LineExtraction
    public let variation: PairVariation
    private let kept: Kept<Pair>

    /// Every third face stands on blank paper, whatever its own background is: a colorizer must know paper.
    static let paperInterval = 3

    public init(
        _ faces: DrawnFaces, count: Int, part: Part = .training, trueLineChance: Float = 0.5,
        extraction: LineExtraction = LineExtraction(), variation: PairVariation = PairVariation(),
        cacheLimit: Int = 256 << 20
    ) {
        precondition(count > 0, "DrawnPairs: \(count) pairs")
        self.faces = faces
        self.count = count
        self.part = part
        self.trueLineChance = trueLineChance
        self.extraction = extraction
        self.variation = variation
        kept = Kept(limit: cacheLimit, bytesEach: 4 * faces.size * faces.size)
    }

    public func sample(at index: Int, using generator: inout SeededGenerator) -> Pair {
        let pair = drawing(at: index)
        let lines = generator.chance(trueLineChance) ? pair.lines : extraction.lines(of: pair.colour)
        return variation.vary(Pair(lines: lines, colour: pair.colour), using: &generator)
    }

    /// The face of an index with its true lines.
    private func drawing(at index: Int) -> Pair {
        kept.value(at: index) {
            // The faces reach endlessly in both directions: those before 0 are never trained on.
            var face = faces.face(at: part == .training ? index : -1 - index)
            if index % Self.paperInterval == Self.paperInterval - 1 { face.background = .paper }
            let drawn = faces.artist.draw(face, size: faces.size)
            return Pair(lines: drawn.lines, colour: drawn.colour)
        }
    }
}
