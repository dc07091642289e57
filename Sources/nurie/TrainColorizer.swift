import ArgumentParser
import Colorization
import Training

/// `nurie train colorizer`.
struct TrainColorizer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "colorizer",
        abstract: "Trains the colorizer on drawn faces, or on a folder of coloured drawings.",
        discussion: """
            The output folder (Runs/colorizer unless another is named) gets weights.safetensors for `nurie color`, log.csv, \
            and a checkpoint from which --resume goes on. `--data drawn` means drawn faces, as no --data does.
            """)

    @OptionGroup var options: RunOptions

    @Option(help: "Channels of the network's first map; the article's network has 32. (default: by scale)")
    var width: Int?

    @Option(help: "Pixels in a side of the pictures, a multiple of 16. (default: by scale)")
    var size: Int?

    @Option(help: "Pictures in a step. (default: by scale)")
    var batch: Int?

    @Option(help: "Steps. (default: by scale)")
    var steps: Int?

    @Option(help: "The learning rate at the start. (default: by scale)")
    var learningRate: Double?

    @Option(help: "What the distance from the true colours is measured by: squared or absolute.")
    var error = ReconstructionLoss.squared

    @Option(help: "How much it counts that an adversary is deceived. (default: no adversary)")
    var adversarial: Float = 0

    @Option(help: "The adversary's learning rate, in parts of the colorizer's.")
    var discriminatorRate = 0.1

    @Flag(help: "Learn to obey hints: in most steps dabs of true colour are given.")
    var hints = false

    @Option(
        help: """
            How far a hint runs over the paper, until it meets a line, before the network sees it: parts of the picture's \
            shorter side; 0 for not at all.
            """)
    var hintReach: Float = 0.25

    @Option(help: "The weights of a first stage: what is trained is the second, at four times its size.")
    var stageOne: String?

    @Option(
        help:
            "Pixels in a side of the square that a second stage is given of each picture. (default: the whole picture)"
    )
    var crop: Int?

    @Option(help: "How often a second stage is given the true colours, made small, instead of the first stage's.")
    var trueColors: Float = 0.2

    @Option(help: "Weights to begin with, of the same width and stage, such as those that come with Nurie.")
    var from: String?

    @Option(help: "How much of the weights' running mean stays at a step, such as 0.999. (default: no mean is taken)")
    var average: Double = 0

    @Option(
        help:
            "The share of the steps, the last ones, in which batch norm uses its running statistics, as `nurie color` does."
    )
    var tuning: Float = 0

    @Flag(help: "Write the weights with half precision.")
    var half = false

    @OptionGroup(title: "Drawn faces") var faces: DrawnFaceOptions

    func validate() throws {
        for (name, value, limit) in [("width", width, 128), ("batch", batch, 1024), ("steps", steps, 100_000_000)] {
            if let value, !(1...limit).contains(value) {
                throw ValidationError("--\(name) \(value): it is between 1 and \(limit).")
            }
        }
        let numbers = [
            ("learning-rate", learningRate ?? 1, Double.leastNonzeroMagnitude...1000),
            ("adversarial", Double(adversarial), 0...1000), ("discriminator-rate", discriminatorRate, 1e-6...1000),
            ("average", average, 0...0.999999), ("hint-reach", Double(hintReach), 0...1),
            ("tuning", Double(tuning), 0...1), ("true-colors", Double(trueColors), 0...1),
        ]
        for (name, value, range) in numbers where !range.contains(value) {
            let least = range.lowerBound < 1e-300 ? "positive" : "at least \(rounded(range.lowerBound))"
            throw ValidationError("--\(name) \(value): it is \(least), and at most \(range.upperBound).")
        }
        // The first stage works at a quarter of the size, which is a multiple of 16 too.
        let unit = stageOne == nil ? 16 : 64
        if let size, size % unit != 0 || !(16...1024).contains(size) {
            throw ValidationError("--size \(size): it is a multiple of \(unit), up to 1024.")
        }
        if let crop {
            guard stageOne != nil else { throw ValidationError("--crop is for a second stage: name --stage-one.") }
            let limit = size ?? ColorizerPlan(secondStageFor: options.scale, after: "").size
            guard crop % 16 == 0, (16...limit).contains(crop) else {
                throw ValidationError("--crop \(crop): it is a multiple of 16, up to the size of \(limit).")
            }
        }
    }

    func run() throws {
        options.threads.apply()
        let training = ColorizerTraining(plan, folder: options.output ?? "Runs/colorizer", options: options)
        try reportingInterruption {
            let (_, log) = try training.run()
            let error = log.recentMean(training.plan.error.name, over: 100)
            Console.say("\(training.plan.error.name) \(rounded(error)) over the last steps")
            Console.say("weights: \(training.weightsPath)")
        }
    }

    private var plan: ColorizerPlan {
        var plan =
            stageOne.map { ColorizerPlan(secondStageFor: options.scale, after: $0) }
            ?? ColorizerPlan(for: options.scale)
        if let width { plan.width = width }
        if let size { plan.size = size }
        if let batch { plan.batch = batch }
        if let steps { plan.steps = steps }
        if let learningRate { plan.learningRate = learningRate }
        plan.error = error
        plan.adversarialWeight = adversarial
        plan.discriminatorRate = discriminatorRate
        plan.usesHints = hints
        plan.hintReach = hintReach
        (plan.truthChance, plan.cropSide) = (trueColors, crop)
        plan.start = from
        plan.averageDecay = average
        plan.tuningShare = tuning
        if half { plan.precision = .float16 }
        faces.apply(to: &plan)
        return plan
    }
}

/// Which faces are drawn to learn from.
struct DrawnFaceOptions: ParsableArguments {
    @Option(help: "How many faces there are. (default: by scale)")
    var faces: Int?

    @Option(help: "The share of them that stand on blank paper.")
    var paper: Float = 1 / 3

    @Option(help: "How often a face gets other colours than its own, so that hints of any colour are learnt.")
    var recolor: Float = 0

    @Option(help: "How often a face on blank paper slides along its sheet, so that wide empty paper is learnt.")
    var slide: Float = 0

    @Option(
        help: """
            How often hair, eyes, skin, clothes and ornament have their usual colours; more than a half, and these are what \
            the colorizer gives them where there is no hint.
            """)
    var usual: Float = 0

    @Flag(help: "Draw lines from hair-thin to brush strokes, not of one width.")
    var anyLines = false

    func validate() throws {
        if let faces, !(1...100_000_000).contains(faces) {
            throw ValidationError("--faces \(faces): it is between 1 and 100000000.")
        }
        for (name, value) in [("paper", paper), ("recolor", recolor), ("slide", slide), ("usual", usual)]
        where !(0...1).contains(value) {
            throw ValidationError("--\(name) \(value): it is between 0 and 1.")
        }
    }

    func apply(to plan: inout ColorizerPlan) {
        if let faces { plan.faces = faces }
        plan.paperShare = paper
        plan.recoloringChance = recolor
        plan.slideChance = slide
        plan.usualChance = usual
        if anyLines { plan.lineWidths = ColorizerPlan.manyLineWidths }
    }
}

extension ReconstructionLoss: ExpressibleByArgument {}
