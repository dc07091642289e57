import Basics
@testable import Colorization
@testable import Datasets
import Pictures
import TestSupport
import Testing

@Suite struct PairTests {
    private var pair: Pair {
        let lines = Picture(width: 2, height: 1, format: .grey, samples: [0, 255])
        let color = Picture(width: 2, height: 1, format: .rgb, samples: [1, 2, 3, 4, 5, 6])
        return Pair(lines: lines, color: color)
    }

    @Test("Lines and colour are mirrored together")
    func mirroring() {
        var variation = PairVariation.none
        variation.mirrorChance = 1
        var generator = SeededGenerator(seed: 1)
        let mirrored = variation.vary(pair, using: &generator)
        #expect(mirrored.lines.samples == [255, 0])
        #expect(mirrored.color.samples == [4, 5, 6, 1, 2, 3])
    }

    @Test("A drawing on paper slides with its colours, over paper; one on a background stays")
    func sliding() {
        var variation = PairVariation.none
        variation.slideChance = 1
        var lines = Picture(width: 8, height: 8, format: .grey, filledWith: [255])
        var color = Picture(width: 8, height: 8, format: .rgb, filledWith: [255, 255, 255])
        lines[4, 4, 0] = 7
        color[4, 4, 1] = 7
        var places: Set<Int?> = []
        for seed in 0..<50 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let slid = variation.vary(Pair(lines: lines, color: color), using: &generator)
            let place = slid.lines.samples.firstIndex(of: 7)
            #expect(place == slid.color.samples.firstIndex(of: 7).map { $0 / 3 })
            #expect(slid.lines.samples.allSatisfy { [7, 255].contains($0) })
            places.insert(place)
        }
        #expect(places.count > 10 && places.contains(nil))
        color[0, 0, 2] = 100
        var generator = SeededGenerator(seed: 1)
        let fixed = Pair(lines: lines, color: color)
        #expect(variation.vary(fixed, using: &generator) == fixed)
    }

    @Test("A shift of brightness touches the lines only and stays within the levels")
    func shifting() {
        var variation = PairVariation.none
        variation.lineShift = 20
        var generator = SeededGenerator(seed: 1)
        let shifts = Set((0..<50).map { _ in variation.vary(pair, using: &generator) }.map(\.lines.samples))
        #expect(shifts.count > 10)
        #expect(shifts.allSatisfy { $0[0] == 0 || $0[1] == 255 }, "ink gets lighter or paper darker, not both")
        #expect(variation.vary(pair, using: &generator).color == pair.color)
    }

    @Test("Without variation a pair stays as it is, and as many random numbers are used as with it")
    func noVariation() {
        var (one, other) = (SeededGenerator(seed: 3), SeededGenerator(seed: 3))
        #expect(PairVariation.none.vary(pair, using: &one) == pair)
        _ = PairVariation().vary(pair, using: &other)
        #expect(one == other)
    }

    @Test("Pairs from a folder have lines where colours meet, and make batches")
    func extractedPairs() throws {
        let folder = try TemporaryFolder()
        var drawing = Picture(width: 16, height: 16, format: .rgb, filledWith: [250, 200, 150])
        drawing.paste(Picture(width: 1, height: 16, format: .rgb, filledWith: [20, 10, 10]), x: 8, y: 0)
        try folder.write(drawing.encodedAsPNG(), to: "drawing.png")
        let pairs = ExtractedPairs(from: try PictureFolder(folder.path, size: 16), variation: .none)
        var generator = SeededGenerator(seed: 1)
        let pair = try pairs.sample(at: 0, using: &generator)
        #expect(pair.color == drawing)
        #expect(pair.lines[8, 3, 0] < 50 && pair.lines[3, 3, 0] == 255)
        let batch = try Batches(of: pairs, size: 2, seed: 1).batch(at: 0)
        #expect(batch.lines.shape == [2, 1, 16, 16] && batch.color.shape == [2, 3, 16, 16])
    }
}
