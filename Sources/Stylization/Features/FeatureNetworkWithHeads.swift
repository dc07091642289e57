import Basics
import Drawings
import Models
import Networks
import TensorCore

/// The feature network with the heads that it learns by; they are dropped afterwards.
final class FeatureNetworkWithHeads: Module {
    let network: FeatureNetwork
    let content: Convolution
    let ink: Convolution
    let colors: Convolution
    let rendering: Linear

    init(widths: [[Int]]) {
        network = FeatureNetwork(widths: widths)
        let channels = widths[widths.count - 1].last ?? 0
        content = Convolution(channels, SceneContent.count, kernel: 1)
        ink = Convolution(channels, 4, kernel: 1)
        colors = Convolution(channels, 12, kernel: 1)
        rendering = Linear(channels * channels, Rendering.allCases.count)
    }

    struct Losses {
        let content, ink, colors, rendering, distance, style: Tensor

        /// Weighted so that none drowns the others: errors of ink and colour are squares of small numbers.
        var total: Tensor { content + 8 * ink + 100 * colors + 0.5 * rendering + 0.5 * distance + style }
    }

    func losses(_ batch: FeatureBatch, _ mode: Mode) -> Losses {
        let map = network.features(of: batch.pictures, mode)
        let (count, channels, squares) = (map.shape[0], map.shape[1], map.shape[2] * map.shape[3])
        let answers = content(map, mode).reshaped(to: [count, SceneContent.count, squares])
            .transposed(to: [0, 2, 1]).reshaped(to: [count * squares, SceneContent.count])
        // The Gram matrix is divided by the channels; its diagonal is to be about as large as the map.
        let gram = (gramMatrix(map) * Float(channels)).reshaped(to: [count, channels * channels])
        return Losses(
            content: softmaxCrossEntropy(answers, classes: batch.content),
            ink: meanSquaredError(ink(map, mode), batch.ink),
            colors: meanSquaredError(colors(map, mode), batch.colors),
            rendering: softmaxCrossEntropy(rendering(gram, mode), classes: batch.renderings.map(\.rawValue)),
            distance: Self.distance(map), style: Self.style(gram, batch.renderings))
    }

    /// How far the two renderings of each thing lie apart, in parts of how far different things do.
    private static func distance(_ map: Tensor) -> Tensor {
        let half = map.shape[0] / 2
        let (first, second) = (map.sliced(axis: 0, 0..<half), map.sliced(axis: 0, half..<2 * half))
        let others = Tensor.concatenated(
            [first.sliced(axis: 0, 1..<half), first.sliced(axis: 0, 0..<1)], axis: 0)
        return meanAbsoluteError(first, second) / (meanAbsoluteError(first, others) + 1e-3)
    }

    /// How far the Gram matrices, `[pictures, …]`, of different things in one rendering lie apart, in parts of how far those in
    /// different renderings do: a Gram matrix is to say how a picture is rendered, and not what it shows.
    private static func style(_ grams: Tensor, _ renderings: [Rendering]) -> Tensor {
        let count = renderings.count
        /// Each picture with the next one, around the end, that is or is not rendered alike; never with the same thing.
        func distance(alike: Bool) -> Tensor? {
            let pairs = renderings.indices.compactMap { first -> (Int, Int)? in
                (1..<count).lazy.map { (first + $0) % count }.first { second in
                    (renderings[first] == renderings[second]) == alike && (first - second) % (count / 2) != 0
                }.map { (first, $0) }
            }
            guard !pairs.isEmpty else { return nil }
            func rows(_ numbers: [Int]) -> Tensor {
                .concatenated(numbers.map { grams.sliced(axis: 0, $0..<$0 + 1) }, axis: 0)
            }
            return meanAbsoluteError(rows(pairs.map(\.0)), rows(pairs.map(\.1)))
        }
        guard let near = distance(alike: true), let far = distance(alike: false) else { return Tensor(0) }
        return near / (far + 1e-4)
    }
}
