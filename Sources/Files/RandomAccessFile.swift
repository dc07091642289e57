import Glibc

/// A file of which parts are read as they are needed.
///
/// It is read, not mapped: a file that shrinks meanwhile gives an error, where a mapping would kill the program.
public struct RandomAccessFile: ~Copyable, Sendable {
    public let path: String
    /// Bytes in the file when it was opened.
    public let size: Int
    private let file: Descriptor

    /// Opens a file; throws a ``FileError`` when that is refused, or when it is a folder, a pipe or a device.
    public init(opening path: String) throws(FileError) {
        let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK, for: .reading)
        let status = try file.status()
        if status.isKind(S_IFDIR) { throw FileError(path, .reading, code: EISDIR) }
        guard status.isKind(S_IFREG) else {
            throw FileError(
                path: path, problem: "cannot be read: it is not a regular file",
                remedy: "Save it to a file first; it has to be read out of order")
        }
        self.path = path
        self.file = file
        size = Int(status.st_size)
    }

    /// Fills `bytes` from the place `offset` on; throws a ``FileError`` when the file ends before.
    public func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileError) {
        guard try file.read(into: bytes, at: offset) == bytes.count else {
            throw FileError(
                path: path, problem: "ends before byte \(offset + bytes.count)",
                remedy: "It was cut off: copy or download it again")
        }
    }

    /// `count` bytes from the place `offset` on; throws a ``FileError`` when the file ends before.
    public func bytes(_ count: Int, at offset: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            try read(into: UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: count), at: offset)
            filled = count
        }
    }
}
