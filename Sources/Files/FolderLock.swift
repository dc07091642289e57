import Glibc

/// A claim on a folder: while it lives, nobody else gets one, in this program or in another.
///
/// It is a lock of the system on a file, `.lock`, so it ends with its process, however that ends. A file system that knows
/// no such locks gives one to everybody.
public final class FolderLock: Sendable {
    private let file: Descriptor

    /// Throws a `FileError` when another has the folder, or when nothing can be written there.
    public init(_ folder: String) throws(FileError) {
        let path = "\(folder)/.lock"
        let number = try unlessRefused(path, .writing) { open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666) }
        file = Descriptor(number, of: path, for: .writing)
        guard file.isLocked() else {
            throw FileError(
                path: folder, problem: "is in use: another run is writing there",
                remedy: "Wait until it has ended, or choose another --output")
        }
    }

    /// Lets go by word, not only by closing: a child that this program forked a moment ago has the file too until it becomes
    /// another program, and would hold the claim for us.
    deinit { file.unlock() }
}
