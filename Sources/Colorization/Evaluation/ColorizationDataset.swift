import Basics
import Datasets
import Drawings
import Models
import Pictures
import TensorCore

/// Drawn faces and their true lines, which tell nothing of the colours between them: what the lessons' colorizers learn from,
/// and what they are evaluated on.
public struct ColorizationDataset {
    public let size: Int
    public let batches: Batches<DrawnPairs, PairBatch>
    private let learnt: DrawnPairs
    private let batch: Int
    /// Faces that no network learns from.
    public let heldOut: [Pair]
    /// What these are like.
    public let heldOutFaces: [Face]

    /// A book with pictures of `size` × `size` pixels: `faces` to learn from, `batch` at a time, and `heldOut` others, of which
    /// a share stands on blank paper.
    ///
    /// Throws what ``Datasets/Batches`` throws.
    public init(
        seed: UInt64, size: Int, faces: Int, batch: Int, heldOut count: Int, paperShare: Float = 1 / 3
    ) throws {
        (self.size, self.batch) = (size, batch)
        let drawn = DrawnFaces(seed: seed, size: size)
        learnt = DrawnPairs(drawn, count: faces, trueLineChance: 1, paperShare: paperShare)
        batches = try Batches(of: learnt, size: batch, seed: seed)
        let unseen = DrawnPairs(
            drawn, count: count, part: .heldOut, trueLineChance: 1, variation: .none, paperShare: paperShare)
        heldOut = (0..<count).map { index in
            var generator = SeededGenerator(seed: seed, stream: UInt64(index))
            return unseen.sample(at: index, using: &generator)
        }
        heldOutFaces = (0..<count).map(unseen.face)
    }

    /// Batches of the same faces, in a share of which things have their usual colours; see
    /// ``Drawings/Face/takeUsualColors(chance:using:)``.
    ///
    /// Throws what ``Datasets/Batches`` throws.
    public func batches(usualChance: Float, seed: UInt64) throws -> Batches<DrawnPairs, PairBatch> {
        let pairs = DrawnPairs(
            learnt.faces, count: learnt.count, trueLineChance: learnt.trueLineChance, paperShare: learnt.paperShare,
            usualChance: usualChance)
        return try Batches(of: pairs, size: batch, seed: seed)
    }

    /// The held-out faces' lines, coloured without hints.
    public func colored(by network: UNet) -> [Picture] {
        stride(from: 0, to: heldOut.count, by: 16).flatMap { start in
            let lines = PairBatch(Array(heldOut[start..<min(start + 16, heldOut.count)])).lines
            return network(colorizerInput(lines: lines), .inference).pictures
        }
    }

    /// How like the truth they are.
    public func likeness(of pictures: [Picture]) -> ColorizerEvaluation.Likeness {
        var likeness = ColorizerEvaluation.Likeness()
        for (picture, pair) in zip(pictures, heldOut) { likeness.add(picture, pair.color) }
        return likeness
    }

    /// How colourful they are, for each of several results, which may be of the first faces only.
    public func saturation(of results: [Picture]...) -> SaturationTable {
        var table = SaturationTable(results: results.count)
        for (index, pair) in heldOut.prefix(results.map(\.count).min() ?? 0).enumerated() {
            table.add(results.map { $0[index] }, pair)
        }
        return table
    }

    /// How sharp their lines are, in parts of the truth's; see ``Pictures/Picture/lineSharpness(at:)``.
    public func lineSharpness(of pictures: [Picture]) -> Double {
        let (sum, truth) = zip(pictures, heldOut).reduce((0.0, 0.0)) { sums, both in
            let (picture, pair) = both
            return (
                sums.0 + picture.lineSharpness(at: pair.lines), sums.1 + pair.color.lineSharpness(at: pair.lines)
            )
        }
        return sum / truth
    }

    /// The squared error of one colour everywhere, the mean of all pictures: what nobody has to learn.
    public var errorOfOneColor: Double {
        Double(Tensor(pictures: heldOut.map(\.color)).variance(axes: [0, 2, 3]).mean().item)
    }

    /// The region's colours in the truth and in pictures.
    public func colors(of region: Region, in pictures: [Picture]) -> RegionColors {
        RegionColors(region, of: heldOut, paintedAs: pictures)
    }
}

extension SaturationTable {
    /// The ratio of one result in a kind of region, such as "hair"; not a number if there is none.
    public func ratio(_ name: String, result: Int = 0) -> Double {
        rows.first { $0.name == name }.map { Double($0.ratios[result]) } ?? .nan
    }
}
