import Basics
import Datasets
import Drawings
import Pictures
import TensorCore

/// One rendering of drawn scenes, cut out and mirrored at random; photographs are also exposed in different ways, and every other one
/// may be a real one.
struct SceneStream: Samples {
    enum Kind: Sendable {
        case photograph, anime, smoothed
    }

    let count: Int
    private let scenes: DrawnScenes
    private let kind: Kind
    private let size: Int
    private let zoom: Double
    private let kept: Cache<Picture>
    private let realPhotographs: PictureFolder?

    init(_ scenes: DrawnScenes, _ kind: Kind, _ plan: AnimePlan, among photographs: PictureFolder?) {
        (self.scenes, self.kind, count, size, zoom) = (scenes, kind, plan.scenes, plan.size, plan.zoom)
        kept = Cache(limit: 256 << 20, bytesEach: 3 * scenes.size * scenes.size)
        realPhotographs = kind == .photograph ? photographs : nil
    }

    func sample(at index: Int, using generator: inout SeededGenerator) throws -> Picture {
        guard kind == .photograph else {
            let picture = drawn(at: index)
            return Crop(from: scenes.size, to: size, using: &generator)(picture)
        }
        guard let realPhotographs, generator.chance(0.5) else {
            // Drawn photographs are all alike; those that users have are not.
            return photograph(from: drawn(at: index), exposed: Exposure.photographic, using: &generator)
        }
        let picture = try realPhotographs.picture(at: generator.integer(in: 0..<realPhotographs.count))
        return photograph(from: picture, exposed: Exposure.slight, using: &generator)
    }

    private func drawn(at index: Int) -> Picture {
        kept.value(at: index) {
            switch kind {
            case .photograph: scenes.photograph(at: index)
            // Behind the photographs: no scene is seen in both renderings.
            case .anime: scenes.anime(at: count + index)
            case .smoothed: scenes.anime(at: count + index).edgesSmoothed()
            }
        }
    }

    /// A square of a picture, from near or far, in another exposure.
    private func photograph(
        from picture: Picture, exposed: (inout SeededGenerator) -> Exposure, using generator: inout SeededGenerator
    ) -> Picture {
        let zoomed = zoom > 1 ? Double(size) * Double(generator.uniform(in: 1...Float(zoom))) : Double(size)
        let side = min(picture.width, Int(zoomed.rounded()))
        let cut = Crop(from: picture.width, to: side, using: &generator)(picture)
            .resized(toWidth: size, height: size, .area)
        return Picture(tensor: exposed(&generator)(Tensor(picture: cut)))
    }
}
