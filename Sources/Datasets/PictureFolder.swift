import Basics
import Files
import Pictures
import TensorCore

/// A file that could not be used, and why.
public struct BrokenFile: Sendable {
    /// The path in its folder.
    public let file: String
    public let error: any Error
}

/// The PNG and JPEG files of a folder as square RGB pictures of one size.
///
/// A square is made of each (see `Framing`) and scaled; transparency is put on white. All files are decoded once when the
/// folder is opened: what is broken is left out from the start, and no training run stops because of it after hours. As
/// many pictures as fit into the cache are kept at their final size, the others are read again when asked for.
public struct PictureFolder: Samples {
    public let path: String
    /// Pixels in a side.
    public let size: Int
    public let framing: Framing
    /// The files that can be read, as paths in the folder, in the order of their bytes.
    public let files: [String]
    /// The files that cannot, and sub-folders that cannot be listed.
    public let broken: [BrokenFile]
    /// The first pictures; the others did not fit.
    private let kept: [Picture]

    /// Opens a folder; files and folders whose name begins with a dot are passed over.
    ///
    /// `recursive` looks into its folders too, though not behind links. At most `cacheLimit` bytes of pictures are kept.
    /// `progress` hears how many files have been looked at and how many there are, one call at a time, but on any thread.
    /// Throws a `FileError` when the folder is missing, is no folder, may not be read, holds no such file, or none that
    /// can be read.
    public init(
        _ path: String, size: Int, framing: Framing = .centre, recursive: Bool = false, cacheLimit: Int = 256 << 20,
        progress: @Sendable (_ done: Int, _ count: Int) -> Void = { _, _ in }
    ) throws {
        precondition(size > 0, "PictureFolder: pictures of \(size) pixels")
        let listing = try FolderListing(of: path, recursive: recursive)
        guard !listing.files.isEmpty else { throw Self.emptiness(of: path, recursive: recursive, listing.broken) }

        let room = max(0, cacheLimit) / (3 * size * size)
        let results = Self.inspect(listing.files, keepingFirst: room, progress: progress) { file in
            try Picture(contentsOf: "\(path)/\(file)").square(size, framing)
        }
        var (files, kept, broken) = ([String](), [Picture](), listing.broken)
        for (file, result) in zip(listing.files, results) {
            switch result {
            case .success(let picture):
                files.append(file)
                // Only an unbroken row of first pictures, so that an index leads straight to its picture.
                if let picture, kept.count == files.count - 1 { kept.append(picture) }
            case .failure(let error):
                broken.append(BrokenFile(file: file, error: error))
            }
        }
        guard !files.isEmpty else { throw Self.uselessness(of: path, broken) }
        (self.path, self.size, self.framing) = (path, size, framing)
        (self.files, self.broken, self.kept) = (files, broken, kept)
    }

    public var count: Int { files.count }

    /// Picture number `index`.
    ///
    /// Throws what reading throws when the file has been changed or taken away since the folder was opened.
    public func picture(at index: Int) throws -> Picture {
        index < kept.count
            ? kept[index] : try Picture(contentsOf: "\(path)/\(files[index])").square(size, framing)
    }

    public func sample(at index: Int, using generator: inout SeededGenerator) throws -> Picture {
        try picture(at: index)
    }

    /// What to train on, and what is held out. In a folder of a few pictures one of them may be empty.
    public func divided(by split: Split) -> (training: Subset<PictureFolder>, heldOut: Subset<PictureFolder>) {
        let isHeldOut = files.map(split.holdsOut)
        return (
            Subset(of: self, at: files.indices.filter { !isHeldOut[$0] }),
            Subset(of: self, at: files.indices.filter { isHeldOut[$0] })
        )
    }
}

// MARK: - Opening

extension PictureFolder {
    /// Reads every file on all threads; of those beyond the first `keepingFirst` only whether it can be read remains.
    private static func inspect(
        _ files: [String], keepingFirst room: Int, progress: @Sendable (Int, Int) -> Void,
        read: (String) throws -> Picture
    ) -> [Result<Picture?, any Error>] {
        var results = [Result<Picture?, any Error>](repeating: .success(nil), count: files.count)
        let done = Mutex(0)
        results.withUnsafeMutableBufferPointer { results in
            inParallel(files.count) { index in
                results[index] = Result {
                    let picture = try read(files[index])
                    return index < room ? picture : nil
                }
                done.withLock { done in
                    done += 1
                    progress(done, files.count)
                }
            }
        }
        return results
    }

    private static func emptiness(of path: String, recursive: Bool, _ broken: [BrokenFile]) -> FileError {
        if let first = broken.first {
            return FileError(
                path: path, problem: "holds no PNG or JPEG file that you may see",
                remedy: "Ask for permission to its folders: \(first.error)")
        }
        return FileError(
            path: path, problem: "holds no PNG or JPEG file",
            remedy: recursive
                ? "Put pictures into it, or name another folder"
                : "Put pictures into it, or name another folder; what lies in its sub-folders does not count")
    }

    private static func uselessness(of path: String, _ broken: [BrokenFile]) -> FileError {
        let reason = broken.first.map { "The first one: \($0.error)" } ?? "Name another folder"
        return FileError(path: path, problem: "holds \(broken.count) pictures, and none can be read", remedy: reason)
    }
}
