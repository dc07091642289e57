import ArgumentParser
import Basics
import Drawings
import Figures
import LessonKit
import Models
import Networks
import Pictures
import Stylization
import TensorCore
import Training

@main
struct GramGreyColor: Lesson {
    static let card = LessonCard(
        12, "gram-grey-colour", title: "Gram, grey, colour",
        idea:
            "what a picture shows, how it is drawn and what colours it has are told apart, each by a loss of its own")

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let studio = try Studio(for: notebook)
        try whatFeaturesAre(studio, in: notebook)
        try contentAlone(studio, in: notebook)
        try gramByHand(studio, in: notebook)
        try explosion(studio, in: notebook)
        try styleAlone(studio, in: notebook)
        try doesItServe(studio, in: notebook)
        try brightnessAndColor(studio, in: notebook)
        try colorAlone(studio, in: notebook)
        try variationAlone(studio, in: notebook)
        let drawn = try whyGrey(studio, in: notebook)
        let discriminators = try discriminators(studio, in: notebook)
        try whatJudgesSee(discriminators, studio, in: notebook)
        try sum(of: discriminators, at: drawn, studio, in: notebook)
    }
}

//: # 12 · Gram, grey, colour
//:
//: A photograph is to become a drawing, and nobody has the drawing of that photograph. There are only photographs of some places, and drawings of others.
//: So no loss can say "this pixel should be that colour". AnimeGAN says instead: keep what the photograph *shows*, look like a drawing, keep the
//: photograph's *colours*. Each of these is a loss of its own. This lesson takes them one by one, before lesson 13 trains a network with their sum, and
//: it does so with the simplest thing that can be trained: the pixels of one picture.
//:
//: ## What a trained network's features are
//:
//: VGG19 learnt to name what a million photographs show. Cut it off somewhere in the middle, and for each place of a picture it gives some hundred
//: numbers: its *features*. Each is the answer to a question that turned out to be useful: is there an edge that leans to the left, a leaf, a window? Its
//: weights are not ours to ship, so Nurie has a small network of the same shape, which learnt on drawn scenes: three stages of 3×3 convolutions, with 16
//: channels at the picture's full size, 48 at half and 128 at a quarter of it. `--features` of `nurie train anime` puts VGG19 in its place.
//:
//: Below are, for a photograph that it never saw, the five maps of each stage that vary most.

func whatFeaturesAre(_ studio: Studio, in notebook: Notebook) throws {
    let photograph = studio.street
    let side = photograph.shape[2]
    let rows = studio.features.maps(of: photograph).map { maps -> [Picture] in
        let planes = maps.reshaped(to: Array(maps.shape.dropFirst()))
        let varying = (0..<planes.shape[0]).map { planes.sliced(axis: 0, $0..<$0 + 1) }
            .sorted { ($0 - $0.mean()).size > ($1 - $1.mean()).size }.prefix(5)
        return photograph.shown + varying.flatMap { $0.shownAsGrey(side: side) }
    }
    try notebook.show(
        PictureGrid("", rows: rows, rowTitles: ["stage 1", "stage 2", "stage 3"], cellWidth: 128), named: "features",
        "The photograph of a street, and what three stages of the feature network make of it.")
}

//: The first stage answers simple questions, pixel by pixel: an edge, a brightness, a colour. The last one knows less of where and more of what.
//:
//: ## Content: keep what is shown
//:
//: AnimeGAN's content loss is the mean absolute difference of two maps, that of the photograph $p$ and that of what the generator made of it, $G(p)$:
//:
//: $$ L_{\mathrm{con}} = \mathrm{mean} \left\vert F(p) - F(G(p)) \right\vert $$
//:
//: where $F$ is the map of VGG19's conv4_4 *before* its ReLU. What such a loss keeps can be seen. Start with a grey picture full of noise, and move its
//: pixels downhill on the loss until its features are those of the photograph. What the features do not know stays noise.
//:
//: The pixels are learnt as weights are, by Adam. One thing is added: the picture is a sum of four layers, each half as fine as the one before, so that
//: whole areas may move at once (`Canvas` in `Studio.swift`). Pixels that only move alone find noise with the right features and look no further.

