import Files
import Glibc
import Pictures

/// The PNG and JPEG files of a folder, by their names' endings; hidden ones are not listed.
public struct FolderListing {
    /// Paths relative to the folder, in the order of their bytes, which is the same on every machine.
    public private(set) var files: [String] = []
    /// Sub-folders that could not be listed.
    public private(set) var broken: [BrokenFile] = []

    /// Throws a `FileError` when the folder is missing, is no folder or may not be read.
    public init(of path: String, recursive: Bool) throws(FileError) {
        try list(path, prefix: "", recursive: recursive)
        files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private mutating func list(_ path: String, prefix: String, recursive: Bool) throws(FileError) {
        for name in try Files.entries(of: path, refusal: { Self.refusal($0, path) }) where !Self.isHidden(name) {
            let (entry, relative) = ("\(path)/\(name)", prefix + name)
            if Files.isFolder(entry) {
                // A folder behind a link is not entered: it might lead back here.
                guard recursive, !Self.isLink(entry) else { continue }
                do {
                    try list(entry, prefix: relative + "/", recursive: true)
                } catch {
                    broken.append(BrokenFile(file: relative, error: error))
                }
            } else if Self.endings.contains(where: name.lowercased().hasSuffix), !Files.isPipeOrDevice(entry) {
                files.append(relative)
            }
        }
    }

    /// Hidden files, and what systems leave in folders of pictures.
    private static func isHidden(_ name: String) -> Bool {
        name.hasPrefix(".") || name == "__MACOSX" || name == "@eaDir"
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    private static let endings = [".png"] + Picture.jpegEndings

    private static func refusal(_ code: CInt, _ path: String) -> FileError {
        switch code {
        case ENOENT:
            FileError(
                path: path, problem: "is not there",
                remedy: "Check the name; a relative path starts at the current folder")
        case ENOTDIR:
            FileError(
                path: path, problem: "is a file, not a folder", remedy: "Name the folder that holds the pictures")
        case EACCES, EPERM:
            FileError(
                path: path, problem: "may not be read by you",
                remedy: "Ask for permission to it (chmod u+rx), or name another folder")
        default:
            FileError(
                path: path, problem: "cannot be listed: \(String(cString: strerror(code)).lowercased())",
                remedy: "Try again, or name another folder")
        }
    }
}
