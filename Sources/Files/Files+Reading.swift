import Glibc

/// Files read whole and written whole: a reader sees the old file or the new one, never half of one.
public enum Files {
    /// All bytes of a file; pipes and devices are read to their end.
    ///
    /// Throws a ``FileError`` when there is none, when it is a folder or may not be read, and when it holds more than
    /// `limit` bytes, so that a wrong file does not fill the memory.
    public static func read(_ path: String, limit: Int = 1 << 32) throws -> [UInt8] {
        let file = try Descriptor(opening: path, O_RDONLY, for: .reading)
        let status = try file.status()
        if status.isKind(S_IFDIR) { throw FileError(path, .reading, code: EISDIR) }
        // The size is a guess only: a pipe has none, and a file may grow meanwhile.
        let expected = status.isKind(S_IFREG) ? Int(status.st_size) : 0
        if expected <= limit {
            var bytes = try read(upTo: expected, from: file)
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
        let file = try Descriptor(opening: path, O_RDONLY, for: .reading)
        if try file.status().isKind(S_IFDIR) { throw FileError(path, .reading, code: EISDIR) }
        return try read(upTo: count, from: file)
    }

    private static func read(upTo count: Int, from file: borrowing Descriptor) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let room = UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: count)
            filled = try file.read(into: room)
        }
    }
}
