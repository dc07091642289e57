import Networks
import TensorCore

/// AnimeGAN's generator, which makes a photograph look drawn (Chen, Liu and Chen, *AnimeGAN: a novel lightweight GAN for
/// photo animation*, 2019; the released code). 3,956,096 parameters at width 64.
///
/// - Input `[batch, 3, height, width]`: RGB in [-1, 1]. The sides are multiples of 4.
/// - Output of the same shape: RGB in [-1, 1], as the tanh at the end gives them.
///
/// Its convolutions are padded by reflection, at stride 2 at the bottom and right only; pictures are resized as TensorFlow
/// 1 did it, without half-pixel centres; and its instance norms have two epsilons. Weights trained with it need all three.
public final class AnimeGenerator: NamedNetwork {
    let b1: Sequential
    let b2: Sequential
    let m: Sequential
    let u2: Sequential
    let u1: Sequential
    let out: Convolution

    /// A generator whose first map has `w` channels; the paper's has 64.
    public init(width w: Int = 64) {
        // Channels and side for width 64 and a picture of 256x256.
        b1 = Sequential(
            ConvBlock(3, w),  // 3, 256 -> 64, 256
            ConvBlock(w, w),
            DownBlock(w, 2 * w))  // -> 128, 128
        b2 = Sequential(
            ConvBlock(2 * w, 2 * w),
            SeparableBlock(2 * w, 2 * w),
            DownBlock(2 * w, 4 * w))  // -> 256, 64
        m = Sequential(
            [ConvBlock(4 * w, 4 * w)] + (1...8).map { _ in InvertedResidual(4 * w) } + [ConvBlock(4 * w, 4 * w)])
        u2 = Sequential(
            UpBlock(4 * w, 2 * w),  // -> 128, 128
            SeparableBlock(2 * w, 2 * w),
            ConvBlock(2 * w, 2 * w))
        u1 = Sequential(
            UpBlock(2 * w, 2 * w),  // -> 128, 256 (64 channels in the paper's figure, 128 in its code)
            ConvBlock(2 * w, w),  // -> 64, 256
            ConvBlock(w, w))
        out = Convolution(w, 3, kernel: 1, bias: false, weight: .xavierUniform)  // -> 3, 256
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { run([b1, b2, m, u2, u1, out, Tanh()], x, mode) }
}

extension AnimeGenerator {
    public convenience init(fitting shapes: StoredShapes) {
        self.init(width: shapes.length(of: "b1.0.conv.weight", axis: 0) ?? 64)
    }

    public var input: InputShape { InputShape(channels: 3, sides: .multiples(of: 4, atLeast: 8)) }

    /// The names and layouts of the released TensorFlow checkpoints, whose tensors an `.npz` or a safetensors file may
    /// hold. TensorFlow can write them so:
    ///
    /// ```python
    /// reader = tf.train.load_checkpoint("checkpoint/AnimeGAN_Hayao_lsgan_300_300_1_3_10")
    /// numpy.savez("hayao.npz", **{name: reader.get_tensor(name) for name in reader.get_variable_to_shape_map()})
    /// ```
    public static let published = [
        PublishedNames(
            of: "TensorFlow's AnimeGAN", scopes: ["generator/G_MODEL/", "G_MODEL/", ""],
            rows: [
                convolution("b1.0", "b1/Conv", norm: "b1/InstanceNorm"),
                convolution("b1.1", "b1/Conv_1", norm: "b1/InstanceNorm_1"),
                separable("b1.2.strided", "b1/SeparableConv2d"),
                separable("b1.2.resized", "b1/SeparableConv2d_1"),
                convolution("b2.0", "b2/Conv", norm: "b2/InstanceNorm"),
                separable("b2.1", "b2/SeparableConv2d"),
                separable("b2.2.strided", "b2/SeparableConv2d_1"),
                separable("b2.2.resized", "b2/SeparableConv2d_2"),
                convolution("m.0", "m/Conv", norm: "m/InstanceNorm"),
                (1...8).flatMap { inverted("m.\($0)", "r\($0)") },
                convolution("m.9", "m/Conv_1", norm: "m/InstanceNorm_1"),
                separable("u2.0.block", "u2/SeparableConv2d"),
                separable("u2.1", "u2/SeparableConv2d_1"),
                convolution("u2.2", "u2/Conv", norm: "u2/InstanceNorm"),
                separable("u1.0.block", "u1/SeparableConv2d"),
                convolution("u1.1", "u1/Conv", norm: "u1/InstanceNorm"),
                convolution("u1.2", "u1/Conv_1", norm: "u1/InstanceNorm_1"),
                [.init("out.weight", "Conv/weights", .tensorFlowConvolution)],
            ].flatMap(\.self))
    ]

    private static func norm(_ own: String, _ theirs: String) -> [PublishedNames.Row] {
        [.init("\(own).weight", "\(theirs)/gamma"), .init("\(own).bias", "\(theirs)/beta")]
    }

    private static func convolution(_ own: String, _ theirs: String, norm: String) -> [PublishedNames.Row] {
        [.init("\(own).conv.weight", "\(theirs)/weights", .tensorFlowConvolution)] + Self.norm("\(own).norm", norm)
    }

    private static func separable(_ own: String, _ theirs: String) -> [PublishedNames.Row] {
        [
            .init("\(own).depthwise.weight", "\(theirs)/depthwise_weights", .tensorFlowDepthwise),
            .init("\(own).pointwise.weight", "\(theirs)/pointwise_weights", .tensorFlowConvolution),
        ] + norm("\(own).norm", "\(theirs)/InstanceNorm")
    }

    private static func inverted(_ own: String, _ scope: String) -> [PublishedNames.Row] {
        let theirs = "m/\(scope)"
        return convolution("\(own).expand", "\(theirs)/Conv", norm: "\(theirs)/InstanceNorm")
            + [.init("\(own).depthwise.weight", "\(theirs)/\(scope)/w", .tensorFlowDepthwise)]
            + norm("\(own).depthwiseNorm", "\(theirs)/1")
            + [.init("\(own).project.weight", "\(theirs)/Conv_1/weights", .tensorFlowConvolution)]
            + norm("\(own).projectNorm", "\(theirs)/2")
    }
}
