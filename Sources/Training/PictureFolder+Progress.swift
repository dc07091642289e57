import Datasets
import Basics

extension PictureFolder {
    /// Opens a folder with progress, and says which of its files are broken.
    public static func open(_ folder: String, size: Int) throws -> PictureFolder {
        let progress = Mutex<Progress?>(nil)
        let pictures = try PictureFolder(folder, size: size, recursive: true) { done, count in
            progress.withLock { progress in
                if progress == nil { progress = Progress("reading \(folder)", total: count) }
                progress?.update(done)
            }
        }
        progress.withLock { $0?.finish() }
        for broken in pictures.broken { Console.warn("Skipped: \(broken.error)") }
        if !pictures.broken.isEmpty {
            Console.warn("\(pictures.broken.count) of the files in \(folder) are skipped.")
        }
        return pictures
    }
}
