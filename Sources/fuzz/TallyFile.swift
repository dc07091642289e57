import Basics
import Files
import Foundation

/// What became of the inputs so far.
struct Tally: Equatable {
    /// The number of the input that is being read, or that comes next.
    var next = 0
    var read = 0
    var refused = 0
    /// How many of them took longer than a second.
    var slow = 0
}

/// A tally in a file, which outlives the child that writes it.
struct TallyFile {
    let path: String

    func read() throws -> Tally {
        let bytes = try Files.read(path)
        guard bytes.count == 32 else {
            throw FileError(path: path, problem: "is no tally", remedy: "Remove it and start again")
        }
        let numbers = bytes.withUnsafeBytes { bytes in
            (0..<4).map { Int(bytes.loadUnaligned(fromByteOffset: 8 * $0, as: Int64.self)) }
        }
        return Tally(next: numbers[0], read: numbers[1], refused: numbers[2], slow: numbers[3])
    }

    /// Writes the numbers at once, over those that are there.
    func write(_ tally: Tally) throws {
        let bytes = [tally.next, tally.read, tally.refused, tally.slow].flatMap { littleEndianBytes(of: Int64($0)) }
        guard Files.exists(path) else { return try Files.replace(path, with: bytes) }
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try file.write(contentsOf: bytes)
        try file.close()
    }
}
