import Basics
import Pictures
import Testing

@testable import Colorization

/// Dabs reach the next strand of the same hair, and not what lies beyond an outline or a gap.
@Suite("Dabs across faint lines")
struct FaintLinesTests {
    /// Boxes of 20 pixels side by side within strong outlines; the line between the first two has the given grey.
    private static func boxes(between grey: UInt8) -> Picture {
        var picture = Picture(width: 90, height: 50, format: .grey, filledWith: [255])
        for x in 10...76 { (picture[x, 10, 0], picture[x, 40, 0]) = (0, 0) }
        for y in 10...40 { for x in [10, 32, 54, 76] { picture[x, y, 0] = x == 32 ? grey : 0 } }
        return picture
    }

    private static func filled(_ lines: Picture, at places: [(x: Int, y: Int, color: [UInt8])]) -> Picture {
        var dabs = Picture(width: lines.width, height: lines.height, format: .rgba, filledWith: [0, 0, 0, 0])
        for place in places {
            dabs.paste(
                Picture(width: 4, height: 4, format: .rgba, filledWith: place.color + [255]), x: place.x, y: place.y)
        }
        let strength = lines.lineStrength
        let map = RegionMap(lineStrength: strength, RegionMap.Options(gap: 4, leastArea: 4))
        return FilledHints(Dabs(dabs), in: map, lineStrength: strength).picture
    }

    @Test("A dab goes on across a faint line, and not across a strong one nor onto the paper around")
    func reach() {
        let filled = Self.filled(Self.boxes(between: 190), at: [(18, 20, [200, 30, 30])])
        #expect(filled[20, 30, 3] == 255 && filled[42, 30, 3] == 255)
        #expect(filled[64, 30, 3] == 0 && filled[3, 3, 3] == 0)
        let strong = Self.filled(Self.boxes(between: 0), at: [(18, 20, [200, 30, 30])])
        #expect(strong[20, 30, 3] == 255 && strong[42, 30, 3] == 0)
    }

    @Test("What has a dab of its own keeps it")
    func own() {
        let filled = Self.filled(
            Self.boxes(between: 190), at: [(18, 20, [200, 30, 30]), (40, 20, [30, 30, 200])])
        #expect(filled[20, 30, 0] == 200 && filled[42, 30, 2] == 200)
    }

    @Test("A gap in a strong line lets nothing through")
    func gap() {
        var lines = Self.boxes(between: 0)
        for y in 24..<27 { lines[32, y, 0] = 255 }
        let filled = Self.filled(lines, at: [(18, 20, [200, 30, 30])])
        #expect(filled[20, 30, 3] == 255 && filled[42, 30, 3] == 0)
    }

    @Test("Like dabs in one region run into each other in the shaded picture; in the flat one each keeps its part")
    func blending() {
        let map = RegionMap(labels: [Int32](repeating: 0, count: 40), count: 1, width: 40, height: 1)
        let owners = (0..<40).map { Int32($0 < 20 ? 0 : 1) }
        let divided = DividedRegions(map, owners: owners)
        func middle(_ colors: [Lab]) -> Float {
            let blending = DabBlending(
                regions: divided.map.labels, width: 40, height: 1, colors: colors, divided: divided
            ) { $0 == 0 || $0 == 39 }
            return blending.differences[19].x
        }
        let like = middle([Lab(lightness: 40, a: 0, b: 0), Lab(lightness: 60, a: 0, b: 0)])
        #expect(like > 4 && like < 10.5, "\(like)")
        #expect(middle([Lab(lightness: 10, a: 0, b: 0), Lab(lightness: 90, a: 0, b: 0)]) == 0)
    }
}
