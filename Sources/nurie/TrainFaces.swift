import ArgumentParser
import Basics
import FaceGeneration
import Training

/// `nurie train faces`.
struct TrainFaces: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "faces",
        abstract: "Trains the network that makes up faces.",
        discussion: """
            It learns from drawn faces, as lines and cut paper. The output folder (Runs/faces unless another is named) gets \
            weights.safetensors for `nurie sample faces`, log.csv, and a checkpoint from which --resume goes on.

            \(SketchPlan.help(plans: Scale.allCases.map { ($0, SketchPlan(for: $0)) }))
            """)

    @OptionGroup var options: RunOptions

    @OptionGroup var settings: PlanOptions<SketchPlan>

    func validate() throws {
        _ = try plan
        try options.refuseDataForFaces()
    }

    func run() throws {
        options.threads.apply()
        let training = SketchTraining(try plan, folder: options.output ?? "Runs/faces", options: options)
        try reportingInterruption {
            _ = try training.run()
            Console.say("weights: \(training.weightsPath)")
        }
    }

    private var plan: SketchPlan {
        get throws { try settings.applied(to: SketchPlan(for: options.scale)) }
    }
}

extension RunOptions {
    /// Refuses a folder of pictures: the parts of faces are known of drawn ones alone.
    func refuseDataForFaces() throws {
        if let data {
            throw ValidationError("--data \(data): faces are learnt from drawn ones alone, whose parts are known.")
        }
    }
}
