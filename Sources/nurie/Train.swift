import ArgumentParser
import LessonKit
import Workshop

/// `nurie train`: trains a network.
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Trains a network.", subcommands: [TrainColorizer.self])
}

/// `nurie train colorizer`.
struct TrainColorizer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "colorizer",
        abstract: "Trains the colorizer on drawn faces, or on a folder of coloured drawings.",
        discussion: """
            The output folder (Runs/colorizer unless another is named) gets weights.safetensors for `nurie color`, log.csv, \
            and a checkpoint from which --resume goes on.
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

    func validate() throws {
        for (name, value, limit) in [("width", width, 128), ("batch", batch, 1024), ("steps", steps, 100_000_000)] {
            if let value, !(1...limit).contains(value) {
                throw ValidationError("--\(name) \(value): it is between 1 and \(limit).")
            }
        }
        if let learningRate, !(learningRate > 0 && learningRate.isFinite) {
            throw ValidationError("--learning-rate \(learningRate): it is positive.")
        }
        if let size, size % 16 != 0 || !(16...1024).contains(size) {
            throw ValidationError("--size \(size): it is a multiple of 16, up to 1024.")
        }
    }

    func run() throws {
        options.threads.apply()
        var plan = ColorizerPlan(for: options.scale)
        if let width { plan.width = width }
        if let size { plan.size = size }
        if let batch { plan.batch = batch }
        if let steps { plan.steps = steps }
        if let learningRate { plan.learningRate = learningRate }
        let training = ColorizerTraining(plan, folder: options.output ?? "Runs/colorizer", options: options)
        try reportingInterruption {
            let (_, log) = try training.run()
            Console.say("squared error \(rounded(log.recentMean("squared error", over: 100))) over the last steps")
            Console.say("weights: \(training.weightsPath)")
        }
    }
}
