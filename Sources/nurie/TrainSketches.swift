import ArgumentParser
import Basics
import FaceGeneration
import Training

/// `nurie train sketches`.
struct TrainSketches: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sketches",
        abstract: "Trains the codes of fine sketches of faces, for `nurie train details`.",
        discussion: """
            It learns from drawn faces, as lines and cut paper. The output folder (Runs/sketches unless another is named) gets \
            weights.safetensors for `nurie train details`, log.csv, and a checkpoint from which --resume goes on.

            \(FineSketchPlan.help(plans: Scale.allCases.map { ($0, FineSketchPlan(for: $0)) }))
            """)

    @OptionGroup var options: RunOptions

    @OptionGroup var settings: PlanOptions<FineSketchPlan>

    func validate() throws {
        _ = try plan
        try options.refuseDataForFaces()
    }

    func run() throws {
        options.threads.apply()
        let training = FineSketchTraining(try plan, folder: options.output ?? "Runs/sketches", options: options)
        try reportingInterruption {
            _ = try training.run()
            Console.say("weights: \(training.weightsPath)")
        }
    }

    private var plan: FineSketchPlan {
        get throws { try settings.applied(to: FineSketchPlan(for: options.scale)) }
    }
}
