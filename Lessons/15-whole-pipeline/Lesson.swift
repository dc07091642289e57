import ArgumentParser
import Colorization
import FaceGeneration
import Figures
import Files
import Glibc
import LessonKit
import Models
import Pictures
import Stylization
import TensorCore

@main
struct WholePipeline: Lesson {
    static let card = LessonCard(
        15, "whole-pipeline", title: "The whole pipeline",
        idea: "networks in a row, and what is lost where one hands over to the next",
        chapters: ["NoiseToDetails", "LinesOfSoftPictures", "OneJointLess", "Photographs"])

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let plan = try Plan(for: notebook)
        try chain(in: notebook)
        let network = try makeUpFaces(plan, in: notebook)
        try cleanOrVarious(network, plan, in: notebook)
        try noiseToDetails(in: notebook)
        try notebook.excerpt("Sources/FaceGeneration/Details/DetailTraining.swift", of: "learnFine")
        try linesOfSoftPictures(network, plan, in: notebook)
        try joints(network, plan, in: notebook)
        let soft = try colorSamples(network, plan, in: notebook)
        let figures = try oneJointLess(than: soft, plan, in: notebook)
        try photographs(plan, in: notebook)
        try whichOrder(figures, plan, in: notebook)
        try everything(figures, plan, in: notebook)
    }
}

//: # 15 · The whole pipeline
//:
//: Fourteen lessons built the pieces. A VAE makes up faces (lesson 05), a colorizer paints lines (08 to 12) as dabs tell it to (10), AnimeGAN's generator makes photographs look drawn (13 and 14). Here they work
//: in a row: a face that nobody drew, in lines that nobody inked, in colours chosen by dabs, in front of a drawn photograph that became a drawing.
//:
//: Each piece was judged by itself, on pictures like those that it had learnt from. In a row each gets what another network made. So this lesson is about the joints: what is lost at each, in decibels, and what can be
//: done.
//:
//: > **Before you start.** You need lessons 05, 08, 10, 12 and 14. No article joins its networks like this; each of the three stops at its own. Line extraction by differences of Gaussians is after
//: > [Winnemöller, Kyprianidis and Olsen, 2012](https://doi.org/10.1016/j.cag.2012.03.004). You can skip "Clean or various" and "Which order?".

//:fold What is measured and drawn: `chain`
func chain(in notebook: Notebook) throws {
    let diagram = Diagram("Who hands what to whom")
        .node("code", "random\ncode", column: 0, row: 0, shape: .ellipse, color: .green)
        .node("decoder", "VAE's\ndecoder", column: 1, row: 0)
        .node("lines", "line\nextraction", column: 2, row: 0, color: .orange)
        .node("paper", "lines and\ncut paper,\nwith flows", column: 1.5, row: 1)
        .node("colorizer", "colorizer\nwith hints", column: 3, row: 0.5)
        .node("cut", "cut out\nand set in", column: 4, row: 1.25, color: .orange)
        .node("picture", "picture", column: 5, row: 1.25, shape: .ellipse, color: .orange)
        .node("photograph", "photograph", column: 2, row: 2, shape: .ellipse, color: .green)
        .node("stylist", "AnimeGAN's\ngenerator", column: 3, row: 2)
        .edge("code", "decoder").edge("decoder", "lines").edge("lines", "colorizer").edge("code", "paper")
        .edge("paper", "colorizer").edge("colorizer", "cut")
        .edge("photograph", "stylist").edge("stylist", "cut").edge("cut", "picture")
    try notebook.show(
        diagram, named: "chain",
        "The chain. Blue boxes were learnt; orange ones are written by hand, and have to fit what was learnt. The way below needs no lines to be found."
    )
}
//:end

//: The colorizer and the generator are those that come with Nurie; the [data page](../../Data/README.md) says how they were taught. The VAE learns here.
//:
//: ## Faces that can be cut out
//:
//: The VAE of lesson 05 makes faces as a detector crops them, with a background. A figure that is to stand in front of something else must be cut out, so this VAE learns from busts on blank paper: hair that is not tied,
//: open eyes, no glasses. Training it takes a few minutes.

//:fold The sizes, the VAE and its samples: `Plan`, `makeUpFaces`, `samples`
/// The faces, and how many are judged.
struct Plan {
    let faces: FaceVAEPlan
    /// Pixels in a side of what is coloured.
    let side: Int
    let evaluated: Int
    let colorizer: Colorizer
    let stylizer: Stylizer

    init(for notebook: Notebook) throws {
        let scale = notebook.scale
        var faces = FaceVAEPlan(forLessonAt: scale)
        faces.areFacesOnPaper = true
        self.faces = faces
        side = scale.choose(tiny: 64, quick: 256, full: 512)
        evaluated = scale.choose(tiny: 2, quick: 24, full: 100)
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
//:end

//: ## Clean or various
//:
//: The bound pulls codes towards a normal distribution of deviation 1, so samples should come from there. But in 32 dimensions (64 in the long run) nearly all of it lies in a thin shell far from the middle, and no face was ever in some places of
//: that shell. Codes that are multiplied by 0.7, say, mostly give fewer stray specks, and fewer kinds of faces, and both can be counted. (The faces are not sharper.) *Specks* are the pixels off the paper that are not connected with the
//: largest figure; they are rare. *Variety*, the deviation between samples, is how far they are from their mean.

//:fold What is measured and drawn: `cleanOrVarious`
func cleanOrVarious(_ network: FaceVAE, _ plan: Plan, in notebook: Notebook) throws {
    let deviations: [Float] = [0.25, 0.5, 0.75, 1, 1.25, 1.5]
    // Specks are rare: it takes so many samples to count them.
    let count = notebook.scale.choose(tiny: 4, quick: 240, full: 240)
    let made = deviations.map { samples(count, deviation: $0, of: network, plan, in: notebook) }
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
        named: "clean-or-various", "What is gained and lost by codes nearer to the middle.")
    notebook.expect(
        "Farther out than the prior there are more specks: at 0.75, over those at 1.5", specks[2] / specks[5],
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
//:end

//: Farther out there are more specks. Nearer to the middle faces become alike, with much of the mean of all hair, and
//: in some runs (the long one) with faint smudges around it, which count as specks too. Somewhat nearer than the prior is a good place.
//: From here on the codes of this VAE have a deviation of 0.7.
//:
