import Basics
import Datasets
import Drawings
import Pictures
import TensorCore

/// Drawn faces as a face detector cuts them out of drawings: large, upright, in the middle, on a plain ground.
///
/// This is what generative models of faces are trained on (the first article's crops come from a detector), and it is
/// much easier than drawings as they are: where the eyes are need not be learnt. Everything that makes a face itself
/// stays as `DrawnFaces` chose it, so attributes are known. Each face is drawn once and kept, as far as the cache reaches.
public struct FaceCrops: Samples {
    public let faces: DrawnFaces
    public private(set) var count: Int
    public let part: DatasetPart
    /// Whether the faces are ``Face/plain``.
    public let isPlain: Bool
    /// Whether they are on blank paper, as ``Face/bust`` has them.
    public let isOnPaper: Bool
    private let kept: Cache<Picture>

    public init(
        _ faces: DrawnFaces, count: Int, part: DatasetPart = .training, isPlain: Bool = false,
        isOnPaper: Bool = false, cacheLimit: Int = 256 << 20
    ) {
        precondition(count > 0, "FaceCrops: \(count) faces")
        self.faces = faces
        self.count = count
        self.part = part
        self.isPlain = isPlain
        self.isOnPaper = isOnPaper
        kept = Cache(limit: cacheLimit, bytesEach: 3 * faces.size * faces.size)
    }

    /// What the face of an index is like. Those that are held out are never among those of training.
    public func face(at index: Int) -> Face {
        let face = faces.face(at: part == .training ? index : -1 - index).croppedByDetector
        let framed = isOnPaper ? face.bust : face
        return isPlain ? framed.plain : framed
    }

    /// The same faces, as far as the first `count`.
    public func first(_ count: Int) -> FaceCrops {
        precondition(count > 0, "FaceCrops: the first \(count) faces")
        var fewer = self
        fewer.count = min(count, self.count)
        return fewer
    }

    /// The face of an index, RGB; the same at every look, so nothing is taken from the generator.
    public func sample(at index: Int, using generator: inout SeededGenerator) -> Picture { self[index] }

    /// The face of an index, RGB.
    public subscript(index: Int) -> Picture {
        kept.value(at: index) { faces.artist.draw(face(at: index), size: faces.size).color }
    }

    /// Faces as one batch `[faces, 3, size, size]` in [0, 1].
    public func batch(_ range: Range<Int>) -> Tensor { Tensor(pictures: range.map { self[$0] }) }
}
