@testable import Drawings
import FaceGeneration
import Testing

@Suite struct FaceCropsTests {
    private let faces = DrawnFaces(seed: 7, size: 32)

    @Test("A crop shows the face that its attributes tell of, upright and on a plain ground, at every look")
    func attributes() {
        let crops = FaceCrops(faces, count: 4)
        let face = crops.face(at: 2)
        #expect(face.hairStyle == faces.face(at: 2).hairStyle && face.skin == faces.face(at: 2).skin)
        #expect(face.proportions.tilt == 0 && face.background == .plain)
        #expect(crops[2] == faces.artist.draw(face, size: 32).color)
        #expect(crops[2] == crops[2])
    }

    @Test("A plain face has nothing on its head, and the rest is its own")
    func plain() {
        let crops = FaceCrops(faces, count: 40, isPlain: true)
        for index in 0..<40 {
            let (plain, own) = (crops.face(at: index), faces.face(at: index))
            #expect(plain.accessory == .none && plain.dye == .none && plain.fringe != .overOneEye)
            #expect(plain.hairColor == own.hairColor && plain.mouth == own.mouth && plain.skin == own.skin)
        }
    }

    @Test("What is held out is not in training")
    func partsHaveNothingInCommon() {
        let (training, heldOut) = (FaceCrops(faces, count: 12), FaceCrops(faces, count: 12, part: .heldOut))
        let seen = (0..<12).map { training[$0] }
        for index in 0..<12 { #expect(!seen.contains(heldOut[index])) }
    }

    @Test("A batch holds the faces of a range in their order")
    func batch() {
        let crops = FaceCrops(faces, count: 4)
        let batch = crops.batch(1..<3)
        #expect(batch.shape == [2, 3, 32, 32])
        #expect(batch.pictures == [crops[1], crops[2]])
    }

    @Test("A bust stands on white paper that reaches round it to the shoulders, and its hair is not tied")
    func bust() {
        let crops = FaceCrops(DrawnFaces(seed: 2, size: 64), count: 30, isPlain: true, isOnPaper: true)
        for index in 0..<crops.count {
            let face = crops.face(at: index)
            #expect(face.background == .paper && face.eyewear == .none && face.eyes == .open)
            #expect(![.twinTails, .ponyTail, .twinBuns, .braids].contains(face.hairStyle))
            let picture = crops[index]
            #expect((0..<3).allSatisfy { picture[0, 0, $0] > 250 && picture[63, 0, $0] > 250 })
        }
    }
}
