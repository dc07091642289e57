import Glibc

extension Files {
    /// What files are called while they are written: `.unfinished-PROCESS-NUMBER`.
    static let unfinishedPrefix = ".unfinished-"

    /// Removes from a folder what processes that were killed left half written; files of living ones stay.
    static func removeUnfinished(in folder: String) {
        guard let directory = opendir(folder) else { return }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix(unfinishedPrefix) else { continue }
            let parts = name.dropFirst(unfinishedPrefix.count).split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, let process = pid_t(parts[0]), process > 0, UInt(parts[1]) != nil,
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unlink("\(folder)/\(name)")
        }
    }
}
