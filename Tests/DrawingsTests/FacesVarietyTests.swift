import Drawings
import TestSupport
import Testing

/// The data set is worth learning from only if its faces differ.
@Suite struct FacesVarietyTests {
    private let faces = DrawnFaces(seed: 1, size: 28)

    @Test func aThousandFacesAreAThousandFaces() {
        let labels = (0..<1000).map { index -> String in
            let face = faces.face(at: index)
            return [
                face.hairStyle.rawValue, face.fringe.rawValue, face.hairColor.rawValue, face.eyeColor.rawValue,
                face.clothes.rawValue, face.background.rawValue,
            ].joined(separator: ", ")
        }
        // Six of more than thirty attributes already tell them apart.
        #expect(Set(labels).count >= 995)
    }

    @Test func picturesDiffer() {
        let pictures = (0..<60).map { faces[$0].color }
        var least = Float.infinity, sum: Float = 0
        var count = 0
        for (index, picture) in pictures.enumerated() {
            for other in pictures[..<index] {
                let difference = meanDifference(picture, other)
                least = min(least, difference)
                sum += difference
                count += 1
            }
        }
        #expect(least > 18, "two faces are nearly the same")
        #expect(sum / Float(count) > 50, "faces differ by \(sum / Float(count)) of 255 only")
    }

    @Test func everyKindOccurs() {
        let sample = (0..<2000).map { faces.face(at: $0) }
        func check<Kind: CaseIterable & Hashable>(_ kind: KeyPath<Face, Kind>) {
            let missing = Set(Kind.allCases).subtracting(sample.map { $0[keyPath: kind] })
            #expect(missing.isEmpty, "never drawn: \(missing)")
        }
        check(\.expression)
        check(\.hairStyle)
        check(\.fringe)
        check(\.ahoge)
        check(\.hairColor)
        check(\.dye)
        check(\.dyeColor)
        check(\.eyeShape)
        check(\.eyes)
        check(\.eyeColor)
        check(\.rightEyeColor)
        check(\.pupil)
        check(\.sparkle)
        check(\.brow)
        check(\.nose)
        check(\.mouth)
        check(\.faceShape)
        check(\.skin)
        check(\.skinMark)
        check(\.blush)
        check(\.clothes)
        check(\.clothesColor)
        check(\.trimColor)
        check(\.accessory)
        check(\.accessoryColor)
        check(\.eyewear)
        check(\.earring)
        check(\.ears)
        check(\.background)
        check(\.shading)
    }

    /// Lessons use the raw values as labels.
    @Test func labelsAreWords() {
        #expect(Face.HairStyle(rawValue: "twin tails") == .twinTails)
        #expect(Face.Accessory(rawValue: "cat ears") == .catEars)
        #expect(Face.Mouth(rawValue: "small o") == .smallO)
    }
}
