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
//: One loss is learnt. A discriminator, as in lessons 06 and 09, answers 1 for drawings and 0 for what the generator makes. AnimeGAN's also has to refuse *drawings
//: without their colours*. Here are three discriminators after the same short training. The first sees drawings and drawn photographs, which stand for a generator's
//: first results. The second has the grey term too. The third sees brightness only, which is another way to read the article's "grayscale adversarial loss".

//:fold The discriminator and its answers: `TrainedDiscriminator`
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

    /// What a generator would be told: how far from passing for drawn.
    func adversarialLoss(of pictures: Tensor) -> Tensor { (answers(to: pictures) - 1).squared().mean() }
}
//:end

extension TrainedDiscriminator {
    /// LSGAN's loss of the discriminator: 1 for drawings, 0 for the others.
    func discriminatorLoss(drawings: Tensor, photographs: Tensor, _ mode: Mode) -> Tensor {
        let loss =
            (answers(to: drawings, mode) - 1).squared().mean() + answers(to: photographs, mode).squared().mean()
        return refusesGrey ? loss + answers(to: drawings.grey(), mode).squared().mean() : loss
    }
}

//:fold Their training: `discriminators`
func discriminators(_ material: Material, in notebook: Notebook) throws -> [TrainedDiscriminator] {
    let (width, steps, count) = notebook.scale.choose(tiny: (4, 4, 4), quick: (8, 150, 32), full: (16, 600, 200))
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
        var run = notebook.trainingRun("discriminator " + name, steps: steps)
        run.keep(discriminator.network, adam, as: "discriminator")
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
//:end

//: We ask them about drawings that they never saw, in colour and in grey. Then we take the gradient of their loss at the grey ones, with pixels in YUV: does any of it go into colour? (Its size does not say how much is wanted.) Last we move U and V of grey drawings until the discriminator takes them for drawings (with total variation, so that colours are smooth).

//:fold What is measured and drawn: `whatDiscriminatorsSee`
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
        let gradient =
            tape.gradients(of: discriminator.adversarialLoss(of: pictures(ofYUV: yuv)))[yuv]
            ?? Tensor(zeros: yuv.shape)
        let sizes = (0..<3).map { gradient.sliced(axis: 1, $0..<$0 + 1).size }
        told.append(answers + [(sizes[1] * sizes[1] + sizes[2] * sizes[2]).squareRoot() / sizes[0]])
    }
    notebook.table(
        [
            "discriminator", "drawings", "the same in grey", "drawn photographs",
            "gradient in U and V over gradient in Y",
        ],
        zip(discriminators, told).map { [$0.name] + $1.map { $0 < 1e-6 ? "0" : rounded($0) } })
    let start = material.styles.grey()
    let results = try discriminators.map { discriminator in
        painted(
            start,
            with: try moved(start, "colours for the discriminator " + discriminator.name, material, in: notebook) {
                discriminator.adversarialLoss(of: painted(start, with: $0)) + totalVariation($0)
            })
    }
    try notebook.show(
        PictureGrid(
            "", rows: (0..<3).map { row in ([start] + results).map { $0.shown[row] } },
            columnTitles: ["start"] + discriminators.map(\.name), cellWidth: 128),
        named: "discriminators",
        "Grey drawings, and the colours that would make each discriminator take them for drawings.")
    let ofDrawings = Drawn(material.styles, material).saturation
    let saturations = results.map { Drawn($0, material).saturation }
    notebook.table(
        ["discriminator", "saturation over the photographs'", "over the drawings'"],
        zip(discriminators, saturations).map { discriminator, saturation in
            [discriminator.name] + [saturation, saturation / ofDrawings].map { $0 < 1e-3 ? "0" : rounded($0) }
        })
    notebook.expect(
        "Grey drawings pass less with the grey term: difference of answers", told[0][1] - told[1][1], .above(0.15))
    notebook.expect("Brightness only: gradient in U and V over gradient in Y", told[2][3], .below(1e-5))
    notebook.expect("… and the saturation that it asks for", saturations[2], .below(0.01))
    notebook.expect(
        "The grey term asks for colours: saturation, over the drawings' own", saturations[1] / ofDrawings, .above(0.5)
    )
    notebook.expect(
        "… for more than without it, by", (saturations[1] - saturations[0]) / ofDrawings, .above(0.1))
}

/// The brightness of one picture with the U and V of another.
func painted(_ drawing: Tensor, with colors: Tensor) -> Tensor { colors + (drawing.grey() - colors.grey()) }
//:end

//: A discriminator that never saw grey drawings accepts them nearly as readily as coloured ones. The one with the grey term refuses them and asks for stronger colours, some 1.3 times the drawings' own, where the other asks for three quarters or a little more. It cannot ask for the *right* colours, since it
//: is never shown which photograph a picture was made of. So the two grey terms pull in opposite directions: the style loss fades the picture, the discriminator
//: refuses faded pictures, and the colour loss says which colours it gets.
//:
