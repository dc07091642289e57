import Basics

/// The colours of pictures, and the two ranges in which networks take them.

extension Tensor {
    /// Numbers of [0, 1], as pictures have them, moved to [-1, 1], as a decoder that ends in tanh gives them.
    public var signed: Tensor { 2 * self - 1 }

    /// Numbers of [-1, 1] moved to [0, 1].
    public var unsigned: Tensor { 0.5 * self + 0.5 }

    /// Brightness and colour differences of RGB in [-1, 1], `[batch, 3, height, width]`: Y in [0, 1], U and V around 0; see
    /// ``YUV``.
    public func yuv() -> Tensor {
        precondition(rank == 4 && shape[1] == 3, "yuv: shape \(shape) is not [batch, 3, height, width]")
        // Y of black, -1, is 0; the other rows add up to 0.
        let matrix = Tensor(YUV.fromRGB.flatMap { $0 }, shape: [3, 3, 1, 1])
        return convolved(with: 0.5 * matrix, bias: Tensor([0.5, 0, 0]))
    }

    /// Pictures without colour, their brightness in all three channels: `[batch, 3, height, width]` in [-1, 1].
    public func grey() -> Tensor {
        // Y of yuv() is in [0, 1].
        let brightness = yuv().sliced(axis: 1, 0..<1).signed
        return .concatenated([brightness, brightness, brightness], axis: 1)
    }
}
