import ArgumentParser
import TensorCore
import Training

/// `bench`: how fast the core is, measured on the networks of the articles.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Times the networks: `nurie CASE median S min S s parameters N`.",
        discussion: """
            Build it for release: swift run -c release bench. Cases: \
            \(BenchCase.all.map { "\($0.name) (\($0.what))" }.joined(separator: ", ")).
            """)

    @Argument(help: "The cases. (default: all but large ones)")
    var cases: [String] = []

    @Option(help: "Timed runs of each case, after three that are not.")
    var repeats = 10

    @OptionGroup var threads: ThreadOptions

    @OptionGroup var precision: PrecisionOptions

    @Flag(help: "Time each layer of the cases by itself, against the processor's peak. (default: unet-train)")
    var layers = false

    @Flag(help: "Time the U-net by size and by batch, and draw a figure of it.")
    var scaling = false

    @Flag(help: "Time a training step that the processes of mpirun share, and say what more of them would do.")
    var scalingOut = false

    @Flag(help: "Measure nothing for --scaling-out, and say again what its table says.")
    var again = false

    @Option(help: "What joins the processes of --scaling-out: memory, or 1 Gbit/s.")
    var link = ScalingReport.memory

    @Option(help: "Take turns with what this Python has of PyTorch, OpenVINO and ONNX Runtime, and print ratios.")
    var against: String?

    @Option(help: "The folder for the figure.")
    var output = "Plots/bench"

    func validate() throws {
        guard repeats > 0 else { throw ValidationError("--repeats \(repeats): at least one is needed.") }
        for name in cases where BenchCase.all.allSatisfy({ $0.name != name }) {
            throw ValidationError("There is no case \(name). There are: \(BenchCase.names).")
        }
    }

    private func isChosen(_ benchCase: BenchCase) -> Bool {
        cases.isEmpty ? !benchCase.isLarge : cases.contains(benchCase.name)
    }

    func run() throws {
        threads.apply()
        try precision.computing(measure)
    }

    private func measure() throws {
        Console.say("kernels \(Kernels.name), OpenBLAS \(Kernels.openBLAS), threads \(Threads.count)")
        if layers {
            for benchCase in BenchCase.all where cases.isEmpty ? benchCase.name == "unet-train" : isChosen(benchCase)
            {
                Layers.print(benchCase, repeats: repeats)
            }
            return
        }
        if scalingOut { return try scaleOut() }
        if scaling { return try Scaling.run(repeats: repeats, folder: output) }
        for benchCase in BenchCase.all where isChosen(benchCase) {
            try Comparison.print(benchCase, against: against, repeats: repeats)
        }
    }

    private func scaleOut() throws {
        let rows = again ? [] : try ScalingOut(link: link, repeats: repeats, group: Processes.all).measure()
        guard Processes.all.rank == 0 else { return }
        try ScalingReport(rows: try ScalingRow.add(rows, to: "\(output)/scaling-out.csv")).write(to: output)
    }

    /// Runs it, alone or as one of several processes.
    static func main() {
        do {
            try Processes.start()
            var command = try parseAsRoot()
            try command.run()
            Processes.finish()
        } catch {
            Processes.fail(fullMessage(for: error), status: exitCode(for: error).rawValue)
            exit(withError: error)
        }
    }
}