/// Moves pictures downhill on a loss.
func moved(
    _ start: Tensor, _ name: String, _ studio: Studio, in notebook: Notebook, by loss: (Tensor) -> Tensor
) throws -> Tensor {
    let canvas = Canvas(start)
    let adam = Adam(canvas)
    var run = notebook.trainingRun(name, steps: studio.steps, settings: ["shape": "\(start.shape)"])
    run.keep(canvas, adam, as: "canvas")
    _ = try run.train(resuming: notebook.isResuming) { step, _ in
        let tape = Tape(learning: canvas.parameters)
        let loss = loss(canvas.pictures(on: tape))
        // Large steps find the colours, small ones settle them.
        adam.learningRate = 0.02 * (1 - 0.95 * Double(step) / Double(studio.steps))
        adam.step(tape.gradients(of: loss))
        return ["loss": loss.item]
    }
    return canvas.pictures(on: Tape()).detached
}

func contentAlone(_ studio: Studio, in notebook: Notebook) throws {
    let photograph = studio.street
    let noise = noise(like: photograph, in: notebook)
    let wanted = studio.features.maps(of: photograph)
    let kept = try (0..<3).map { stage in
        try moved(noise, "content of stage \(stage + 1)", studio, in: notebook) {
            meanAbsoluteError(studio.features.maps(of: $0)[stage], wanted[stage])
        }
    }
    try notebook.show(
        PictureGrid(
            "", rows: [(photograph.shown + noise.shown + kept.flatMap(\.shown))],
            columnTitles: ["photograph", "start", "by stage 1", "by stage 2", "by stage 3"], cellWidth: 128),
        named: "content", "Noise, moved until it has the photograph's features, for each of three stages.")
    let decibels = kept.map { likeness(of: $0, to: photograph) }
    notebook.table(
        ["features of", "PSNR to the photograph, dB"],
        decibels.indices.map { ["stage \($0 + 1)", rounded(decibels[$0])] })
    notebook.expect("Stage 1 keeps more than stage 2, dB", decibels[0] - decibels[1], .above(5))
    notebook.expect("Stage 2 keeps more than stage 3, dB", decibels[1] - decibels[2], .above(2))
}

/// Grey with a little noise.
func noise(like picture: Tensor, in notebook: Notebook) -> Tensor {
    var generator = notebook.generator(1)
    return Tensor(uniformIn: -0.2...0.2, shape: picture.shape, using: &generator)
}

//: From the first stage the photograph comes back whole: what has 16 numbers for each pixel has forgotten nothing. From the last one there come shapes in
//: their places, while colours and grain are made up. That is what is wanted of a content loss. It holds the street where it is and leaves open how it is
//: painted.
//:
//: > **What is normal.** The content loss starts high, falls fast and never reaches 0. When a generator learns a style it *rises* again (a frequent
//: > question of AnimeGAN's users): a drawing has other features than a photograph. Its absolute value means nothing without the network: VGG19 with
//: > pictures in 0…255 has far larger features than ours.
//:
//: ## The Gram matrix, by hand
//:
//: Now to how a picture is drawn. For that it must not matter *where* things are. Take the map of a picture as a matrix $F$ with a row for each channel
//: and a column for each place, and multiply each row with each:
//:
//: $$ G_{ij} = \frac{1}{c h w} \sum_x F_{ix} F_{jx} $$
//:
//: $c$ channels, $h w$ places. $G_{ij}$ says how strongly the channels $i$ and $j$ are active *together*, wherever that is: dark line and light paper,
//: say. The sum over places forgets the places.

/// The Gram matrix of a map `[1, channels, height, width]`; `divisor` is what it is divided by.
func gram(_ map: Tensor, dividedBy divisor: (_ channels: Int, _ places: Int) -> Int) -> Tensor {
    let (channels, places) = (map.shape[1], map.shape[2] * map.shape[3])
    let rows = map.reshaped(to: [channels, places])
    return rows.matrixProduct(rows.transposed(to: [1, 0])) / Float(divisor(channels, places))
}

