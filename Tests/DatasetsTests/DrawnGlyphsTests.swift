import Basics
import Datasets
import TestSupport
import Testing

@Suite struct DrawnGlyphsTests {
    @Test("A picture depends on seed, part and index only, so that a training run can be repeated")
    func reproducible() {
        let glyphs = DrawnGlyphs(seed: 7, count: 40)
        let forwards = (0..<40).map { glyphs[$0] }
        let again = DrawnGlyphs(seed: 7, count: 10)
        #expect((0..<40).reversed().map { again[$0] } == forwards.reversed())
        #expect((0..<40).map { DrawnGlyphs(seed: 8, count: 40)[$0] } != forwards)
        var generator = SeededGenerator(seed: 1)
        #expect(glyphs.sample(at: 3, using: &generator) == forwards[3])
    }

    @Test("Several threads draw the same bytes: batches are prepared on another one")
    func threads() async {
        let glyphs = DrawnGlyphs(seed: 2, count: 24)
        let together = await withTaskGroup(of: (Int, LabelledPicture).self) { group in
            for index in 0..<24 { group.addTask { (index, glyphs[index]) } }
            return await group.reduce(into: [Int: LabelledPicture]()) { $0[$1.0] = $1.1 }
        }
        for index in 0..<24 { #expect(together[index] == DrawnGlyphs(seed: 2, count: 1)[index]) }
    }

    @Test("No test picture is among the training pictures")
    func parts() {
        func samples(_ part: LabelledPictures.Part) -> Set<[UInt8]> {
            Set((0..<200).map { DrawnGlyphs(seed: 3, count: 200, part: part)[$0].picture.samples })
        }
        #expect(samples(.training).isDisjoint(with: samples(.test)))
        #expect(samples(.training).count == 200, "and no two are alike")
    }

    @Test("Every class occurs, and its pictures have ink on paper, away from the edges")
    func looks() {
        let glyphs = DrawnGlyphs(seed: 5, count: 600)
        let pictures = (0..<600).map { glyphs[$0] }
        let counts = DrawnGlyphs.names.indices.map { label in pictures.count { $0.label == label } }
        #expect(counts.count == 10 && counts.allSatisfy { (30...90).contains($0) }, "\(counts)")
        for picture in pictures.map(\.picture) {
            #expect(picture.width == 28 && picture.height == 28 && picture.format == .grey)
            let ink = picture.samples.reduce(0) { $0 + Int($1) } / picture.samples.count
            #expect((5...110).contains(ink), "a mean of \(ink)")
            let edge = (0..<28).map { Int(picture[$0, 0, 0]) + Int(picture[$0, 27, 0]) }
            #expect(edge.reduce(0, +) < 28 * 80, "written over the edge")
        }
    }

    @Test("Signs of a class look more alike than signs of different classes, so that there is something to learn")
    func classes() {
        let glyphs = DrawnGlyphs(seed: 11, count: 200)
        let pictures = (0..<200).map { glyphs[$0] }
        func meanDistance(_ isWanted: (Int, Int) -> Bool) -> Float {
            var distances: [Float] = []
            for (index, a) in pictures.enumerated() {
                for b in pictures[..<index] where isWanted(a.label, b.label) {
                    distances.append(meanDifference(a.picture, b.picture))
                }
            }
            return distances.reduce(0, +) / Float(distances.count)
        }
        #expect(meanDistance(==) < 0.75 * meanDistance(!=))
    }
}
