import Basics
import Files
import Foundation

/// Broken files for a reader: each follows from the seed and its number.
struct Inputs {
    let reader: Reader
    let seed: UInt64
    let numbers: Range<Int>
    /// Where one lies while it is read.
    let folder: String

    /// The file that is being read.
    var path: String { "\(folder)/\(reader.name).input" }
    /// Where an input stays that something went wrong with.
    func keptPath(_ what: String, _ number: Int) -> String { "\(folder)/\(reader.name).\(what)-\(number)" }
    var tally: TallyFile { TallyFile(path: "\(folder)/\(reader.name).tally") }

    /// Reads all of them that the tally has not counted yet, and counts each. It ends with the program when that crashes.
    func readAll(memory: Int) throws {
        if memory > 0 {
            var limit = rlimit(rlim_cur: rlim_t(memory) << 30, rlim_max: rlim_t(memory) << 30)
            setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        }
        let whole = "\(folder)/\(reader.name).whole"
        try Files.makeFolder(whole)
        let originals = try reader.originals(whole)
        var counts = try tally.read()
        let parent = getppid()
        // The child of a program that was killed has nobody to work for.
        while counts.next < numbers.upperBound, getppid() == parent {
            var generator = SeededGenerator(seed: seed, stream: UInt64(counts.next))
            var bytes = mutated(generator.element(of: originals), others: originals, using: &generator)
            if generator.chance(0.7) { reader.repair?(&bytes) }
            try Self.write(bytes, to: path)
            let start = ContinuousClock.now
            do {
                try reader.read(path)
                counts.read += 1
            } catch {
                counts.refused += 1
            }
            if ContinuousClock.now - start > .seconds(1) {
                counts.slow += 1
                try Self.write(bytes, to: keptPath("slow", counts.next))
            }
            counts.next += 1
            try tally.write(counts)
        }
    }

    /// Writes a file straight: a hundred thousand of them need not be safe on the disk.
    private static func write(_ bytes: [UInt8], to path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
}
