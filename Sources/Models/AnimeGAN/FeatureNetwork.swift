import Basics
import Networks
import TensorCore

/// A network in the shape of VGG (Simonyan and Zisserman, *Very deep convolutional networks for large-scale image
/// recognition*, 2014), whose maps say what a picture shows: stages of 3x3 convolutions and ReLUs, with pooling between
/// them. The last convolution has no ReLU behind it, because AnimeGAN compares what comes before it.
///
/// - Input `[batch, 3, height, width]`: RGB, normalised as torchvision does it, (x - mean) / deviation for x in [0, 1].
///   ``features(of:_:)`` takes pictures in [-1, 1] and normalises them.
/// - Output `[batch, channels, height / 2ⁿ, width / 2ⁿ]`, where n is the number of stages but one.
///
/// VGG19 to conv4_4 is the usual instance: 10,585,152 parameters. Names and layouts are torchvision's (`features.0.weight`
/// and so on); a file of the whole VGG19 loads, and what stands behind conv4_4 is left out. AnimeGAN itself used weights
/// that were made for BGR in 0...255, whose features are larger than torchvision's.
public final class FeatureNetwork: NamedNetwork {
    /// The channels of VGG19's convolutions to conv4_4, stage by stage.
    public static let vgg19 = [[64, 64], [128, 128], [256, 256, 256, 256], [512, 512, 512, 512]]

    /// The mean and deviation of ImageNet's pictures in [0, 1], red, green and blue: torchvision's.
    public static let mean: [Float] = [0.485, 0.456, 0.406]
    public static let deviation: [Float] = [0.229, 0.224, 0.225]

    let features: Sequential
    /// The places of the last convolutions of each stage in `features`.
    private let ends: [Int]

    /// A network whose convolutions have the given channels, stage by stage, with pooling of a kind between the stages.
    public init(widths: [[Int]] = FeatureNetwork.vgg19, pooling: Pooling.Kind = .maximum) {
        precondition(
            !widths.isEmpty && widths.allSatisfy { !$0.isEmpty }, "FeatureNetwork: a stage of \(widths) is empty")
        var layers: [any Layer] = []
        var ends: [Int] = []
        var inputs = 3
        for stage in widths {
            if !layers.isEmpty { layers += [ReLU(), Pooling(pooling)] }
            for (index, outputs) in stage.enumerated() {
                if index > 0 { layers.append(ReLU()) }
                layers.append(
                    Convolution(
                        inputs, outputs, kernel: 3, padding: 1, weight: .kaimingNormal(), biasInitialiser: .zeros))
                inputs = outputs
            }
            ends.append(layers.count - 1)
        }
        features = Sequential(layers)
        self.ends = ends
    }

    /// The last stage's map, before its ReLU.
    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { features(x, mode) }

    /// The last stage's map of pictures, RGB in [-1, 1].
    public func features(of pictures: Tensor, _ mode: Mode = .inference) -> Tensor {
        self(normalised(pictures), mode)
    }

    /// The maps of all stages of pictures, RGB in [-1, 1]: each of its last convolution, before the ReLU. For VGG19 conv1_2,
    /// conv2_2, conv3_4 and conv4_4.
    public func maps(of pictures: Tensor, _ mode: Mode = .inference) -> [Tensor] {
        var x = normalised(pictures)
        var start = 0
        return ends.map { end in
            x = run(Array(features.layers[start...end]), x, mode)
            start = end + 1
            return x
        }
    }

    /// (x + 1) / 2, minus the mean, by the deviation.
    private func normalised(_ pictures: Tensor) -> Tensor {
        precondition(
            pictures.rank == 4 && pictures.shape[1] == 3, "FeatureNetwork: pictures of shape \(pictures.shape)")
        let (mean, deviation) = (Tensor(Self.mean, shape: [3, 1, 1]), Tensor(Self.deviation, shape: [3, 1, 1]))
        return pictures * (0.5 / deviation) + (0.5 - mean) / deviation
    }
}

extension FeatureNetwork {
    public convenience init(fitting shapes: StoredShapes) {
        self.init(widths: Self.widths(in: shapes) ?? Self.vgg19)
    }

    /// The channels that the shapes in a checkpoint tell: convolutions of a stage are two places apart, and stages three.
    private static func widths(in shapes: StoredShapes) -> [[Int]]? {
        var widths: [[Int]] = []
        var place = 0
        while place < 64, let width = shapes.length(of: "features.\(place).weight", axis: 0, upTo: 512) {
            let isFirst =
                widths.isEmpty || shapes.length(of: "features.\(place - 2).weight", axis: 0, upTo: 512) == nil
            if isFirst { widths.append([width]) } else { widths[widths.count - 1].append(width) }
            let isSame = shapes.length(of: "features.\(place + 2).weight", axis: 0, upTo: 512) != nil
            place += isSame ? 2 : 3
        }
        return widths.isEmpty ? nil : widths
    }

    public var input: InputShape {
        InputShape(channels: 3, sides: .multiples(of: 1, atLeast: 1 << (ends.count - 1)))
    }

    /// The part of torchvision's VGG19 that is used: a file may hold all of it.
    public static let published = [
        PublishedNames(
            of: "torchvision's VGG19",
            rows: FeatureNetwork().namedState.map { PublishedNames.Row($0.name, $0.name) })
    ]
}
