import ArgumentParser
import Drawings
import Models
import Stylization
import Training

/// `nurie train anime`.
struct TrainAnime: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "anime",
        abstract: "Trains AnimeGAN, which makes photographs look drawn, on drawn scenes or on a folder.",
        discussion: """
            A folder has AnimeGAN's layout: train_photo, and for a style NAME NAME/style and NAME/smooth; the last is made \
            by `nurie smooth-edges DIR/NAME`. Without --data the photographs and drawings are drawn scenes, never both of one \
            scene, and the result is evaluated on pairs that were held out. The output folder (Runs/anime unless another is \
            named) gets weights.safetensors for `nurie stylize`, examples.png (of held-out scenes, or of the folder test), \
            log.csv, and a checkpoint from which --resume goes on.

            \(AnimePlan.help(plans: Scale.allCases.map { ($0, AnimePlan(for: $0)) }))
            """)

    @OptionGroup var options: RunOptions

    @Option(help: "The style: the folder of drawings in the folder of --data.")
    var style: String?

    @Option(help: "Which AnimeGAN: v1 (instance norm), v2 (layer norm), or light, our own.")
    var version = AnimePlan.Version.v2

    @Option(
        help:
            "How often all pictures are gone through, the initialisation included. (default: --steps; of a folder 101)"
    )
    var epochs: Int?

    @Option(help: "The first epochs, in which the generator learns alone. (default: --initial-steps; of a folder 1)")
    var initEpochs: Int?

    @Option(
        help: "The network that content and style are seen by: vgg19=FILE. (default: the one that comes with Nurie)")
    var features: String?

    @Option(help: "A folder of photographs: every other one that is learnt from is cut out of those, not of a drawn scene.")
    var photographs: String?

    @OptionGroup var settings: PlanOptions<AnimePlan>

    func validate() throws {
        _ = try plan
        for (name, value) in [("epochs", epochs), ("init-epochs", initEpochs)] {
            guard let value else { continue }
            guard (1...1_000_000).contains(value) else {
                throw ValidationError("--\(name) \(value): it is between 1 and 1000000.")
            }
            let other = name == "epochs" ? "steps" : "initial-steps"
            if settings.isGiven(other) {
                throw ValidationError("--\(name) and --\(other) say the same in two ways: give one of them.")
            }
        }
        if options.data != nil, style == nil {
            throw ValidationError("--data needs --style NAME: NAME/style in that folder holds the drawings.")
        }
        if photographs != nil, options.data != nil {
            throw ValidationError("--photographs: with --data the photographs are those of its folder train_photo.")
        }
        if let style, options.data == nil {
            throw ValidationError("--style \(style): a style is a folder of --data DIR.")
        }
        if let epochs, let initEpochs, initEpochs > epochs {
            throw ValidationError("--init-epochs \(initEpochs): they are among the --epochs \(epochs).")
        }
    }

    func run() throws {
        options.threads.apply()
        let features = try FeatureSource.network(features)
        var plan = try plan
        let pictures =
            if let data = options.data, let style {
                try AnimePictures(folder: data, style: style, plan: plan, seed: options.seed)
            } else {
                try AnimePictures(
                    drawn: plan, among: photographs.map { try .open($0, size: Self.photographSize) },
                    seed: options.seed)
            }
        let isTimed = settings.isGiven("steps") || settings.isGiven("initial-steps")
        if epochs != nil || initEpochs != nil || (options.data != nil && !isTimed) {
            plan = plan.lasting(
                epochs: epochs ?? 101, initialEpochs: initEpochs ?? 1, pictures: pictures.epoch)
        }
        Console.say("Learning from \(pictures).")
        let folder = options.output ?? "Runs/anime"
        let examples =
            try options.data.map { try AnimeExamples(folder: $0, size: plan.size) }
            ?? AnimeExamples(drawn: options.seed, size: 2 * plan.size)
        let training = AnimeTraining(plan, on: pictures, features: features, folder: folder, options: options)
        try reportingInterruption {
            let result = try training.run { generator, done in
                let name = done == plan.steps ? "examples" : "initialised"
                try examples.sheet(by: generator)?.write(to: "\(folder)/\(name).png")
                if options.data == nil { report(generator, after: done, plan, features) }
            }
            Console.say("weights of the losses, fitted to the features: \(result.objective.generator)")
            Console.say("weights: \(training.weightsPath)")
        }
    }

    /// Pixels in a side of the photographs that squares are cut out of: about what a screen shows of one.
    private static let photographSize = 640

    /// Says what the generator makes of scenes that were held out.
    private func report(
        _ generator: any NamedNetwork, after steps: Int, _ plan: AnimePlan, _ features: FeatureNetwork
    ) {
        let scenes = DrawnScenes(seed: options.seed, size: plan.size)
        let count = options.scale.choose(tiny: 2, quick: 16, full: 32)
        Console.say("after \(steps) steps, on scenes held out")
        Console.say(AnimeEvaluation(of: generator, on: scenes, count: count, features: features).description)
    }

    private var plan: AnimePlan {
        get throws { try settings.applied(to: AnimePlan(for: options.scale, version)) }
    }
}

extension AnimePlan.Version: ExpressibleByArgument {}
