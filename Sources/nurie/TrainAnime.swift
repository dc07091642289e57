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
            scene, and the result is judged on pairs that were held out. The output folder (Runs/anime unless another is \
            named) gets weights.safetensors for `nurie stylize`, examples.png (of held-out scenes, or of the folder test), \
            log.csv, and a checkpoint from which --resume goes on.
            """)

    @OptionGroup var options: RunOptions

    @Option(help: "The style: the folder of drawings in the folder of --data.")
    var style: String?

    @Option(help: "Which AnimeGAN: v1 (instance norm), v2 (layer norm), or light, our own.")
    var version = AnimePlan.Version.v2

    @Option(help: "How often all pictures are gone through, the initialisation included. (default: by scale)")
    var epochs: Int?

    @Option(help: "The first epochs, in which the generator alone learns to keep the content. (default: by scale)")
    var initEpochs: Int?

    @Option(help: "Channels of the generator's first map; v1 has 64, v2 32, light 24. (default: by scale)")
    var width: Int?

    @Option(help: "Channels of the discriminator's first map; the published one has 32. (default: by scale)")
    var discriminatorWidth: Int?

    @Option(help: "Pixels in a side of the pictures, a multiple of 8. (default: by scale)")
    var size: Int?

    @Option(help: "Pictures in a step. (default: by scale)")
    var batch: Int?

    @Option(help: "Drawn scenes in each of the two renderings. (default: by scale)")
    var scenes: Int?

    @Option(
        help: """
            What is left out of the losses: adversarial, content, style, colour, variation, or the discriminator's grey and \
            smoothed. May be given several times.
            """)
    var without: [AnimePlan.Loss] = []

    @Option(
        help: """
            Another weight than the published one for one of these losses, such as color=30. May be given several times.
            """)
    var weight: [LossWeight] = []

    @Option(
        help: "The network that content and style are seen by: vgg19=FILE. (default: the one that comes with Nurie)")
    var features: String?

    @Option(
        help:
            "Pixels in a side of the drawn scenes that pictures are cut out of. (default: a quarter more than --size)"
    )
    var sceneSize: Int?

    @Option(help: "Drawn photographs are cut out up to so many times larger and made smaller.")
    var zoom: Double = 1

    @Option(
        help: """
            What content and colour are compared with: the photograph, or the abstraction that a filter makes of it, flat \
            areas with contours.
            """)
    var guide = AnimePlan.Guide.photograph

    @Option(help: "How much the difference of the pixels counts, from the first step on. (default: not at all)")
    var pixels: Float = 0

    @Option(help: "How much of the weights' running mean stays at a step, such as 0.99. (default: no mean is taken)")
    var average: Double = 0

    @Flag(help: "Write the weights with half precision.")
    var half = false

    func validate() throws {
        for (name, value, limit) in [
            ("width", width, 128), ("discriminator-width", discriminatorWidth, 128), ("batch", batch, 1024),
            ("scenes", scenes, 10_000_000), ("epochs", epochs, 1_000_000), ("init-epochs", initEpochs, 1_000_000),
        ] {
            if let value, !(1...limit).contains(value) {
                throw ValidationError("--\(name) \(value): it is between 1 and \(limit).")
            }
        }
        if let size, size % 8 != 0 || !(16...1024).contains(size) {
            throw ValidationError("--size \(size): it is a multiple of 8, from 16 to 1024.")
        }
        if let sceneSize, !(plan.size...2048).contains(sceneSize) {
            throw ValidationError("--scene-size \(sceneSize): it is between the --size, \(plan.size), and 2048.")
        }
        if !(1...8).contains(zoom) { throw ValidationError("--zoom \(zoom): it is between 1 and 8.") }
        if !(pixels >= 0 && pixels <= 1_000_000) {
            throw ValidationError("--pixels \(pixels): it is between 0 and 1000000.")
        }
        if !(0...0.999999).contains(average) {
            throw ValidationError("--average \(average): it is at least 0, and at most 0.999999.")
        }
        if options.data != nil, style == nil {
            throw ValidationError("--data needs --style NAME: NAME/style in that folder holds the drawings.")
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
        var plan = plan
        let pictures =
            if let data = options.data, let style {
                try AnimePictures(folder: data, style: style, plan: plan, seed: options.seed)
            } else {
                try AnimePictures(drawn: plan, seed: options.seed)
            }
        if epochs != nil || initEpochs != nil || options.data != nil {
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
        var plan = AnimePlan(for: options.scale, version)
        if let width { plan.width = width }
        if let discriminatorWidth { plan.discriminatorWidth = discriminatorWidth }
        if let size { plan.size = size }
        if let batch { plan.batch = batch }
        if let scenes { plan.scenes = scenes }
        plan.omitted = Set(without)
        for weight in weight { plan.weights[weight.loss] = weight.number }
        plan.averageDecay = average
        (plan.sceneSize, plan.zoom, plan.guide, plan.pixelWeight) = (sceneSize, zoom, guide, pixels)
        if half { plan.precision = .float16 }
        return plan
    }
}

extension AnimePlan.Version: ExpressibleByArgument {}
extension AnimePlan.Loss: ExpressibleByArgument {}
extension AnimePlan.Guide: ExpressibleByArgument {}

/// A loss with its weight, written `color=30`.
struct LossWeight: ExpressibleByArgument {
    let loss: AnimePlan.Loss
    let number: Float

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let loss = AnimePlan.Loss(rawValue: parts[0]), let number = Float(parts[1]),
            number.isFinite, number >= 0
        else { return nil }
        (self.loss, self.number) = (loss, number)
    }
}
