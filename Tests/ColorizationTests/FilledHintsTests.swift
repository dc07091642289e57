import Basics
import Pictures
import Testing

@testable import Colorization

/// Dabs stop at lines: a dab colours the region that it lies in, all of it and nothing else.
@Suite("Hints that fill regions")
struct FilledHintsTests {
    /// A sheet with a closed circle of a fine pen in its middle.
    private static func circle(pen: Double) -> Picture {
        var picture = Picture(width: 128, height: 128, format: .grey, filledWith: [255])
        for y in 0..<128 {
            for x in 0..<128 {
                var cover = 0.0
                for place in 0..<16 {
                    let (dx, dy) = (Double(x) + Double(place % 4) / 4 - 64, Double(y) + Double(place / 4) / 4 - 64)
                    if abs((dx * dx + dy * dy).squareRoot() - 40) < pen / 2 { cover += 1.0 / 16 }
                }
                picture[x, y, 0] = UInt8(255 * (1 - cover))
            }
        }
        return picture
    }

    private static func hints(_ dabs: [(x: Int, y: Int, side: Int, color: [UInt8])]) -> Picture {
        var hints = Picture(width: 128, height: 128, format: .rgba, filledWith: [0, 0, 0, 0])
        for dab in dabs {
            hints.paste(
                Picture(width: dab.side, height: dab.side, format: .rgba, filledWith: dab.color), x: dab.x, y: dab.y)
        }
        return hints
    }

    private static func filled(_ hints: Picture, _ lines: Picture) -> Picture {
        let strength = lines.lineStrength
        let map = RegionMap(lineStrength: strength, RegionMap.Options(width: 128, height: 128))
        return FilledHints(Dabs(hints), in: map, lineStrength: strength).picture
    }

    @Test("Paint does not leak through a closed circle, however fine its pen", arguments: [0.6, 1.1, 3])
    func leak(pen: Double) {
        let filled = Self.filled(Self.hints([(62, 62, 4, [200, 40, 40, 255])]), Self.circle(pen: pen))
        var (outside, inside) = (0, 0)
        for y in 0..<128 {
            for x in 0..<128 {
                let (dx, dy) = (Double(x) - 64, Double(y) - 64)
                let distance = (dx * dx + dy * dy).squareRoot()
                if distance > 43, filled[x, y, 3] > 0 { outside += 1 }
                if distance < 37, filled[x, y, 3] == 0 { inside += 1 }
            }
        }
        #expect(outside == 0 && inside == 0)
    }

    @Test("White counts like any colour")
    func white() {
        let filled = Self.filled(Self.hints([(62, 62, 4, [255, 255, 255, 255])]), Self.circle(pen: 1))
        #expect(filled[90, 64, 3] == 255 && filled[90, 64, 0] == 255 && filled[2, 2, 3] == 0)
    }

    @Test("A dab that was set a little over a line means the side on which most of it lies")
    func overLine() {
        // Eight pixels inside of the circle, two outside.
        let filled = Self.filled(Self.hints([(96, 60, 10, [10, 20, 200, 255])]), Self.circle(pen: 1))
        #expect(filled[64, 64, 3] == 255 && filled[2, 2, 3] == 0)
    }

    @Test("A stroke across many regions means them all")
    func stroke() {
        var lines = Picture(width: 128, height: 128, format: .grey, filledWith: [255])
        for x in stride(from: 8, through: 120, by: 16) { for y in 0..<128 { lines[x, y, 0] = 0 } }
        var stroke = Self.hints([])
        stroke.paste(Picture(width: 104, height: 6, format: .rgba, filledWith: [200, 40, 40, 255]), x: 12, y: 60)
        let filled = Self.filled(stroke, lines)
        for x in stride(from: 16, to: 112, by: 16) { #expect(filled[x, 20, 3] == 255, "\(x)") }
    }

    @Test("Two dabs share a region, each with the part that is nearer")
    func shared() {
        let dabs = [(40, 62, 4, [200, 0, 0, 255]), (84, 62, 4, [0, 0, 200, 255])] as [(Int, Int, Int, [UInt8])]
        let filled = Self.filled(Self.hints(dabs), Self.circle(pen: 1))
        #expect(filled[34, 64, 0] == 200 && filled[94, 64, 2] == 200)
        #expect(filled[56, 64, 0] == 200 && filled[72, 64, 2] == 200)
    }

    @Test("Half-transparent paint has the colour that it shows on paper, and a soft brush that of its core")
    func soft() {
        let half = Dabs(Self.hints([(10, 10, 6, [200, 0, 0, 128])]))
        #expect(half.colors == [[227, 127, 127]])
        var brush = Self.hints([])
        for y in 0..<40 {
            for x in 0..<40 {
                let distance = Double((x - 20) * (x - 20) + (y - 20) * (y - 20)).squareRoot()
                for (channel, level) in [30, 160, 60, UInt8(max(0, min(255, 300 - 18 * distance)))].enumerated() {
                    brush[x, y, channel] = level
                }
            }
        }
        let dabs = Dabs(brush)
        #expect(dabs.colors == [[30, 160, 60]])
        #expect(dabs.labels[20 * 128 + 20] == 0 && dabs.labels[20 * 128 + 36] == -1)
    }

    @Test("Dabs that touch and differ are two")
    func touching() {
        let dabs = Dabs(Self.hints([(10, 10, 6, [200, 0, 0, 255]), (16, 10, 6, [0, 0, 200, 255])]))
        #expect(dabs.colors == [[200, 0, 0], [0, 0, 200]])
    }
}
