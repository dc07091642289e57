import ArgumentParser
import LessonKit
import TensorCore

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

    @Argument(help: "The cases. (default: all)")
    var cases: [String] = []

    @Option(help: "Timed runs of each case, after three that are not.")
    var repeats = 10

    @Option(help: "Threads to use. (default: one for each processor)")
    var threads: Int?

    func validate() throws {
        guard repeats > 0 else { throw ValidationError("--repeats \(repeats): at least one is needed.") }
        for name in cases where BenchCase.all.allSatisfy({ $0.name != name }) {
            throw ValidationError("There is no case \(name). There are: \(BenchCase.all.map(\.name)).")
        }
    }

    func run() throws {
        if let threads { Threads.count = threads }
        Console.say("kernels \(Kernels.name), OpenBLAS \(Kernels.openBLAS), threads \(Threads.count)")
        for benchCase in BenchCase.all where cases.isEmpty || cases.contains(benchCase.name) {
            let (parameters, step) = benchCase.prepare()
            let times = Timing.seconds(of: step, repeats: repeats)
            Console.say(
                """
                nurie \(benchCase.name) median \(rounded(times.median, digits: 4)) min \(rounded(times.minimum, digits: 4)) s \
                parameters \(parameters)
                """)
        }
        Console.say("peak memory \(Memory.peak >> 20) MiB")
    }
}
