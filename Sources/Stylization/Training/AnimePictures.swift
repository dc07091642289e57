import Basics
import Datasets
import Drawings
import Files
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
    private let styles: any PictureBatches
    private let smoothed: any PictureBatches

    /// The three kinds of a step, RGB in [-1, 1]: `[batch, 3, size, size]`.
    public struct Batch: Sendable {
        public let photographs, styles, smoothed: Tensor
    }

    /// Photographs of some drawn scenes and the anime rendering of others.
    public init(drawn plan: AnimePlan, seed: UInt64) throws {
        let scenes = DrawnScenes(seed: seed, size: plan.drawnSize)
        func batches(_ kind: SceneStream.Kind, _ stream: UInt64) throws -> any PictureBatches {
            try Batches(
                of: SceneStream(scenes, kind, plan), size: plan.batch,
                seed: seed &+ stream)
        }
        photographs = try batches(.photograph, 1)
        styles = try batches(.anime, 2)
        smoothed = try batches(.smoothed, 3)
        epoch = plan.scenes
        description = "\(plan.scenes) drawn scenes in each rendering"
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
        styles = try batches(drawings, 2)
        smoothed = try batches(soft, 3)
        epoch = max(photos.count, drawings.count)
        description = "\(photos.count) photographs and \(drawings.count) drawings of \(folder), style \(style)"
    }

    public func batch(at step: Int) throws -> Batch {
        Batch(
            photographs: try photographs.batch(at: step).signed, styles: try styles.batch(at: step).signed,
            smoothed: try smoothed.batch(at: step).signed)
    }
}

/// Batches of pictures, from whatever source.
private protocol PictureBatches: Sendable {
    func batch(at step: Int) throws -> Tensor
}

extension Batches: PictureBatches where Batch == Tensor {}

/// One rendering of drawn scenes, cut out and mirrored at random; photographs are also exposed in different ways.
private struct SceneStream: Samples {
    enum Kind: Sendable {
        case photograph, anime, smoothed
    }

    let count: Int
    private let scenes: DrawnScenes
    private let kind: Kind
    private let size: Int
    private let zoom: Double
    private let kept: Cache<Picture>

    init(_ scenes: DrawnScenes, _ kind: Kind, _ plan: AnimePlan) {
        (self.scenes, self.kind, count, size, zoom) = (scenes, kind, plan.scenes, plan.size, plan.zoom)
        kept = Cache(limit: 256 << 20, bytesEach: 3 * scenes.size * scenes.size)
    }

    func sample(at index: Int, using generator: inout SeededGenerator) -> Picture {
        let picture = kept.value(at: index) {
            switch kind {
            case .photograph: scenes.photograph(at: index)
            // Behind the photographs: no scene is seen in both renderings.
            case .anime: scenes.anime(at: count + index)
            case .smoothed: scenes.anime(at: count + index).edgesSmoothed()
            }
        }
        guard kind == .photograph else { return Crop(from: scenes.size, to: size, using: &generator)(picture) }
        let zoomed = zoom > 1 ? Double(size) * Double(generator.uniform(in: 1...Float(zoom))) : Double(size)
        let side = min(scenes.size, Int(zoomed.rounded()))
        let cut = Crop(from: scenes.size, to: side, using: &generator)(picture)
            .resized(toWidth: size, height: size, .area)
        // Drawn photographs are all alike; those that users have are not.
        return Picture(tensor: Exposure.photographic(using: &generator)(Tensor(picture: cut)))
    }
}

/// AnimeGAN's layout of a folder of pictures.
struct AnimeFolder {
    let path, style: String

    init(_ path: String, style: String) { (self.path, self.style) = (path, style) }

    var photographs: String { "\(path)/train_photo" }
    var styles: String { "\(path)/\(style)/style" }
    var smoothed: String { "\(path)/\(style)/smooth" }
    var test: String { "\(path)/test" }

    /// Throws a `FileError` that says which folder is missing and how to get it.
    func check() throws {
        guard Files.isFolder(path) else {
            throw FileError(path: path, problem: "is no folder", remedy: "Name the folder that holds train_photo")
        }
        let layout = "It holds train_photo, \(style)/style and \(style)/smooth"
        guard Files.isFolder(photographs) else {
            throw FileError(path: photographs, problem: "is not there: no photographs to learn from", remedy: layout)
        }
        guard Files.isFolder(styles) else {
            throw FileError(
                path: styles, problem: "is not there: no drawings of the style \(style)",
                remedy: "\(layout); choose the style with --style")
        }
        guard Files.isFolder(smoothed) else {
            throw FileError(
                path: smoothed, problem: "is not there: the drawings with soft edges",
                remedy: "Make it with: nurie smooth-edges \(path)/\(style)")
        }
    }

    /// Looks at up to a hundred of the photographs.
    func warnOfDrawings(among photographs: PictureFolder) throws {
        let looked = Array(stride(from: 0, to: photographs.count, by: max(1, photographs.count / 100)))
        // As they are in their files: made small, a drawing has few even areas left.
        let drawn = try looked.filter {
            try Picture(contentsOf: "\(photographs.path)/\(photographs.files[$0])").looksDrawn
        }
        // One photograph in ten passes for drawn, made small and with a clear sky: so few say nothing.
        guard Double(drawn.count) > 0.15 * Double(looked.count) else { return }
        let names = drawn.prefix(3).map { photographs.files[$0] }.joined(separator: ", ")
        Console.warn(
            "\(drawn.count) of \(looked.count) photographs that were looked at seem to be drawn, such as "
                + "\(names): the network would learn to leave such pictures as they are.")
    }
}

extension Picture {
    /// Whether the picture looks drawn: in drawings most pixels have exactly their neighbour's colour or nearly so, and some
    /// are very unlike it, at an outline; in photographs most differ a little. A rule of thumb.
    var looksDrawn: Bool {
        let grey = converted(to: .grey)
        guard width > 1, height > 1 else { return false }
        var (flat, steep) = (0, 0)
        for y in 0..<height {
            for x in 1..<width {
                let step = abs(Int(grey.samples[y * width + x]) - Int(grey.samples[y * width + x - 1]))
                if step <= 1 { flat += 1 } else if step >= 40 { steep += 1 }
            }
        }
        let count = Float(height * (width - 1))
        return Float(flat) > 0.5 * count && Float(steep) > 0.015 * count
    }
}
