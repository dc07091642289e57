import Drawings
import Foundation
import LessonKit
import Models
import Networks
import Pictures
import Stylization
import TensorCore

/// What the lesson works on: the feature network that comes with Nurie, and drawn scenes that it never saw. Pictures are RGB in
/// [-1, 1], `[pictures, 3, side, side]`.
struct Material {
    let features: FeatureNetwork
    let scenes: DrawnScenes
    /// A landscape, a street and a room, as drawn photographs.
    let photographs: Tensor
    /// The drawing that each of the three takes its style from: of another place of that kind, in other colours.
    let styles: Tensor
    /// Steps of a picture whose pixels are moved.
    let steps: Int

    init(for notebook: Notebook) throws {
        let scale = notebook.scale
        features = try FeatureSource.network()
        steps = scale.choose(tiny: 3, quick: 150, full: 400)
        let scenes = DrawnScenes(seed: notebook.seed, size: scale.choose(tiny: 32, quick: 128, full: 192))
        self.scenes = scenes
        // Scenes before 0 were never learnt from.
        func places(_ place: Scene.Place, from first: Int, count: Int) -> [Int] {
            (first..<first + 20 * count).map { -$0 }.filter { scenes.scene(at: $0).place == place }.prefix(count)
                .map(\.self)
        }
        var photographs: [Tensor] = []
        var styles: [Tensor] = []
        for place in Scene.Place.allCases {
            let photograph = places(place, from: 1, count: 1).map { scenes.photograph(at: $0) }.signed
            let drawings = places(place, from: 100, count: 16).map { [scenes.anime(at: $0)].signed }
            let farthest = drawings.max {
                Palette(of: $0).distance(to: Palette(of: photograph))
                    < Palette(of: $1).distance(to: Palette(of: photograph))
            }
            photographs.append(photograph)
            styles.append(farthest ?? photograph)
        }
        self.photographs = .concatenated(photographs, axis: 0)
        self.styles = .concatenated(styles, axis: 0)
    }

    /// The street: for experiments with one picture.
    var street: Tensor { photographs.sliced(axis: 0, 1..<2) }
    var styleOfStreet: Tensor { styles.sliced(axis: 0, 1..<2) }

    /// The styles with the mean and the spread of their photograph's brightness, in their own U and V: a Gram matrix knows how light a
    /// picture is, and a lighter style burns the picture to white (Gatys and others, *Preserving color in neural artistic style transfer*,
    /// 2016).
    var stylesInTheirLight: Tensor {
        func light(_ pictures: Tensor) -> (mean: Tensor, spread: Tensor) {
            let grey = pictures.grey()
            let mean = grey.mean(axes: [1, 2, 3], keepingAxes: true)
            return (mean, (grey - mean).squared().mean(axes: [1, 2, 3], keepingAxes: true).squareRoot())
        }
        let (own, wanted) = (light(styles), light(photographs))
        let grey = styles.grey()
        return styles - grey + (grey - own.mean) * (wanted.spread / own.spread) + wanted.mean
    }

    /// Each photograph's next one: what different pictures are to each other is the unit that losses are counted in.
    var otherPhotographs: Tensor {
        .concatenated([photographs.sliced(axis: 0, 1..<3), photographs.sliced(axis: 0, 0..<1)], axis: 0)
    }
}

/// The mean colour of a picture, without its brightness.
struct Palette {
    let u, v: Double

    init(of picture: Tensor) {
        let means = picture.yuv().mean(axes: [0, 2, 3]).scalars
        (u, v) = (Double(means[1]), Double(means[2]))
    }

    func distance(to other: Palette) -> Double {
        ((u - other.u) * (u - other.u) + (v - other.v) * (v - other.v)).squareRoot()
    }

    /// How far this palette went from one to another: 0 at the start, 1 at the goal.
    func share(ofWayFrom start: Palette, to goal: Palette) -> Double {
        let (du, dv) = (goal.u - start.u, goal.v - start.v)
        return ((u - start.u) * du + (v - start.v) * dv) / max(1e-12, du * du + dv * dv)
    }
}

/// Pictures that are learnt, as a sum of layers: the finest has their size, each other half the side of the one before.
///
/// What is learnt is still the pixels, and any picture is such a sum. But a pixel that moves alone finds noise: see the lesson.
final class Canvas: Module {
    private let start: Tensor
    private let layers: [Parameter]

    init(_ start: Tensor) {
        // The inverse of tanh. Black and white are brought in a little, since it reaches them only at infinity.
        let inner = 0.98 * start.detached
        self.start = 0.5 * ((1 + inner).log() - (1 - inner).log())
        let (count, height, width) = (start.shape[0], start.shape[2], start.shape[3])
        layers = [1, 2, 4, 8].map { Parameter(Tensor(zeros: [count, 3, height / $0, width / $0])) }
    }

    var ownState: [StateEntry] { layers.enumerated().map { StateEntry("layer.\($0)", $1) } }

    /// The pictures, in (-1, 1) by tanh; on the tape if that learns the layers.
    func pictures(on tape: Tape) -> Tensor {
        layers.reduce(start) { sum, layer in
            sum + tape.value(of: layer).resized(toHeight: start.shape[2], width: start.shape[3], .bilinear)
        }.tanh()
    }
}

extension [Picture] {
    /// As a batch in [-1, 1].
    var signed: Tensor { Tensor(pictures: self).signed }
}

extension Tensor {
    /// A batch in [-1, 1] as pictures to be looked at.
    var shown: [Picture] { unsigned.pictures }

    /// Any numbers `[channels, height, width]` as grey pictures from their smallest to their largest, `side` pixels wide.
    func shownAsGrey(side: Int) -> [Picture] {
        (0..<shape[0]).map { channel in
            let map = sliced(axis: 0, channel..<channel + 1)
            let (low, high) = (map.scalars.min() ?? 0, map.scalars.max() ?? 1)
            return Picture(
                tensor: ((map - low) / max(1e-6, high - low)).resized(toHeight: side, width: side, .nearest))
        }
    }

    /// The root of the mean square.
    var size: Double { Double(squared().mean().item).squareRoot() }
}

/// Peak signal to noise of pictures in [-1, 1], in decibels.
func likeness(of pictures: Tensor, to originals: Tensor) -> Double {
    -10 * log10(max(1e-10, 0.25 * Double(meanSquaredError(pictures, originals).item)))
}

/// The means of |ΔU| and of |ΔV|.
func shift(of pictures: Tensor, from originals: Tensor) -> (u: Double, v: Double) {
    let means = (pictures.yuv() - originals.yuv()).absolute().mean(axes: [0, 2, 3]).scalars
    return (Double(means[1]), Double(means[2]))
}
