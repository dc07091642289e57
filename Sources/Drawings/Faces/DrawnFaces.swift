import Basics

/// Drawn faces without end in both directions, any of them by itself: a face depends on the seed and its
/// index only, so many threads can draw at once.
public struct DrawnFaces: Sendable {
    public let seed: UInt64
    /// Pixels in a side.
    public let size: Int
    public let artist: FaceArtist

    public init(seed: UInt64, size: Int, artist: FaceArtist = FaceArtist()) {
        precondition(
            FaceArtist.sizes.contains(size), "DrawnFaces: \(size) pixels are not in \(FaceArtist.sizes)")
        self.seed = seed
        self.size = size
        self.artist = artist
    }

    /// What the face at the index is like, without drawing it.
    public func face(at index: Int) -> Face {
        var generator = SeededGenerator(seed: seed, stream: UInt64(bitPattern: Int64(index)))
        return Face(using: &generator)
    }

    /// The face at the index, drawn.
    public subscript(index: Int) -> DrawnFace { artist.draw(face(at: index), size: size) }
}
