import Pictures
import TensorCore

/// How lines are taken out of a coloured drawing; see `Picture.lineArt`.
public struct LineExtraction: Sendable, Equatable {
    /// Pixels in a side of the neighbourhood: 3 for fine lines, 5 for thick ones.
    public var kernel = 3
    /// How black a difference comes out.
    public var strength: Float = 2

    public init() {}

    public func lines(of colour: Picture) -> Picture { colour.lineArt(kernel: kernel, strength: strength) }
}

/// Pairs made from coloured drawings, such as those of a folder: their lines are extracted.
public struct ExtractedPairs<Source: Samples<Picture>>: Samples {
    public let drawings: Source
    public let extraction: LineExtraction
    public let variation: PairVariation

    public init(
        from drawings: Source, extraction: LineExtraction = LineExtraction(),
        variation: PairVariation = PairVariation()
    ) {
        self.drawings = drawings
        self.extraction = extraction
        self.variation = variation
    }

    public var count: Int { drawings.count }

    public func sample(at index: Int, using generator: inout SeededGenerator) throws -> Pair {
        let colour = try drawings.sample(at: index, using: &generator)
        return variation.vary(Pair(lines: extraction.lines(of: colour), colour: colour), using: &generator)
    }
}
