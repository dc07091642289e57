import Basics
import Datasets
import Drawings
import Pictures
import TensorCore

/// A photograph with what is to become of it, in exact register.
struct PhotographPair: Sendable {
    let photograph, rendering: Picture
}

/// Pairs to learn from directly: drawn photographs with the anime rendering of the same scenes, and among them dead leaves with what
/// a filter paints of them. The photographs went through a camera, of which their renderings know nothing.
struct PairStream: Samples {
    let count: Int
    private let scenes: DrawnScenes
    private let leaves: DeadLeaves
    private let plan: AnimePlan
    private let keptScenes: Cache<PhotographPair>
    private let keptLeaves: Cache<Picture>

    init(_ plan: AnimePlan, seed: UInt64) {
        (self.plan, count) = (plan, plan.scenes)
        scenes = DrawnScenes(seed: seed, size: plan.drawnSize)
        leaves = DeadLeaves(seed: seed, size: plan.drawnSize)
        let bytes = 3 * plan.drawnSize * plan.drawnSize
        keptScenes = Cache(limit: 384 << 20, bytesEach: 2 * bytes)
        keptLeaves = Cache(limit: 192 << 20, bytesEach: bytes)
    }

    func sample(at index: Int, using generator: inout SeededGenerator) -> PhotographPair {
        if generator.chance(plan.leaves) { return leaf(at: index, using: &generator) }
        let scene = keptScenes.value(at: index) {
            PhotographPair(photograph: scenes.photograph(at: index), rendering: scenes.anime(at: index))
        }
        let cut = Cut(plan, using: &generator)
        // The camera exposes as it likes; a painter's palette is his own.
        let exposed = Exposure.photographic(using: &generator)(Tensor(picture: cut(scene.photograph)))
        return PhotographPair(
            photograph: Camera(using: &generator)(exposed, using: &generator), rendering: cut(scene.rendering))
    }

    private func leaf(at index: Int, using generator: inout SeededGenerator) -> PhotographPair {
        let whole = keptLeaves.value(at: index) { leaves[index] }
        let cut = Cut(plan, using: &generator)(whole)
        let exposed = Exposure.slight(using: &generator)(Tensor(picture: cut))
        let painted = Picture(tensor: exposed).painted(in: plan.tone)
        return PhotographPair(photograph: Camera(using: &generator)(exposed, using: &generator), rendering: painted)
    }
}

/// Pairs as one batch, RGB in [-1, 1]: `[batch, 3, size, size]`.
struct PairBatch: Sendable {
    let photographs, renderings: Tensor

    init(_ pairs: [PhotographPair]) {
        photographs = Tensor(pictures: pairs.map(\.photograph)).signed
        renderings = Tensor(pictures: pairs.map(\.rendering)).signed
    }
}

/// A square from near or far, the same of all renderings.
private struct Cut {
    private let crop: Crop
    private let size: Int

    init(_ plan: AnimePlan, using generator: inout SeededGenerator) {
        size = plan.size
        let zoomed = plan.zoom > 1 ? Double(size) * Double(generator.uniform(in: 1...Float(plan.zoom))) : Double(size)
        crop = Crop(from: plan.drawnSize, to: min(plan.drawnSize, Int(zoomed.rounded())), using: &generator)
    }

    func callAsFunction(_ picture: Picture) -> Picture { crop(picture).resized(toWidth: size, height: size, .area) }
}

/// A lens that may be out of focus, and a film's grain.
private struct Camera {
    private let blur, grain, tint: Float

    init(using generator: inout SeededGenerator) {
        blur = generator.chance(0.5) ? generator.uniform(in: 0.3...1.2) : 0
        grain = generator.chance(0.7) ? generator.uniform(in: 0...7) : 0
        tint = generator.uniform(in: 0...0.5) * grain
    }

    /// Of `[3, height, width]` in [0, 1].
    func callAsFunction(_ light: Tensor, using generator: inout SeededGenerator) -> Picture {
        var picture = Picture(tensor: light)
        var planes = (0..<3).map { FloatPlane(of: picture, channel: $0) }
        if blur > 0 { for channel in 0..<3 { planes[channel].blur(radius: blur) } }
        for place in 0..<picture.width * picture.height {
            let grey = grain * generator.normal()
            for channel in 0..<3 {
                let value = planes[channel].values[place] + grey + tint * generator.normal()
                picture.samples[3 * place + channel] = UInt8(max(0, min(255, value.rounded())))
            }
        }
        return picture
    }
}
