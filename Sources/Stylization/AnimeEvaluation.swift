import Basics
import Drawings
import Glibc
import Models
import Networks
import TensorCore
import Training

/// What a generator makes of drawn photographs that it never saw, against the anime rendering of the same scenes: a comparison
/// that no set of real photographs allows. Training sees no pairs; judging may.
public struct AnimeEvaluation: Sendable, Equatable {
    /// What is measured of pictures; means over all of them.
    public struct Numbers: Sendable, Equatable {
        /// The root of the mean squared distance from the anime rendering of the same scene, pictures being in [0, 1].
        public var distance = 0.0
        /// The same by the features: the mean of |Δ|.
        public var featureDistance = 0.0
        /// The mean of |ΔU| and of |ΔV| to the photograph.
        public var shiftU = 0.0
        public var shiftV = 0.0
        /// The mean of |Gram(picture) - Gram(grey anime)|, against the mean Gram matrix of other scenes' anime renderings.
        public var style = 0.0
        /// Peak signal to noise against the photograph, in decibels; infinite for the photograph itself.
        public var likeness = 0.0
    }

    /// The photographs themselves: what a generator that changes nothing would get.
    public let photographs: Numbers
    public let generated: Numbers

    /// Measures a generator of pictures in [-1, 1] on `count` scenes.
    public init(of generator: any Layer, on scenes: DrawnScenes, count: Int, features: FeatureNetwork) {
        precondition(count > 0, "AnimeEvaluation: on \(count) scenes")
        let style = Self.meanGram(of: scenes, count: count, features)
        var (photographs, generated) = (Numbers(), Numbers())
        for index in 1...count {
            // Scenes before 0 are never learnt from.
            let scene = scenes[-index]
            let photograph = Tensor(pictures: [scene.photograph]).signed
            let anime = Tensor(pictures: [scene.anime]).signed
            let made = generator(photograph, .inference)
            photographs.add(
                Self.numbers(photograph, photograph, anime, style, features), share: 1 / Double(count))
            generated.add(Self.numbers(made, photograph, anime, style, features), share: 1 / Double(count))
        }
        (self.photographs, self.generated) = (photographs, generated)
    }

    /// The mean Gram matrix of grey anime renderings, of other scenes than those that are evaluated.
    private static func meanGram(of scenes: DrawnScenes, count: Int, _ features: FeatureNetwork) -> Tensor {
        let grams = (1...count).map { index in
            gramMatrix(features.features(of: Tensor(pictures: [scenes.anime(at: -count - index)]).signed.grey()))
        }
        return grams.dropFirst().reduce(grams[0], +) / Float(count)
    }

    private static func numbers(
        _ picture: Tensor, _ photograph: Tensor, _ anime: Tensor, _ style: Tensor, _ features: FeatureNetwork
    ) -> Numbers {
        let map = features.features(of: picture)
        let (yuv, original) = (picture.yuv(), photograph.yuv())
        func shift(_ channel: Int) -> Double {
            let range = channel..<channel + 1
            return Double(
                meanAbsoluteError(yuv.sliced(axis: 1, range), original.sliced(axis: 1, range)).item)
        }
        // Distances are halved: [-1, 1] is twice as long as [0, 1].
        return Numbers(
            distance: 0.5 * Double(meanSquaredError(picture, anime).item).squareRoot(),
            featureDistance: Double(meanAbsoluteError(map, features.features(of: anime)).item),
            shiftU: shift(1), shiftV: shift(2),
            style: Double(meanAbsoluteError(gramMatrix(map), style).item),
            likeness: -10 * log10(0.25 * Double(meanSquaredError(picture, photograph).item)))
    }
}

extension AnimeEvaluation.Numbers {
    fileprivate mutating func add(_ other: Self, share: Double) {
        distance += share * other.distance
        featureDistance += share * other.featureDistance
        shiftU += share * other.shiftU
        shiftV += share * other.shiftV
        style += share * other.style
        likeness += share * other.likeness
    }
}

extension AnimeEvaluation {
    /// What the cells of ``rows`` say.
    public static let titles = [
        "", "distance from the drawing", "by features", "shift in U", "shift in V", "Gram distance from the style",
        "PSNR to the photograph, dB",
    ]

    /// Two rows of a table: the photographs themselves, and what was made of them.
    public var rows: [[String]] {
        [("photographs", photographs), ("stylised", generated)].map { name, numbers in
            [
                name, rounded(numbers.distance), rounded(numbers.featureDistance), rounded(numbers.shiftU),
                rounded(numbers.shiftV), rounded(numbers.style),
                numbers.likeness.isFinite ? rounded(numbers.likeness) : "",
            ]
        }
    }
}

extension AnimeEvaluation: CustomStringConvertible {
    public var description: String {
        func line(_ name: String, _ numbers: Numbers) -> String {
            let values = [
                numbers.distance, numbers.featureDistance, numbers.shiftU, numbers.shiftV, numbers.style,
                numbers.likeness,
            ]
            return ([name] + values.map { rounded($0) }).joined(separator: "  ")
        }
        return """
            to its anime rendering: distance, by features; shift in U, in V; Gram distance from the style; PSNR to the photograph
            \(line("photographs", photographs))
            \(line("generated  ", generated))
            """
    }
}
