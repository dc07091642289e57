import ArgumentParser
import Datasets
import Files
import Training

/// Which hints belong to which drawing: one file to one drawing, or by their names where both are folders.
struct HintChoice {
    private let file: String?
    private let pathsOfStems: [String: String]

    /// Throws when a folder has two hints of one name or none for any drawing; warns of those that belong to no drawing.
    init(hints: String, drawings: String) throws {
        guard Files.isFolder(drawings) else {
            (file, pathsOfStems) = (hints, [:])
            return
        }
        guard Files.isFolder(hints) else {
            throw ValidationError(
                "--hints \(hints): \(drawings) is a folder, so its hints are a folder of files with the same names.")
        }
        let wanted = Set(try FolderListing(of: drawings, recursive: false).files.map(ResultNames.stem))
        var paths: [String: String] = [:]
        var unused: [String] = []
        for name in try FolderListing(of: hints, recursive: false).files {
            let stem = ResultNames.stem(of: name)
            guard wanted.contains(stem) else {
                unused.append(name)
                continue
            }
            if let other = paths[stem] {
                throw FileError(
                    path: "\(hints)/\(name)", problem: "and \(other) are both hints for the drawing \(stem)",
                    remedy: "Keep one of them in the folder")
            }
            paths[stem] = "\(hints)/\(name)"
        }
        guard !paths.isEmpty else {
            throw FileError(
                path: hints, problem: "holds no picture with the name of a drawing in \(drawings)",
                remedy: "Give each drawing's hints its name, such as cat.png for cat.jpg")
        }
        if !unused.isEmpty {
            let names = unused.prefix(5).joined(separator: ", ") + (unused.count > 5 ? ", …" : "")
            Console.warn("\(hints): not used, as no drawing has their names: \(names)")
        }
        (file, pathsOfStems) = (nil, paths)
    }

    /// The hints of a drawing, if it has any.
    func path(for drawing: String) -> String? { file ?? pathsOfStems[ResultNames.stem(of: drawing)] }
}
