import Glibc

extension Files {
    /// The names of all that is in a folder, hidden ones too, in no order; `refusal` makes an error of the system's `errno`.
    public static func entries(of folder: String, refusal: (_ code: CInt) -> FileError) throws(FileError) -> [String]
    {
        guard let directory = opendir(folder) else { throw refusal(errno) }
        defer { closedir(directory) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(directory) else {
                if errno != 0 { throw refusal(errno) }
                return names
            }
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) { name in
                    name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
                        String(cString: $0)
                    }
                })
        }
    }

    /// Makes a folder, and those above it; one that exists is left as it is, but what processes that were killed left half
    /// written in it goes.
    ///
    /// Throws a ``FileError`` when that is not allowed or a file is in the way.
    public static func makeFolder(_ path: String) throws {
        if isFolder(path) { removeUnfinished(in: path) } else { try makeMissingFolder(path) }
    }

    private static func makeMissingFolder(_ path: String) throws {
        let parent = folder(of: path)
        if parent != path, !isFolder(parent) { try makeMissingFolder(parent) }
        // Another process may make it meanwhile.
        if mkdir(path, 0o777) != 0, case let code = errno, !isFolder(path) {
            throw FileError(path, .makingFolder, code: code)
        }
    }

    /// What files are called while they are written: `.unfinished-PROCESS-NUMBER`.
    static let unfinishedPrefix = ".unfinished-"

    /// Removes from a folder what processes that were killed left half written; files of living ones stay.
    private static func removeUnfinished(in folder: String) {
        let names = try? entries(of: folder) { FileError(folder, .reading, code: $0) }
        for name in names ?? [] where name.hasPrefix(unfinishedPrefix) {
            let parts = name.dropFirst(unfinishedPrefix.count).split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, let process = pid_t(parts[0]), process > 0, UInt(parts[1]) != nil,
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unlink("\(folder)/\(name)")
        }
    }
}
