import Networks
import TensorCore

/// A light generator for AnimeGAN's training, our own: it says what is to change in a photo instead of painting all of it.
/// 654,795 parameters at width 24.
///
/// - Input `[batch, 3, height, width]`: RGB in [-1, 1]. The sides are multiples of 4, and at least 8.
/// - Output of the same shape: the input plus what the layers make of it, linear, so that it may leave [-1, 1] a little.
///
/// Against AnimeGANv2's: maps of the way down are handed across as in ``UNet``, the input is added at the end, and nothing is
/// normalised. So colours and places need not be learnt, training is a matter of minutes, and a pixel depends on its
/// neighbourhood only, never on the picture as a whole. The last convolution begins with zeros: an untrained generator gives
/// back its input. The price: it changes what is near, lines and areas, and never recomposes anything.
public final class LightAnimeGenerator: NamedNetwork {
    private let enter: Convolution
    private let half: Sequential
    private let quarter: Convolution
    private let residuals: [LightResidual]
    private let riseToHalf: Convolution
    private let riseToWhole: Convolution
    private let whole: Convolution
    private let out: Convolution
    private let activation = LeakyReLU(slope: 0.2)
    private let double = Resizing(by: 2, .bilinear)

    /// A generator whose first map has `w` channels.
    public init(width w: Int = 24) {
        enter = .reflecting(3, w)
        half = Sequential(
            Convolution.reflecting(w, 2 * w, stride: 2), LeakyReLU(slope: 0.2), Convolution.reflecting(2 * w, 2 * w))
        quarter = .reflecting(2 * w, 4 * w, stride: 2)
        residuals = (0..<3).map { _ in LightResidual(4 * w) }
        riseToHalf = .reflecting(6 * w, 2 * w)
        riseToWhole = .reflecting(3 * w, w)
        whole = .reflecting(w, w)
        out = Convolution(w, 3, kernel: 1, weight: .zeros, biasInitialiser: .zeros)
    }

    public var children: [(name: String, module: any Module)] {
        [("enter", enter), ("down_half", half), ("down_quarter", quarter)]
            + residuals.enumerated().map { ("residuals.\($0)", $1) }
            + [("up_half", riseToHalf), ("up_whole", riseToWhole), ("whole", whole), ("out", out)]
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        // Channels and side for width 24 and a picture of 256x256.
        let a = run([enter, activation], x, mode)  // 3, 256 -> 24, 256
        let b = run([half, activation], a, mode)  // -> 48, 128
        var c = run([quarter, activation], b, mode)  // -> 96, 64
        for residual in residuals { c = residual(c, mode) }
        let d = run([riseToHalf, activation], .concatenated([double(c, mode), b], axis: 1), mode)  // -> 48, 128
        let e = run([riseToWhole, activation], .concatenated([double(d, mode), a], axis: 1), mode)  // -> 24, 256
        return x + run([whole, activation, out], e, mode)  // -> 3, 256
    }
}

extension LightAnimeGenerator {
    public convenience init(fitting shapes: StoredShapes) {
        self.init(width: shapes.length(of: "enter.weight", axis: 0) ?? 24)
    }

    public var input: InputShape { InputShape(channels: 3, sides: .multiples(of: 4, atLeast: 8)) }
}

/// Two convolutions, whose result is added to what they were given. The second begins with zeros: without norms, maps that grow
/// from block to block would make training diverge.
private final class LightResidual: Layer {
    private let first, second: Convolution
    private let activation = LeakyReLU(slope: 0.2)

    init(_ channels: Int) {
        first = .reflecting(channels, channels)
        second = .reflecting(channels, channels, weight: .zeros)
    }

    var children: [(name: String, module: any Module)] { [("first", first), ("second", second)] }

    func forward(_ x: Tensor, _ mode: Mode) -> Tensor { x + run([first, activation, second], x, mode) }
}

extension Convolution {
    /// 3x3, padded by reflection; at stride 2 at the bottom and right only, as in AnimeGAN.
    fileprivate static func reflecting(
        _ inputs: Int, _ outputs: Int, stride: Int = 1, weight: Initialiser = .kaimingNormal(slope: 0.2)
    ) -> Convolution {
        Convolution(
            inputs, outputs, kernel: 3, stride: stride, padding: stride == 1 ? 1 : Padding(bottom: 1, right: 1),
            paddingMode: .reflect, weight: weight, biasInitialiser: .zeros)
    }
}
