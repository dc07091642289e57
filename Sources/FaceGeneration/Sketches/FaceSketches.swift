import Basics
import Datasets
import Drawings
import Models
import TensorCore

/// Sketches of drawn faces, each of them made when it is asked for.
public struct FaceSketches: Samples {
    public let faces: DrawnFaces
    public let count: Int
    public let part: DatasetPart

    /// Sketches of `side` × `side` places.
    public init(seed: UInt64, count: Int, part: DatasetPart = .training, side: Int = SketchVAE.side) {
        precondition(count > 0, "FaceSketches: \(count) faces")
        faces = DrawnFaces(seed: seed, size: FaceSketch.scale * side)
        (self.count, self.part) = (count, part)
    }

    /// What the face of an index is like. Those that are held out are never among those of training.
    public func face(at index: Int) -> Face { faces.face(at: part == .training ? index : -1 - index).centred }

    /// The face of an index, drawn in `size` × `size` pixels.
    public func drawn(at index: Int, size: Int) -> DrawnFace { faces.artist.draw(face(at: index), size: size) }

    /// The shares of a sketch; the same at every look, so nothing is taken from the generator.
    public func sample(at index: Int, using generator: inout SeededGenerator) -> Tensor { self[index] }

    /// The shares of a sketch, `[parts + 1, side, side]`.
    public subscript(index: Int) -> Tensor { FaceSketch(drawn(at: index, size: faces.size)).shares }

    /// Sketches as one batch.
    public func batch(_ range: Range<Int>) -> Tensor { Self.joined(range.map { self[$0] }) }

    static func joined(_ sketches: [Tensor]) -> Tensor {
        .concatenated(sketches.map { $0.reshaped(to: [1] + $0.shape) }, axis: 0)
    }
}
