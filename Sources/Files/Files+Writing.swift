import Glibc

extension Files {
    /// Writes a file whole: `bytes` go into a new file beside it, which then takes its name.
    ///
    /// When anything fails a ``FileError`` is thrown, the old file is as it was, and nothing is left beside it. The new
    /// file is on the disk when this returns. A link is followed, the permissions of a replaced file are kept, and one
    /// that is write-protected is not replaced. A device or a pipe, such as `/dev/stdout`, is written straight.
    public static func replace(_ path: String, with bytes: [UInt8]) throws {
        try replace(path) { writer in try writer.write(bytes) }
    }

    /// Writes a file whole that holds `text` in UTF-8; see ``replace(_:with:)-([UInt8])``.
    public static func replace(_ path: String, with text: String) throws {
        try replace(path, with: Array(text.utf8))
    }

    /// Writes a file whole, piece by piece, so that a large one need not be in memory; see
    /// ``replace(_:with:)-([UInt8])``.
    ///
    /// What `body` throws is thrown on, and then too the old file is as it was.
    public static func replace(_ path: String, writing body: (inout Writer) throws -> Void) throws {
        let existing = try existingFile(at: path)
        if let existing, !existing.isKind(S_IFREG) {
            var writer = Writer(try Descriptor(opening: path, O_WRONLY, for: .writing))
            return try body(&writer)
        }
        let target = existing == nil ? path : try withoutLinks(path)
        let (temporary, number) = try createFile(beside: target, named: path)
        do {
            if let existing { fchmod(number, existing.st_mode & 0o777) }
            var writer = Writer(Descriptor(number, of: path, for: .writing))
            try body(&writer)
            try writer.finish()
            _ = try unlessRefused(path, .writing) { rename(temporary, target) }
        } catch {
            unlink(temporary)
            throw error
        }
        // The name is safe only when its folder is on the disk. Some file systems cannot promise that; the file is
        // whole all the same, so a refusal here is not an error.
        if !isSynchronisingLater {
            try? Descriptor(opening: folder(of: target), O_RDONLY | O_DIRECTORY, for: .writing).synchronise()
        }
    }

    /// What the system knows of the file that `path` leads to, if there is one; throws when it may not be replaced.
    static func existingFile(at path: String) throws(FileError) -> stat? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            // A link into nowhere, too, ends here: the new file takes the link's place.
            if errno == ENOENT { return nil }
            throw FileError(path, .writing, code: errno)
        }
        if status.isKind(S_IFDIR) { throw FileError(path, .writing, code: EISDIR) }
        guard access(path, W_OK) == 0 else { throw FileError(path, .writing, code: errno) }
        return status
    }

    /// The path of the file itself that `path` leads to.
    private static func withoutLinks(_ path: String) throws(FileError) -> String {
        guard let resolved = realpath(path, nil) else { throw FileError(path, .writing, code: errno) }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Creates a hidden file in the folder of `target`, open to be written.
    private static func createFile(
        beside target: String, named path: String
    ) throws(FileError) -> (path: String, number: CInt) {
        // The name does not grow with the target's: that may be as long as a name can be.
        let stem = "\(folder(of: target))/\(unfinishedPrefix)\(getpid())-"
        var attempt = 0
        while true {
            let temporary = stem + String(attempt)
            let number = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if number != -1 { return (temporary, number) }
            let code = errno
            guard code == EEXIST || code == EINTR else { throw FileError(path, .writing, code: code) }
            attempt += 1
        }
    }

    /// Takes the pieces of a file that is being written; they go out as they come, so large ones are better.
    public struct Writer: ByteSink, ~Copyable {
        private let file: Descriptor
        /// How many bytes have been written.
        public private(set) var count = 0

        init(_ file: consuming Descriptor) {
            self.file = file
        }

        /// Writes all of `bytes` after what was written before; throws a ``FileError`` when the system refuses.
        public mutating func write(_ bytes: UnsafeRawBufferPointer) throws {
            try file.write(bytes)
            count += bytes.count
        }

        /// Writes all of `bytes` after what was written before; throws a ``FileError`` when the system refuses.
        public mutating func write(_ bytes: [UInt8]) throws {
            try bytes.withUnsafeBytes { try write($0) }
        }

        /// Waits for the disk, then closes the file.
        consuming func finish() throws {
            if isSynchronisingLater { return }
            try file.synchronise()
        }
    }
}
