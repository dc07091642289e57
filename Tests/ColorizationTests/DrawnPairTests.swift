import Basics
@testable import Colorization
@testable import Datasets
@testable import Drawings
import Pictures
import Testing

@Suite struct DrawnPairTests {
    private let faces = DrawnFaces(seed: 7, size: 32)

    private func pair(_ pairs: DrawnPairs, _ index: Int, seed: UInt64 = 1) -> Pair {
        var generator = SeededGenerator(seed: seed)
        return pairs.sample(at: index, using: &generator)
    }

    @Test("With chance 1 the lines are the true ones, with 0 extracted from the colour, between them both occur")
    func linesAreChosen() {
        let face = faces[3]
        let extracted = LineExtraction().lines(of: face.color)
        func lines(_ chance: Float, seed: UInt64 = 1) -> Picture {
            pair(DrawnPairs(faces, count: 9, trueLineChance: chance, variation: .none, paperShare: 0), 3, seed: seed)
                .lines
        }
        #expect(lines(1) == face.lines)
        #expect(lines(0) == extracted)
        let both = (0..<20).map { lines(0.5, seed: $0) }
        #expect(both.contains(face.lines) && both.contains(extracted))
    }

    @Test("The share of faces on paper and the widths of lines are as asked for")
    func paperAndLines() {
        let onPaper = DrawnPairs(faces, count: 6, trueLineChance: 1, variation: .none, paperShare: 1)
        let thick = DrawnPairs(
            faces, count: 6, trueLineChance: 1, variation: .none, paperShare: 1, lineWidths: 6...6)
        for index in 0..<6 {
            let (one, other) = (pair(onPaper, index), pair(thick, index))
            #expect((0..<3).allSatisfy { one.color[0, 0, $0] > 240 })
            #expect(other.lines.samples.reduce(0) { $0 + Int($1) } < one.lines.samples.reduce(0) { $0 + Int($1) })
        }
    }

    @Test("No held-out face is one of the training faces")
    func partsHaveNothingInCommon() {
        let training = DrawnPairs(faces, count: 12, part: .training, variation: .none)
        let heldOut = DrawnPairs(faces, count: 12, part: .heldOut, variation: .none)
        let seen = (0..<12).map { pair(training, $0).color }
        for index in 0..<12 { #expect(!seen.contains(pair(heldOut, index).color)) }
    }

    @Test("A cache with room for all, for some and for none gives the same pairs", arguments: [0, 3, 100])
    func cacheChangesNothing(room: Int) throws {
        let pairs = DrawnPairs(faces, count: 6, cacheLimit: room * 5 * 32 * 32)
        let fresh = DrawnPairs(faces, count: 6, cacheLimit: 0)
        let (some, none) = (try Batches(of: pairs, size: 6, seed: 2), try Batches(of: fresh, size: 6, seed: 2))
        for step in 0..<3 { #expect(try some.batch(at: step) == none.batch(at: step)) }
    }

    @Test("Batches of drawn pairs are the same with and without preparation, and have the network's shapes")
    func batchesAreTheSame() throws {
        let pairs = DrawnPairs(faces, count: 10)
        let (plain, prepared) = (
            try Batches(of: pairs, size: 4, seed: 2, ahead: 0), try Batches(of: pairs, size: 4, seed: 2, ahead: 2)
        )
        for step in 0..<4 { #expect(try plain.batch(at: step) == prepared.batch(at: step)) }
        let batch = try plain.batch(at: 0)
        #expect(batch.lines.shape == [4, 1, 32, 32] && batch.color.shape == [4, 3, 32, 32])
        #expect(colorizerInput(lines: batch.lines).shape == [4, 4, 32, 32])
    }
}
