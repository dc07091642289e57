import Basics
import Colorization
import FaceGeneration
import Figures
import Files
import LessonKit
import Models
import Pictures
import Stylization
import TensorCore
import Training

/// The main job, from nothing to coloured and stylised pictures. Four networks learn, one after another, from pictures that
/// are drawn on the spot: a VAE to make up faces, a colorizer with discriminator and hints to colour lines, a second one to refine
/// its colours, and AnimeGAN's generator to make photographs look drawn. Then all of them work together, and a page shows it.
///
/// Each training keeps its state in a folder of its own, so that a run that was interrupted goes on where it was.
public struct PipelineWorkflow {
    let options: RunOptions
    let folder: String
    let plan: PipelinePlan
    private let drawings, photographs: [String]

    /// `drawings` are files to colour at the end, `photographs` files to stylise; where there are none, those that were
    /// fetched.
    public init(_ options: RunOptions, folder: String, drawings: [String], photographs: [String]) {
        self.options = options
        self.folder = folder
        self.drawings = drawings
        self.photographs = photographs
        plan = PipelinePlan(
            for: options.scale, firstStage: Self.weights(in: Self.run(Self.colors, in: folder)))
    }

    public func run() throws {
        // What the user named is looked at first: a wrong name is not to be found out after minutes of training.
        let real = try RealDrawing.open(drawings, size: 2 * plan.refinement.size)
        let photographs = try RealPhotograph.open(photographs, size: 384)
        let shipped = try Colorizer(weights: ShippedData.path(of: "colorizer.safetensors"))
        let sampler = try FaceSampler(weights: ShippedData.path(of: "faces.safetensors"))
        let features = try FeatureSource.network()
        try Gnuplot().check()
        try Files.makeFolder(folder)

        let faces = try sampleFaces()
        let (first, colorLog) = try learn(plan.colors, as: Self.colors)
        let (second, refinementLog) = try learn(plan.refinement, as: Self.refinement)
        let style = try learnStyle(features)
        let (small, both) = (try Colorizer(weights: first), try Colorizer(weights: first, secondStage: second))
        let stylizer = Stylizer(style.generator)
        let figures = faces.map { ColoredFace($0, by: both) }
        let evaluation = try evaluate(small)
        Console.say(EvaluationReport(evaluation).description)

        var page = Page("The pipeline")
        describe(on: &page)
        try showLineArt(shipped, on: &page)
        try showMaterial(on: &page)
        try showLearning(colorLog, refinementLog, style.log, on: &page)
        try show(evaluation, on: &page)
        try showStages(small, both, on: &page)
        try showFigures(figures, on: &page)
        try showShippedFaces(sampler, on: &page)
        try showScenes(style.generator, features, on: &page)
        try showTogether(figures.map(\.cutOut), stylizer, on: &page)
        try show(real, coloredBy: shipped, on: &page)
        try show(photographs, stylisedBy: stylizer, on: &page)
        try page.write(to: folder)
        Console.say(
            """
            \(folder)/README.md shows it all.
            swift run nurie color DRAWING --output OUT --weights \(first) --stage-two \(second)
            swift run nurie stylize PHOTO --output OUT --weights \(Self.weights(in: Self.run(Self.style, in: folder)))
            """)
    }

    /// Faces that nobody drew: samples of a VAE that learns from drawn ones as lines and cut paper.
    private func sampleFaces() throws -> [SampledSketch] {
        Console.say("Faces: a VAE learns from \(plan.faces.faces) drawn ones.")
        let (sampler, _) = try SketchTraining(
            plan.faces, folder: Self.run(Self.faces, in: folder), options: options
        ).run()
        let seeds = (0..<6).map { sampler.seed($0, of: options.seed) }
        return zip(sampler.faces(of: seeds, size: plan.refinement.size), seeds).map {
            SampledSketch($0, in: $1.palette.onPaper)
        }
    }

    /// Trains a colorizer, or goes on where it was; gives the path of its weights, and its log.
    private func learn(_ plan: ColorizerPlan, as name: String) throws -> (weights: String, log: TrainingLog) {
        let pictures = try ColorizerPictures(options.data, plan: plan, seed: options.seed)
        Console.say("\(name): learning from \(pictures) of \(plan.size)×\(plan.size) pixels.")
        let training = ColorizerTraining(plan, folder: Self.run(name, in: folder), options: options)
        return (training.weightsPath, try training.run(on: pictures).1)
    }

    private func learnStyle(_ features: FeatureNetwork) throws -> AnimeTraining.Result {
        let pictures = try AnimePictures(drawn: plan.style, seed: options.seed)
        Console.say("\(Self.style): learning from \(pictures) of \(plan.style.size)×\(plan.style.size) pixels.")
        return try AnimeTraining(
            plan.style, on: pictures, features: features, folder: Self.run(Self.style, in: folder), options: options
        ).run()
    }

    /// Judges the first stage, at the size of its training, by pictures that it never saw.
    private func evaluate(_ colorizer: Colorizer) throws -> ColorizerEvaluation {
        let pairs = try heldOut(plan.colors)
        var progress = Progress("evaluation", total: pairs.count)
        let evaluation = ColorizerEvaluation(of: colorizer, on: pairs) { progress.update($0) }
        progress.finish()
        return evaluation
    }

    func heldOut(_ plan: ColorizerPlan) throws -> [Pair] {
        try ColorizerPictures(options.data, plan: plan, seed: options.seed)
            .heldOut(options.scale.choose(tiny: 4, quick: 64, full: 256))
    }

    // What the trainings are called, to the user and on the disk.
    private static let (faces, colors, refinement, style) = ("faces", "colours", "refinement", "style")

    private static func run(_ name: String, in folder: String) -> String { "\(folder)/run/\(name)" }

    private static func weights(in folder: String) -> String { "\(folder)/weights.safetensors" }
}
