import ArgumentParser
import Basics
import Drawings
import Models
import Stylization
import Training

/// `nurie train features`.
struct TrainFeatures: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "features",
        abstract: "Trains the feature network by which AnimeGAN's losses see, where VGG19 is not at hand.",
        discussion: """
            It learns from drawn scenes and faces. The output folder (Runs/features unless another is named) gets \
            features.safetensors, log.csv, and a checkpoint from which --resume goes on. At the end it is measured on scenes \
            that it never saw, beside a network that learnt nothing.

            \(FeaturePlan.help(plans: Scale.allCases.map { ($0, FeaturePlan(for: $0)) }))
            """)

    @OptionGroup var options: RunOptions

    @OptionGroup var settings: PlanOptions<FeaturePlan>

    func validate() throws {
        _ = try plan
        if let data = options.data {
            throw ValidationError("--data \(data): the feature network learns from drawn pictures alone.")
        }
    }

    func run() throws {
        options.threads.apply()
        let plan = try plan
        let training = FeatureTraining(plan, folder: options.output ?? "Runs/features", options: options)
        try reportingInterruption {
            let (network, _) = try training.run()
            let scenes = DrawnScenes(seed: options.seed, size: plan.size)
            let count = options.scale.choose(tiny: 3, quick: 16, full: 24)
            var generator = SeededGenerator(seed: options.seed)
            let untrained = FeatureNetwork(widths: plan.widths).initialised(using: &generator)
            Console.say("trained:\n\(FeatureSeparation(of: network, on: scenes, count: count))")
            Console.say("random weights:\n\(FeatureSeparation(of: untrained, on: scenes, count: count))")
            Console.say("weights: \(training.weightsPath)")
        }
    }

    private var plan: FeaturePlan {
        get throws { try settings.applied(to: FeaturePlan(for: options.scale)) }
    }
}
