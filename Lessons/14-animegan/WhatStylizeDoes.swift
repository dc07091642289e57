import Drawings
import Figures
import Files
import LessonKit
import Networks
import Pictures
import Stylization
import TensorCore
import Training

//: ## What `nurie stylize` does
//:
//: A network with a longer training is shipped as `Data/stylizer.safetensors`; `Data/train-stylizer` made it in some ten minutes on one core, from drawn scenes alone.
//: For 2,800 steps it copies what a *filter* makes of 64×64 pixels of drawn photographs: flat areas with contours. For 1,200 more it plays against a discriminator that
//: knows the anime rendering of other scenes. It has never seen a photograph from a camera, and on those it puts specks of ink into leaves and gravel.
//:
//: So `nurie stylize` paints with another filter unless you ask for `--style learnt`. `--style summer`, its default, learns nothing. Each pixel becomes a mean of eight sectors around
//: it, in which calm ones count far more, stretched along the edges ([anisotropic Kuwahara](https://doi.org/10.1111/j.1467-8659.2009.01574.x)). Contours follow the edges
//: ([Kang, Lee and Chui, 2009](https://doi.org/10.1109/TVCG.2008.81)), and a tone curve lightens. Here are all of them at 256 pixels, on scenes that none has seen.

//:fold What is measured and drawn: `whatStylizeDoes`
func whatStylizeDoes(_ material: Material, in notebook: Notebook) throws {
    let (count, side) = notebook.scale.choose(tiny: (2, 64), quick: (8, 256), full: (32, 256))
    let scenes = DrawnScenes(seed: notebook.seed, size: side)
    let learnt = try Stylizer(weights: ShippedData.path(of: "stylizer.safetensors"))
    let painter = Painter(.summer)
    let ways: [(name: String, make: (Picture) -> Picture)] = [
        ("drawn photograph", { $0 }), ("the filter it copies", { $0.abstracted() }),
        ("learnt", { learnt.stylise($0) }),
        ("summer", { painter.stylise($0) }),
    ]
    let truths = (1...count).map { scenes[-$0] }
    let made = ways.map { way in truths.map { way.make($0.photograph) } }
    try notebook.show(
        PictureGrid(
            "", rows: (0..<min(3, count)).map { row in made.map { $0[row] } + [truths[row].anime] },
            columnTitles: ways.map(\.name) + ["its drawing"], cellWidth: 256),
        named: "stylize",
        "Drawn photographs at 256 pixels: by a filter, by the shipped network, by the filter that is the default.")
    let anime = Tensor(pictures: truths.map(\.anime))
    let areas = FlatAreas(of: truths.map(\.anime))
    let measures = made.map { pictures -> (distance: Double, grain: Double) in
        let tensor = Tensor(pictures: pictures)
        let errors = (tensor - anime).squared().mean(axes: [1, 2, 3]).scalars.map { Double($0).squareRoot() }
        return (errors.reduce(0, +) / Double(count), areas.grain(of: tensor))
    }
    notebook.table(
        [
            "on \(count) scenes", "distance from the drawing",
            "grain where the drawing is flat, over the photograph's",
        ],
        zip(ways, measures).map { [$0.name, rounded($1.distance), rounded($1.grain / measures[0].grain)] })
    notebook.expect(
        "Summer's areas are calmer than the learnt one's: grain, ratio", measures[3].grain / measures[2].grain,
        .below(0.7))
    notebook.expect(
        "No way changes the distance from the drawings much: largest change, of the photographs'",
        measures.map { abs($0.distance / measures[0].distance - 1) }.max() ?? 1, .below(0.2))
}

/// Where drawings are flat: away from all of their edges.
struct FlatAreas {
    private let flat: Tensor

    init(of drawings: [Picture]) {
        let edges = Tensor(pictures: drawings.map { $0.edges(lower: 50, upper: 100) })
        flat = 1 - dilated(edges)
    }

    /// The root of the mean square of what a blur takes away from brightness, in these areas.
    func grain(of pictures: Tensor) -> Double {
        let fine = (pictures - blurred(pictures)).mean(axes: [1], keepingAxes: true)
        return Double(((fine * flat).squared().sum() / flat.sum()).item).squareRoot()
    }
}
//:end

//: The filters keep areas calm because they are made for it. But they make colours only a quarter purer or a little more, where drawings are more than twice as colourful. And most
//: of the distance is brightness: drawings have other lights and darks in every place. No filter knows which an artist would have taken. The discriminator was to bring both, but in the shipped network's training it changed textures, not colours.
//: (On real photographs the [data page](../../Data/README.md) has the numbers.)
