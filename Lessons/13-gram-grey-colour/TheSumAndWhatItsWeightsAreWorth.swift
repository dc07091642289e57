import LessonKit
import Models
import Stylization
import TensorCore
import Training

//: ## The sum, and what its weights are worth
//:
//: AnimeGAN's generator minimises
//:
//: $$ 300 L_{\mathrm{adv}} + 1.5 L_{\mathrm{con}} + 3 L_{\mathrm{gra}} + 10 L_{\mathrm{col}} $$
//:
//: These are the weights of the released code at the time of the article. They belong to *VGG19 fed with blue, green, red in 0…255* and mean nothing for another network.
//: So content and style are fitted to ours until the sum is about as large as in a published training log.
//:
//: But pixels are moved by gradients, not by values. For the three drawn photographs, moved by grey style with U and V raised, the table has the root mean square of each
//: term's weighted gradient, at single pixels and at blocks of 8×8 pixels that move as one.

//:fold What is measured and drawn: `sum`
func sum(of discriminators: [TrainedDiscriminator], at drawn: Tensor, _ material: Material, in notebook: Notebook)
    throws
{
    let calibration = FeatureCalibration(
        of: material.features, photographs: material.photographs, styles: material.styles)
    let published = AnimeObjective.v1.generator
    let map = material.features.features(of: material.photographs)
    let style = material.features.features(of: material.styles.grey())
    let terms: [(name: String, published: Float, fitted: Float, loss: (Tensor) -> Tensor)] = [
        ("adversarial", published.adversarial, published.adversarial, { discriminators[1].adversarialLoss(of: $0) }),
        (
            "content", published.content, published.content * calibration.content,
            {
                meanAbsoluteError(material.features.features(of: $0), map)
            }
        ),
        (
            "grey style", published.style, published.style * calibration.style,
            {
                styleError(material.features.features(of: $0), style)
            }
        ),
        ("colour", published.color, published.color, { colorError($0, material.photographs) }),
        ("total variation (v2)", 1, 1, { totalVariation($0) }),
    ]
    let worths = terms.map { Worth(of: $0.loss, at: drawn) }
    notebook.table(
        ["term", "published weight", "fitted", "value", "value, weighted", "gradient at a pixel", "… at 8×8 pixels"],
        zip(terms, worths).map { term, worth in
            let weight = Double(term.fitted)
            return [term.name, rounded(term.published), rounded(weight)]
                + [worth.value, weight * worth.value, weight * worth.gradient, weight * worth.gradientOfBlocks].map {
                    rounded($0)
                }
        })
    func gradient(_ index: Int) -> Double { Double(terms[index].fitted) * worths[index].gradient }
    notebook.expect(
        "Gradient of colour over gradient of grey style, as weighted", gradient(3) / gradient(2), .below(0.01))
    notebook.expect(
        "Content's gradient shrinks more than colour's where blocks move as one: ratio",
        (worths[1].gradient / worths[1].gradientOfBlocks) / (worths[3].gradient / worths[3].gradientOfBlocks),
        .above(1.5))
}
//:end

//:fold How it is measured: `Worth`
/// What a loss is at some pictures, and the root mean square of its gradient: at single pixels and at blocks of 8×8.
struct Worth {
    let value, gradient, gradientOfBlocks: Double

    init(of loss: (Tensor) -> Tensor, at pictures: Tensor) {
        let tape = Tape()
        let pixels = tape.variable(pictures)
        let result = loss(pixels)
        value = Double(result.item)
        let slope = tape.gradients(of: result)[pixels] ?? Tensor(zeros: pictures.shape)
        gradient = slope.size
        gradientOfBlocks = slope.averagePooled(size: 8).size
    }
}
//:end

//: Content and style have the largest gradients, but those of neighbouring pixels disagree: averaged over blocks they shrink by a factor of six to seven, nearly as much as
//: 64 random numbers would, by eight. The discriminator's gradient is smooth, so it counts for more where areas move as one, as they do in a generator. Colour with its published ten has a gradient thousands of times smaller
//: than those two at a pixel, about a thousand times at blocks, and that of total variation is smaller still.
//:
//: This explains what users report: pictures that turn grey, and colours that drift.
