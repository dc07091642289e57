import Basics
import Pictures
import TensorCore

// Pictures hold bytes, 0 to 255, the channels of a pixel side by side; networks want numbers in [0, 1], each channel a
// plane of its own. Grey line art needs no turning round: 0 is ink and 1 is white paper.

extension Tensor {
    /// A picture as `[channels, height, width]` in [0, 1]: one channel of a grey picture, three of another.
    ///
    /// Every sample is divided by 255, so that `Picture(tensor:)` gives it back exactly. Transparency is put on white.
    public init(picture: Picture) {
        let picture = picture.onWhite()
        self.init(picture.planes(), shape: [picture.channels, picture.height, picture.width])
    }

    /// Pictures of one size and format as a batch `[pictures, channels, height, width]` in [0, 1].
    public init(pictures: [Picture]) {
        precondition(!pictures.isEmpty, "Tensor(pictures:): there is no batch of no pictures")
        let pictures = pictures.map { $0.onWhite() }
        let first = pictures[0]
        self.init(shape: [pictures.count, first.channels, first.height, first.width]) { batch in
            for (index, picture) in pictures.enumerated() {
                precondition(
                    picture.width == first.width && picture.height == first.height && picture.format == first.format,
                    "Tensor(pictures:): picture \(index) is \(picture.outline), the first is \(first.outline)")
                let planes = picture.planes()
                _ = UnsafeMutableBufferPointer(rebasing: batch[(index * planes.count)...]).update(from: planes)
            }
        }
    }

    /// The pictures of a batch `[pictures, channels, height, width]`; see `Picture(tensor:)`.
    public var pictures: [Picture] {
        precondition(rank == 4, "pictures: shape \(shape) is no batch [pictures, channels, height, width]")
        let each = shape.dropFirst().reduce(1, *)
        let scalars = scalars
        return (0..<shape[0]).map { index in
            Picture(planes: Array(scalars[(index * each)..<((index + 1) * each)]), shape: Array(shape.dropFirst()))
        }
    }
}

extension Picture {
    /// A tensor `[channels, height, width]`, or a batch of one, as a picture: grey of one channel, RGB of three.
    ///
    /// This is where numbers are clamped to [0, 1] (one that is not a number becomes 0) and rounded to the nearest of
    /// the 256 levels, halves upwards.
    public init(tensor: Tensor) {
        precondition(
            tensor.rank == 3 || (tensor.rank == 4 && tensor.shape[0] == 1),
            "Picture(tensor:): shape \(tensor.shape) is no picture [channels, height, width]")
        self.init(planes: tensor.scalars, shape: tensor.shape.suffix(3))
    }

    fileprivate init(planes: [Float], shape: [Int]) {
        precondition(
            shape[0] == 1 || shape[0] == 3,
            "Picture(tensor:): \(shape) has \(shape[0]) channels, and a picture has 1 (grey) or 3 (RGB)")
        self.init(width: shape[2], height: shape[1], format: shape[0] == 1 ? .grey : .rgb, planes: planes)
    }

    fileprivate var outline: String { "\(width)×\(height) \(format)" }
}
