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
        // An evening is darker than the day.
        #expect(painted[36, 24, 1] < 120 && painted[43, 24, 1] > 160)
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

    @Test("A cable before the sky is ink, not a darker sky", arguments: [1, 2, 3])
    func cable(width: Int) {
        var sky = Picture(width: 64, height: 64, format: .rgb, filledWith: [120, 170, 230])
        for y in 0..<64 {
            // A lens lets the sky's blue into a thin thing.
            for x in 30..<30 + width { for channel in 0..<3 { sky[x, y, channel] = [28, 36, 62][channel] } }
        }
        let painted = sky.painted()
        let darkest = painted.labColors[32 * 64 + 26..<32 * 64 + 38].min { $0.lightness < $1.lightness }
        #expect((darkest?.b ?? -99) > -12 && painted.labColors[32 * 64 + 5].b < -25)
    }

    @Test("An evening has an evening's sky over the land, dusk above and gold at the horizon; land alone has none")
    func eveningSky() {
        var day = Picture(width: 90, height: 90, format: .rgb, filledWith: [96, 130, 60])
        let land = day
        for place in 0..<45 * 90 { day.samples.replaceSubrange(3 * place..<3 * place + 3, with: [110, 165, 225]) }
        let evening = day.painted(in: .evening).labColors
        #expect(evening[90 * 4 + 45].b < -10 && evening[90 * 40 + 45].b > 20)
        #expect(EveningSky(of: land) == nil && EveningSky(of: day) != nil)
        // Below the horizon grass is grass.
        #expect(evening[90 * 70 + 45] == land.painted(in: .evening).labColors[90 * 70 + 45])
    }

    @Test("An enlarged edge is as steep as before, and areas stay as they are", arguments: [2, 5])
    func crisp(factor: Int) {
        var edge = Picture(width: 16, height: 16, format: .grey, filledWith: [60])
        for y in 0..<16 { for x in 8..<16 { edge[x, y, 0] = 200 } }
        let side = 16 * factor
        let soft = edge.resized(toWidth: side, height: side, .bicubic)
        let crisp = soft.crisp(rows: 0..<side, factor: Float(factor))
        func between(_ picture: Picture) -> Int { (0..<side).count { (75..<185).contains(picture[$0, side / 2, 0]) } }
        #expect(between(crisp) <= max(1, between(soft) - factor / 2))
        #expect(crisp[2, 2, 0] == 60 && crisp[side - 3, 2, 0] == 200)
        #expect(soft.crisp(rows: 5..<9, factor: Float(factor)) == crisp.cropped(x: 0, y: 5, width: side, height: 4))
    }

    @Test("White stays white in summer")
    func white() {
        let white = Picture(width: 8, height: 8, format: .grey, filledWith: [255]).painted()
        #expect(white.samples.allSatisfy { $0 >= 250 })
    }
}
