import Files
import FoundationEssentials
import TensorCore

extension NumPy {
    /// The arrays of an `.npz` file or of a folder of `.npy` files, by name, and what an archive holds beside numbers; nil if the
    /// path is neither.
    ///
    /// Throws a `FileError` when one of them is damaged or holds numbers that are not finite, which weights never do.
    static func arrays(under path: String) throws -> (arrays: [String: Tensor], passedOver: [String])? {
        let arrays: [String: Tensor]
        var passedOver: [String] = []
        if Files.isFolder(path) {
            arrays = try readFolder(path)
        } else if path.lowercased().hasSuffix(".npz") {
            (arrays, passedOver) = try contents(ofArchive: path)
        } else {
            return nil
        }
        for (name, array) in arrays.sorted(by: { $0.key < $1.key }) where !array.isFinite {
            throw FileError(
                path: path, problem: "\(quoted(name)) holds numbers that are infinite or no number",
                remedy: "Copy the weights again, or take others")
        }
        return (arrays, passedOver)
    }

    /// Folders within it are not entered: it may be any folder, and they may hold anything.
    private static func readFolder(_ path: String) throws -> [String: Tensor] {
        let files: [String]
        do {
            files = try FileManager.default.contentsOfDirectory(atPath: path)
                // Hidden files are what systems leave beside others.
                .filter { $0.hasSuffix(".npy") && !$0.hasPrefix(".") }.sorted()
        } catch {
            throw FileError(
                path: path, problem: "is a folder that cannot be listed", remedy: "Ask for permission to read it")
        }
        guard !files.isEmpty else {
            throw FileError(
                path: path, problem: "is a folder without .npy files",
                remedy: "Name a file of weights, or the folder that holds one array of NumPy for each tensor")
        }
        return try Dictionary(
            uniqueKeysWithValues: files.map { try (String($0.dropLast(4)), read("\(path)/\($0)")) })
    }
}
