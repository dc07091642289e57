import ArgumentParser
import Basics
import Files
import Foundation
import Training

/// `fuzz`: gives readers broken files without end, to see whether one makes them crash, hang or eat the memory.
@main
struct Fuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fuzz",
        abstract: "Reads files that were broken by chance, and counts what is read and what is refused.",
        discussion: """
            Build it for release: swift run -c release fuzz. Readers: \(Reader.all.map(\.name).joined(separator: ", ")).

            Each input lies in the folder before it is read. A reader that crashes takes this program with it, and the file \
            that did it is left there, as are those that took longer than a second.
            """)

    @Argument(help: "The readers. (default: all)")
    var readers: [String] = []

    @Option(help: "How many inputs each reader is given.")
    var count = 20_000

    @Option(help: "The inputs follow from this number.")
    var seed: UInt64 = 0

    @Option(name: [.short, .long], help: "Where inputs lie while they are read.")
    var output = "Runs/fuzz"

    func validate() throws {
        guard count > 0 else { throw ValidationError("--count \(count): at least one input is needed.") }
        for name in readers where Reader.all.allSatisfy({ $0.name != name }) {
            throw ValidationError(
                "There is no reader \(name). There are: \(Reader.all.map(\.name).joined(separator: ", ")).")
        }
    }

    func run() throws {
        try Files.makeFolder(output)
        var slowCount = 0
        for reader in Reader.all where readers.isEmpty || readers.contains(reader.name) {
            slowCount += try run(reader)
        }
        if slowCount > 0 { throw ExitCode.failure }
    }

    /// Gives one reader its inputs; the result is how many took too long.
    private func run(_ reader: Reader) throws -> Int {
        let folder = "\(output)/whole"
        try Files.makeFolder(folder)
        let originals = try reader.originals(folder)
        let path = "\(output)/\(reader.name).input"
        var (readCount, refusedCount, slowCount) = (0, 0, 0)
        var progress = Progress(reader.name, total: count)
        for index in 0..<count {
            var generator = SeededGenerator(seed: seed, stream: UInt64(index))
            var bytes = mutated(generator.element(of: originals), others: originals, using: &generator)
            if generator.chance(0.7) { reader.repair?(&bytes) }
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let start = ContinuousClock.now
            do {
                try reader.read(path)
                readCount += 1
            } catch {
                refusedCount += 1
            }
            if ContinuousClock.now - start > .seconds(1) {
                slowCount += 1
                try Data(bytes).write(to: URL(fileURLWithPath: "\(output)/\(reader.name).slow-\(index)"))
            }
            progress.update(index + 1)
        }
        progress.finish("\(reader.name): \(readCount) read, \(refusedCount) refused, \(slowCount) too slow")
        try? FileManager.default.removeItem(atPath: path)
        return slowCount
    }
}
