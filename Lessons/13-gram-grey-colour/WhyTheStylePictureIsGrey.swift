import Figures
import LessonKit
import Models
import TensorCore
import Training

//: ## Why the style picture is grey
//:
//: For each of three drawn photographs there is a drawing of a place of the same kind: the one among sixteen whose mean colour lies farthest from the photograph's, such
//: as evening for noon. It gets the mean and the spread of the photograph's brightness first, so that only style and colour differ ([Gatys and others,
//: 2016](https://arxiv.org/abs/1606.05897)). The photographs are moved by style, a little content and total variation: with the Gram matrix in grey, in colour, in grey with the colour
//: loss, and with a colour loss whose U and V count four hundred times as much.
//:
//: The article's "grayscale style loss" is grey on one side only: the style picture is grey, what the generator makes is compared with it *in colour*.
//:
//: AnimeGAN takes the last stage's Gram matrix. Free pixels that are moved by that alone find patches of noise with the right matrix, so here the first two stages are
//: taken.

//:fold The loss: `Mixture`
/// Style with a little content and total variation, and colour if it has a weight. Content and style are counted in parts of what
/// they are between different photographs and between a photograph and its style.
struct Mixture {
    var styleWeight: Float = 1
    /// Of the difference in Y and of those in U and V.
    var brightnessWeight: Float = 0, chromaWeight: Float = 0
    private let features: FeatureNetwork
    private let photographs: Tensor
    private let maps, wanted: [Tensor]
    private let units: (content: Float, styles: [Float])

    /// The style is that of `styles`, in whatever colours they are given.
    init(_ material: Material, styles: Tensor) {
        (features, photographs) = (material.features, material.photographs)
        let (maps, wanted) = (features.maps(of: photographs), features.maps(of: styles))
        let others = features.maps(of: material.otherPhotographs)
        units = (
            meanAbsoluteError(maps[1], others[1]).item, (0..<2).map { styleError(maps[$0], wanted[$0]).item }
        )
        (self.maps, self.wanted) = (maps, wanted)
    }

    func callAsFunction(_ pictures: Tensor) -> Tensor {
        let own = features.maps(of: pictures)
        var loss = 0.1 * meanAbsoluteError(own[1], maps[1]) / units.content + totalVariation(pictures)
        for stage in 0..<2 {
            loss = loss + 0.5 * styleWeight * styleError(own[stage], wanted[stage]) / units.styles[stage]
        }
        let (yuv, original) = (pictures.yuv(), photographs.yuv())
        func planes(_ yuv: Tensor, _ range: Range<Int>) -> Tensor { yuv.sliced(axis: 1, range) }
        loss = loss + brightnessWeight * meanAbsoluteError(planes(yuv, 0..<1), planes(original, 0..<1))
        // The means of U and of V are added, so that of both together counts twice.
        return loss + chromaWeight * 2 * meanHuber(planes(yuv, 1..<3), planes(original, 1..<3))
    }
}

