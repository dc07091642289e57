import Testing

@testable import Pictures

@Suite("What a filter paints")
struct PaintingTests {
    private static let step = Picture.noisyStep(80, 48)

    @Test("Areas become even, and the edge between them stays where it was", arguments: PaintingTone.allCases)
    func areas(tone: PaintingTone) {
        let painted = Self.step.painted(in: tone)
        #expect(
            Self.step.spread(of: 1, 52..<76, rows: 4..<44) == 8 && painted.spread(of: 1, 52..<76, rows: 4..<44) <= 3)
        #expect(painted[36, 24, 1] < 120 && painted[43, 24, 1] > 180)
    }

    @Test("Ink goes to the darker side of an edge")
    func ink() {
        let painted = Self.step.painted()
        #expect(Int(painted[38, 24, 1]) < Int(painted[16, 24, 1]) - 15)
        #expect(Int(painted[42, 24, 1]) > Int(painted[70, 24, 1]) - 12)
    }

    @Test("A dark speck gets no contour, and grain goes")
    func specks() {
        var grain = Picture(width: 64, height: 64, format: .grey, filledWith: [180])
        for (x, y) in [(20, 20), (21, 20), (40, 31), (50, 50)] { grain[x, y, 0] = 60 }
        let painted = grain.painted().converted(to: .grey).samples
        #expect((painted.max() ?? 0) - (painted.min() ?? 0) < 30)
    }

    @Test("In summer colours become purer and nothing darker, at any size", arguments: [(1, 1), (2, 9), (30, 1)])
    func colors(width: Int, height: Int) {
        let red = Picture(width: width, height: height, format: .rgb, filledWith: [150, 100, 90])
        let painted = red.painted()
        #expect(painted.labColors[0].chroma > 1.15 * red.labColors[0].chroma)
        #expect(painted.labColors[0].lightness > red.labColors[0].lightness)
        #expect(painted.labColors.allSatisfy { $0 == painted.labColors[0] })
    }

    @Test("White stays white in summer")
    func white() {
        let white = Picture(width: 8, height: 8, format: .grey, filledWith: [255]).painted()
        #expect(white.samples.allSatisfy { $0 >= 250 })
    }
}
