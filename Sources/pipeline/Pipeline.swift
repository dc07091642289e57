import ArgumentParser
import LessonKit
import Workshop

/// `pipeline`: the whole run, from nothing to coloured drawings.
@main
struct Pipeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipeline",
        abstract: "Draws faces, trains a colorizer on them, and colours drawings that it never saw.",
        discussion: """
            The output folder (Plots/pipeline unless another is named) gets the loss curve, pictures and a page that shows \
            them. With --resume an interrupted run goes on.
            """)

    @OptionGroup var options: RunOptions

    @Option(
        help: """
            A line drawing or a coloured drawing of yours to colour at the end; may be given several times. (default: the \
            drawings of `Data/fetch question`, if it was run)
            """)
    var drawing: [String] = []

    func run() throws {
        options.threads.apply()
        let workflow = ColorizerWorkflow(options, folder: options.output ?? "Plots/pipeline", drawings: drawing)
        try reportingInterruption { try workflow.run() }
    }
}
