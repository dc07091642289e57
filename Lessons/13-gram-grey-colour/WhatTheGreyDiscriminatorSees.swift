import Basics
import Figures
import LessonKit
import Models
import Networks
import Pictures
import TensorCore
import Training

//: ## What the grey discriminator sees
//:
//: Four losses say what a picture is to be measured by. The fifth learns it: a discriminator, as in lessons 06 and 09, that is to answer 1 for drawings
//: and 0 for what the generator makes. AnimeGAN's has a third kind of pictures to refuse: *drawings without their colours*. (And a fourth, drawings with
//: soft edges, for which lesson 14 is the place.) Here are three judges, after the same short training. The first knows drawings and photographs only,
//: which stand for what a generator makes in the beginning. The second has the grey term. The third is shown the brightness of everything, which one
//: might have taken "grey" to mean.

struct TrainedDiscriminator {
    let name: String
    let network: AnimeDiscriminator
    let refusesGrey: Bool
    let isShownBrightnessOnly: Bool

    init(
        _ name: String, width: Int, refusesGrey: Bool, isShownBrightnessOnly: Bool,
        using generator: inout SeededGenerator
    ) {
        (self.name, self.refusesGrey, self.isShownBrightnessOnly) = (name, refusesGrey, isShownBrightnessOnly)
        network = AnimeDiscriminator(width: width).initialised(using: &generator)
    }

    func answers(to pictures: Tensor, _ mode: Mode = .inference) -> Tensor {
        network(isShownBrightnessOnly ? pictures.grey() : pictures, mode)
    }

    /// LSGAN's loss of the discriminator: 1 for drawings, 0 for the others.
    func discriminatorLoss(drawings: Tensor, photographs: Tensor, _ mode: Mode) -> Tensor {
        let loss =
            (answers(to: drawings, mode) - 1).squared().mean() + answers(to: photographs, mode).squared().mean()
        return refusesGrey ? loss + answers(to: drawings.grey(), mode).squared().mean() : loss
    }

    /// What a generator would be told: how far from passing for drawn.
    func adversarialLoss(of pictures: Tensor) -> Tensor { (answers(to: pictures) - 1).squared().mean() }
}

func discriminators(_ material: Material, in notebook: Notebook) throws -> [TrainedDiscriminator] {
    let (width, steps, count) = notebook.scale.choose(tiny: (4, 4, 4), quick: (8, 150, 32), full: (32, 1500, 400))
    let drawings = (200..<200 + count).map { material.scenes.anime(at: -$0) }
    let photographs = (200 + count..<200 + 2 * count).map { material.scenes.photograph(at: -$0) }
    return try [
        ("without the grey term", false, false), ("with the grey term", true, false),
        ("shown brightness only", false, true),
    ].map { name, refusesGrey, isShownBrightnessOnly in
        var generator = notebook.generator(4)
        let discriminator = TrainedDiscriminator(
            name, width: width, refusesGrey: refusesGrey, isShownBrightnessOnly: isShownBrightnessOnly,
            using: &generator)
        let adam = Adam(discriminator.network, learningRate: 5e-4, beta1: 0.5)
        var run = notebook.trainingRun("judge " + name, steps: steps)
        run.keep(discriminator.network, adam, as: "judge")
        _ = try run.train(resuming: notebook.isResuming) { _, generator in
            let (some, others) = (generator.pair(of: drawings), generator.pair(of: photographs))
            let tape = Tape(learning: discriminator.network.parameters)
            let loss = discriminator.discriminatorLoss(drawings: some, photographs: others, .training(tape))
            adam.step(tape.gradients(of: loss))
            return ["loss": loss.item]
        }
        return discriminator
    }
}

extension SeededGenerator {
    mutating func pair(of pictures: [Picture]) -> Tensor {
        [element(of: pictures), element(of: pictures)].signed
    }
}

//: Look at what the judges answer to drawings that they never saw, in colour and in grey, and then at the slope of their loss at the grey ones: how much
//: of it goes into brightness, and how much into colour? For that the pixels are written in YUV, and the slope is taken by Y, U and V.

