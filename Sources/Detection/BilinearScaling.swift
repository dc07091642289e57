import Basics
import Pictures

extension Picture {
    /// The grey picture with other sides, each pixel mixed from the four that lie around its place: sample for sample
    /// what OpenCV's `resize` gives with `INTER_LINEAR_EXACT`.
    ///
    /// It does not widen its reach when shrinking, so fine lines may fall between the pixels: for pictures to look at
    /// there is ``resized(toWidth:height:_:)``.
    func scaledBilinearly(toWidth newWidth: Int, height newHeight: Int) -> Picture {
        precondition(format == .grey, "scaledBilinearly: a picture of \(format) is not grey")
        if newWidth == width && newHeight == height { return self }
        let columns = Interpolation(from: width, to: newWidth), rows = Interpolation(from: height, to: newHeight)
        var scaled = Picture(width: newWidth, height: newHeight, format: .grey, filledWith: [0])
        scaled.samples.withUnsafeMutableBufferPointer { scaled in
            samples.withUnsafeBufferPointer { samples in
                for y in 0..<newHeight {
                    let upper = samples[(rows.first[y] * width)...], lower = samples[(rows.second[y] * width)...]
                    let (upperStart, lowerStart, share) = (upper.startIndex, lower.startIndex, rows.share[y])
                    for x in 0..<newWidth {
                        let (left, right, portion) = (columns.first[x], columns.second[x], columns.share[x])
                        let above =
                            UInt32(samples[upperStart + left]) * (256 - portion)
                            + UInt32(samples[upperStart + right]) * portion
                        let below =
                            UInt32(samples[lowerStart + left]) * (256 - portion)
                            + UInt32(samples[lowerStart + right]) * portion
                        scaled[y * newWidth + x] = UInt8((above * (256 - share) + below * share + 1 << 15) >> 16)
                    }
                }
            }
        }
        return scaled
    }
}

/// For each new pixel along one side, the two old ones it lies between, and how much of the second one it takes in
/// 256ths: in whole numbers the same on every processor.
private struct Interpolation {
    private(set) var first: [Int] = []
    private(set) var second: [Int] = []
    private(set) var share: [UInt32] = []

    init(from old: Int, to new: Int) {
        let scale = Double(old) / Double(new)
        for pixel in 0..<new {
            let place = (Double(pixel) + 0.5) * scale - 0.5
            let before = Int(place.rounded(.down))
            let isBetween = before >= 0 && before < old - 1
            first.append(min(max(before, 0), old - 1))
            second.append(isBetween ? before + 1 : min(max(before, 0), old - 1))
            share.append(isBetween ? UInt32(((place - Double(before)) * 256).rounded(.toNearestOrEven)) : 0)
        }
    }
}
