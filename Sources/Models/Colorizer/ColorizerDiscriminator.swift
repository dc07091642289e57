import Basics
import Networks
import TensorCore

/// The colorizer's discriminator, which tells coloured pictures from true ones: PaintsChainer's `DIS`. 918,082 parameters for
/// pictures of 128x128 at width 32.
///
/// - Input `[batch, 3, side, side]`: RGB in [0, 1]. It sees the colours only, not the lines that they belong to.
/// - Output `[batch, 2]`: logits of the classes 0, true, and 1, coloured, for softmax cross-entropy.
///
/// Unlike later discriminators it has batch norm in its first layer too, and ReLU that does not leak.
public final class ColorizerDiscriminator: NamedNetwork {
    let c1: ConvolutionBlock
    let c2: ConvolutionBlock
    let c3: ConvolutionBlock
    let c4: ConvolutionBlock
    let c5: ConvolutionBlock
    let c6: ConvolutionBlock
    let c7: ConvolutionBlock
    let l8l: Linear
    private let side: Int

    /// A discriminator for pictures of `side` by `side`, a multiple of 16, whose first map has `w` channels.
    public init(side: Int = 128, width w: Int = 32) {
        precondition(side > 0 && side % 16 == 0, "ColorizerDiscriminator: side \(side) is no multiple of 16")
        self.side = side
        c1 = ConvolutionBlock(3, w, .halving)
        c2 = ConvolutionBlock(w, w)
        c3 = ConvolutionBlock(w, 2 * w, .halving)
        c4 = ConvolutionBlock(2 * w, 2 * w)
        c5 = ConvolutionBlock(2 * w, 4 * w, .halving)
        c6 = ConvolutionBlock(4 * w, 4 * w)
        c7 = ConvolutionBlock(4 * w, 8 * w, .halving)
        l8l = Linear(
            8 * w * (side / 16) * (side / 16), 2, weight: .normal(deviation: 0.02), biasInitialiser: .zeros)
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        // Channels and side for width 32 and a picture of 128x128.
        var h = c2(c1(x, mode), mode)  // 3, 128 -> 32, 64
        h = c4(c3(h, mode), mode)  // -> 64, 32
        h = c6(c5(h, mode), mode)  // -> 128, 16
        h = c7(h, mode)  // -> 256, 8
        return l8l(h.reshaped(to: [h.shape[0], h.count / h.shape[0]]), mode)  // 16384 -> 2
    }
}

extension ColorizerDiscriminator {
    public convenience init(fitting shapes: StoredShapes) {
        let width = shapes.length(of: "c1.conv.weight", axis: 0) ?? 32
        let numbers = shapes.length(of: "l8l.weight", axis: 1, upTo: 1 << 22) ?? 0
        // The last map has 8 · width channels, and a sixteenth of the picture's side.
        let side = (1...64).first { 8 * width * $0 * $0 == numbers }.map { 16 * $0 }
        self.init(side: side ?? 128, width: width)
    }

    public var input: InputShape { InputShape(channels: 3, sides: .exactly(side)) }
}
