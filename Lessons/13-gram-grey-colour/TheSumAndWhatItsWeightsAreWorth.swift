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
//: These are the weights of the released code at the time of the article (for the style Shinkai content counts 1.1); later that year grey style went to
//: 1.8, to 2.8 and back to 3. They are weights for *VGG19 that is fed blue, green, red in 0…255*. For another network they mean nothing, since content
//: grows with the features and style with their square. So both are fitted to our network, such that the sum is about as large as in a training's log
//: that a user published.
//:
//: A value says little, though: pixels feel slopes. Below, for the three photographs with grey style and raised U and V, is for each term the root mean
//: square of its weighted slope at a pixel, and at blocks of 8×8 pixels that move as one.

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
        ["term", "published weight", "fitted", "value", "value, weighted", "slope at a pixel", "… at 8×8 pixels"],
        zip(terms, worths).map { term, worth in
            let weight = Double(term.fitted)
            return [term.name, rounded(term.published), rounded(weight)]
                + [worth.value, weight * worth.value, weight * worth.slope, weight * worth.slopeOfBlocks].map {
                    rounded($0)
                }
        })
    func slope(_ index: Int) -> Double { Double(terms[index].fitted) * worths[index].slope }
    notebook.expect("Slope of colour over slope of grey style, as weighted", slope(3) / slope(2), .below(0.05))
    notebook.expect(
        "Content's slope shrinks more than colour's where blocks move as one: ratio",
        (worths[1].slope / worths[1].slopeOfBlocks) / (worths[3].slope / worths[3].slopeOfBlocks), .above(1.5))
}
//:end

/// What a loss is at some pictures, and the root mean square of its slope: at single pixels and at blocks of 8×8.
struct Worth {
    let value, slope, slopeOfBlocks: Double

    init(of loss: (Tensor) -> Tensor, at pictures: Tensor) {
        let tape = Tape()
        let pixels = tape.variable(pictures)
        let result = loss(pixels)
        value = Double(result.item)
        let gradient = tape.gradients(of: result)[pixels] ?? Tensor(zeros: pictures.shape)
        slope = gradient.size
        slopeOfBlocks = gradient.averagePooled(size: 8).size
    }
}

//: Content and style are the giants, but they want something else of each pixel: averaged over blocks, their slopes shrink by a factor of six or seven,
//: nearly as much as 64 random numbers would, by eight. The judge's slope is smooth, and its part grows where areas move as one, as they do in a
//: generator. Colour, with its published ten, has a slope some thousand times smaller than theirs, and total variation less still.
//:
//: That does not make them useless: a term without an opponent gets its way however small it is. But it explains what users report: pictures that turn
//: grey, colours that drift, and ports that had to raise the weight of colour. Whether ten is enough for a network that is *trained* with these losses,
//: lesson 14 measures.
