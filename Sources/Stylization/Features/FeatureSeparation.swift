import Basics
import Drawings
import Models
import TensorCore

/// Whether a feature network serves for AnimeGAN's losses: measured on drawn scenes, whose two renderings show exactly the
/// same. Two numbers say it, beside those of a network that learnt nothing.
public struct FeatureSeparation: Sendable, Equatable {
    /// How often the same scene in the other rendering lies nearer, by the features, than another scene in the same rendering.
    public let contentShare: Double
    /// The distance between two renderings of a scene, in parts of the distance between scenes in one rendering.
    public let contentRatio: Double
    /// How often, by the Gram matrices of grey pictures, another scene in the same rendering lies nearer than another scene
    /// in the other rendering.
    public let styleShare: Double
    /// The mean distance of Gram matrices from those of anime scenes, for pictures on the way from the anime rendering of other
    /// scenes, 0, to their photographs, 1, in quarters: it should grow.
    public let styleDistances: [Double]

    /// Measures the network on as many scenes, at least three.
    public init(of network: FeatureNetwork, on scenes: DrawnScenes, count: Int) {
        precondition(count >= 3, "Measures: of \(count) scenes; three are needed")
        // Scenes before 0 are never learnt from.
        let drawn = (1...count).map { scenes[-$0] }
        let anime = drawn.map { Tensor(pictures: [$0.anime]).signed }
        let photographs = drawn.map { Tensor(pictures: [$0.photograph]).signed }
        let (animeMaps, photoMaps) = (
            anime.map { network.features(of: $0) }, photographs.map { network.features(of: $0) }
        )
        let content = Self.content(animeMaps, photoMaps)
        (contentShare, contentRatio) = (content.share, content.ratio)

        let steps = (0...4).map { step in
            zip(anime, photographs).map { anime, photograph in
                let share = Float(step) / 4
                return gramMatrix(network.features(of: (anime * (1 - share) + photograph * share).grey()))
            }
        }
        styleShare = Self.styleShare(steps[0], steps[4])
        styleDistances = steps.map { grams in
            Self.mean(Self.pairs(count).map { Double(meanAbsoluteError(grams[$0], steps[0][$1]).item) })
        }
    }

    /// Whether the distances grow from step to step.
    public var styleIsOrdered: Bool { zip(styleDistances, styleDistances.dropFirst()).allSatisfy { $0 < $1 } }

    // MARK: Distances

    private static func content(_ anime: [Tensor], _ photos: [Tensor]) -> (share: Double, ratio: Double) {
        let own = zip(anime, photos).map { meanAbsoluteError($0, $1).item }
        var nearer: [Double] = []
        var others: [Double] = []
        for (i, j) in pairs(anime.count) {
            for maps in [anime, photos] {
                let other = meanAbsoluteError(maps[i], maps[j]).item
                nearer.append(own[i] < other ? 1 : 0)
                others.append(Double(other))
            }
        }
        return (mean(nearer), mean(own.map { Double($0) }) / mean(others))
    }

    private static func styleShare(_ anime: [Tensor], _ photos: [Tensor]) -> Double {
        var nearer: [Double] = []
        for (i, j) in pairs(anime.count) {
            for (same, other) in [(anime, photos), (photos, anime)] {
                let near = meanAbsoluteError(same[i], same[j]).item
                let far = meanAbsoluteError(same[i], other[j]).item
                nearer.append(near < far ? 1 : 0)
            }
        }
        return mean(nearer)
    }

    /// All ordered pairs of different numbers.
    private static func pairs(_ count: Int) -> [(Int, Int)] {
        (0..<count).flatMap { i in (0..<count).filter { $0 != i }.map { (i, $0) } }
    }

    private static func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }
}

extension FeatureSeparation: CustomStringConvertible {
    public var description: String {
        """
        same scene in the other rendering nearer than another scene: \(percent(contentShare)), \
        at \(percent(contentRatio)) of its distance
        same rendering of another scene nearer than the other rendering: \(percent(styleShare))
        Gram distance from anime, to photographs in quarters: \
        \(styleDistances.map { percent($0 / styleDistances[0]) }.joined(separator: " "))
        """
    }

    private func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }
}