func whyGrey(_ material: Material, in notebook: Notebook) throws -> Tensor {
    let styles = material.stylesInTheirLight
    let grey = styles.grey()
    let trials: [(name: String, styles: Tensor, style: Float, brightness: Float, chroma: Float)] = [
        ("grey", grey, 1, 0, 0), ("in colour", styles, 1, 0, 0), ("grey + colour loss", grey, 1, 1, 1),
        ("grey + U and V raised", grey, 1, 1, 400), ("in colour + U and V raised", styles, 1, 1, 400),
        ("left out, U and V raised", grey, 0, 1, 400),
    ]
    let results = try trials.map { trial in
        var loss = Mixture(material, styles: trial.styles)
        (loss.styleWeight, loss.brightnessWeight, loss.chromaWeight) = (trial.style, trial.brightness, trial.chroma)
        return try moved(material.photographs, "style " + trial.name, material, in: notebook) { loss($0) }
    }
    let columns = [material.photographs, styles] + results.prefix(4)
    try notebook.show(
        PictureGrid(
            "", rows: (0..<3).map { row in columns.map { $0.shown[row] } },
            columnTitles: ["drawn photograph", "style"] + trials.prefix(4).map(\.name), cellWidth: 128),
        named: "palettes", "Style taken in grey and in colour, without and with the colour loss.", isThumbnail: true)
    let measured = results.map { Drawn($0, material) }
    notebook.table(
        [
            "style", "way to the style's mean colour", "shift in U", "shift in V", "saturation",
            "Gram distance to grey style, photograph: 1",
        ],
        zip(trials, measured).map { trial, drawn in
            [trial.name]
                + [drawn.leak, drawn.shift.u, drawn.shift.v, drawn.saturation, drawn.distance].map { rounded($0) }
        })
    let (greyOnes, colored, published, raised, without) = (
        measured[0], measured[1], measured[2], measured[3], measured[5]
    )
    notebook.expect("Taken in colour, the way to the style's mean colour", colored.leak, .above(0.5))
    notebook.expect("… and in grey", greyOnes.leak, .below(0.3))
    notebook.expect("Shift of U and V, in colour over in grey", colored.change / greyOnes.change, .above(1.5))
    notebook.expect("A grey style fades the picture: saturation", greyOnes.saturation, .below(0.9))
    notebook.expect(
        "Shift of U and V without the colour loss over that with it", greyOnes.change / published.change,
        .within(0.8...1.25))
    notebook.expect("… and over that with U and V raised", greyOnes.change / raised.change, .above(2))
    notebook.expect(
        "Gram distance without the style over that with it", without.distance / raised.distance, .above(1.2))
    return results[3]
}

/// What became of the photographs: means over the three.
struct Drawn {
    /// How far the mean colour went towards the style's, 0…1.
    let leak: Double
    /// The means of |ΔU| and |ΔV| to the photographs.
    let shift: (u: Double, v: Double)
    /// Both together.
    var change: Double { shift.u + shift.v }
    /// The mean distance of U and V from grey, in parts of the photographs'.
    let saturation: Double
    /// From the grey style, over both stages, in parts of the photographs'.
    let distance: Double

    init(_ pictures: Tensor, _ material: Material) {
        let leaks = (0..<3).map { index -> Double in
            let palettes = [pictures, material.photographs, material.styles].map {
                Palette(of: $0.sliced(axis: 0, index..<index + 1))
            }
            return palettes[0].share(ofWayFrom: palettes[1], to: palettes[2])
        }
        leak = leaks.reduce(0, +) / 3
        shift = Lesson13.shift(of: pictures, from: material.photographs)
        let (own, before) = (
            Lesson13.shift(of: pictures, from: pictures.grey()),
            Lesson13.shift(of: material.photographs, from: material.photographs.grey())
        )
        saturation = (own.u + own.v) / (before.u + before.v)
        let maps = [pictures, material.photographs, material.stylesInTheirLight.grey()].map {
            material.features.maps(of: $0)
        }
        distance =
            (0..<2).map { stage in
                Double(
                    styleError(maps[0][stage], maps[2][stage]).item / styleError(maps[1][stage], maps[2][stage]).item)
            }.reduce(0, +) / 2
    }
}
//:end

//: A style in colour brings its palette along: evening falls on a noon landscape, because the Gram matrix also says which colours occur together. A style in grey cannot
//: ask for orange.
//:
//: But it asks for no colour at all, so the photograph *fades*. The colour loss is there against that. In its published form it does little here: for small differences half
//: a square pulls U and V far less than the style does. With U and V raised three quarters of the saturation stay. AnimeGAN's author recommends just that
//: against grey pictures, and version 2 weighs colour with up to fifty instead of ten.
//:
//: None of these pictures is a drawing. They have dark strokes in places where a drawing has none, because a Gram matrix does not know places. The discriminator has to
//: correct that.
//:
//: The last two rows are controls: style in colour against the strong colour loss, and no style.
//:
