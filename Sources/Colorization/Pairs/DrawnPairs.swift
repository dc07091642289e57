import Basics
import Datasets
import Drawings
import Pictures

/// Pairs of drawn faces, as many as are asked for.
///
/// The true lines are cleaner than any that can be extracted from a picture, and a real drawing is somewhere between
/// the two; so a network should meet both. Drawing a face takes longer than anything else that is done to it, so as many
/// as fit into the cache are drawn once.
public struct DrawnPairs: Samples {
    public let faces: DrawnFaces
    public let count: Int
    public let part: DatasetPart
    /// How often the lines are the true ones; otherwise they are extracted from the coloured picture.
    public let trueLineChance: Float
    public let extraction: LineExtraction
    public let variation: PairVariation
    /// The share of the faces that stand on blank paper, whatever their own background is: a colorizer must know paper.
    public let paperShare: Float
    /// How often each of a face's things (hair, eyes, skin, clothes, ornament) has the colour that is usual; see ``Face/takeUsualColors(chance:using:)``.
    public let usualChance: Float
    /// How wide the faces' lines are drawn, in hundredths of the picture's side; nil for the artist's own width.
    public let lineWidths: ClosedRange<Float>?
    private let kept: Cache<Pair>

    /// From hair-thin lines to brush strokes.
    public static let anyLineWidths: ClosedRange<Float> = 0.6...1.7

    public init(
        _ faces: DrawnFaces, count: Int, part: DatasetPart = .training, trueLineChance: Float = 0.5,
        extraction: LineExtraction = LineExtraction(), variation: PairVariation = PairVariation(),
        paperShare: Float = 1 / 3, usualChance: Float = 0, lineWidths: ClosedRange<Float>? = nil,
        cacheLimit: Int = 256 << 20
    ) {
        precondition(count > 0, "DrawnPairs: \(count) pairs")
        precondition((0...1).contains(paperShare), "DrawnPairs: a share of \(paperShare) on paper")
        self.faces = faces
        self.count = count
        self.part = part
        self.trueLineChance = trueLineChance
        self.extraction = extraction
        self.variation = variation
        self.paperShare = paperShare
        self.usualChance = usualChance
        self.lineWidths = lineWidths
        kept = Cache(limit: cacheLimit, bytesEach: 5 * faces.size * faces.size)
    }

    public func sample(at index: Int, using generator: inout SeededGenerator) -> Pair {
        let pair = drawing(at: index)
        let lines = generator.chance(trueLineChance) ? pair.lines : extraction.lines(of: pair.color)
        return variation.vary(Pair(lines: lines, color: pair.color, regions: pair.regions), using: &generator)
    }

    /// What the face of an index is like. Those that are held out are never among those of training.
    public func face(at index: Int) -> Face { faceAndGenerator(at: index).face }

    /// The face of an index, and the generator of what else is by chance when it is drawn.
    private func faceAndGenerator(at index: Int) -> (face: Face, generator: SeededGenerator) {
        // The faces reach endlessly in both directions: those before 0 are never trained on.
        let place = part == .training ? index : -1 - index
        var face = faces.face(at: place)
        // Numbers of their own, so that another share of paper changes no line.
        var generator = SeededGenerator(seed: ~faces.seed, stream: UInt64(bitPattern: Int64(place)))
        if generator.chance(paperShare) { face.background = .paper }
        if usualChance > 0 { face.takeUsualColors(chance: usualChance, using: &generator) }
        return (face, generator)
    }

    /// The face of an index with its true lines.
    private func drawing(at index: Int) -> Pair {
        kept.value(at: index) {
            let (face, sampled) = faceAndGenerator(at: index)
            var generator = sampled
            let width = lineWidths.map { Double(generator.uniform(in: $0)) }
            let artist = width.map { FaceArtist(lineWidth: $0) } ?? faces.artist
            let drawn = artist.draw(face, size: faces.size)
            return Pair(lines: drawn.lines, color: drawn.color, regions: drawn.regions)
        }
    }
}
