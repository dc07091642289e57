import Files
import Basics
import TensorCore

/// A safetensors file that is open to be read, tensor by tensor as they are needed.
///
/// Opening it reads the header and checks all of it. The file is not mapped, so that one that shrinks while it is read
/// gives an error.
final class SafeTensorsFile: Sendable {
    let header: SafeTensorsHeader
    private let file: RandomAccessFile
    private let dataOffset: Int

    /// Throws a `FileError` when the file cannot be read or its header does not describe it.
    init(opening path: String) throws {
        let file = try RandomAccessFile(opening: path)
        func refusal(_ problem: String, remedy: String) throws -> FileError {
            // Only now: a header's length may well begin as a pickle does.
            let other = OtherWeights(beginning: try file.bytes(min(file.size, 256), at: 0))
            return other?.error(path) ?? FileError(path: path, problem: problem, remedy: remedy)
        }
        guard file.size >= 8 else {
            throw try refusal(
                "is too short for a safetensors file", remedy: "Check that it is the right file")
        }
        let length = try file.bytes(8, at: 0).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= SafeTensorsHeader.longest else {
            throw try refusal(
                "is not a safetensors file: its header would have \(length) bytes",
                remedy:
                    "Weights saved by torch.save (.pt, .pth) have to be saved again with safetensors.torch.save_file")
        }
        guard length <= file.size - 8 else {
            throw try refusal(
                "has a header of \(length) bytes, but only \(file.size) bytes in all",
                remedy: "The file was cut off, or is not a safetensors file: copy or download it again")
        }
        let dataOffset = 8 + Int(length)
        header = try SafeTensorsHeader(
            json: file.bytes(Int(length), at: 8), dataSize: file.size - dataOffset, path: path)
        self.dataOffset = dataOffset
        self.file = file
    }

    var path: String { file.path }

    /// Reads a tensor; throws a `FileError` when that is refused, or when a number is not finite.
    func tensor(_ entry: SafeTensorsHeader.Entry, allowingNonFinite: Bool) throws -> Tensor {
        let problem = Mutex<(any Error)?>(nil)
        let tensor = Tensor(shape: entry.shape) { numbers in
            inParallelPieces(of: numbers.count, size: 1 << 19) { range in
                do {
                    let piece = UnsafeMutableBufferPointer(rebasing: numbers[range])
                    try read(range, of: entry, into: piece)
                    if !allowingNonFinite, !UnsafeBufferPointer(piece).areFinite {
                        throw FileError(
                            path: path, problem: "\(quoted(entry.name)) holds numbers that are infinite or no number",
                            remedy: "The training that made it had diverged: take an earlier checkpoint")
                    }
                } catch {
                    problem.withLock { $0 = error }
                }
            }
        }
        if let problem = problem.withLock({ $0 }) { throw problem }
        return tensor
    }

    private func read(
        _ range: Range<Int>, of entry: SafeTensorsHeader.Entry, into numbers: UnsafeMutableBufferPointer<Float>
    ) throws {
        let offset = dataOffset + entry.bytes.lowerBound + range.lowerBound * entry.format.width
        if entry.format == .float32, UInt32(1).littleEndian == 1 {
            return try file.read(into: UnsafeMutableRawBufferPointer(numbers), at: offset)
        }
        let bytes = try file.bytes(range.count * entry.format.width, at: offset)
        bytes.withUnsafeBytes { entry.format.decode($0, into: numbers) }
    }

    /// Reads a single whole number, whatever format it is in; throws a `FileError` when there is none.
    func integer(_ entry: SafeTensorsHeader.Entry) throws -> Int {
        if entry.format == .int64, entry.bytes.count == 8 {
            let bytes = try file.bytes(8, at: dataOffset + entry.bytes.lowerBound)
            return Int(truncatingIfNeeded: bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        }
        // Weights that were halved as a whole have their counters halved too.
        let tensor = entry.shape.allSatisfy({ $0 == 1 }) ? try tensor(entry, allowingNonFinite: true) : nil
        guard let number = tensor.flatMap({ Int(exactly: $0.item.rounded()) }) else {
            throw SafeTensorsHeader.refusal(path, "\(quoted(entry.name)) is not a single whole number")
        }
        return number
    }
}
