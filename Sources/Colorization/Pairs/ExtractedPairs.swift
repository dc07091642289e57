import Basics
import Datasets
import Pictures

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
        let color = try drawings.sample(at: index, using: &generator)
        return variation.vary(Pair(lines: extraction.lines(of: color), color: color), using: &generator)
    }
}
