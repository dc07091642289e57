import Glibc

/// Files read whole and written whole: a reader sees the old file or the new one, never half of one.
public enum Files {
    /// All bytes of a file; pipes and devices are read to their end.
    ///
    /// Throws a ``FileError`` when there is none, when it is a folder or may not be read, when it is a pipe that nobody writes
    /// into, and when it holds more than `limit` bytes, so that a wrong file does not fill the memory.
    public static func read(_ path: String, limit: Int = 1 << 32) throws -> [UInt8] {
        let file = try Descriptor.toRead(path)
        let begin = try file.firstBytesOfPipe()
        // The size is a guess only: a pipe has none, and a file may grow meanwhile.
        let size = try file.size()
        if size <= limit {
            var bytes = try begin + read(upTo: size, from: file)
            while bytes.count <= limit {
                let more = try read(upTo: 1 << 16, from: file)
                if more.isEmpty { return bytes }
                bytes += more
            }
        }
        throw FileError(
            path: path, problem: "is larger than \(limit) bytes", remedy: "Check that it is the right file")
    }

    /// The first `count` bytes of a file, or all when there are fewer; throws a ``FileError`` as ``read(_:limit:)`` does.
    public static func read(_ path: String, first count: Int) throws -> [UInt8] {
        let file = try Descriptor.toRead(path)
        let begin = try file.firstBytesOfPipe()
        return try begin.prefix(count) + read(upTo: max(0, count - begin.count), from: file)
    }

    private static func read(upTo count: Int, from file: borrowing Descriptor) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let room = UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: count)
            filled = try file.read(into: room)
        }
    }
}
