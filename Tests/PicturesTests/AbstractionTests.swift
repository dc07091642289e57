import Testing

@testable import Pictures

@Suite("What a filter draws")
struct AbstractionTests {
    /// Dark at the left and light at the right, with a little noise that is the same in every run.
    private static let step: Picture = {
        var picture = Picture(width: 40, height: 24, format: .rgb, filledWith: [0, 0, 0])
        for y in 0..<24 {
            for x in 0..<40 {
                let noise = (x * 7 + y * 13 + x * y) % 9 - 4
                let levels = x < 20 ? [90, 70, 60] : [200, 190, 150]
                for channel in 0..<3 { picture[x, y, channel] = UInt8(levels[channel] + noise) }
            }
        }
        return picture
    }()

    @Test("Areas become even, and the edge between them stays where it was")
    func areas() {
        let drawn = Self.step.abstracted()
        func spread(_ picture: Picture, _ columns: Range<Int>) -> Int {
            let levels = (4..<20).flatMap { y in columns.map { Int(picture[$0, y, 0]) } }
            return (levels.max() ?? 0) - (levels.min() ?? 0)
        }
        #expect(spread(Self.step, 28..<36) == 8 && spread(drawn, 28..<36) <= 3)
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
