import ArgumentParser
import Files
import Training

/// `fuzz`: gives readers broken files without end, to see whether one makes them crash, hang or eat the memory.
@main
struct Fuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fuzz",
        abstract: "Reads files that were broken by chance, and counts what is read and what is refused.",
        discussion: """
            Build it for release: swift run -c release fuzz. Readers: \(Reader.all.map(\.name).joined(separator: ", ")).

            A child does the reading. Where it crashes or hangs, the reader, the seed and the input's number are told, the input is \
            kept in the folder, and the next child goes on behind it; so are inputs that took longer than a second. Seed and \
            number make an input again: fuzz READER --seed SEED --first NUMBER --count 1.
            """)

    @Argument(help: "The readers. (default: all)")
    var readers: [String] = []

    @Option(help: "How many inputs each reader is given.")
    var count = 20_000

    @Option(help: "The inputs follow from this number.")
    var seed: UInt64 = 0

    @Option(help: "The number of the first input.")
    var first = 0

    @Option(help: "GiB of memory that a child may use; 0 for any. Sanitizers need any.")
    var memory = 4

    @Option(name: [.short, .long], help: "Where inputs lie while they are read.")
    var output = "Runs/fuzz"

    @Flag(help: .hidden)
    var child = false

    func validate() throws {
        guard count > 0 else { throw ValidationError("--count \(count): at least one input is needed.") }
        guard first >= 0, first <= .max - count else {
            throw ValidationError("--first \(first): inputs are counted from 0.")
        }
        guard (0...1024).contains(memory) else { throw ValidationError("--memory \(memory): it is from 0 to 1024.") }
        for name in readers where Reader.named(name) == nil {
            throw ValidationError(
                "There is no reader \(name). There are: \(Reader.all.map(\.name).joined(separator: ", ")).")
        }
    }

    func run() throws {
        try Files.makeFolder(output)
        let chosen = readers.isEmpty ? Reader.all : readers.compactMap(Reader.named)
        let inputs = chosen.map { Inputs(reader: $0, seed: seed, numbers: first..<first + count, folder: output) }
        if child { return try inputs[0].readAll(memory: memory) }
        let failures = try inputs.map { try Supervisor($0, memory: memory).run() }
        if failures.contains(where: { $0 > 0 }) { throw ExitCode.failure }
    }
}
