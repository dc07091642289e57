import Colorization
import Datasets
import Drawings
import FaceGeneration
import Figures
import Foundation
import LessonKit
import Models
import Networks
import TensorCore
import Training

//: ## Faces, and how to measure them
//:
//: The faces are lesson 05's, at the quick scale 32×32. A GAN has no likelihood to read off, so its samples are compared with true faces:
//:
//: - **Sharpness**: the squared difference of neighbouring pixels, over that of true faces. Blur lowers it, and grain raises it. So we also measure it **at half size**,
//:   where the grain of single pixels is averaged away.
//: - **Spread**: how different two samples are, over how different two true faces are. A collapse lowers it.
//: - **Layout**: whether there is a face at all. It is the squared Fréchet distance of grey thumbnails of 8×8 pixels,
//:   $|\mu_1 - \mu_2|^2 + \mathrm{tr}(C_1 + C_2 - 2(C_1^{1/2} C_2 C_1^{1/2})^{1/2})$, of Gaussians fitted to samples and to true faces ($\mathrm{tr}$ adds up the diagonal).
//: - **Distance**: the same between features of a small network, the *reader*, which has learnt to tell hair colour, hair length, skin and mouth. With the features of a large
//:   photo network it is the usual FID.
//: - **Coverage**: how many hair colours in effect the reader finds, and how many combinations of the four traits.

//:fold What is measured and drawn: `comparison`
func comparison(in notebook: Notebook) throws -> Comparison {
    let drawn = DrawnFaces(seed: notebook.seed, size: notebook.scale == .full ? 64 : 32)
    func crops(_ count: Int, _ part: DatasetPart) -> FaceCrops {
        FaceCrops(drawn, count: count, part: part, isPlain: notebook.scale != .full)
    }
    let faces = crops(notebook.scale.choose(tiny: 64, quick: 4000, full: 50_000), .training)
    let heldOut = crops(notebook.scale.choose(tiny: 40, quick: 400, full: 2000), .heldOut)

    var random = notebook.generator(2)
    let reader = FaceReader(side: drawn.size).initialised(using: &random)
    let run = notebook.trainingRun("reader", steps: notebook.scale.choose(tiny: 2, quick: 400, full: 2000))
    _ = try reader.train(on: faces, run, resuming: notebook.isResuming)
    notebook.table(
        ["trait", "classes", "read rightly on faces held out"],
        FaceTrait.allCases.map { trait in
            let share = 100 * reader.accuracy(on: heldOut, of: trait)
            return ["\(trait.rawValue)", "\(trait.classes.count)", "\(rounded(share)) %"]
        })
    let evaluation = FaceEvaluation(faces.batch(0..<heldOut.count), reader: reader)
    let comparison = try Comparison(faces, heldOut, evaluation, in: notebook)
    calibrate(comparison, on: heldOut.batch(0..<heldOut.count), in: notebook)
    return comparison
}
//:end

//: First test the measures on known pictures: true faces that were held out, the same ones blurred, the same with grain, one face again and
//: again, and pure noise. Which measures does noise pass?

//:fold What is measured and drawn: `calibrate`
func calibrate(_ comparison: Comparison, on faces: Tensor, in notebook: Notebook) {
    let side = faces.shape[3]
    let blurred = faces.averagePooled(size: 4).resized(toHeight: side, width: side, .bilinear)
    var random = notebook.generator(3)
    let noise = Tensor(uniformIn: 0...1, shape: faces.shape, using: &random)
    let one = faces.sliced(axis: 0, 0..<1).broadcast(to: faces.shape)
    let cases = [
        ("true, held out", faces), ("the same, blurred", blurred),
        ("the same with grain", faces + 0.4 * (noise - 0.5)),
        ("one face, a little noise", one + 0.05 * (noise - 0.5)), ("noise", noise),
    ].map { ($0, comparison.evaluation.scores(of: $1), comparison.sharpnessAtHalfSize($1)) }
    notebook.table(scoreTitles, cases.map { scoreRow($0, $1, atHalfSize: $2) })
    let (truth, blur, single) = (cases[0].1, cases[1].1, cases[3].1)
    notebook.expect("True faces are as sharp as true faces", truth.sharpness, .near(1, tolerance: 0.1))
    notebook.expect("Blur is seen: sharpness", blur.sharpness, .below(0.3))
    notebook.expect("… and its distance, over that of true faces", blur.distance / truth.distance, .above(3))
    notebook.expect("One face is seen as such: spread", single.spread, .below(0.2))
    notebook.expect("… its distance, over that of true faces", single.distance / truth.distance, .above(3))
    notebook.expect("… and its hair colours, in effect", single.hairColors, .below(1.5))
    notebook.expect("Noise passes the test of spread: spread", cases[4].1.spread, .above(1))
    notebook.expect(
        "… and the layout finds it out: layout, over that of true faces", cases[4].1.layout / truth.layout, .above(10)
    )
    notebook.expect(
        "Grain makes sharp: gain of sharpness, over its gain at half size",
        (cases[2].1.sharpness - truth.sharpness) / (cases[2].2 - cases[0].2), .above(2))
}
//:end

