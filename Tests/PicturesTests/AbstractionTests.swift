import Testing

@testable import Pictures

@Suite("What a filter draws")
struct AbstractionTests {
    private static let step = Picture.noisyStep(40, 24)

    @Test("Areas become even, and the edge between them stays where it was")
    func areas() {
        let drawn = Self.step.abstracted()
        #expect(
            Self.step.spread(of: 0, 28..<36, rows: 4..<20) == 8 && drawn.spread(of: 0, 28..<36, rows: 4..<20) <= 3)
        #expect(drawn[17, 12, 0] < 110 && drawn[22, 12, 0] > 180)
    }

    @Test("Ink goes to the darker side of an edge")
    func ink() {
        let drawn = Self.step.abstracted()
        #expect(Int(drawn[19, 12, 0]) < Int(drawn[8, 12, 0]) - 30)
        #expect(Int(drawn[20, 12, 0]) > Int(drawn[32, 12, 0]) - 12)
    }

    @Test("Colours become purer, grey stays grey, and any size will do", arguments: [(1, 1), (2, 9), (30, 1)])
    func colors(width: Int, height: Int) {
        let red = Picture(width: width, height: height, format: .rgb, filledWith: [150, 100, 90]).abstracted()
        #expect(red[0, 0, 0] - red[0, 0, 2] > 60)
        let grey = Picture(width: width, height: height, format: .grey, filledWith: [100]).abstracted()
        #expect(grey.format == .rgb && grey.samples.allSatisfy { $0 == grey.samples[0] && $0 >= 100 && $0 < 115 })
    }
}
