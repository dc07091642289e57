import Testing

@testable import Pictures

@Suite("Lines of soft pictures")
struct SoftLinesTests {
    /// A soft dark stroke down the middle of grey, `depth` levels deep.
    private func stroke(_ depth: Double) -> Picture {
        var picture = Picture(width: 32, height: 8, format: .grey, filledWith: [180])
        for y in 0..<8 {
            for (x, share) in [(14, 0.4), (15, 1.0), (16, 1.0), (17, 0.4)] {
                picture[x, y, 0] = UInt8(180 - depth * share)
            }
        }
        return picture
    }

    @Test("A soft stroke is inked in its middle, and an even ground stays paper, however dark it is")
    func stroke() {
        let lines = stroke(100).softLines(width: 4)
        #expect(lines[15, 4, 0] < 160 && lines[16, 4, 0] < 160)
        #expect(lines[4, 4, 0] == 255 && lines[28, 4, 0] == 255)
        let dark = Picture(width: 16, height: 16, format: .rgb, filledWith: [20, 20, 20])
        #expect(dark.softLines(width: 4).samples.allSatisfy { $0 == 255 })
    }

    @Test("Fainter strokes give less ink, the faintest none")
    func faint() {
        let (strong, weak, none) = (stroke(100), stroke(50), stroke(4))
        func ink(_ picture: Picture) -> UInt8 { picture.softLines(width: 4)[15, 4, 0] }
        #expect(ink(strong) < ink(weak))
        #expect(ink(none) == 255)
    }
}