//: Noise is sharper than any face, and more various. So neither sharpness nor spread means anything alone; read them beside layout and distance.
//:
//: ## Nearly sure is nearly silent
//:
//: Why the second loss? Let a DCGAN's discriminator learn alone for a hundred steps, against a
//: generator that stands still, and measure the gradient that the generator *would* get from each loss. Both pass through the logit $l$, with $D = \sigma(l)$: $\frac{d}{dl}\log(1-D) = -D$, and
//: $\frac{d}{dl}(-\log D) = -(1 - D)$. The surer the discriminator, the smaller the first, and the nearer to 1 the second.

//:fold What is measured and drawn: `silence`
func silence(in comparison: Comparison) throws {
    let notebook = comparison.notebook
    var random = notebook.generator(4)
    let width = notebook.scale.choose(tiny: 2, quick: 8, full: 64)
    let generator = DCGANGenerator(width: width, side: comparison.side).initialised(using: &random)
    let discriminator = DCGANDiscriminator(width: width, side: comparison.side).initialised(using: &random)
    let adam = Adam(discriminator, learningRate: 2e-4, beta1: 0.5)
    let steps = notebook.scale.choose(tiny: 2, quick: 100, full: 100)
    var sizes = GeneratorLoss.allCases.map { _ in [Double]() }
    for step in 0..<steps {
        let codes = Tensor(normalWithMean: 0, shape: [comparison.batch, generator.latent], using: &random)
        for (index, loss) in GeneratorLoss.allCases.enumerated() {
            let tape = Tape(learning: generator.parameters)
            let logits = discriminator(generator(codes, .training(tape)), .training(tape))
            sizes[index].append(Double(tape.gradients(of: loss(logits)).norm(of: generator.parameters)))
        }
        let tape = Tape(learning: discriminator.parameters)
        let loss = discriminatorLoss(
            onTrue: discriminator(try comparison.pictures(at: step), .training(tape)),
            onMade: discriminator(generator(codes, .training(Tape())), .training(tape)))
        adam.step(tape.gradients(of: loss))
    }
    let empty = Figure(
        "The generator's gradient while the discriminator learns", x: "steps of the discriminator alone",
        y: "norm of the generator's gradient"
    ).logarithmicY()
    try notebook.show(
        zip(GeneratorLoss.allCases, sizes).reduce(empty) {
            $0.curve((0..<steps).map(Double.init), $1.1, $1.0.rawValue)
        },
        named: "silence", "The gradient of both losses, as the discriminator becomes surer.")
    // The last fifth, since a batch is not as the next.
    let last = sizes.map { $0.suffix(max(1, steps / 5)).reduce(0, +) }
    notebook.expect("At first both are alike: ratio of the norms", sizes[1][0] / sizes[0][0], .within(0.5...2))
    notebook.expect("In the end the minimax gradient is nearly gone: ratio", last[1] / last[0], .above(8))
}

//:end

//: Within a hundred steps the minimax gradient has fallen to a tenth or far less. The other is as large as at first, or larger. Every game here uses the non-saturating loss.
//:
