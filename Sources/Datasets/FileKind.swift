import Glibc

/// What a path leads to.
enum FileKind {
    case file, folder, other

    /// Nil if there is nothing, or nothing that may be looked at; then `errno` says why. A link is followed, unless
    /// it is asked for itself.
    init?(of path: String, followingLinks: Bool = true) {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        default: self = .other
        }
    }
}
