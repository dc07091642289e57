import Drawings
import Pictures
import Testing

/// Scenes in two renderings: what a network learns from without ever seeing a pair.
@Suite struct SceneTests {
    private let scenes = DrawnScenes(seed: 3, size: 64)

    @Test("A scene depends on its seed and index only, and its renderings are the same alone and together")
    func sameAgain() {
        let scene = scenes[5]
        #expect(scene == DrawnScenes(seed: 3, size: 64)[5])
        #expect(scene.photograph == scenes.photograph(at: 5) && scene.anime == scenes.anime(at: 5))
        #expect(scenes[5] != scenes[-5])
        #expect(scenes.anime(at: 5) != DrawnScenes(seed: 4, size: 64).anime(at: 5))
    }

    @Test("Every place, hour and season occurs, with and without somebody in front")
    func variety() {
        let all = (0..<200).map { scenes.scene(at: $0) }
        #expect(Set(all.map(\.place)).count == Scene.Place.allCases.count)
        #expect(Set(all.map(\.hour)).count == Scene.Hour.allCases.count)
        #expect(Set(all.map(\.season)).count == Scene.Season.allCases.count)
        let figures = all.count { $0.figure != nil }
        #expect((25...80).contains(figures))
    }

    @Test("The anime rendering is flatter and more saturated than the photograph of the same scene")
    func renderings() {
        for index in 0..<12 {
            let scene = scenes[index]
            #expect(scene.anime.flatShare > 2 * scene.photograph.flatShare, "scene \(index)")
            #expect(scene.anime.meanSaturation > 1.2 * scene.photograph.meanSaturation, "scene \(index)")
        }
    }

    @Test("Both renderings show the same scene: another scene's rendering is further away")
    func register() {
        let pictures = (0..<12).map { scenes[$0] }
        let own = pictures.map { $0.photograph.distance(to: $0.anime) }.reduce(0, +)
        let other = pictures.indices.map { pictures[$0].photograph.distance(to: pictures[($0 + 1) % 12].anime) }
        #expect(own < 0.85 * other.reduce(0, +))
    }
}

extension Picture {
    /// The share of pixels that are like their right neighbour.
    fileprivate var flatShare: Double {
        var equal = 0
        for y in 0..<height {
            for x in 0..<width - 1
            where (0..<3).allSatisfy({ abs(Int(self[x, y, $0]) - Int(self[x + 1, y, $0])) < 2 }) {
                equal += 1
            }
        }
        return Double(equal) / Double(height * (width - 1))
    }

    fileprivate var meanSaturation: Double {
        let spreads = stride(from: 0, to: samples.count, by: 3).map { start -> Double in
            let pixel = samples[start..<start + 3]
            return Double(pixel.max() ?? 0) - Double(pixel.min() ?? 0)
        }
        return spreads.reduce(0, +) / Double(spreads.count)
    }

    fileprivate func distance(to other: Picture) -> Double {
        zip(samples, other.samples).reduce(0) { $0 + abs(Double($1.0) - Double($1.1)) }
    }
}
