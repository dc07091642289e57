import Basics
import Datasets
import Drawings
import Pictures
import TensorCore
import Training

/// What AnimeGAN learns from: photographs, drawings, and the drawings with soft edges, each in an order of its own, so that
/// no drawing meets the photograph of the same place.
public struct AnimePictures: Sendable, CustomStringConvertible {
    public let description: String
    /// Pictures of an epoch: the larger of photographs and drawings.
    public let epoch: Int
    private let photographs: any PictureBatches
    /// Photographs with their renderings, in the place of those, where the plan wants pairs.
    private let pairs: Batches<PairStream, PairBatch>?
    private let styles: any PictureBatches
    private let smoothed: any PictureBatches

    /// The three kinds of a step, RGB in [-1, 1]: `[batch, 3, size, size]`.
    public struct Batch: Sendable {
        public let photographs, styles, smoothed: Tensor
        /// What is to become of the photographs, if that is known.
        public let renderings: Tensor?
    }

    /// Photographs of some drawn scenes and the anime rendering of others. With `photographs` every other one is cut out of
    /// those.
    public init(drawn plan: AnimePlan, among photographs: PictureFolder? = nil, seed: UInt64) throws {
        let scenes = DrawnScenes(seed: seed, size: plan.drawnSize)
        func batches(_ kind: SceneStream.Kind, _ stream: UInt64) throws -> any PictureBatches {
            try Batches(
                of: SceneStream(scenes, kind, plan, among: photographs), size: plan.batch,
                seed: seed &+ stream)
        }
        self.photographs = try batches(.photograph, 1)
        pairs =
            try plan.guide == .rendering
            ? Batches(of: PairStream(plan, seed: seed), size: plan.batch, seed: seed &+ 1) { PairBatch($0) } : nil
        styles = try batches(.anime, 2)
        smoothed = try batches(.smoothed, 3)
        epoch = plan.scenes
        let real = photographs.map { ", and \($0.count) photographs" } ?? ""
        description = "\(plan.scenes) drawn scenes in each rendering\(real)"
    }

    /// Pictures of a folder as AnimeGAN's code wants it: `train_photo`, `STYLE/style` and `STYLE/smooth`.
    ///
    /// Throws a `FileError` when a folder is missing or empty. Pictures that are not square are cut; what cannot be read is
    /// named and passed over, and photographs that look drawn are warned of.
    public init(folder: String, style: String, plan: AnimePlan, seed: UInt64) throws {
        let layout = AnimeFolder(folder, style: style)
        try layout.check()
        func open(_ path: String) throws -> PictureFolder { try .open(path, size: plan.size) }
        let (photos, drawings, soft) = (
            try open(layout.photographs), try open(layout.styles), try open(layout.smoothed)
        )
        try layout.warnOfDrawings(among: photos)
        func batches(_ pictures: PictureFolder, _ stream: UInt64) throws -> any PictureBatches {
            try Batches(of: pictures, size: plan.batch, seed: seed &+ stream)
        }
        photographs = try batches(photos, 1)
        pairs = nil
        styles = try batches(drawings, 2)
        smoothed = try batches(soft, 3)
        epoch = max(photos.count, drawings.count)
        description = "\(photos.count) photographs and \(drawings.count) drawings of \(folder), style \(style)"
    }

    public func batch(at step: Int) throws -> Batch {
        let pairs = try pairs?.batch(at: step)
        return Batch(
            photographs: try pairs?.photographs ?? photographs.batch(at: step).signed,
            styles: try styles.batch(at: step).signed, smoothed: try smoothed.batch(at: step).signed,
            renderings: pairs?.renderings)
    }
}

/// Batches of pictures, from whatever source.
private protocol PictureBatches: Sendable {
    func batch(at step: Int) throws -> Tensor
}

extension Batches: PictureBatches where Batch == Tensor {}
