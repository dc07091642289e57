import Datasets
import Pictures
import Testing

@Suite struct FacesTests {
    /// Without this, a training run could not be repeated, nor its data be drawn by several threads.
    @Test func aFaceDependsOnSeedAndIndexOnly() {
        let faces = DrawnFaces(seed: 7, size: 48)
        let forwards = (0..<12).map { faces[$0] }
        let backwards = (0..<12).reversed().map { faces[$0] }.reversed()
        #expect(forwards == Array(backwards))
        #expect(DrawnFaces(seed: 8, size: 48)[3].colour != forwards[3].colour)
    }

    @Test func threadsDrawTheSameBytes() async {
        let faces = DrawnFaces(seed: 21, size: 40)
        let alone = (0..<16).map { faces[$0] }
        let together = await withTaskGroup(of: (Int, DrawnFace).self) { group in
            for index in 0..<16 { group.addTask { (index, faces[index]) } }
            return await group.reduce(into: [Int: DrawnFace]()) { $0[$1.0] = $1.1 }
        }
        for index in 0..<16 { #expect(together[index] == alone[index]) }
    }
}