func gramByHand(_ studio: Studio, in notebook: Notebook) throws {
    let map = studio.features.features(of: studio.street)
    let own = gram(map) { channels, places in channels * places }
    let room = gramMatrix(map).reshaped(to: own.shape)
    notebook.expect("By hand as in TensorCore: relative difference", (own - room).size / room.size, .below(1e-5))
    let elsewhere = gram(shuffled(map, in: notebook)) { channels, places in channels * places }
    notebook.expect(
        "All places shuffled: relative difference of the Gram matrix", (own - elsewhere).size / own.size, .below(1e-5)
    )

    // The same picture once, four times and nine times: the same style, on more paper.
    let rows = (1...3).map { times -> [Double] in
        let row = Tensor.concatenated(Array(repeating: studio.street, count: times), axis: 3)
        let map = studio.features.features(of: .concatenated(Array(repeating: row, count: times), axis: 2))
        return [gram(map) { _, _ in 1 }.size, gram(map) { channels, places in channels * places }.size]
    }
    notebook.table(
        ["the picture, laid side by side", "entries, not divided", "entries, divided by c·h·w"],
        rows.enumerated().map { ["\($0 + 1)×\($0 + 1)"] + $1.map { rounded($0) } })
    notebook.expect("Nine times the paper, not divided: ratio", rows[2][0] / rows[0][0], .near(9, tolerance: 2))
    notebook.expect("… and divided", rows[2][1] / rows[0][1], .near(1, tolerance: 0.25))
}

/// A map whose places were mixed, the same way for all channels.
func shuffled(_ map: Tensor, in notebook: Notebook) -> Tensor {
    var generator = notebook.generator(2)
    let places = map.shape[2] * map.shape[3]
    var order = Array(0..<places)
    generator.shuffle(&order)
    let numbers = map.scalars
    return Tensor(
        (0..<map.shape[1]).flatMap { channel in order.map { numbers[channel * places + $0] } }, shape: map.shape)
}

//: ## … divided, or watch it explode
//:
//: What is divided is easily forgotten, and a reader of AnimeGAN's code who wrote it anew reported just that: the loss explodes. For VGG19 and a picture
//: of 256×256, $c h w$ is 524,288, and so many times too large are the style loss and its slope. Adam alone would not mind, because it divides by the
//: size of the slope. But in a *sum* of losses the others are drowned; and plain descent, with a step that suits the divided loss, jumps out of the
//: world:

/// The style losses on the way of plain descent, without Adam and without a clamp, until they are no numbers any more.
func descent(isDivided: Bool, _ studio: Studio, step: Float, count: Int) -> [Double] {
    func gram(of pictures: Tensor) -> Tensor {
        Lesson12.gram(studio.features.features(of: pictures)) { isDivided ? $0 * $1 : 1 }
    }
    let wanted = gram(of: studio.styleOfStreet.grey())
    var picture = studio.street
    var losses: [Double] = []
    while losses.count < count {
        let tape = Tape()
        let pixels = tape.variable(picture)
        let loss = meanAbsoluteError(gram(of: pixels), wanted)
        guard loss.item.isFinite, let slope = tape.gradients(of: loss)[pixels] else { break }
        losses.append(Double(loss.item))
        picture = picture - step * slope
    }
    return losses
}

func explosion(_ studio: Studio, in notebook: Notebook) throws {
    let step: Float = 3e3
    let (divided, plain) = (
        descent(isDivided: true, studio, step: step, count: 30),
        descent(isDivided: false, studio, step: step, count: 30)
    )
    try notebook.show(
        Figure("Plain descent on the style loss", x: "step", y: "loss").logarithmicY()
            .curve(divided.indices.map { Double($0) }, divided, "divided by c·h·w", color: .blue)
            .curve(plain.indices.map { Double($0) }, plain, "not divided", color: .vermillion).legend(.below),
        named: "explosion",
        "The same descent with a Gram matrix that is divided by its size and with one that is not.")
    notebook.say("not divided: no number any more after \(plain.count) of 30 steps")
    notebook.expect("Divided, it falls: last loss over first", divided[divided.count - 1] / divided[0], .below(0.95))
    notebook.expect("Not divided, it grows: largest loss over first", (plain.max() ?? 0) / plain[0], .above(1e6))
}

