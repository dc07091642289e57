import Basics
import Datasets
import Drawings
import Pictures
import TensorCore

/// How a picture is rendered: what the feature network is to see beside what a picture shows.
public enum Rendering: Int, CaseIterable, Sendable {
    case photograph, anime
    /// Anime with soft edges.
    case smoothed
    /// The lines alone.
    case lines
}

/// Something drawn, in two of its renderings and in exact register, with all that is known of it.
struct FeatureExample: Sendable {
    /// The two pictures, RGB `[3, size, size]` in [0, 1].
    let pictures: [Tensor]
    let renderings: [Rendering]
    /// What each square of 4×4 pixels shows in its middle, row by row; see `SceneContent`.
    let content: [Int]
    /// Where a painter puts ink, `[4, size / 4, size / 4]`: the channels are the means of the quarters of a square.
    let ink: Tensor
}

/// Drawn scenes and faces without end for the feature network: three scenes for each face, cut out, mirrored and exposed
/// at random, some without colour.
struct FeaturePictures: Samples {
    let count: Int
    /// Pixels in a side, a multiple of 4.
    let size: Int
    private let scenes: DrawnScenes
    private let faces: DrawnFaces
    private let kept: Cache<Drawn>

    init(seed: UInt64, size: Int, count: Int) {
        precondition(size > 0 && size % 4 == 0 && count > 0, "FeaturePictures: \(count) of \(size) pixels")
        (self.count, self.size) = (count, size)
        let drawnSize = size + size / 4
        scenes = DrawnScenes(seed: seed, size: drawnSize)
        faces = DrawnFaces(seed: seed, size: drawnSize)
        kept = Cache(limit: 512 << 20, bytesEach: 10 * drawnSize * drawnSize)
    }

    func sample(at index: Int, using generator: inout SeededGenerator) -> FeatureExample {
        let drawn = kept.value(at: index) { draw(index) }
        let second = drawn.isFace ? .lines : Self.secondRendering(using: &generator)
        let crop = Crop(from: drawn.content.width, to: size, using: &generator)
        let exposure = Exposure.hiding(using: &generator)
        let other =
            switch second {
            case .lines: crop(drawn.lines).converted(to: .rgb)
            case .smoothed: crop(drawn.second).edgesSmoothed()
            default: crop(drawn.second)
            }
        return FeatureExample(
            pictures: [crop(drawn.first), other].map { exposure(Tensor(picture: $0)) },
            renderings: [drawn.isFace ? .anime : .photograph, second],
            content: Self.middles(of: crop(drawn.content)),
            ink: Self.squares(of: 1 - Tensor(picture: crop(drawn.lines))))
    }

    private static func secondRendering(using generator: inout SeededGenerator) -> Rendering {
        let number = generator.uniform()
        return number < 0.6 ? .anime : number < 0.8 ? .smoothed : .lines
    }

    // MARK: Drawing

    /// What is kept: everything else is made of it.
    private struct Drawn: Sendable {
        let first, second, lines, content: Picture
        let isFace: Bool
    }

    private func draw(_ index: Int) -> Drawn {
        if index % 4 == 3 {
            let face = faces[index]
            return Drawn(
                first: face.color, second: face.color, lines: face.lines,
                content: SceneContent.numbered(face.regions), isFace: true)
        }
        let anime = scenes.anime(at: index)
        return Drawn(
            first: scenes.photograph(at: index), second: anime, lines: anime.lineArt(),
            content: scenes.content(at: index), isFace: false)
    }

    /// The numbers in the middles of squares of 4×4 pixels.
    private static func middles(of map: Picture) -> [Int] {
        stride(from: 2, to: map.height, by: 4).flatMap { y in
            stride(from: 2, to: map.width, by: 4).map { x in Int(map.samples[y * map.width + x]) }
        }
    }

    /// `[1, size, size]` as `[4, size / 4, size / 4]`.
    private static func squares(of picture: Tensor) -> Tensor {
        let side = picture.shape[1] / 4
        return picture.reshaped(to: [1] + picture.shape).averagePooled(size: 2).reshaped(to: [side, 2, side, 2])
            .transposed(to: [1, 3, 0, 2])
            .reshaped(to: [4, side, side])
    }
}

/// Examples as one batch: the first renderings of all, then the second ones.
struct FeatureBatch: Sendable {
    /// `[2 · examples, 3, size, size]` in [-1, 1].
    let pictures: Tensor
    let renderings: [Rendering]
    /// For each square of each picture.
    let content: [Int]
    /// `[2 · examples, 4, size / 4, size / 4]`.
    let ink: Tensor
    /// The mean colours of the quarters of each square: `[2 · examples, 12, size / 4, size / 4]` in [-1, 1].
    let colors: Tensor

    init(_ examples: [FeatureExample]) {
        func batch(_ tensors: [Tensor]) -> Tensor {
            .concatenated(tensors.map { $0.reshaped(to: [1] + $0.shape) }, axis: 0)
        }
        pictures = batch((0..<2).flatMap { which in examples.map { $0.pictures[which] } }).signed
        renderings = (0..<2).flatMap { which in examples.map { $0.renderings[which] } }
        content = (0..<2).flatMap { _ in examples.flatMap(\.content) }
        ink = batch((0..<2).flatMap { _ in examples.map(\.ink) })
        let (count, side) = (pictures.shape[0], pictures.shape[2] / 4)
        colors = pictures.averagePooled(size: 2).reshaped(to: [count, 3, side, 2, side, 2])
            .transposed(to: [0, 1, 3, 5, 2, 4]).reshaped(to: [count, 12, side, side])
    }
}
