import Basics
@testable import Colorization
@testable import Drawings
import Testing

@Suite("Usual colours")
struct UsualColorTests {
    private let faces = DrawnFaces(seed: 11, size: 32)

    /// A face, and the same face after each of its things had the chance to take the usual colour.
    private func face(at index: Int, chance: Float) -> (before: Face, after: Face) {
        let before = faces.face(at: index)
        var (after, generator) = (before, SeededGenerator(seed: 2, stream: UInt64(index)))
        after.takeUsualColors(chance: chance, using: &generator)
        return (before, after)
    }

    @Test("Certain of it, all faces have one set of colours and stay different in everything else")
    func certain() {
        for index in 0..<20 {
            let (before, after) = face(at: index, chance: 1)
            #expect(after.hairColor == .chestnut && after.dye == .none && after.skin == .peach)
            #expect(after.eyeColor == .blue && after.rightEyeColor == .blue)
            #expect(after.clothesColor == .blue && after.trimColor == .white && after.accessoryColor == .red)
            #expect(after.hairStyle == before.hairStyle && after.clothes == before.clothes)
            #expect(after.grain == before.grain && after.background == before.background)
        }
    }

    @Test("Each thing has its own chance: unusual hair says nothing of the clothes")
    func independent() {
        let faces = (0..<400).map { face(at: $0, chance: 0.6).after }
        let unusual = faces.filter { $0.hairColor != .chestnut }
        let share =
            Double(unusual.count { $0.clothesColor == .blue && $0.trimColor == .white }) / Double(unusual.count)
        #expect(unusual.count > 100 && share > 0.5 && share < 0.75, "\(share) of \(unusual.count)")
    }

    @Test("Without a chance pairs are what they were")
    func none() {
        let usual = DrawnPairs(faces, count: 8, usualChance: 0), plain = DrawnPairs(faces, count: 8)
        #expect((0..<8).allSatisfy { usual.face(at: $0) == plain.face(at: $0) })
        let certain = DrawnPairs(faces, count: 8, usualChance: 1)
        #expect((0..<8).allSatisfy { certain.face(at: $0).hairColor == .chestnut })
    }
}
