import Basics
import Pictures

/// For each corner between pixels, the sum of all samples above and to the left of it: with four of these sums the sum
/// over any rectangle is known, however large it is.
///
/// Viola and Jones, "Rapid object detection using a boosted cascade of simple features", 2001. Sums are modulo 2³², so
/// that those over parts of large pictures are right too.
struct IntegralPicture {
    /// Sums in a row: one more than the picture has columns.
    let stride: Int
    /// `(height + 1) × (width + 1)` sums.
    let sums: [UInt32]

    /// The sums of a grey picture.
    init(_ picture: Picture) {
        precondition(picture.format == .grey, "IntegralPicture: a picture of \(picture.format) is not grey")
        let (width, height) = (picture.width, picture.height)
        let stride = width + 1
        self.stride = stride
        sums = [UInt32](unsafeUninitializedCapacity: stride * (height + 1)) { sums, count in
            picture.samples.withUnsafeBufferPointer { samples in
                for column in 0...width { sums[column] = 0 }
                for row in 0..<height {
                    var sumOfRow: UInt32 = 0
                    var corner = (row + 1) * stride
                    sums[corner] = 0
                    for sample in samples[(row * width)..<((row + 1) * width)] {
                        corner += 1
                        sumOfRow &+= UInt32(sample)
                        sums[corner] = sums[corner - stride] &+ sumOfRow
                    }
                }
            }
            count = stride * (height + 1)
        }
    }
}
