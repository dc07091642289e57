import Testing

@testable import Pictures

@Suite("What a filter paints")
struct PaintingTests {
    /// Dark at the left and light at the right, with a little noise that is the same in every run.
    private static let step: Picture = {
        var picture = Picture(width: 80, height: 48, format: .rgb, filledWith: [0, 0, 0])
        for y in 0..<48 {
            for x in 0..<80 {
                let noise = (x * 7 + y * 13 + x * y) % 9 - 4
                let levels = x < 40 ? [90, 70, 60] : [200, 190, 150]
                for channel in 0..<3 { picture[x, y, channel] = UInt8(levels[channel] + noise) }
            }
        }
        return picture
    }()

    @Test("Areas become even, and the edge between them stays where it was", arguments: PaintingTone.allCases)
    func areas(tone: PaintingTone) {
        let painted = Self.step.painted(in: tone)
        func spread(_ picture: Picture, _ columns: Range<Int>) -> Int {
            let levels = (4..<44).flatMap { y in columns.map { Int(picture[$0, y, 1]) } }
            return (levels.max() ?? 0) - (levels.min() ?? 0)
        }
        #expect(spread(Self.step, 52..<76) == 8 && spread(painted, 52..<76) <= 3)
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

    @Test("In summer light colours become purer and nothing darker, at any size", arguments: [(1, 1), (2, 9), (30, 1)])
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
