@testable import Datasets
import TestSupport
import Testing

@Suite struct SplitTests {
    private let names = (0..<4000).map { "face-\($0).png" }

    @Test("The share is met on average, with names that differ in their numbers only")
    func shareIsMet() {
        let count = names.count(where: Split(heldOutShare: 0.1).holdsOut)
        // Four standard deviations of a coin of 0.1 thrown 4000 times.
        #expect((324...476).contains(count), "\(count) of 4000")
    }

    @Test("Nothing and everything can be held out")
    func extremes() {
        #expect(!names.contains(where: Split(heldOutShare: 0).holdsOut))
        #expect(names.allSatisfy(Split(heldOutShare: 1).holdsOut))
    }

    @Test("The hash is FNV-1a's published value, finalised, so that no release moves a file to the other side")
    func hashIsFixed() {
        #expect(Split.hash(of: "") == finalised(0xCBF2_9CE4_8422_2325))
        #expect(Split.hash(of: "foobar") == finalised(0x8594_4171_F739_67E8))
    }

    private func finalised(_ word: UInt64) -> UInt64 {
        var word = word
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    @Test("A folder's parts have no picture in common, and files that are added move none")
    func splitIsStable() throws {
        let folder = try TemporaryFolder()
        let split = Split(heldOutShare: 0.3)
        for number in stride(from: 0, to: 60, by: 2) { try folder.draw("\(number).png", width: 2, height: 2) }
        let before = try parts(of: folder, split)
        #expect(Set(before.training).isDisjoint(with: before.heldOut))
        #expect(before.training.count + before.heldOut.count == 30)
        #expect(!before.training.isEmpty && !before.heldOut.isEmpty)

        for number in stride(from: 1, to: 60, by: 2) { try folder.draw("\(number).png", width: 2, height: 2) }
        let after = try parts(of: folder, split)
        #expect(Set(after.training).isSuperset(of: before.training))
        #expect(Set(after.heldOut).isSuperset(of: before.heldOut))
    }

    private func parts(of folder: TemporaryFolder, _ split: Split) throws -> (training: [String], heldOut: [String]) {
        let pictures = try PictureFolder(folder.path, size: 2)
        let (training, heldOut) = pictures.divided(by: split)
        return (training.indices.map { pictures.files[$0] }, heldOut.indices.map { pictures.files[$0] })
    }
}