//: ## Style alone
//:
//: The style loss is the mean absolute difference of two Gram matrices. Move noise until it has the Gram matrix of a drawing, and then, from another
//: start, do the same with a photograph. AnimeGAN takes the drawing *without its colours*: we come to that. It also takes the last stage only; others, as
//: Gatys did who thought of it, take several.

func styleAlone(_ studio: Studio, in notebook: Notebook) throws {
    let style = studio.styleOfStreet.grey()
    let wanted = studio.features.maps(of: style)
    var rows: [[Picture]] = []
    for (name, start) in [("noise", noise(like: style, in: notebook)), ("photograph", studio.street)] {
        var row = style.shown + start.shown
        let before = studio.features.maps(of: start)
        for stage in 0..<3 {
            let distance = styleError(before[stage], wanted[stage]).item
            let result = try moved(start, "style of stage \(stage + 1) from \(name)", studio, in: notebook) {
                styleError(studio.features.maps(of: $0)[stage], wanted[stage]) / distance
            }
            row += result.shown
            let left = styleError(studio.features.maps(of: result)[stage], wanted[stage]).item / distance
            notebook.expect("From \(name), stage \(stage + 1): part of the Gram distance left", left, .below(0.3))
        }
        rows.append(row)
    }
    try notebook.show(
        PictureGrid(
            "", rows: rows, columnTitles: ["style", "start", "by stage 1", "by stage 2", "by stage 3"], cellWidth: 128
        ),
        named: "style", "Noise and a photograph, moved until they have the Gram matrix of a drawing.")
}

//: From noise come textures: no place is kept, but by the first stage strokes are black on white as in the drawing, and further up the pieces are
//: coarser. The last stage also has noise in all colours, though its drawing is grey: the deep map hardly sees single pixels, and so nobody tells them
//: otherwise. From the photograph comes something that one could take for a drawing: it had content to begin with, and nothing told it to give that up.
//:
//: > **What is normal.** The style loss falls fast and then creeps. With a generator it goes up and down with the pair at hand, since photograph and
//: > drawing of a step have nothing to do with each other; look at the mean over an epoch.
//:
//: ## Does our network serve?
//:
//: It learnt from what Nurie can draw: some 1,800 scenes and faces, eight minutes on one core. Is that enough to stand in for VGG19? With drawn scenes it
//: can be measured, because each comes in two renderings that show exactly the same. A network serves if the *same scene in the other rendering* lies
//: nearer, by the features, than *another scene in the same rendering*; and if by the Gram matrix it is the other way round. Beside it stands the same
//: network with random weights, which learnt nothing.

func doesItServe(_ studio: Studio, in notebook: Notebook) throws {
    var generator = notebook.generator(3)
    let untrained = FeatureNetwork(widths: FeaturePlan(for: .full).widths).initialised(using: &generator)
    let count = notebook.scale.choose(tiny: 3, quick: 12, full: 40)
    let (trained, random) = (
        FeatureSeparation(of: studio.features, on: studio.scenes, count: count),
        FeatureSeparation(of: untrained, on: studio.scenes, count: count)
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

//: The first two rows are what training is for, and it is not won by far: VGG19 has seen a million photographs, ours nothing but drawings of a few kinds.
//: The last two rows are hardly a merit. Random weights tell renderings from each other nearly as well as learnt ones do, because grain and outlines move
//: *any* Gram matrix. A style loss can live with a poor network, a content loss less so. (Random weights are one draw: another seed's are luckier with
//: content and less so with style, but for none of three seeds are they as good in the first two rows.)
//:
//: ## Brightness and colour
//:
//: The third loss wants the photograph's colours. AnimeGAN measures them in YUV: brightness Y, and two differences of colour, U and V, which are 0 for
//: every grey. Its nine numbers are those of TensorFlow, and they look arbitrary. They are made of five: how bright red, green and blue look to an eye,
//: and two scales.

/// Y = 0.299 R + 0.587 G + 0.114 B, U = 0.492111 (B − Y), V = 0.877283 (R − Y): row by row.
func yuvMatrix() -> [Double] {
    let eye = [0.299, 0.587, 0.114]
    let u = [0.0, 0, 1], v = [1.0, 0, 0]
    return eye + zip(u, eye).map { 0.492111 * ($0 - $1) } + zip(v, eye).map { 0.877283 * ($0 - $1) }
}

/// Huber's loss: a parabola where the difference is at most delta, a straight line beyond.
func huber(_ difference: Double, delta: Double = 1) -> Double {
    abs(difference) <= delta ? 0.5 * difference * difference : delta * (abs(difference) - 0.5 * delta)
}

func brightnessAndColor(_ studio: Studio, in notebook: Notebook) throws {
    let published = [0.299, 0.587, 0.114, -0.14714119, -0.28886916, 0.43601035, 0.61497538, -0.51496512, -0.10001026]
    let difference = zip(yuvMatrix(), published).map { abs($0 - $1) }.max() ?? 1
    notebook.expect("Five numbers give the published nine: largest difference", difference, .below(1e-6))
    try notebook.show(
        Figure("What a difference of colour costs", x: "difference", y: "loss").xRange(0...1.5)
            .curve(over: 0...1.5, "absolute", color: .vermillion) { $0 }
            .curve(over: 0...1.5, "half the square", color: .grey, line: .dashed) { 0.5 * $0 * $0 }
            .curve(over: 0...1.5, "Huber, δ = 1", color: .blue) { huber($0) }
            .curve(over: 0...1.5, "Huber, δ = 0.1", color: .green) { huber($0, delta: 0.1) }
            .verticalLine(at: 0.87, "largest in U").verticalLine(at: 1.23, "largest in V").legend(.topLeft),
        named: "huber", "Huber's loss, and the largest differences that two colours can have.")
    let (one, other) = (studio.styles.yuv(), studio.photographs.yuv())
    let far = (one - other).sliced(axis: 1, 1..<3).scalars.map { abs(Double($0)) }.max() ?? 1
    notebook.expect("Largest difference in U or V of a photograph and its style", far, .below(1))
    try damages(studio, in: notebook)
}

//: The loss is the mean of $\vert \Delta Y \vert$ plus the means of Huber's loss of $\Delta U$ and $\Delta V$. The article names a "colour reconstruction
//: loss" and no more; the released code takes TensorFlow's default for Huber, $\delta = 1$, and that is where it gets loose. U differs by 0.87 at most, V
//: by 1.23 between pure red and pure cyan, and between our pictures neither of them ever comes to 1. So the straight part of Huber's loss is never
//: reached: it is half the squared error under another name. With $\delta = 0.1$ it would be one.
//:
//: What is it good for, then, to take brightness by its absolute value and colour by its square? Here are four ways to spoil a photograph, all scaled to
//: the same mean absolute error in red, green and blue.

/// The mean |ΔRGB| that each of them is scaled to, in 0…1.
let damage: Float = 0.02

/// Ways to spoil a picture in [-1, 1], as what is to be added to it.
func damages(of picture: Tensor) -> [(name: String, change: Tensor)] {
    let side = picture.shape[3]
    let lines = Tensor((0..<side * side).map { $0 % side % 16 == 0 ? 1 : 0 }, shape: [1, 1, side, side])
    let patch = Tensor(
        (0..<side * side).map { $0 % side < side / 4 && $0 / side < side / 4 ? 1 : 0 }, shape: [1, 1, side, side])
    let everywhere = Tensor(repeating: 1, shape: [1, 1, side, side])
    let darker = Tensor([-1, -1, -1], shape: [1, 3, 1, 1])
    // Red and blue against green, so that brightness stays as it is.
    let hue = Tensor([1, -0.299 / 0.587, 0], shape: [1, 3, 1, 1])
    return [
        ("ink: a dark line every 16 pixels", lines * darker), ("a little darker everywhere", everywhere * darker),
        ("another hue in a sixteenth of the picture", patch * hue), ("a tint everywhere", everywhere * hue),
    ].map { name, change in (name, change * (2 * damage / change.absolute().mean().item)) }
}

func damages(_ studio: Studio, in notebook: Notebook) throws {
    let rows = damages(of: studio.street).map { name, change -> (String, [Double]) in
        let yuv = (studio.street + change).yuv() - studio.street.yuv()
        let planes = (0..<3).map { yuv.sliced(axis: 1, $0..<$0 + 1) }
        let huber = planes.dropFirst().map { Double(meanHuber($0, Tensor(zeros: $0.shape)).item) }
        return (name, [Double(planes[0].absolute().mean().item), huber[0] + huber[1]])
    }
    notebook.table(
        ["mean error of \(damage) in RGB as", "Y: absolute", "U and V: Huber", "their sum"],
        rows.map { name, costs in
            [name] + [costs[0], costs[1], costs[0] + costs[1]].map { $0 < 1e-6 ? "0" : rounded($0) }
        })
    notebook.expect(
        "A hue that is wrong in places costs more than the same as a tint everywhere: ratio",
        rows[2].1[1] / rows[3].1[1],
        .above(3))
    notebook.expect(
        "For brightness lines cost what a veil does: ratio", rows[0].1[0] / rows[1].1[0], .near(1, tolerance: 0.01))
}

//: In brightness it does not matter whether a little is wrong everywhere or much at a few lines, and so a drawing may have its outlines. In colour it
//: does: a strong wrong hue costs sixteen times what the same amount costs as a tint of everything. That is the reason for the square: colours may drift
//: a little, as drawings' do, but no sky turns orange. The price stands in the last column: against brightness, differences of colour weigh next to
//: nothing.
//:
//: ## Colour alone
//:
//: Start with the drawing and move its pixels by the colour loss alone, towards the photograph.

func colorAlone(_ studio: Studio, in notebook: Notebook) throws {
    let result = try moved(studio.styleOfStreet, "colour alone", studio, in: notebook) {
        colorError($0, studio.street)
    }
    try notebook.show(
        PictureGrid(
            "", rows: [studio.styleOfStreet.shown + result.shown + studio.street.shown],
            columnTitles: ["start", "by colour alone", "photograph"], cellWidth: 256),
        named: "colour", "A drawing, moved by the colour loss alone.")
    notebook.expect(
        "It is the photograph: PSNR in dB", likeness(of: result, to: studio.street), .above(25))
}

//: It is the photograph, pixel by pixel, grain and all. The colour loss does not compare palettes: it compares pixels, and by Y it is a content loss too,
//: and a stern one. Not its form keeps it from undoing the style, only its weight.
//:
//: ## Total variation alone
//:
//: AnimeGANv2 adds a fifth term: half the mean square of the steps from pixel to pixel, down and across. The reason given is grain and ripples of the
//: generator.

func variationAlone(_ studio: Studio, in notebook: Notebook) throws {
    let result = try moved(studio.street, "total variation alone", studio, in: notebook) {
        totalVariation($0) + 0.3 * meanSquaredError($0, studio.street)
    }
    try notebook.show(
        PictureGrid(
            "", rows: [studio.street.shown + result.shown + studio.styleOfStreet.shown],
            columnTitles: ["photograph", "by total variation", "a drawing"], cellWidth: 256),
        named: "variation", "A photograph, smoothed by total variation, and a drawing.")
    let values = [studio.photographs, studio.styles].map { Double(totalVariation($0).item) }
    notebook.say("total variation of photographs \(rounded(values[0])), of drawings \(rounded(values[1]))")
    notebook.expect("Drawings have more of it than photographs: ratio", values[1] / values[0], .above(2))
}

//: (A third of the squared distance to the photograph was added: alone, total variation ends in one even grey.) It does smooth the grain. But it takes
//: the square of each step, and an outline is a large step: drawings have *several times* the total variation of photographs. So it is no measure of how
//: drawn a picture looks, on the contrary, and its weight has to stay small.
//:
//: ## Why the style picture is grey
//:
//: Here the losses come together. Three photographs; for each a drawing of a place of the same kind, the one among sixteen whose mean colour lies
//: farthest from the photograph's: evening for noon. The photographs are moved by style and a little content, with total variation against noise: with
//: the drawing's Gram matrix taken in grey and taken in colour, then with the colour loss, and with one whose U and V count a hundred times as much.
//:
//: The article speaks of a "greyscale style loss". What is grey in it is the style picture only: what the generator makes is compared with it *in
//: colour*. Keep that in mind when you look at the third column.
//:
//: A word on stages. AnimeGAN takes the Gram matrix of the last stage. A generator does the same for every place, but pixels are free: moved by the last
//: stage alone, they find patches of noise that have the right matrix. So here the first two stages are taken.

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
    init(_ studio: Studio, styles: Tensor) {
        (features, photographs) = (studio.features, studio.photographs)
        let (maps, wanted) = (features.maps(of: photographs), features.maps(of: styles))
        let others = features.maps(of: studio.otherPhotographs)
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

func whyGrey(_ studio: Studio, in notebook: Notebook) throws -> Tensor {
    let grey = studio.styles.grey()
    let trials: [(name: String, styles: Tensor, style: Float, brightness: Float, chroma: Float)] = [
        ("grey", grey, 1, 0, 0), ("in colour", studio.styles, 1, 0, 0), ("grey + colour loss", grey, 1, 1, 1),
        ("grey + U and V raised", grey, 1, 1, 100), ("in colour + U and V raised", studio.styles, 1, 1, 100),
        ("left out, U and V raised", grey, 0, 1, 100),
    ]
    let results = try trials.map { trial in
        var loss = Mixture(studio, styles: trial.styles)
        (loss.styleWeight, loss.brightnessWeight, loss.chromaWeight) = (trial.style, trial.brightness, trial.chroma)
        return try moved(studio.photographs, "style " + trial.name, studio, in: notebook) { loss($0) }
    }
    let columns = [studio.photographs, studio.styles] + results.prefix(4)
    try notebook.show(
        PictureGrid(
            "", rows: (0..<3).map { row in columns.map { $0.shown[row] } },
            columnTitles: ["photograph", "style"] + trials.prefix(4).map(\.name), cellWidth: 128),
        named: "palettes", "Style taken in grey and in colour, without and with the colour loss.", isThumbnail: true)
    let measured = results.map { Drawn($0, studio) }
    notebook.table(
        [
            "style", "way to the style's palette", "shift in U", "shift in V", "saturation",
            "Gram distance to grey style",
        ],
        zip(trials, measured).map { trial, drawn in
            [trial.name]
                + [drawn.leak, drawn.shift.u, drawn.shift.v, drawn.saturation, drawn.distance].map { rounded($0) }
        })
    let (greyOnes, colored, published, raised, without) = (
        measured[0], measured[1], measured[2], measured[3], measured[5]
    )
    notebook.expect("Taken in colour, the way to the style's palette", colored.leak, .above(0.5))
    notebook.expect("… and in grey", greyOnes.leak, .below(0.3))
    notebook.expect("Shift of U and V, in colour over in grey", colored.change / greyOnes.change, .above(1.5))
    notebook.expect("A grey style fades the picture: saturation", greyOnes.saturation, .below(0.9))
    notebook.expect(
        "Shift of U and V without the colour loss over that with it", greyOnes.change / published.change, .below(2))
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

    init(_ pictures: Tensor, _ studio: Studio) {
        let leaks = (0..<3).map { index -> Double in
            let palettes = [pictures, studio.photographs, studio.styles].map {
                Palette(of: $0.sliced(axis: 0, index..<index + 1))
            }
            return palettes[0].share(ofWayFrom: palettes[1], to: palettes[2])
        }
        leak = leaks.reduce(0, +) / 3
        shift = Lesson12.shift(of: pictures, from: studio.photographs)
        let (own, before) = (
            Lesson12.shift(of: pictures, from: pictures.grey()),
            Lesson12.shift(of: studio.photographs, from: studio.photographs.grey())
        )
        saturation = (own.u + own.v) / (before.u + before.v)
        let maps = [pictures, studio.photographs, studio.styles.grey()].map { studio.features.maps(of: $0) }
        distance =
            (0..<2).map { stage in
                Double(
                    styleError(maps[0][stage], maps[2][stage]).item / styleError(maps[1][stage], maps[2][stage]).item)
            }.reduce(0, +) / 2
    }
}

//: Taken in colour, the style brings its palette along: evening falls on a noon landscape, and the sky over the street turns orange. The mean colour goes
//: nearly all the way to the drawing's. Nothing is wrong with the loss: which colours lie beside which *is* a part of what the channels do together.
//: Taken in grey, it cannot say anything about orange.
//:
//: But it does say something about colour: that there should be none. The features of a grey picture are those of a picture without colours, and so the
//: photograph *fades*. That is what the colour loss is for. In its published form it does little here: next to the absolute error of Y, the squares of
//: small differences in U and V weigh nothing, and the shift stays. With U and V raised the colours stay, and outlines and light areas are still those of
//: a drawing. AnimeGAN's author found the same: to a user whose pictures turned grey he recommends to raise the weight of U and V, and version 2 has up
//: to fifty in the place of ten for the whole.
//:
//: The last two rows are controls. Style in colour against the strong colour loss: most of the leak is held back, but not all. Style left out: hardly
//: anything moves, because the other losses begin at their lowest point.
//:
//: ## What the grey discriminator sees
//:
//: Four losses say what a picture is to be measured by. The fifth learns it: a discriminator, as in lessons 06 and 09, that is to answer 1 for drawings
//: and 0 for what the generator makes. AnimeGAN's has a third kind of pictures to refuse: *drawings without their colours*. (And a fourth, drawings with
//: soft edges, for which lesson 13 is the place.) Here are three judges, after the same short training. The first knows drawings and photographs only,
//: which stand for what a generator makes in the beginning. The second has the grey term. The third is shown the brightness of everything, which one
//: might have taken "grey" to mean.

struct Judge {
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

func discriminators(_ studio: Studio, in notebook: Notebook) throws -> [Judge] {
    let (width, steps, count) = notebook.scale.choose(tiny: (4, 4, 4), quick: (8, 150, 32), full: (32, 1500, 400))
    let drawings = (200..<200 + count).map { studio.scenes.anime(at: -$0) }
    let photographs = (200 + count..<200 + 2 * count).map { studio.scenes.photograph(at: -$0) }
    return try [
        ("without the grey term", false, false), ("with the grey term", true, false),
        ("shown brightness only", false, true),
    ].map { name, refusesGrey, isShownBrightnessOnly in
        var generator = notebook.generator(4)
        let discriminator = Judge(
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

func whatJudgesSee(_ discriminators: [Judge], _ studio: Studio, in notebook: Notebook) throws {
    let count = notebook.scale.choose(tiny: 2, quick: 8, full: 32)
    let drawings = (150..<150 + count).map { studio.scenes.anime(at: -$0) }.signed
    let photographs = (160..<160 + count).map { studio.scenes.photograph(at: -$0) }.signed
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
    let start = studio.styles.grey()
    let results = try discriminators.map { discriminator in
        painted(
            start,
            with: try moved(start, "colours for the judge " + discriminator.name, studio, in: notebook) {
                discriminator.adversarialLoss(of: painted(start, with: $0)) + totalVariation($0)
            })
    }
    try notebook.show(
        PictureGrid(
            "", rows: (0..<3).map { row in ([start] + results).map { $0.shown[row] } },
            columnTitles: ["start"] + discriminators.map(\.name), cellWidth: 128),
        named: "judges", "Grey drawings, and the colours that would make each judge take them for drawings.")
    let saturations = results.map { Drawn($0, studio).saturation }
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
//: > **What is normal.** What each term of the discriminator gives is told in lesson 13. Do not read more into the answers than that it tells the three
//: > kinds apart: a judge that is certain has no slope left to teach with.
//:
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

func sum(of discriminators: [Judge], at drawn: Tensor, _ studio: Studio, in notebook: Notebook) throws {
    let calibration = FeatureCalibration(
        of: studio.features, photographs: studio.photographs, styles: studio.styles)
    let published = AnimeObjective.v1.generator
    let map = studio.features.features(of: studio.photographs)
    let style = studio.features.features(of: studio.styles.grey())
    let terms: [(name: String, published: Float, fitted: Float, loss: (Tensor) -> Tensor)] = [
        ("adversarial", published.adversarial, published.adversarial, { discriminators[1].adversarialLoss(of: $0) }),
        (
            "content", published.content, published.content * calibration.content,
            {
                meanAbsoluteError(studio.features.features(of: $0), map)
            }
        ),
        (
            "grey style", published.style, published.style * calibration.style,
            {
                styleError(studio.features.features(of: $0), style)
            }
        ),
        ("colour", published.color, published.color, { colorError($0, studio.photographs) }),
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
//: lesson 13 measures.
