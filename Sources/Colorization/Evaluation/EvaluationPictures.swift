import Basics
import Datasets
import Drawings
import Files
import Synchronization

/// The pictures that a colorizer is evaluated on.
public enum EvaluationPictures {
    /// Drawn faces that no training saw, or the pictures of a folder, as pairs of `size` × `size` pixels.
    ///
    /// Throws a `FileError` when the folder cannot be used, and names what is broken in it.
    public static func open(
        _ data: String, count: Int, size: Int, seed: UInt64, onlyHeldOut: Bool = false
    ) throws -> [Pair] {
        if data == ColorizerPictures.drawn {
            return try pairs(
                of: DrawnPairs(
                    DrawnFaces(seed: seed, size: size), count: count, part: .heldOut, variation: .none), count)
        }
        let pictures = try PictureFolder.open(data, size: size)
        guard onlyHeldOut else { return try pairs(of: ExtractedPairs(from: pictures, variation: .none), count) }
        let heldOut = pictures.divided(by: Split()).heldOut
        guard heldOut.count > 0 else {
            throw FileError(
                path: data, problem: "holds \(pictures.count) pictures, of which none falls to the tenth held out",
                remedy: "Leave --held-out away to evaluate on all of them")
        }
        return try pairs(of: ExtractedPairs(from: heldOut, variation: .none), count)
    }

    private static func pairs(of samples: some Samples<Pair>, _ count: Int) throws -> [Pair] {
        try (0..<min(count, samples.count)).map { index in
            var generator = SeededGenerator(seed: 0, stream: UInt64(index))
            return try samples.sample(at: index, using: &generator)
        }
    }
}
