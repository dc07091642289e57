import Basics
import Datasets
import Drawings
import Files

/// What a colorizer learns from, and what it is evaluated on: drawn faces, or the pictures of a folder.
package struct ColorizerPictures: CustomStringConvertible {
    package let description: String
    /// The name of the drawn faces where a folder could be named.
    package static let drawn = "drawn"
    private let batches: any PairBatches
    private let heldOutPairs: any Samples<Pair>

    private let share: BatchShare

    /// Pictures of the folder, or drawn faces if there is none; of each batch the share that is made here.
    package init(_ folder: String?, plan: ColorizerPlan, seed: UInt64, share: BatchShare = .whole) throws {
        self.share = share
        let size = plan.batch / share.parts
        if let folder, folder != Self.drawn {
            let pictures = try PictureFolder.open(folder, size: plan.size)
            let (training, heldOut) = pictures.divided(by: Split())
            guard heldOut.count > 0 else {
                throw FileError(
                    path: folder,
                    problem: "holds \(pictures.count) pictures, of which none falls to the tenth held out",
                    remedy: "Add pictures: a colorizer needs hundreds at least")
            }
            batches = try Batches(of: ExtractedPairs(from: training), size: size, seed: seed, share: share)
            heldOutPairs = ExtractedPairs(from: heldOut, variation: .none)
            description = "\(training.count) pictures of \(folder)"
        } else if plan.usesWorld {
            let recoloring = Recoloring(chance: plan.recoloringChance)
            func pairs(_ part: DatasetPart) -> WorldPairs {
                WorldPairs(
                    seed: seed, size: plan.size, count: plan.faces, part: part, faceShare: plan.faceShare,
                    usualChance: plan.usualChance, recoloring: recoloring)
            }
            batches = try Batches(of: pairs(.training), size: size, seed: seed, share: share)
            heldOutPairs = pairs(.heldOut)
            description = "\(plan.faces) drawings of all kinds"
        } else {
            let faces = DrawnFaces(seed: seed, size: plan.size)
            var variation = PairVariation()
            variation.slideChance = plan.slideChance
            variation.recoloring = Recoloring(chance: plan.recoloringChance)
            let pairs = DrawnPairs(
                faces, count: plan.faces, variation: variation, paperShare: plan.paperShare,
                usualChance: plan.usualChance, lineWidths: plan.hasAnyLines ? DrawnPairs.anyLineWidths : nil)
            batches = try Batches(of: pairs, size: size, seed: seed, share: share)
            heldOutPairs = DrawnPairs(
                faces, count: 10_000, part: .heldOut, variation: .none, paperShare: plan.paperShare)
            description = "\(plan.faces) drawn faces"
        }
    }

    /// A part of a step's batch; the whole batch is the only part of one that is not cut.
    package func batch(at step: Int, part: Int = 0) throws -> PairBatch {
        try batches.batch(at: share.turn(step: step, part: part))
    }

    /// The first pictures of those that the colorizer is evaluated on, at most `count`.
    package func heldOut(_ count: Int) throws -> [Pair] {
        try (0..<min(count, heldOutPairs.count)).map { index in
            var generator = SeededGenerator(seed: 0, stream: UInt64(index))
            return try heldOutPairs.sample(at: index, using: &generator)
        }
    }
}

/// Batches of pairs, from whatever source.
private protocol PairBatches: Sendable {
    func batch(at step: Int) throws -> PairBatch
}

extension Batches: PairBatches where Batch == PairBatch {}
