import Figures
import LessonKit
import Models
import Pictures
import Stylization
import TensorCore
import Training

//: ## … divided, or watch it explode
//:
//: The division is easily forgotten. For VGG19 and a picture of 256×256, $c h w$ is 524,288, and without it the style loss and its gradient are too large by that factor.
//: Adam alone does not mind, because it divides by the size of the gradient. But in a *sum* the other losses no longer count, and plain gradient descent, with a step
//: that suits the divided loss, diverges:

/// The style losses on the way of plain descent, without Adam and without a clamp, until they are no numbers any more.
func descent(isDivided: Bool, _ material: Material, step: Float, count: Int) -> [Double] {
    func gram(of pictures: Tensor) -> Tensor {
        Lesson13.gram(material.features.features(of: pictures)) { isDivided ? $0 * $1 : 1 }
    }
    let wanted = gram(of: material.styleOfStreet.grey())
    var picture = material.street
    var losses: [Double] = []
    while losses.count < count {
        let tape = Tape()
        let pixels = tape.variable(picture)
        let loss = meanAbsoluteError(gram(of: pixels), wanted)
        guard loss.item.isFinite, let gradient = tape.gradients(of: loss)[pixels] else { break }
        losses.append(Double(loss.item))
        picture = picture - step * gradient
    }
    return losses
}

//:fold What is measured and drawn: `explosion`
func explosion(_ material: Material, in notebook: Notebook) throws {
    let step: Float = 3e3
    let (divided, plain) = (
        descent(isDivided: true, material, step: step, count: 30),
        descent(isDivided: false, material, step: step, count: 30)
    )
    try notebook.show(
        Figure("Plain gradient descent on the style loss", x: "step", y: "loss").logarithmicY()
            .curve(divided.indices.map { Double($0) }, divided, "divided by c·h·w", color: .blue)
            .curve(plain.indices.map { Double($0) }, plain, "not divided", color: .vermillion).legend(.below),
        named: "explosion",
        "The same descent with a Gram matrix that is divided by its size and with one that is not.")
    notebook.say("not divided: no number any more after \(plain.count) of 30 steps")
    notebook.expect("Divided, it falls: last loss over first", divided[divided.count - 1] / divided[0], .below(0.5))
    notebook.expect("Not divided, it grows: largest loss over first", (plain.max() ?? 0) / plain[0], .above(1e6))
}
//:end

//: ## Style alone
//:
//: The style loss is the mean absolute difference between two Gram matrices. Move noise until it has the Gram matrix of a drawing; then do the same from a drawn photograph.
//: Like AnimeGAN we take the drawing *without its colours*.

//:fold What is measured and drawn: `styleAlone`
func styleAlone(_ material: Material, in notebook: Notebook) throws {
    let style = material.styleOfStreet.grey()
    let wanted = material.features.maps(of: style)
    var rows: [[Picture]] = []
    for (name, start) in [("noise", noise(like: style, in: notebook)), ("drawn photograph", material.street)] {
        var row = style.shown + start.shown
        let before = material.features.maps(of: start)
        for stage in 0..<3 {
            let distance = styleError(before[stage], wanted[stage]).item
            let result = try moved(start, "style of stage \(stage + 1) from \(name)", material, in: notebook) {
                styleError(material.features.maps(of: $0)[stage], wanted[stage]) / distance
            }
            row += result.shown
            let left = styleError(material.features.maps(of: result)[stage], wanted[stage]).item / distance
            notebook.expect("From \(name), stage \(stage + 1): part of the Gram distance left", left, .below(0.25))
        }
        rows.append(row)
    }
    try notebook.show(
        PictureGrid(
            "", rows: rows, columnTitles: ["style", "start", "by stage 1", "by stage 2", "by stage 3"], cellWidth: 128
        ),
        named: "style", "Noise and a drawn photograph, moved until they have the Gram matrix of a drawing.")
}
//:end

//: Noise becomes texture. Stage 1 gives black strokes on white as in the drawing, and the later stages give coarser pieces. Stage 3 gives coloured patches and noise although its drawing is grey:
//: many coloured pictures have nearly the same Gram matrix of deep features. The drawn photograph becomes something closer to a drawing, because it had content to begin with.
//:
//: > **What is normal.** The style loss falls fast and then creeps. With a generator it goes up and down from step to step: look at the mean over an epoch.
//:
//: ## Does our network serve?
//:
//: Our network learnt from some 1,800 drawn scenes and faces. Each scene has two renderings, so we can measure whether that is enough. By the features, *the same scene in the other rendering* should be nearer than *another scene in the same rendering*; by the
//: Gram matrix of grey pictures, another scene in the same rendering should be nearer than that other scene in the other rendering. The control is the same network with
//: random weights.

//:fold What is measured and drawn: `doesItServe`
func doesItServe(_ material: Material, in notebook: Notebook) throws {
    var generator = notebook.generator(3)
    let untrained = FeatureNetwork(widths: FeaturePlan(for: .full).widths).initialised(using: &generator)
    let count = notebook.scale.choose(tiny: 3, quick: 12, full: 40)
    let (trained, random) = (
        FeatureSeparation(of: material.features, on: material.scenes, count: count),
        FeatureSeparation(of: untrained, on: material.scenes, count: count)
    )
    func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }
    notebook.table(
        ["on \(count) scenes that it never saw", "our network", "random weights"],
        [
            ("the same scene lies nearer than the same rendering", { percent($0.contentShare) }),
            ("distance between renderings, in parts of that between scenes", { rounded($0.contentRatio) }),
            ("by Gram: the same rendering lies nearer than the other", { percent($0.styleShare) }),
            (
                "Gram distance of photographs, in parts of that of other drawings",
                {
                    rounded($0.styleDistances[4] / $0.styleDistances[0])
                }
            ),
        ].map { (name: String, value: (FeatureSeparation) -> String) in [name, value(trained), value(random)] })
    func relative(_ measures: FeatureSeparation) -> [Double] {
        measures.styleDistances.map { $0 / measures.styleDistances[0] }
    }
    try notebook.show(
        Figure(
            "From drawings to photographs", x: "part of photograph in the mixture", y: "Gram distance, drawings: 1"
        )
        .curve([0, 0.25, 0.5, 0.75, 1], relative(trained), "our network", color: .blue)
        .curve([0, 0.25, 0.5, 0.75, 1], relative(random), "random weights", color: .vermillion).legend(.topLeft),
        named: "ordered",
        "Gram distance to other drawings, for drawings that are mixed with photographs of the same scene.")
    notebook.expect("The same scene lies nearer: share", trained.contentShare, .above(0.5))
    notebook.expect(
        "… more often than with random weights, by", trained.contentShare - random.contentShare, .above(0.1))
    notebook.expect("Distance between renderings in parts of that between scenes", trained.contentRatio, .below(0.95))
    notebook.expect("… less than with random weights, by", random.contentRatio - trained.contentRatio, .above(0.1))
    notebook.expect("By Gram, the same rendering lies nearer: share", trained.styleShare, .above(0.8))
    notebook.expect("… with random weights too: share", random.styleShare, .above(0.7))
    notebook.expect(
        "Gram distance grows from drawing to photograph: smallest step",
        zip(trained.styleDistances, trained.styleDistances.dropFirst()).map { $1 - $0 }.min() ?? 0, .above(0))
}
//:end

//: Training shows in the first two rows, though even our network fails in three of ten comparisons or more. In the last two random weights do as well or better, because grain and outlines change *any* Gram matrix. So a
//: style loss can do with a poor network, a content loss less so.
//:
