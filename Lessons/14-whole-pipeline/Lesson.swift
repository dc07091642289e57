import ArgumentParser
import Colorization
import Drawings
import FaceGeneration
import Figures
import Files
import Glibc
import LessonKit
import Models
import Pictures
import Stylization
import TensorCore
import Training

@main
struct WholePipeline: Lesson {
    static let card = LessonCard(
        14, "whole-pipeline", title: "The whole pipeline",
        idea: "four networks in a row, and what is lost where one hands over to the next")

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let plan = try Plan(for: notebook)
        try chain(in: notebook)
        let network = try makeUpFaces(plan, in: notebook)
        try clearOrVarious(network, plan, in: notebook)
        try linesOfSoftPictures(network, plan, in: notebook)
        try joints(network, plan, in: notebook)
        let figures = try colorSamples(network, plan, in: notebook)
        try photographs(plan, in: notebook)
        try whichOrder(figures, plan, in: notebook)
        try everything(figures, plan, in: notebook)
    }
}

//: # 14 · The whole pipeline
//:
//: Thirteen lessons built the pieces. A VAE makes up faces (lesson 05), a colorizer paints lines (08 to 11) where
//: dabs tell it to (10), AnimeGAN's generator makes photographs look drawn (12 and 13). Here they work in a row: a
//: face that nobody drew, in lines that nobody inked, in colours that were chosen by dabs, in front of a photograph
//: that became a drawing.
//:
//: Each piece was judged by itself, on pictures like those that it had learnt from. In a row it gets what another
//: network made, and nobody promised that this is alike. So this lesson is about the joints: what is lost at each, in
//: decibels, and what can be done.

func chain(in notebook: Notebook) throws {
    let diagram = Diagram("Who hands what to whom")
        .node("code", "random\ncode", column: 0, row: 0, shape: .ellipse, color: .green)
        .node("decoder", "VAE's\ndecoder", column: 1, row: 0)
        .node("lines", "line\nextraction", column: 2, row: 0, color: .orange)
        .node("colorizer", "colorizer\nwith hints", column: 3, row: 0)
        .node("cut", "cut out\nand set in", column: 4, row: 0.5, color: .orange)
        .node("picture", "picture", column: 5, row: 0.5, shape: .ellipse, color: .green)
        .node("photograph", "photograph", column: 2, row: 1, shape: .ellipse, color: .green)
        .node("stylist", "AnimeGAN's\ngenerator", column: 3, row: 1)
        .edge("code", "decoder").edge("decoder", "lines").edge("lines", "colorizer").edge("colorizer", "cut")
        .edge("photograph", "stylist").edge("stylist", "cut").edge("cut", "picture")
    try notebook.show(
        diagram, named: "chain",
        "The chain. Blue boxes were learnt; what is orange is written by hand, and has to fit what was learnt.")
}

//: The colorizer and the generator are those that come with Nurie; `Data/README.md` says how they were taught. The
//: VAE learns here.
//:
//: ## Faces that can be cut out
//:
//: The VAE of lesson 05 makes faces as a detector crops them, with a background of their own. What is to stand in
//: front of something else must be cut out, so this one learns from busts on blank paper: hair that is not tied, eyes
//: that are open, no glasses. A small network has learnt these in a minute.

/// The faces, and how many are judged.
struct Plan {
    let faces: FaceVAEPlan
    /// Pixels in a side of what is coloured.
    let side: Int
    let judged: Int
    let colorizer: Colorizer
    let stylizer: Stylizer

    init(for notebook: Notebook) throws {
        let scale = notebook.scale
        var faces = FaceVAEPlan(for: scale)
        faces.areFacesOnPaper = true
        self.faces = faces
        side = scale.choose(tiny: 64, quick: 256, full: 512)
        judged = scale.choose(tiny: 2, quick: 24, full: 100)
        colorizer = try Colorizer(weights: ShippedData.path(of: "colorizer.safetensors"))
        stylizer = try Stylizer(weights: ShippedData.path(of: "stylizer.safetensors"))
    }
}

func makeUpFaces(_ plan: Plan, in notebook: Notebook) throws -> FaceVAE {
    let run = notebook.trainingRun("faces", steps: plan.faces.steps, settings: plan.faces.settings)
    let (network, _) = try FaceVAETraining(plan.faces, on: plan.faces.crops(seed: notebook.seed))
        .train(run, resuming: notebook.isResuming)
    return network
}

/// Faces whose codes lie so far from the middle: samples of the prior have a deviation of 1.
func samples(_ count: Int, deviation: Float, of network: FaceVAE, _ plan: Plan, in notebook: Notebook) -> [Picture] {
    var generator = notebook.generator(1)
    let codes = Tensor(normalWithMean: 0, deviation: 1, shape: [count, plan.faces.latent], using: &generator)
    return network.decode(deviation * codes, .inference).unsigned.pictures
}

//: ## Clear or various
//:
//: The bound pulls codes towards a normal distribution of deviation 1, so that is where samples are to be taken from.
//: But in 32 dimensions nearly all of a normal distribution lies in a thin shell far from the middle, and there are
//: places in that shell where no face ever was. Codes that are pulled inwards, multiplied by 0.7 say, give clearer
//: faces, and fewer kinds of them. Both can be counted. *Specks* are the pixels off the paper that do not hang
//: together with the largest figure: a bust has none. *Variety* is how far two samples are apart, on average.

func clearOrVarious(_ network: FaceVAE, _ plan: Plan, in notebook: Notebook) throws {
    let deviations: [Float] = [0.25, 0.5, 0.75, 1, 1.25, 1.5]
    let made = deviations.map { samples(2 * plan.judged, deviation: $0, of: network, plan, in: notebook) }
    let specks = made.map { pictures in 100 * pictures.map(shareOfSpecks).reduce(0, +) / Double(pictures.count) }
    let variety = made.map(rootMeanVariance)
    try notebook.show(
        PictureGrid(
            "", rows: made.map { Array($0.prefix(8)) }, rowTitles: deviations.map { "\($0)" }, cellWidth: 64),
        named: "deviations", "The same eight codes, nearer to the middle and farther from it.", isThumbnail: false)
    let x = deviations.map(Double.init)
    try notebook.show(
        Panels(
            "",
            [
                Figure("Specks", x: "deviation of the codes", y: "pixels off the figure, %")
                    .curve(x, specks, "specks", color: .vermillion).legend(.none),
                Figure("Variety", x: "deviation of the codes", y: "deviation between samples")
                    .curve(x, variety, "variety", color: .blue).legend(.none),
            ]),
        named: "clear-or-various", "What is gained and lost by codes nearer to the middle.")
    notebook.expect(
        "Farther out than the prior there are more specks: at 1, over those at 1.5", specks[3] / specks[5],
        .below(0.8)
    )
    notebook.expect(
        "Nearer to the middle faces are more alike: variety at 0.75 over that at 1.25", variety[2] / variety[4],
        .within(0.5...0.95))
}

/// The part of the pixels off the paper that do not belong to the largest figure.
func shareOfSpecks(of picture: Picture) -> Double {
    let figure = picture.figure
    let off = figure.samples.indices.filter { pixel in
        (0..<3).contains { picture.samples[3 * pixel + $0] < 225 }
    }
    guard !off.isEmpty else { return 0 }
    return Double(off.count { figure.samples[$0] == 0 }) / Double(off.count)
}

/// How far samples are from their mean, per number.
func rootMeanVariance(of pictures: [Picture]) -> Double {
    Double(Tensor(pictures: pictures).variance(axes: [0]).mean().item).squareRoot()
}

//: The curve of specks is not the same for every seed: outside it rises, inside it may rise again, because near the
//: middle all faces are one, the mean of all, and round that one lies the mean of all hair. In the row of 0.25 it can
//: be seen coming. Somewhat nearer than the prior is a good place, and from here on codes have a deviation of 0.7.
//:
//: ## Lines of soft pictures
//:
//: The first joint. The colorizer wants ink on paper. Lesson 07 took lines out of drawings as the article does, by
//: what a pixel is darker than the lightest of its neighbours: a difference over three pixels, made for pictures with
//: steep borders. A VAE's faces have none; squared error made them soft, and enlarged they are softer. What that rule
//: finds in them is broad smears, and the weave of the decoder. A soft line is still darker than what is *around* it
//: on the scale of a pen. So take the picture blurred by half a pen's width, $G_\sigma * p$, and blurred a little
//: more, and ink what is darker in the first:
//:
//: $$\text{ink} = \tanh \big( s \max(0, G_{1.6\sigma} * p - G_\sigma * p) - f \big).$$
//:
//: It is the difference of two Gaussians, that of 1.6 times the width subtracted; $s$ is the strength, and $f$ drops
//: what is faint (`softLines` in the room `Pictures`; Winnemöller, Kyprianidis and Olsen, 2012). Whether its lines
//: are better can be measured: a VAE also *repeats* faces, and of those that were drawn the true lines are known.

func linesOfSoftPictures(_ network: FaceVAE, _ plan: Plan, in notebook: Notebook) throws {
    let rows = samples(4, deviation: 0.7, of: network, plan, in: notebook).map { sample in
        let face = SampledFace(sample, side: plan.side)
        return [face.picture, face.picture.lineArt(strength: 4), face.lines]
    }
    try notebook.show(
        PictureGrid(
            "", rows: rows, columnTitles: ["sampled, enlarged", "lines as in lesson 07", "lines of a soft picture"],
            cellWidth: 192),
        named: "soft-lines", "Two ways to find lines in a picture that has none.")

    // Repeated faces are as soft as samples, and their true lines are known.
    let crops = plan.faces.crops(seed: notebook.seed, heldOut: plan.judged)
    let names = ["true lines", "as in lesson 07", "of a soft picture"]
    var (agreements, greys) = (names.map { _ in Mean() }, names.map { _ in Mean() })
    for index in 0..<plan.judged {
        let truth = crops.faces.artist.draw(crops.face(at: index), size: plan.side).lines
        let copy = SampledFace(repetition(of: crops[index], by: network), side: plan.side)
        for (place, lines) in [truth, copy.picture.lineArt(strength: 4), copy.lines].enumerated() {
            agreements[place].add(Float(agreement(of: lines, with: truth)))
            greys[place].add(Float(shareOfGreys(in: lines)))
        }
    }
    notebook.table(
        ["lines of repeated faces", "correlation with the true lines", "neither ink nor paper"],
        names.indices.map { [names[$0], rounded(agreements[$0].value), "\(rounded(100 * greys[$0].value)) %"] })
    notebook.expect(
        "Lines on the scale of a pen are ink on paper: their greys, in parts of those of lesson 07's lines",
        greys[2].value / greys[1].value, .below(0.6))
}

/// The part of the pixels that are neither paper nor nearly black.
func shareOfGreys(in lines: Picture) -> Double {
    Double(lines.samples.count { (80..<245).contains($0) }) / Double(lines.samples.count)
}

/// The correlation of two line drawings, seen at a quarter of their size, so that a pixel more to the left does not matter.
func agreement(of lines: Picture, with truth: Picture) -> Double {
    func ink(_ picture: Picture) -> [Double] {
        let small = picture.resized(toWidth: picture.width / 4, height: picture.height / 4, .area)
        let ink = small.samples.map { 1 - Double($0) / 255 }
        let mean = ink.reduce(0, +) / Double(ink.count)
        return ink.map { $0 - mean }
    }
    func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let (a, b) = (ink(lines), ink(truth))
    return product(a, b) / max(1e-9, (product(a, a) * product(b, b)).squareRoot())
}

//: The correlation says something else than the eye, and it is worth knowing why. What counts most in it is the
//: outline, which the cut along the paper made steep; the old rule follows it to the pixel, and the pen is too broad
//: for it. Inside of the face the old rule gives a grey weave. The colorizer was taught on ink and paper, and a
//: picture whose lines are to be seen needs some.
//:
//: ## What each joint costs
//:
//: With samples there is no truth to compare with, with repeated faces there is. So held-out faces go through more
//: and more of the chain, and each time the colours that come out are compared with the true ones, on the figure:
//:
//: 1. true lines, hints of the true colours: what the colorizer makes by itself; 2. lines taken out of the true
//: picture; 3. lines taken out of the VAE's repetition, as in lesson 07; 4. the same for soft pictures; 5. and
//: hints of the repetition's colours too, as for a sample.

func joints(_ network: FaceVAE, _ plan: Plan, in notebook: Notebook) throws {
    let names = ["true lines", "extracted", "repeated,\nas in 07", "repeated,\nsoft", "hints too"]
    let crops = plan.faces.crops(seed: notebook.seed, heldOut: plan.judged)
    var errors = names.map { _ in Mean() }
    var shown: [[Picture]] = []
    for index in 0..<plan.judged {
        let drawn = crops.faces.artist.draw(crops.face(at: index), size: plan.side)
        let repeated = repetition(of: crops[index], by: network)
        let (truth, copy) = (SampledFace(crops[index], side: plan.side), SampledFace(repeated, side: plan.side))
        let inputs = [
            (drawn.lines, truth.hints), (drawn.color.lineArt(), truth.hints),
            (copy.picture.lineArt(strength: 4), truth.hints), (copy.lines, truth.hints), (copy.lines, copy.hints),
        ]
        let results = inputs.map { plan.colorizer.color($0.0, hints: $0.1) }
        let outline = CutOut(drawn.color, along: drawn.color).coverage
        for (place, result) in results.enumerated() {
            errors[place].add(Float(squaredError(of: result, to: drawn.color, on: outline)))
        }
        if index < 3 { shown.append([drawn.color, copy.picture] + results) }
    }
    try notebook.show(
        PictureGrid("", rows: shown, columnTitles: ["true", "repeated"] + names, cellWidth: 128),
        named: "joints", "Held-out faces after more and more of the chain.")
    let decibels = errors.map { -10 * log10(Double($0.value)) }
    try notebook.show(
        Figure("What each joint costs", x: "", y: "PSNR to the true figure, dB")
            .bars(names, decibels, showingValues: true),
        named: "costs", "How like the truth the colours are after more and more of the chain.")
    notebook.expect(
        "The VAE is the dearest joint: decibels from extracted lines to those of the repetition",
        decibels[1] - max(decibels[2], decibels[3]), .above(1))
    notebook.expect(
        "… and its colours cost less than its lines: decibels lost by hints of the repetition",
        decibels[3] - decibels[4],
        .below(1))
}

/// What the VAE makes of a face: the decoder's picture of the code's mean.
func repetition(of face: Picture, by network: FaceVAE) -> Picture {
    let encoding = network.encode(Tensor(pictures: [face]).signed, .inference)
    return network.decode(encoding.mean, .inference).unsigned.pictures[0]
}

//: The repetition is soft because the VAE was taught by squared error, and no line extraction brings back what it has
//: lost: the eyes' highlights, the strands of hair. Its colours survive better than its lines. A chain is as good as
//: its softest piece, and more training here is worth more than a better colorizer. One pair of bars is odd: of the
//: two extractions squared error likes the smears better. A dark line that is two pixels beside the true one is
//: counted twice, as ink where none should be and as none where some should; grey everywhere costs less. Which of the
//: two you would rather look at, the eye knows and PSNR does not, and that is why lesson 09 had an adversary.
//:
//: ## Colours by dabs
//:
//: Now samples. A colorizer alone cannot know what is wanted: the mean of all colours in lesson 08, and in the shipped weights,
//: which were taught so, what is usual: brown hair, blue clothes. We are the user who knows: the colours of the sample, told
//: by a dab in each of 7 × 7 squares of the sheet, where the colours are most even, and white dabs on the paper.

func colorSamples(_ network: FaceVAE, _ plan: Plan, in notebook: Notebook) throws -> [CutOut] {
    let faces = samples(plan.judged, deviation: 0.7, of: network, plan, in: notebook)
        .map { SampledFace($0, side: plan.side) }
    let alone = faces.map { plan.colorizer.color($0.lines) }
    let told = faces.map { plan.colorizer.color($0.lines, hints: $0.hints) }
    let cuts = zip(faces, told).map { $0.cutOut(of: $1) }
    let rows = (0..<min(4, faces.count)).map { index in
        [
            faces[index].picture, faces[index].lines.showing(dabs: faces[index].hints), alone[index], told[index],
            cuts[index].onPaper,
        ]
    }
    try notebook.show(
        PictureGrid(
            "", rows: rows,
            columnTitles: ["sampled", "lines and dabs", "coloured alone", "coloured with dabs", "cut out"],
            cellWidth: 144),
        named: "coloured", "Faces that nobody drew, coloured anew.", isThumbnail: false)
    func error(_ pictures: [Picture]) -> Double {
        // On the figure only: the paper round it is cut off.
        let pairs = zip(zip(faces, pictures), cuts)
        let sums = pairs.map { both, cut in squaredError(of: both.1, to: both.0.picture, on: cut.coverage) }
        return sums.reduce(0, +) / Double(sums.count)
    }
    let (without, with) = (error(alone), error(told))
    notebook.table(
        ["", "squared error on the figure", "PSNR, dB"],
        [("alone", without), ("with dabs", with)].map { [$0, rounded($1), rounded(-10 * log10($1))] })
    notebook.expect(
        "Dabs bring the sample's colours back: decibels gained on the figure",
        10 * log10(without) - 10 * log10(with), .above(3))
    return cuts
}

/// The mean squared difference where a figure is, samples being in [0, 1].
func squaredError(of picture: Picture, to other: Picture, on coverage: Picture) -> Double {
    let (a, b) = (picture.converted(to: .rgb), other.converted(to: .rgb))
    var (sum, count) = (0.0, 0.0)
    for pixel in coverage.samples.indices where coverage.samples[pixel] > 127 {
        for channel in 0..<3 {
            let difference = Double(a.samples[3 * pixel + channel]) - Double(b.samples[3 * pixel + channel])
            sum += difference * difference / (255 * 255)
            count += 1
        }
    }
    return sum / max(1, count)
}

//: ## Photographs
//:
//: The other branch. Drawn scenes have two renderings, one like a photograph and one like a drawing; the generator is
//: given the first, and it never saw these scenes.

func photographs(_ plan: Plan, in notebook: Notebook) throws {
    let scenes = DrawnScenes(seed: notebook.seed, size: plan.side)
    let judged = AnimeEvaluation(
        of: plan.stylizer.network, on: scenes, count: max(1, plan.judged / 3), features: try FeatureSource.network())
    notebook.table(AnimeEvaluation.titles, judged.rows)
    try notebook.show(
        PictureGrid(
            "",
            rows: (1...3).map { index in
                let scene = scenes[-index]
                return [scene.photograph, plan.stylizer.stylise(scene.photograph), scene.anime]
            }, columnTitles: ["drawn photograph", "stylised", "the same scene as a drawing"], cellWidth: 240),
        named: "stylised", "Scenes that the generator never saw.")
    notebook.expect(
        "Stylised, a photograph is nearer to the drawing of its scene: distance over the photograph's own",
        judged.generated.distance / judged.photographs.distance, .below(1))
}

//: ## Which order?
//:
//: The figure can be set into the stylised scene, or into the photograph before that is stylised. In the second order
//: one network gives the whole picture one look, which sounds right. But the figure is a drawing already, and the
//: generator was taught to change photographs: what does it do to something that needs no change? One would hope that
//: it leaves it alone, as somebody does who is shown a finished drawing.

func whichOrder(_ figures: [CutOut], _ plan: Plan, in notebook: Notebook) throws {
    let scenes = DrawnScenes(seed: notebook.seed, size: plan.side)
    var (photographs, drawings, again) = (Mean(), Mean(), Mean())
    for index in 1...max(1, plan.judged / 3) {
        let scene = scenes[-index]
        let stylised = plan.stylizer.stylise(scene.photograph)
        photographs.add(stylised.colorDifference(to: scene.photograph))
        drawings.add(plan.stylizer.stylise(scene.anime).colorDifference(to: scene.anime))
        again.add(plan.stylizer.stylise(stylised).colorDifference(to: stylised))
    }
    let changes = [
        ("a photograph", photographs.value), ("a photograph that was stylised", again.value),
        ("a drawing", drawings.value),
    ]
    notebook.table(["stylising changes", "colour difference, CIE ΔE"], changes.map { [$0, rounded($1)] })
    notebook.expect(
        "A generator does not know when it is done: ΔE of the second time over the first",
        again.value / photographs.value, .above(0.7))
    notebook.expect(
        "… and drawings it changes more than photographs: ΔE, over that of a photograph",
        drawings.value / photographs.value, .above(1.2))

    let ground = DrawnScenes(seed: notebook.seed, size: 2 * plan.side)
    let rows = ground.emptyPlaces(2).enumerated().map { row, index in
        let photograph = ground.photograph(at: index)
        let (figure, stylised) = (figures[row], plan.stylizer.stylise(photograph))
        return [
            photograph, stylised, figure.inFront(of: stylised),
            plan.stylizer.stylise(figure.inFront(of: photograph)),
        ]
    }
    try notebook.show(
        PictureGrid(
            "", rows: rows, columnTitles: ["photograph", "stylised", "then set in", "set in, then stylised"],
            cellWidth: 240),
        named: "order", "The figure set into the picture last, and first.")
}

//: It does not leave it alone. What it learnt is to draw a contour where brightness changes, and to calm what is
//: between; a drawing is full of places where brightness changes most, its own lines, and they get darker and broader
//: each time. In training nobody ever showed it a drawing as something to be left as it is: its input was always a
//: photograph. (Some later models add just this to the loss, an identity term: give the generator a drawing, and ask
//: for the same back.) So the pipeline sets figures in last.
//:
//: ## Everything at once

func everything(_ figures: [CutOut], _ plan: Plan, in notebook: Notebook) throws {
    let ground = DrawnScenes(seed: notebook.seed + 1, size: 2 * plan.side)
    let pictures = zip(ground.emptyPlaces(6), figures.reversed()).map { index, figure in
        figure.inFront(of: plan.stylizer.stylise(ground.photograph(at: index)))
    }
    let rows = stride(from: 0, to: pictures.count, by: 3).map { Array(pictures[$0..<min($0 + 3, pictures.count)]) }
    try notebook.show(
        PictureGrid("", rows: rows, cellWidth: 256),
        named: "everything", "Faces that nobody drew, in scenes that were photographs.", isThumbnail: true)
}

//: From nothing: every pixel here goes back to a seed. What a reader of thirteen lessons should see is also what is
//: not there. The figures stand in no light of their scene and throw no shadow; they all look straight ahead; nobody
//: asked whether someone with this face stands in this street. Each network knows its own small job and nothing of
//: the others', and no loss of any lesson speaks of the whole. That is what later models are about: one network,
//: taught on pictures *and* words, from which all of this is asked at once. Its parts are still the ones of these
//: lessons: a bound, a U-net, losses in a space of features.
//:
//: `swift run pipeline` teaches all four networks one after another, in minutes and from nothing, and leaves a page
//: like this one. `nurie color` and `nurie stylize` do the same for drawings and photographs of your own.
