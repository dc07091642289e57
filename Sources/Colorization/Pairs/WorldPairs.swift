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
    /// How often a picture without a dab has its usual colours: whoever wants others says so. With dabs it is half as often.
    let usualChance: Float
    /// How the colours of a face's regions change where there are dabs.
    let recoloring: Recoloring
    private let seed: UInt64
    private let world: DrawnWorld

    /// How many times larger pictures are drawn.
    private static let drawingScale = 2
    /// The share of pictures without a dab.
    private static let unhintedShare: Float = 0.4

    init(
        seed: UInt64, size: Int, count: Int, part: DatasetPart = .training, faceShare: Float = 0.4,
        usualChance: Float = 0, recoloring: Recoloring = .none
    ) {
        precondition(count > 0, "WorldPairs: \(count) pairs")
        self.seed = seed
        self.size = size
        self.count = count
        self.part = part
        self.faceShare = faceShare
        self.usualChance = usualChance
        self.recoloring = recoloring
        world = DrawnWorld(seed: seed, size: Self.drawingScale * size)
    }

    func sample(at index: Int, using generator: inout SeededGenerator) -> Pair {
        // Pictures reach endlessly in both directions: those before 0 are never learnt from.
        let place = part == .training ? index : -1 - index
        var own = SeededGenerator(seed: ~seed &- 1, stream: UInt64(bitPattern: Int64(place)))
        let isHinted = !own.chance(Self.unhintedShare)
        let isUsual = own.chance(isHinted ? usualChance / 2 : usualChance)
        let drawn =
            own.chance(faceShare)
            ? face(at: place, isUsual: isUsual, isHinted: isHinted, using: &own)
            : worldPicture(at: place, isUsual: isUsual)
        let lines = LineLook(using: &generator).lines(drawn.lines, of: drawn.color, using: &generator)
        let isMirrored = generator.chance(0.5)
        let hints = isHinted ? self.hints(for: lines, drawn.color, using: &generator) : nil
        let pair = Pair(
            lines: lines.linesShrunk(toWidth: size, height: size),
            color: drawn.color.resized(toWidth: size, height: size, .area),
            hints: (hints ?? .transparent(width: lines.width, height: lines.height))
                .filledHintsResized(toWidth: size, height: size))
        return isMirrored ? pair.flippedHorizontally() : pair
    }

    private func worldPicture(at place: Int, isUsual: Bool) -> (lines: Picture, color: Picture) {
        let picture = world.picture(at: place, inUsualColors: isUsual)
        return (picture.lines, picture.color)
    }

    private func face(
        at place: Int, isUsual: Bool, isHinted: Bool, using generator: inout SeededGenerator
    ) -> (lines: Picture, color: Picture) {
        let size = Self.drawingScale * size
        var face = DrawnFaces(seed: seed, size: size).face(at: place)
        if generator.chance(0.6) { face.background = .paper }
        if isUsual { face.takeUsualSkinAndHair(using: &generator) }
        let width = Double(generator.uniform(in: DrawnPairs.anyLineWidths))
        let drawn = FaceArtist(lineWidth: width).draw(face, size: size)
        let color =
            isHinted ? recoloring.recolored(drawn.color, regions: drawn.regions, using: &generator) : drawn.color
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
