import Basics
import Pictures

/// A small picture with one thing in it that line extraction does not get right.
struct Trouble {
    let name: String
    let picture: Picture

    static func all(seed: UInt64) -> [Trouble] {
        [
            Trouble(name: "one brightness", picture: halves([214, 84, 60], [40, 155, 150])),
            Trouble(name: "no line", picture: halves([240, 196, 170], [120, 60, 90])),
            Trouble(name: "black area", picture: blackArea),
            Trouble(name: "soft shading", picture: shading),
            Trouble(name: "grain", picture: grain(seed: seed)),
        ]
    }

    private static let side = 72

    private static func halves(_ left: [UInt8], _ right: [UInt8]) -> Picture {
        var picture = Picture(width: side, height: side, format: .rgb, filledWith: left)
        picture.paste(Picture(width: side / 2, height: side, format: .rgb, filledWith: right), x: side / 2, y: 0)
        return picture
    }

    private static var blackArea: Picture {
        var picture = Picture(width: side, height: side, format: .rgb, filledWith: [250, 232, 220])
        picture.paste(
            Picture(width: side / 2, height: side / 2, format: .rgb, filledWith: [16, 14, 20]), x: side / 4,
            y: side / 4)
        return picture
    }

    /// Five levels darker from each column to the next, and lighter again.
    private static var shading: Picture {
        var picture = Picture(width: side, height: side, format: .grey, filledWith: [255])
        for y in 0..<side {
            for x in 0..<side { picture[x, y, 0] = UInt8(max(15, 255 - 5 * min(x, side - 1 - x))) }
        }
        return picture.converted(to: .rgb)
    }

    /// One colour, with noise of a standard deviation of 8 levels on each pixel.
    private static func grain(seed: UInt64) -> Picture {
        var picture = Picture(width: side, height: side, format: .grey, filledWith: [170])
        var generator = SeededGenerator(seed: seed, stream: 11)
        for index in picture.samples.indices {
            picture.samples[index] = UInt8(max(0, min(255, 170 + 8 * generator.normal())))
        }
        return picture.converted(to: .rgb)
    }
}
