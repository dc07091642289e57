import Basics
import Drawings
import Models
import Networks
import Pictures
import Stylization
import TensorCore

/// Drawn photographs of scenes and the anime rendering of others, and what training asks of them and never changes: features,
/// Gram matrices, smoothed edges.
struct Material {
    /// What a round sees: RGB in [-1, 1], `[batch, 3, size, size]`.
    struct Batch {
        let photographs, drawings: Tensor
        /// Other drawings, with soft edges.
        let smoothed: Tensor
        /// The photographs' features, and the Gram matrices of the drawings without colour.
        let content, grams: Tensor
    }

    let scenes: DrawnScenes
    let features: FeatureNetwork
    /// Scenes that no network learns from, in both renderings.
    let heldOut: [DrawnScene]
    private let seed: UInt64
    private let size: Int
    private let photographs, drawings, smoothed, content, grams: [Tensor]

    /// `count` scenes as photographs and `count` others as drawings, so that no scene is there in both renderings, and
    /// `heldOut` more.
    ///
    /// Throws a `FileError` without the feature network.
    init(seed: UInt64, side: Int, count: Int, batch: Int, heldOut heldOutCount: Int) throws {
        (self.seed, size) = (seed, batch)
        let scenes = DrawnScenes(seed: seed, size: side)
        let features = try FeatureSource.network()
        func tensor(_ picture: Picture) -> Tensor { Tensor(pictures: [picture]).signed }
        let anime = (count..<2 * count).map { scenes.anime(at: $0) }
        photographs = (0..<count).map { tensor(scenes.photograph(at: $0)) }
        drawings = anime.map(tensor)
        smoothed = anime.map { tensor($0.edgesSmoothed()) }
        content = photographs.map { features.features(of: $0) }
        grams = drawings.map { gramMatrix(features.features(of: $0.grey())) }
        heldOut = (1...heldOutCount).map { scenes[-$0] }
        (self.scenes, self.features) = (scenes, features)
    }

    /// Photographs, drawings and smoothed drawings, each drawn by lot by itself, as the released code shuffles them.
    func batch(at step: Int) -> Batch {
        var generator = SeededGenerator(seed: seed, stream: UInt64(step))
        func lot() -> [Int] { (0..<size).map { _ in generator.integer(in: 0..<photographs.count) } }
        func joined(_ all: [Tensor], _ places: [Int]) -> Tensor { .concatenated(places.map { all[$0] }, axis: 0) }
        let (photo, drawn, soft) = (lot(), lot(), lot())
        return Batch(
            photographs: joined(photographs, photo), drawings: joined(drawings, drawn),
            smoothed: joined(smoothed, soft), content: joined(content, photo), grams: joined(grams, drawn))
    }

    /// The held-out photographs, `[count, 3, size, size]`, in [-1, 1].
    var photographsHeldOut: Tensor { Tensor(pictures: heldOut.map(\.photograph)).signed }

    /// How far pictures are from the anime rendering of the held-out scenes: the root of the mean squared distance in [0, 1].
    func distance(of pictures: Tensor) -> Double {
        let distances = distances(of: pictures)
        return distances.reduce(0, +) / Double(distances.count)
    }

    /// The same for each scene. In each picture by itself, as `AnimeEvaluation` does it.
    func distances(of pictures: Tensor) -> [Double] {
        let truth = Tensor(pictures: heldOut.map(\.anime)).signed
        // [-1, 1] is twice as long as [0, 1].
        return (pictures - truth).squared().mean(axes: [1, 2, 3]).scalars.map { 0.5 * Double($0).squareRoot() }
    }

    /// The share of the held-out scenes whose picture is nearer to its drawing than the other one is.
    func shareNearer(_ pictures: Tensor, than others: Tensor) -> Double {
        let pairs = zip(distances(of: pictures), distances(of: others))
        return Double(pairs.count { $0 < $1 }) / Double(heldOut.count)
    }

    /// The means of |ΔY|, |ΔU| and |ΔV| between each held-out photograph and what a generator makes of it.
    func shifts(of generator: any Layer) -> [(y: Double, u: Double, v: Double)] {
        let change = generator(photographsHeldOut, .inference).yuv() - photographsHeldOut.yuv()
        let means = change.absolute().mean(axes: [2, 3]).scalars.map(Double.init)
        return stride(from: 0, to: means.count, by: 3).map { (means[$0], means[$0 + 1], means[$0 + 2]) }
    }

    /// What a generator makes of the held-out photographs, by all measures.
    func evaluation(of generator: any Layer) -> AnimeEvaluation.Numbers {
        AnimeEvaluation(of: generator, on: scenes, count: heldOut.count, features: features).generated
    }
}
