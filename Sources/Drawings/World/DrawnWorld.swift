import Basics
import Pictures

/// Drawn pictures of all kinds of things without end in both directions, any of them by itself: a picture depends on the seed and
/// its index only.
public struct DrawnWorld: Sendable {
    public let seed: UInt64
    /// Pixels in a side.
    public let size: Int

    public init(seed: UInt64, size: Int) {
        precondition(FaceArtist.sizes.contains(size), "DrawnWorld: \(size) pixels are not in \(FaceArtist.sizes)")
        self.seed = seed
        self.size = size
    }

    /// The picture at the index, drawn in any colours.
    public subscript(index: Int) -> DrawnPicture { picture(at: index, inUsualColors: false) }

    /// The picture at the index, drawn in any colours or in those that things have in most drawings; see
    /// ``PaintStyle/isUsual``. It is another picture in the one than in the other.
    public func picture(at index: Int, inUsualColors isUsual: Bool) -> DrawnPicture {
        var generator = SeededGenerator(seed: seed ^ 0x776f_726c_64, stream: UInt64(bitPattern: Int64(index)))
        var lines = LineStyle(size: size, using: &generator)
        let sheet = WorldSheet(inUsualColors: isUsual, using: &generator)
        lines.width = max(LineStyle.leastWidth(size: size), lines.width * sheet.fineness)
        let easel = Easel(size: size, style: lines, map: .areas, seed: generator.next())
        easel.render(sheet.drawing)
        return DrawnPicture(
            color: easel.color.colorPicture(), lines: easel.lines.greyPicture(isInk: true),
            map: easel.map.greyPicture(isInk: false), areas: easel.areas)
    }
}

extension LineStyle {
    /// Lines of some hand: most are clean, some are sketched, some are open here and there.
    init(size: Int, using generator: inout SeededGenerator) {
        let least = Self.leastWidth(size: size)
        let thickness = generator.number(in: 0...1)
        self.init(width: max(least, 0.5 + 1.2 * thickness * thickness))
        isEven = generator.chance(0.4)
        wobble = generator.chance(0.35) ? generator.number(in: 0.06...0.26) : 0
        if generator.chance(0.12) { (passes, width) = (2, max(least, width * 0.7)) }
        if generator.chance(0.3) { (gapChance, gap) = (0.3, generator.number(in: 0.8...3)) }
    }

    /// The width below which lines of a picture would fade to grey: seven tenths of a pixel.
    static func leastWidth(size: Int) -> Double { 70 / Double(size) }
}
