import ArgumentParser
import TensorCore

/// How many threads a command may use.
public struct ThreadOptions: ParsableArguments {
    @Option(help: "Threads to use; the results are the same with any number. (default: one for each processor)")
    public var threads: Int?

    public init() {}

    public func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads \(threads): at least one is needed.") }
    }

    /// Makes the choice for the whole program.
    public func apply() {
        if let threads { Threads.count = threads }
    }
}

/// The options that mean the same in every command, lesson and pipeline.
public struct RunOptions: ParsableArguments {
    @Option(help: "How much work: tiny (seconds), quick (minutes) or full.")
    public var scale = Scale.quick

    @Option(help: "Everything random follows from this number.")
    public var seed: UInt64 = 0

    @OptionGroup public var threads: ThreadOptions

    @Option(name: [.short, .long], help: "The folder for what the run makes.")
    public var output: String?

    @Option(help: "A folder of your own pictures to learn from. (default: drawn ones)")
    public var data: String?

    @Flag(help: "Go on from the last checkpoint in the output folder.")
    public var resume = false

    public init() {}

    public func validate() throws {
        // As a folder it would be the root.
        for (name, path) in [("output", output), ("data", data)] where path == "" {
            throw ValidationError("--\(name) is empty: name a folder.")
        }
    }
}
