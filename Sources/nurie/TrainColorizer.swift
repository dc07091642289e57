import ArgumentParser
import Basics
import Colorization
import Training

/// `nurie train colorizer`.
struct TrainColorizer: SharedCommand {
    static let configuration = CommandConfiguration(
        commandName: "colorizer",
        abstract: "Trains the colorizer on drawn faces, or on a folder of coloured drawings.",
        discussion: """
            The output folder (Runs/colorizer unless another is named) gets weights.safetensors for `nurie color`, log.csv, \
            and a checkpoint from which --resume goes on. With --micro-batches several processes share the work: `mpirun -n 4 nurie \
            train colorizer …`, built with --traits MPI. `--data drawn` means drawn faces, as no --data does.

            \(ColorizerPlan.help(plans: Scale.allCases.map { ($0, ColorizerPlan(for: $0)) }))
            """)

    @OptionGroup var options: RunOptions

    @Option(help: "The weights of a first stage: what is trained is the second, at four times its size.")
    var stageOne: String?

    @OptionGroup var settings: PlanOptions<ColorizerPlan>

    func validate() throws { _ = try plan }

    func run() throws {
        options.threads.apply()
        let training = ColorizerTraining(try plan, folder: options.output ?? "Runs/colorizer", options: options)
        try reportingInterruption {
            let (_, log) = try training.run()
            let error = try log.recentMean(training.plan.error.name, over: 100)
            Console.say("\(training.plan.error.name) \(rounded(error)) over the last steps")
            Console.say("weights: \(training.weightsPath)")
        }
    }

    private var plan: ColorizerPlan {
        get throws {
            try settings.applied(
                to: NoValue.path(stageOne).map { ColorizerPlan(secondStageFor: options.scale, after: $0) }
                    ?? ColorizerPlan(for: options.scale))
        }
    }
}
