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

    /// Makes a folder, and those above it; one that exists is left as it is.
    ///
    /// Throws a ``FileError`` when that is not allowed or a file is in the way.
    public static func makeFolder(_ path: String) throws {
        if isFolder(path) { return }
        let parent = folder(of: path)
        if parent != path { try makeFolder(parent) }
        // Another process may make it meanwhile.
        if mkdir(path, 0o777) != 0, case let code = errno, !isFolder(path) {
            throw FileError(path, .makingFolder, code: code)
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.isKind(S_IFDIR)
    }

    /// The folder that holds `path`.
    static func folder(of path: String) -> String {
        var trimmed = path[...]
        while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }
}
