import Glibc

extension Files {
    /// Whether there is a file or folder of this name.
    public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Throws a `FileError` if there is no such file or folder, or if it may not be read.
    public static func checkReadable(_ path: String) throws {
        guard access(path, R_OK) == 0 else { throw FileError(path, .reading, code: errno) }
    }

    /// Whether both paths lead to the same file or folder, which exists.
    public static func areSame(_ path: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        guard stat(path, &first) == 0, stat(other, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    /// Gives a file another name; a file that had it is replaced.
    public static func move(_ path: String, to other: String) throws {
        _ = try unlessRefused(other, .writing) { rename(path, other) }
    }

    /// Whether this is a folder.
    public static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.isKind(S_IFDIR)
    }

    /// Whether this is a pipe, a socket or a device: whoever reads it may wait for ever.
    public static func isPipeOrDevice(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && !status.isKind(S_IFREG) && !status.isKind(S_IFDIR)
    }

    /// Throws a ``FileError`` when a result would take the place of a file that it is made from.
    public static func checkDistinct(_ result: String, from input: String) throws {
        guard let real = realpath(result, nil), let other = realpath(input, nil) else { return }
        defer {
            free(real)
            free(other)
        }
        if strcmp(real, other) == 0 {
            throw FileError(
                path: result, problem: "is what the run begins with, and would be overwritten",
                remedy: "Choose another folder with --output")
        }
    }

    /// What tells one file's bytes from another's: their CRC-32, in hexadecimal digits.
    ///
    /// Throws a ``FileError`` when the file cannot be read.
    public static func checksum(of path: String) throws -> String {
        String(Deflate.checksum(of: try read(path)), radix: 16)
    }

    /// Throws a ``FileError`` when a file of this path cannot be written: its folder is missing or closed to the user, or a
    /// folder or a write-protected file is in the way. Nothing is changed.
    public static func checkWritable(_ path: String) throws {
        if let existing = try existingFile(at: path), !existing.isKind(S_IFREG) { return }
        let folder = folder(of: path)
        guard isFolder(folder) else { throw FileError(path, .writing, code: ENOENT) }
        guard access(folder, W_OK | X_OK) == 0 else { throw FileError(path, .writing, code: errno) }
    }

    /// The last part of a path.
    public static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The folder that holds `path`.
    public static func folder(of path: String) -> String {
        var trimmed = path[...]
        while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }
}
