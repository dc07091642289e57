import Drawings
import Testing

@Suite("What drawn scenes show")
struct SceneContentTests {
    private let scenes = DrawnScenes(seed: 3, size: 64)

    @Test("Every pixel has a number of its kind, and scenes show several kinds")
    func numbers() {
        for index in 0..<8 {
            let map = scenes.content(at: index)
            #expect((map.width, map.height, map.format) == (64, 64, .grey))
            #expect(map.samples.allSatisfy { Int($0) < SceneContent.count })
            #expect(Set(map.samples).count > 3)
        }
    }

    @Test("A figure's hair and skin are seen in the map of a scene that has one, and not in one without")
    func figure() throws {
        let regions = [Region.hair, .skin].map { UInt8(SceneContent.number(of: $0)) }
        for index in 0..<12 {
            let shown = Set(scenes.content(at: index).samples)
            #expect(regions.allSatisfy(shown.contains) == (scenes.scene(at: index).figure != nil), "scene \(index)")
        }
    }

    @Test("A face's regions keep their order behind the materials of scenes")
    func faces() {
        let regions = DrawnFaces(seed: 1, size: 48)[0].regions
        let numbered = SceneContent.numbered(regions)
        #expect(
            zip(regions.samples, numbered.samples).allSatisfy { region, number in
                Region(rawValue: region).map { SceneContent.number(of: $0) == Int(number) } ?? false
            })
    }
}
