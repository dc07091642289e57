import Basics
import Datasets
import Drawings
import Pictures

/// Pairs of drawn pictures of all kinds, among them faces, with hints that fill regions: what the shipped colorizer learns from.
///
/// A pair goes the way of a user's drawing: it is drawn larger than the network sees it, its lines look as lines come, dabs fill the
/// regions that are found in those lines, and then all of it is made small.
struct WorldPairs: Samples {
    let count: Int
    let part: DatasetPart
    /// Pixels in a side.
    let size: Int
    /// The share of faces; the others are of the drawn world.
    let faceShare: Float
    /// How often the skin of faces has the usual colour. Hair, eyes and clothes have none.
    let usualSkinChance: Float
    /// How the colours of a face's regions change.
    let recoloring: Recoloring
    private let seed: UInt64
    private let world: DrawnWorld

    /// How many times larger pictures are drawn.
    private static let drawingScale = 2

    init(
        seed: UInt64, size: Int, count: Int, part: DatasetPart = .training, faceShare: Float = 0.4,
        usualSkinChance: Float = 0, recoloring: Recoloring = .none
    ) {
        precondition(count > 0, "WorldPairs: \(count) pairs")
        self.seed = seed
        self.size = size
        self.count = count
        self.part = part
        self.faceShare = faceShare
        self.usualSkinChance = usualSkinChance
        self.recoloring = recoloring
        world = DrawnWorld(seed: seed, size: Self.drawingScale * size)
    }

    func sample(at index: Int, using generator: inout SeededGenerator) -> Pair {
        // Pictures reach endlessly in both directions: those before 0 are never learnt from.
        let place = part == .training ? index : -1 - index
        var own = SeededGenerator(seed: ~seed &- 1, stream: UInt64(bitPattern: Int64(place)))
        let drawn = own.chance(faceShare) ? face(at: place, using: &own) : worldPicture(at: place)
        let lines = LineLook(using: &generator).lines(drawn.lines, of: drawn.color, using: &generator)
        let isMirrored = generator.chance(0.5)
        let hints = self.hints(for: lines, drawn.color, using: &generator)
        let pair = Pair(
            lines: lines.linesShrunk(toWidth: size, height: size),
            color: drawn.color.resized(toWidth: size, height: size, .area),
            hints: hints.filledHintsResized(toWidth: size, height: size))
        return isMirrored ? pair.flippedHorizontally() : pair
    }

    private func worldPicture(at place: Int) -> (lines: Picture, color: Picture) {
        let picture = world[place]
        return (picture.lines, picture.color)
    }

    private func face(at place: Int, using generator: inout SeededGenerator) -> (lines: Picture, color: Picture) {
        let size = Self.drawingScale * size
        var face = DrawnFaces(seed: seed, size: size).face(at: place)
        if generator.chance(0.6) { face.background = .paper }
        if generator.chance(usualSkinChance) { face.skin = .peach }
        let width = Double(generator.uniform(in: DrawnPairs.anyLineWidths))
        let drawn = FaceArtist(lineWidth: width).draw(face, size: size)
        let color = recoloring.recolored(drawn.color, regions: drawn.regions, using: &generator)
        return (drawn.lines, color)
    }

    private func hints(
        for lines: Picture, _ color: Picture, using generator: inout SeededGenerator
    ) -> Picture {
        let strength = lines.lineStrength
        let options = RegionMap.Options(width: lines.width, height: lines.height)
        let dabs = DabSampling().dabs(
            of: color, lineStrength: strength, threshold: options.threshold, using: &generator)
        let map = RegionMap(lineStrength: strength, options)
        return FilledHints(Dabs(dabs), in: map, lineStrength: strength).picture
    }
}
