import ArgumentParser
import Detection
import Training

/// `nurie train cascade`.
struct TrainCascade: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cascade",
        abstract: "Trains the cascade that finds faces, on pages of drawn faces.",
        discussion: """
            It takes some minutes on two cores. The file is in OpenCV's format. With the same seed it has the same bytes, \
            on any number of threads; Data/face-cascade.xml is that of seed 0.
            """)

    @Option(help: "The most stages; training ends before when there is nothing left to learn.")
    var stages = CascadeTraining.Plan().stages

    @Option(help: "Drawn pages, of some ten faces each, that the faces are taken from.")
    var pages = CascadeTraining.Plan().pages

    @Option(help: "False alarms that each stage is trained against.")
    var others = CascadeTraining.Plan().others

    @Option(help: "Everything random follows from this number.")
    var seed: UInt64 = 0

    @Option(name: [.short, .long], help: "Where the cascade goes.")
    var output = "Runs/face-cascade.xml"

    @OptionGroup var threads: ThreadOptions

    func validate() throws {
        for (name, value, limit) in [
            ("stages", stages, 40), ("pages", pages, 100_000), ("others", others, 1_000_000),
        ] {
            guard (1...limit).contains(value) else {
                throw ValidationError("--\(name) \(value): it is between 1 and \(limit).")
            }
        }
    }

    func run() throws {
        threads.apply()
        var plan = CascadeTraining.Plan()
        (plan.stages, plan.pages, plan.others) = (stages, pages, others)
        var training = CascadeTraining(plan, seed: seed)
        try training.run(to: output)
    }
}
