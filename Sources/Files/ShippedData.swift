import Glibc

/// Finds what comes with Nurie in the folder `Data`.
public enum ShippedData {
    /// The path of a file in `Data`; nil if it is not found.
    ///
    /// `Data` is looked for beside the program and in the folders above it, which holds for `swift run` and for an
    /// installed program with `Data` beside it; then in the current folder and in those above it.
    public static func find(_ name: String) -> String? {
        for start in [folderOfProgram, "."].compactMap(\.self) {
            var folder = start
            for _ in 0..<16 {
                let path = "\(folder)/Data/\(name)"
                if Files.exists(path) { return path }
                folder += "/.."
            }
        }
        return nil
    }

    /// The path of a file in `Data`; throws a `FileError` that says what to do if it is not found.
    public static func path(of name: String) throws -> String {
        guard let path = find(name) else {
            throw FileError(
                path: "Data/\(name)",
                problem: "was found neither beside the program nor in the current folder, nor above them",
                remedy: "Put Nurie's folder Data beside the program, or name the file yourself")
        }
        return path
    }

    /// The folder of the running program, links followed.
    private static var folderOfProgram: String? {
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        let bytes = String(cString: path)
        return bytes.lastIndex(of: "/").map { String(bytes[..<$0]) }
    }
}
