import Basics
import Datasets
import Drawings
import Files
import Models
import Networks
import TensorCore
import Training

/// How the project's own feature network is trained.
public struct FeaturePlan: Sendable, Equatable {
    /// The channels of its convolutions, stage by stage: VGG19's shape, narrower and a stage shorter. VGG19 to conv4_4 has 512
    /// numbers for the 192 of 8×8 pixels, and so knows nearly all of a picture; so does this one, with 128 for 48.
    public var widths = [[16, 16], [48, 48], [96, 96, 96, 128]]
    /// Pixels in a side of the pictures, a multiple of 4.
    public var size: Int
    /// Drawn things in a step; each is shown in two renderings.
    public var batch: Int
    public var steps: Int
    public var learningRate = 1e-3
    /// Drawn scenes and faces to learn from.
    public var count: Int

    public init(size: Int, batch: Int, steps: Int, count: Int) {
        (self.size, self.batch, self.steps, self.count) = (size, batch, steps, count)
    }

    /// The plan for a scale. What comes with Nurie is of the full one.
    public init(for scale: Scale) {
        switch scale {
        case .tiny:
            self.init(size: 32, batch: 2, steps: 6, count: 8)
            widths = [[4], [4], [8]]
        case .quick: self.init(size: 64, batch: 6, steps: 500, count: 600)
        case .full: self.init(size: 80, batch: 8, steps: 1800, count: 1800)
        }
    }

    /// The learning rate of a step.
    func learningRate(at step: Int) -> Double {
        learningRate * LearningRateSchedule.cosine.share(at: step, of: steps)
    }

    var settings: [String: String] {
        [
            "widths": "\(widths)", "size": "\(size)", "batch": "\(batch)", "learning rate": "\(learningRate)",
            "count": "\(count)",
        ]
    }
}

/// Trains a feature network to take the place of VGG19, whose weights cannot be shipped, on what the project can draw.
///
/// VGG19 learnt to name what a million photos show. This one learns four things at once from its last map: what each place
/// shows, whichever way it is rendered; where a painter would put ink; what colours are there; and, from the Gram matrix,
/// how the picture is rendered. And two renderings of a thing are to lie near to each other, beside other things; and so are
/// the Gram matrices of two things in one rendering, beside those of another rendering.
public struct FeatureTraining {
    public let plan: FeaturePlan
    public let folder: String
    private let options: RunOptions

    public init(_ plan: FeaturePlan, folder: String, options: RunOptions) {
        (self.plan, self.folder, self.options) = (plan, folder, options)
    }

    public var weightsPath: String { "\(folder)/features.safetensors" }

    /// Trains, writes the weights with half precision, and gives them with the log.
    ///
    /// Throws what ``LessonKit/TrainingRun/train(resuming:samples:step:)`` throws, and a `FileError` when the output folder
    /// is not to be used.
    public func run() throws -> (FeatureNetwork, TrainingLog) {
        var generator = SeededGenerator(seed: options.seed)
        let pupil = FeatureNetworkWithHeads(widths: plan.widths).initialised(using: &generator)
        let adam = Adam(pupil, learningRate: plan.learningRate)
        let pictures = FeaturePictures(seed: options.seed, size: plan.size, count: plan.count)
        let batches = try Batches(of: pictures, size: plan.batch, seed: options.seed) { FeatureBatch($0) }
        var run = TrainingRun(
            "features", folder: folder, steps: plan.steps, seed: options.seed, settings: plan.settings)
        run.keep(pupil, adam, as: "network")
        let log = try run.train(resuming: options.resume) { number, _ in
            let tape = Tape(learning: pupil.parameters)
            let losses = pupil.losses(try batches.batch(at: number), .training(tape))
            adam.learningRate = plan.learningRate(at: number)
            adam.step(tape.gradients(of: losses.total))
            return [
                "content": losses.content.item, "ink": losses.ink.item, "colours": losses.colors.item,
                "rendering": losses.rendering.item, "distance": losses.distance.item, "style": losses.style.item,
            ]
        }
        var weights = Checkpoint()
        weights.store(pupil.network)
        weights.strings = ["network": "features"]
        try weights.write(to: weightsPath, precision: .float16)
        return (pupil.network, log)
    }
}

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
