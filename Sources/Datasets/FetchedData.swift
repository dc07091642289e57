import Files

/// Finds what `Data/fetch` has brought.
public enum FetchedData {
    /// The folder of a set, in `Data/cache` of the current folder or of one above it.
    ///
    /// Throws a `FileError` that says how to fetch the set when it is not here.
    public static func folder(of name: String) throws -> String {
        var above = ""
        for _ in 0..<16 {
            let folder = "\(above)Data/cache/\(name)"
            if Files.isFolder(folder) { return folder }
            above += "../"
        }
        throw FileError(
            path: "Data/cache/\(name)", problem: "is not here", remedy: "Fetch it with: Data/fetch \(name)")
    }
}
