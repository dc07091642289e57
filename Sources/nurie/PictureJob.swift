import Datasets
import Files
import Pictures
import Training

/// Does the same to one picture, or to every picture of a folder.
struct PictureJob {
    private let input: String
    private let output: String

    init(from input: String, to output: String) {
        self.input = input
        self.output = output
    }

    /// Reads, changes and writes; `what` says for the report what the results are. `change` is told a picture's path too.
    ///
    /// Of a folder, files that cannot be read or changed are named, counted and skipped. Throws when the one picture, or every
    /// one of a folder, cannot be used, and as soon as a result cannot be written: the others could not be either.
    ///
    /// One picture is written as its name ends, a JPEG file with a `quality` from 1 to 100; those of a folder are PNG files.
    func run(
        _ what: String, quality: Int = Picture.usualQuality, _ change: (Picture, _ path: String) throws -> Picture
    ) throws {
        try run(what, quality: quality) { path in try change(Self.read(path), path) }
    }

    /// As ``run(_:quality:_:)-(_,_,(Picture,String)->Picture)``, for a change that reads the picture itself.
    func run(
        _ what: String, quality: Int = Picture.usualQuality, _ change: (_ path: String) throws -> Picture
    ) throws {
        guard !Files.areSame(input, output) else {
            throw FileError(
                path: output, problem: "is what is read: the original would be lost", remedy: "Name another place")
        }
        guard Files.isFolder(input) else {
            // What is missing is said before what is wrong with the result's name: it may be a folder that was mistyped.
            try Files.checkReadable(input)
            try Picture.checkName(output)
            try Files.checkWritable(output)
            try change(input).write(to: output, quality: quality)
            Console.say(output)
            return
        }
        try PictureFolderJob(from: input, to: output).run(what) { path, name in
            [("\(name).png", try change(path))]
        }
    }

    /// A picture; what is wrong with its file but does no harm is said.
    static func read(_ path: String) throws -> Picture {
        let (picture, remark) = try Picture.read(path)
        if let remark { Console.warn("\(path): \(remark); the picture is whole.") }
        return picture
    }
}

/// What a job makes of a picture, to be written into a folder.
protocol JobResult {
    func save(to path: String) throws
}

extension Picture: JobResult {
    func save(to path: String) throws { try write(to: path) }
}

/// Makes files in a folder of each picture of another, whatever happens to single ones; or of one picture alone.
struct PictureFolderJob {
    private let input: String
    /// Whether the input is a folder, in which a broken file is passed over.
    private let isFolder: Bool
    private let paths: [String]
    private let output: String
    private let names: [String]

    /// Throws a `FileError` before any work when nothing can be written to the output folder.
    ///
    /// `suffix` is the number of bytes that a result's name has after its file's stem.
    init(from input: String, to output: String, suffix: Int = 4) throws {
        (self.input, self.output) = (input, output)
        isFolder = Files.isFolder(input)
        paths = isFolder ? try FolderListing(of: input, recursive: false).files.map { "\(input)/\($0)" } : [input]
        names = ResultNames(of: paths.map(Files.name), suffix: suffix).names
        guard !paths.isEmpty else { throw Self.useless(input) }
        try Files.makeFolder(output)
        try Files.checkWritable("\(output)/\(names[0])")
    }

    /// Runs `work` for each file; it gives the results with their names, which are written.
    func run(
        _ what: String, _ work: (_ path: String, _ name: String) throws -> [(name: String, result: any JobResult)]
    ) throws {
        var (done, skipped, made) = (0, 0, 0)
        var renamed: [String] = []
        var progress = Progress(what, total: paths.count)
        let originals = FileIdentities(of: paths)
        try Files.synchronisingOnce {
            for (path, name) in zip(paths, names) {
                let results: [(name: String, result: any JobResult)]
                do {
                    results = try work(path, name)
                } catch  where isFolder && Self.isBroken(path, by: error) {
                    Console.warn("Skipped: \(error)")
                    skipped += 1
                    progress.update(done + skipped)
                    continue
                }
                for (name, result) in results { try write(result, named: name, unlessOver: originals) }
                if let first = results.first?.name, name != ResultNames.stem(of: path) {
                    renamed.append("\(first) of \(Files.name(of: path))")
                }
                made += results.count
                done += 1
                progress.update(done + skipped)
            }
        }
        guard done > 0 else { throw Self.useless(input) }
        let count = made == done ? "\(made) pictures \(what)" : "\(made) \(what) of \(done) pictures"
        progress.finish("\(output): \(count)" + (skipped > 0 ? ", \(skipped) skipped" : ""))
        if !renamed.isEmpty {
            let names = renamed.prefix(4).joined(separator: ", ") + (renamed.count > 4 ? ", …" : "")
            Console.say("Where names would have met or were too long, results have others: \(names)")
        }
    }

    /// Whether an error says that a file, or one that belongs to it, cannot be used.
    private static func isBroken(_ path: String, by error: any Error) -> Bool {
        error is PictureError || (error as? FileError)?.path == path
    }

    private func write(_ result: any JobResult, named name: String, unlessOver originals: FileIdentities) throws {
        let target = "\(output)/\(name)"
        guard !originals.contain(target) else {
            throw FileError(
                path: target, problem: "leads to one of the originals, which would be lost",
                remedy: "Remove the link, or name another folder")
        }
        try result.save(to: target)
    }

    private static func useless(_ path: String) -> FileError {
        FileError(
            path: path, problem: "holds no PNG or JPEG picture that can be used", remedy: "Name another folder")
    }
}
