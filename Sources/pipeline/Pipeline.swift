import ArgumentParser
import Training

/// `pipeline`: the whole run, from nothing to coloured, stylised pictures.
@main
struct Pipeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipeline",
        abstract: "Trains four networks on what it draws, and makes coloured and stylised pictures with them.",
        discussion: """
            Faces and scenes are drawn; a VAE learns to make up faces, a colorizer and its second stage to colour lines, \
            AnimeGAN's generator to make photographs look drawn. The output folder (Plots/pipeline unless another is \
            named) gets pictures and a page that shows them. With --resume an interrupted run goes on.
            """)

    @OptionGroup var options: RunOptions

    @Option(
        help: """
            A line drawing or a coloured drawing of yours to colour at the end; may be given several times. (default: the \
            drawings of `Data/fetch question`, if it was run)
            """)
    var drawing: [String] = []

    @Option(
        help: """
            A photograph of yours to stylise at the end; may be given several times. (default: those of `Data/fetch \
            photos`, if it was run)
            """)
    var photo: [String] = []

    func validate() throws {
        for (name, paths) in [("drawing", drawing), ("photo", photo)] where paths.contains("") {
            throw ValidationError("--\(name) is empty: name a file.")
        }
    }

    func run() throws {
        options.threads.apply()
        let workflow = PipelineWorkflow(
            options, folder: options.output ?? "Plots/pipeline", drawings: drawing, photographs: photo)
        try reportingInterruption { try workflow.run() }
    }
}
