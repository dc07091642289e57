import Glibc

/// Why a file could not be read or written: which file, what is wrong and what to do about it.
public struct FileError: Error, Equatable, CustomStringConvertible {
    public let path: String
    public let problem: String
    public let remedy: String

    public init(path: String, problem: String, remedy: String) {
        self.path = path
        self.problem = problem
        self.remedy = remedy
    }

    public var description: String { "\(path): \(problem). \(remedy)." }
}

extension FileError {
    /// What was being done when the system refused.
    enum Purpose: String {
        case reading = "cannot be read"
        case writing = "cannot be written"
        case makingFolder = "cannot be made a folder"
    }

    /// The system's refusal `code` (an `errno`) in words.
    init(_ path: String, _ purpose: Purpose, code: CInt) {
        let reason = String(cString: strerror(code)).lowercased()
        self.init(
            path: path, problem: "\(purpose.rawValue): \(reason)", remedy: FileError.remedy(for: code, purpose))
    }

    private static func remedy(for code: CInt, _ purpose: Purpose) -> String {
        switch code {
        case ENOENT where purpose == .reading: "Check the name; a relative path starts at the current folder"
        case ENOENT: "Make the folder first, or choose one that exists"
        case EACCES, EPERM: "Ask for permission to it, or choose another place"
        case ENOSPC, EDQUOT, EFBIG: "Free some space, or choose another disk"
        case EROFS: "Choose a place that is not read-only"
        case EISDIR: "Name a file in it instead"
        case ENOTDIR, EEXIST: "Part of the path is a file: choose another"
        case ENAMETOOLONG: "Choose a shorter name"
        case EMFILE, ENFILE: "Too many files are open: close some, or raise the limit with `ulimit -n`"
        default: "Try again, or choose another place"
        }
    }
}
