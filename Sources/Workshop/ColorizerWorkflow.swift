import Datasets
import Figures
import Files
import LessonKit
import Models
import Networks
import Pictures
import TensorCore

/// The main job, stage after stage: faces are drawn, a VAE learns to make new ones, a colorizer learns from the drawn ones'
/// lines with an adversary and hints, a second stage learns to refine its colours, and both colour faces and drawings that
/// they never saw. A page shows it.
///
/// Each stage of learning keeps its state in a folder of its own, so that a run that was interrupted goes on where it was.
public struct ColorizerWorkflow {
    let options: RunOptions
    let folder: String
    let plan: ColorizerPlan
    let secondPlan: ColorizerPlan
    private let drawings: [String]

    /// `drawings` are files to colour at the end; where there are none, those that were fetched.
    public init(_ options: RunOptions, folder: String, drawings: [String]) {
        self.options = options
        self.folder = folder
        self.drawings = drawings
        plan = ColorizerPlan(pipelineFor: options.scale)
        secondPlan = ColorizerPlan(
            secondStageFor: options.scale, after: Self.weights(in: Self.folder(of: 1, in: folder)))
    }

    public func run() throws {
        // What the user named is looked at first: a wrong name is not to be found out after minutes of training.
        let real = try RealDrawing.open(drawings, size: 2 * secondPlan.size)
        try Gnuplot().check()
        try Files.makeFolder(folder)

        let samples = try sampleFaces()
        let (first, log) = try learn(plan, stage: 1)
        let (second, secondLog) = try learn(secondPlan, stage: 2)
        let colourist = try Colourist(weights: first, secondStage: second)
        let evaluation = try evaluate(Colourist(weights: first))
        Console.say(EvaluationReport(evaluation).description)

        var page = Page("The pipeline")
        describe(on: &page)
        try showFaces(on: &page)
        try showLearning(log, secondLog, on: &page)
        try show(evaluation, on: &page)
        try showStages(first, second, on: &page)
        try show(samples, colouredBy: Colourist(weights: first), on: &page)
        try show(real, colouredBy: colourist, on: &page)
        try page.write(to: folder)
        Console.say(
            "\(folder)/README.md shows it all. `swift run nurie color --weights \(first) --stage-two \(second)` colours."
        )
    }

    /// Faces that nobody drew, 64×64 pixels: samples of a VAE that learns from drawn ones. None if the colorizer is to learn
    /// from a folder of other pictures.
    private func sampleFaces() throws -> [Picture] {
        guard options.data == nil else { return [] }
        let plan = FaceVAEPlan(for: options.scale)
        let run = TrainingRun(
            "faces", folder: "\(folder)/run/faces", steps: plan.steps, seed: options.seed, settings: plan.settings)
        Console.say("Faces: a VAE learns from \(plan.faces) drawn ones.")
        let (network, _) = try FaceVAETraining(plan, on: plan.crops(seed: options.seed))
            .train(run, resuming: options.resume)
        var generator = SeededGenerator(seed: options.seed)
        let codes = Tensor(normalWithMean: 0, deviation: 1, shape: [6, plan.latent], using: &generator)
        return network.decode(codes, .inference).unsigned.pictures
    }

    /// Trains a stage, or goes on where it was; gives the path of its weights, and its log.
    private func learn(_ plan: ColorizerPlan, stage: Int) throws -> (weights: String, log: TrainingLog) {
        let pictures = try ColorizerPictures(options.data, plan: plan, seed: options.seed)
        Console.say("Stage \(stage): learning from \(pictures) of \(plan.size)×\(plan.size) pixels.")
        let training = ColorizerTraining(plan, folder: Self.folder(of: stage, in: folder), options: options)
        return (training.weightsPath, try training.run(on: pictures).1)
    }

    /// Judges the first stage, at the size of its training, by pictures that it never saw.
    private func evaluate(_ colourist: Colourist) throws -> ColorizerEvaluation {
        let pairs = try heldOut(plan)
        var progress = Progress("evaluation", total: pairs.count)
        let evaluation = ColorizerEvaluation(of: colourist, on: pairs) { progress.update($0) }
        progress.finish()
        return evaluation
    }

    func heldOut(_ plan: ColorizerPlan) throws -> [Pair] {
        try ColorizerPictures(options.data, plan: plan, seed: options.seed)
            .heldOut(options.scale.choose(tiny: 4, quick: 64, full: 256))
    }

    private static func folder(of stage: Int, in folder: String) -> String { "\(folder)/run/stage-\(stage)" }

    private static func weights(in folder: String) -> String { "\(folder)/weights.safetensors" }
}

extension ColorizerPlan {
    /// The first stage's plan in the pipeline: the scale's, with an adversary and hints.
    init(pipelineFor scale: Scale) {
        self.init(for: scale)
        error = .yuv
        usesHints = true
        adversaryWeight = 0.01
        recolouringChance = 0.5
        averageDecay = scale.choose(tiny: 0.9, quick: 0.998, full: 0.999)
    }
}
