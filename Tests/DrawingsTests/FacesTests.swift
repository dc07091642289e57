import Basics
import Drawings
import Pictures
import TestSupport
import Testing

@Suite struct FacesTests {
    /// Without this, a training run could not be repeated.
    @Test func aFaceDependsOnSeedAndIndexOnly() {
        let faces = DrawnFaces(seed: 7, size: 48)
        let forwards = (0..<12).map { faces[$0] }
        let backwards = (0..<12).reversed().map { faces[$0] }
        #expect(forwards == backwards.reversed())
        #expect(DrawnFaces(seed: 8, size: 48)[3].color != forwards[3].color)
    }

    /// Batches are prepared by several threads.
    @Test func threadsDrawTheSameBytes() async {
        let faces = DrawnFaces(seed: 21, size: 40)
        let together = await withTaskGroup(of: (Int, DrawnFace).self) { group in
            for index in 0..<16 { group.addTask { (index, faces[index]) } }
            return await group.reduce(into: [Int: DrawnFace]()) { $0[$1.0] = $1.1 }
        }
        for index in 0..<16 { #expect(together[index] == faces[index]) }
    }

    /// A face drawn at another size is the same face: shapes do not depend on pixels.
    @Test func sizesShowTheSameFace() {
        let artist = FaceArtist(leastLineWidth: 0)
        let small = DrawnFaces(seed: 3, size: 32, artist: artist),
            large = DrawnFaces(seed: 3, size: 128, artist: artist)
        for index in 0..<6 {
            let difference = meanDifference(small[index].color, large[index].color.reducedFourTimes())
            #expect(difference < 5, "face \(index) differs by \(difference)")
        }
    }

    @Test(arguments: [16, 28, 64, 65, 512])
    func sizesCanBeDrawn(size: Int) {
        let drawn = DrawnFaces(seed: 5, size: size)[2]
        for picture in [drawn.color, drawn.lines, drawn.regions] {
            #expect(picture.width == size && picture.height == size)
        }
        #expect(drawn.color.format == .rgb && drawn.lines.format == .grey && drawn.regions.format == .grey)
    }

    /// Any combination may be asked for, also one that is never chosen by chance.
    @Test func everyHairStyleTakesEveryFringeAndAccessory() {
        var generator = SeededGenerator(seed: 9)
        var face = Face(using: &generator)
        let artist = FaceArtist()
        for style in Face.HairStyle.allCases {
            for (index, accessory) in Face.Accessory.allCases.enumerated() {
                face.hairStyle = style
                face.accessory = accessory
                face.fringe = Face.Fringe.allCases[index % Face.Fringe.allCases.count]
                face.eyes = Face.EyeState.allCases[index % Face.EyeState.allCases.count]
                #expect(Set(artist.draw(face, size: 32).regions.samples).count > 3)
            }
        }
    }

    /// Those who hold faces out take them from before 0.
    @Test func theFacesReachInBothDirections() {
        let faces = DrawnFaces(seed: 1, size: 16)
        #expect(Set([-2, -1, 0, 1].map { faces.face(at: $0).grain }).count == 4)
        #expect(faces[.min].color != faces[.max].color)
    }

    @Test func impossibleSizesStop() async {
        await #expect(processExitsWith: .failure) { _ = DrawnFaces(seed: 1, size: 0) }
        await #expect(processExitsWith: .failure) {
            _ = FaceArtist().draw(DrawnFaces(seed: 1, size: 64).face(at: 0), size: 100_000)
        }
    }
}

extension Picture {
    /// A quarter as wide and high, each pixel the mean of sixteen.
    fileprivate func reducedFourTimes() -> Picture {
        var result = Picture(
            width: width / 4, height: height / 4, format: format, filledWith: Array(repeating: 0, count: channels))
        for y in 0..<result.height {
            for x in 0..<result.width {
                for channel in 0..<channels {
                    var sum = 0
                    for part in 0..<16 { sum += Int(self[x * 4 + part % 4, y * 4 + part / 4, channel]) }
                    result[x, y, channel] = UInt8(sum / 16)
                }
            }
        }
        return result
    }
}
