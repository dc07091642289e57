import Files

/// Why a picture could not be read or written: which file, what is wrong and what to do about it.
public struct PictureError: Error, Equatable, CustomStringConvertible {
    public let path: String
    public let problem: String
    public let remedy: String

    public init(path: String, problem: String, remedy: String) {
        self.path = path
        self.problem = problem
        self.remedy = remedy
    }

    init(_ error: FileError) {
        self.init(path: error.path, problem: error.problem, remedy: error.remedy)
    }

    public var description: String { "\(path): \(problem). \(remedy)." }
}

extension PictureError {
    static func damaged(_ path: String, _ format: FileFormat, _ reason: String) -> PictureError {
        PictureError(
            path: path, problem: "is a damaged \(format.name) file: \(reason)",
            remedy: "Get the file anew, or open it in a picture editor and save it again")
    }

    static func tooLarge(_ path: String, _ size: Picture.Size) -> PictureError {
        PictureError(
            path: path,
            problem: "is \(size.width)×\(size.height) pixels, more than \(Picture.maximumPixels / 1_000_000) million",
            remedy: "Make it smaller first")
    }
}