/// RGB in [-1, 1] of brightness in [0, 1] and differences of colour: the inverse of `yuv()`.
func pictures(ofYUV yuv: Tensor) -> Tensor {
    let (red, blue) = (1 / 0.877283, 1 / 0.492111)
    let matrix = [1, 0, red, 1, -0.114 / 0.587 * blue, -0.299 / 0.587 * red, 1, blue, 0].map { Float($0) }
    return yuv.convolved(with: Tensor(matrix, shape: [3, 3, 1, 1])).signed
}

func whatDiscriminatorsSee(_ discriminators: [TrainedDiscriminator], _ material: Material, in notebook: Notebook)
    throws
{
    let count = notebook.scale.choose(tiny: 2, quick: 8, full: 32)
    let drawings = (150..<150 + count).map { material.scenes.anime(at: -$0) }.signed
    let photographs = (160..<160 + count).map { material.scenes.photograph(at: -$0) }.signed
    var told: [[Double]] = []
    for discriminator in discriminators {
        let answers = [drawings, drawings.grey(), photographs].map {
            Double(discriminator.answers(to: $0).mean().item)
        }
        let tape = Tape()
        let yuv = tape.variable(drawings.grey().yuv())
        let slope =
            tape.gradients(of: discriminator.adversarialLoss(of: pictures(ofYUV: yuv)))[yuv]
            ?? Tensor(zeros: yuv.shape)
        let sizes = (0..<3).map { slope.sliced(axis: 1, $0..<$0 + 1).size }
        told.append(answers + [(sizes[1] * sizes[1] + sizes[2] * sizes[2]).squareRoot() / sizes[0]])
    }
    notebook.table(
        ["judge", "drawings", "the same in grey", "photographs", "slope by colour, in parts of that by brightness"],
        zip(discriminators, told).map { [$0.name] + $1.map { $0 < 1e-6 ? "0" : rounded($0) } })
    let start = material.styles.grey()
    let results = try discriminators.map { discriminator in
        painted(
            start,
            with: try moved(start, "colours for the judge " + discriminator.name, material, in: notebook) {
                discriminator.adversarialLoss(of: painted(start, with: $0)) + totalVariation($0)
            })
    }
    try notebook.show(
        PictureGrid(
            "", rows: (0..<3).map { row in ([start] + results).map { $0.shown[row] } },
            columnTitles: ["start"] + discriminators.map(\.name), cellWidth: 128),
        named: "judges", "Grey drawings, and the colours that would make each judge take them for drawings.")
    let saturations = results.map { Drawn($0, material).saturation }
    notebook.table(
        ["judge", "saturation, in parts of the photographs'"],
        zip(discriminators, saturations).map { [$0.name, $1 < 1e-3 ? "0" : rounded($1)] })
    notebook.expect(
        "Grey drawings pass less with the grey term: difference of answers", told[0][1] - told[1][1], .above(0.15))
    notebook.expect("Brightness only: slope by colour over slope by brightness", told[2][3], .below(1e-5))
    notebook.expect("… and the saturation that it asks for", saturations[2], .below(0.01))
    notebook.expect("The grey term asks for colours: saturation", saturations[1], .above(1))
}

/// The brightness of one picture with the U and V of another.
func painted(_ drawing: Tensor, with colors: Tensor) -> Tensor { colors + (drawing.grey() - colors.grey()) }

//: A judge that was never shown grey drawings takes them for drawings nearly as readily as coloured ones: outlines are enough for it. The one with the
//: grey term refuses them, and asks for colours: not for the *right* ones, since it knows no photograph, but for some. So the two grey terms pull in
//: opposite directions, and this is the design. The style loss takes lines and shades from drawings whose colours were removed, and fades the picture;
//: the judge will not have it faded; and which colours it gets is the photograph's business, by the colour loss. A judge that is shown brightness only
//: has no slope by U and V but rounding: it could never help.
//:
//: > **What is normal.** What each term of the discriminator gives is told in lesson 14. Do not read more into the answers than that it tells the three
//: > kinds apart: a judge that is certain has no slope left to teach with.
//:
