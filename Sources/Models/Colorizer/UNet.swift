import Networks
import TensorCore

/// The colorizer: a U-net (Ronneberger, Fischer and Brox, 2015) in the form of PaintsChainer's `UNET`, which paints a
/// line drawing along hints of colour. 18,639,619 parameters at width 32.
///
/// - Input `[batch, 4, height, width]`: channel 0 the line (1 white paper, 0 ink), channels 1 to 3 the RGB hint, -1 where
///   there is none. The sides are multiples of 16.
/// - Output `[batch, 3, height, width]`: RGB in [0, 1], linear, and not clamped to that range.
///
/// Differences from the original: RGB for its YUV, PyTorch's initialisation for Chainer's, and batch norm's epsilon is
/// 1e-5 for 2e-5. The bottom joins two maps of one level, e7 and e8, as there.
public final class UNet: NamedNetwork {
    let c0: ConvolutionBlock
    let c1: ConvolutionBlock
    let c2: ConvolutionBlock
    let c3: ConvolutionBlock
    let c4: ConvolutionBlock
    let c5: ConvolutionBlock
    let c6: ConvolutionBlock
    let c7: ConvolutionBlock
    let c8: ConvolutionBlock
    let dc8: ConvolutionBlock
    let dc7: ConvolutionBlock
    let dc6: ConvolutionBlock
    let dc5: ConvolutionBlock
    let dc4: ConvolutionBlock
    let dc3: ConvolutionBlock
    let dc2: ConvolutionBlock
    let dc1: ConvolutionBlock
    let dc0: Convolution
    private let inputs: Int
    private let hasSkips: Bool

    /// A U-net whose first map has `w` channels; the article's has 32.
    ///
    /// Without skips no map of the way down is handed across to the way up, whose blocks then take half as many channels:
    /// an hourglass, to see what the skips are good for.
    public init(width w: Int = 32, inputs: Int = 4, outputs: Int = 3, skips hasSkips: Bool = true) {
        self.inputs = inputs
        self.hasSkips = hasSkips
        let maps = hasSkips ? 2 : 1
        c0 = ConvolutionBlock(inputs, w)
        c1 = ConvolutionBlock(w, 2 * w, .halving)
        c2 = ConvolutionBlock(2 * w, 2 * w)
        c3 = ConvolutionBlock(2 * w, 4 * w, .halving)
        c4 = ConvolutionBlock(4 * w, 4 * w)
        c5 = ConvolutionBlock(4 * w, 8 * w, .halving)
        c6 = ConvolutionBlock(8 * w, 8 * w)
        c7 = ConvolutionBlock(8 * w, 16 * w, .halving)
        c8 = ConvolutionBlock(16 * w, 16 * w)
        dc8 = ConvolutionBlock(32 * w, 16 * w, .doubling)
        dc7 = ConvolutionBlock(16 * w, 8 * w)
        dc6 = ConvolutionBlock(maps * 8 * w, 8 * w, .doubling)
        dc5 = ConvolutionBlock(8 * w, 4 * w)
        dc4 = ConvolutionBlock(maps * 4 * w, 4 * w, .doubling)
        dc3 = ConvolutionBlock(4 * w, 2 * w)
        dc2 = ConvolutionBlock(maps * 2 * w, 2 * w, .doubling)
        dc1 = ConvolutionBlock(2 * w, w)
        dc0 = Convolution(maps * w, outputs, kernel: 3, padding: 1)
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        // Channels and side for width 32 and a picture of 128x128.
        let e0 = c0(x, mode)  // 4, 128 -> 32, 128
        let e2 = c2(c1(e0, mode), mode)  // -> 64, 64
        let e4 = c4(c3(e2, mode), mode)  // -> 128, 32
        let e6 = c6(c5(e4, mode), mode)  // -> 256, 16
        let e7 = c7(e6, mode)  // -> 512, 8
        let e8 = c8(e7, mode)  // -> 512, 8
        let d7 = dc7(dc8(Tensor.concatenated([e7, e8], axis: 1), mode), mode)  // 1024, 8 -> 256, 16
        let d5 = dc5(dc6(joined(e6, d7), mode), mode)  // 512, 16 -> 128, 32
        let d3 = dc3(dc4(joined(e4, d5), mode), mode)  // 256, 32 -> 64, 64
        let d1 = dc1(dc2(joined(e2, d3), mode), mode)  // 128, 64 -> 32, 128
        return dc0(joined(e0, d1), mode)  // 64, 128 -> 3, 128
    }

    /// The skip: a map of the way down beside one of the way up, so that lines stay where they were.
    private func joined(_ down: Tensor, _ up: Tensor) -> Tensor {
        hasSkips ? .concatenated([down, up], axis: 1) : up
    }
}

extension UNet {
    public convenience init(fitting shapes: StoredShapes) {
        let width = shapes.length(of: "c0.conv.weight", axis: 0) ?? 32
        self.init(
            width: width,
            inputs: shapes.length(of: "c0.conv.weight", axis: 1) ?? 4,
            outputs: shapes.length(of: "dc0.weight", axis: 0) ?? 3,
            skips: shapes.length(of: "dc0.weight", axis: 1) != width)
    }

    public var input: InputShape { InputShape(channels: inputs, sides: .multiples(of: 16)) }
}
