import ArgumentParser
import Basics
import FaceGeneration
import Training

/// `nurie train details`.
struct TrainDetails: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "details",
        abstract: "Trains the flows that draw the details of made-up faces.",
        discussion: """
            Two flows are learnt: one leads the normal distribution to coarse codes, the other leads noise to fine ones, given a coarse \
            face. It begins with the weights of `nurie train faces` and `nurie train sketches`, and the output folder (Runs/details unless \
            another is named) gets weights.safetensors with what makes faces of all of them, for `nurie sample faces`, log.csv, and a checkpoint from which \
            --resume goes on.

            \(DetailPlan.help(plans: Scale.allCases.map { ($0, DetailPlan(for: $0)) }))
            """)

    @OptionGroup var options: RunOptions

    @Option(help: "The weights that `nurie train sketches` wrote.")
    var sketches: String

    @Option(name: .customLong("from"), help: "The weights that `nurie train faces` wrote, with an encoder.")
    var faces: String

    @OptionGroup var settings: PlanOptions<DetailPlan>

    func validate() throws {
        _ = try plan
        try options.refuseDataForFaces()
    }

    func run() throws {
        options.threads.apply()
        let training = try DetailTraining(
            try plan, faces: faces, sketches: sketches,
            folder: options.output ?? "Runs/details", options: options)
        try reportingInterruption {
            _ = try training.run()
            Console.say("weights: \(training.weightsPath)")
        }
    }

    private var plan: DetailPlan {
        get throws { try settings.applied(to: DetailPlan(for: options.scale)) }
    }
}
