import Basics
import Files
import Pictures
import TensorCore

/// A grey picture and the number of its class.
public struct LabelledPicture: Sendable, Equatable {
    public let picture: Picture
    public let label: Int
}

/// Pictures as a tensor `[pictures, 1, height, width]` in [0, 1], and their labels.
public struct LabelledBatch: Sendable, Equatable {
    public let pictures: Tensor
    public let labels: [Int]

    public init(_ samples: [LabelledPicture]) {
        pictures = Tensor(pictures: samples.map(\.picture))
        labels = samples.map(\.label)
    }
}

/// The small grey pictures of MNIST, or of any set in its format, with their labels.
public struct LabelledPictures: Samples {
    /// Which of a set's two pairs of files.
    public enum Part: String, Sendable {
        case training = "train"
        case test = "t10k"
    }

    private let images: IDXFile
    private let labels: IDXFile

    /// Reads a pair of files; throws a `FileError` when one is broken or they are not of equal length.
    public init(images imagesPath: String, labels labelsPath: String) throws {
        images = try IDXFile(imagesPath, rank: 3)
        labels = try IDXFile(labelsPath, rank: 1)
        guard images.dimensions[0] == labels.dimensions[0] else {
            throw FileError(
                path: labelsPath,
                problem:
                    "holds \(labels.dimensions[0]) labels, and \(imagesPath) holds \(images.dimensions[0]) pictures",
                remedy: "Name two files that belong together")
        }
    }

    /// Reads a part of the set that lies in a folder under MNIST's file names, such as `train-images-idx3-ubyte.gz`.
    public init(folder: String, part: Part) throws {
        try self.init(
            images: Self.file("\(part.rawValue)-images", "idx3-ubyte", in: folder),
            labels: Self.file("\(part.rawValue)-labels", "idx1-ubyte", in: folder))
    }

    /// Fashion-MNIST: 60,000 and 10,000 pictures of clothes, 28×28, of ten classes.
    ///
    /// Throws a `FileError` that says how to fetch them when they are not here.
    public static func fashionMNIST(_ part: Part) throws -> LabelledPictures {
        try LabelledPictures(folder: FetchedData.folder(of: fashionName), part: part)
    }

    /// The set that a user names: `fashion-mnist` for the fetched one, or a folder with MNIST's files.
    ///
    /// Throws a `FileError` when it is not there or is broken.
    public init(named name: String, part: Part) throws {
        let isFetched = name == Self.fashionName && !Files.isFolder(name)
        try self.init(folder: isFetched ? FetchedData.folder(of: name) : name, part: part)
    }

    /// The name of the fetched set.
    public static let fashionName = "fashion-mnist"

    /// The names of Fashion-MNIST's classes, by label.
    public static let fashionNames = [
        "T-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "trainer", "bag", "ankle boot",
    ]

    public var count: Int { images.dimensions[0] }
    public var width: Int { images.dimensions[2] }
    public var height: Int { images.dimensions[1] }

    /// The picture number `index`, as it is.
    public subscript(index: Int) -> LabelledPicture {
        let size = width * height
        let samples = Array(images.elements[index * size..<(index + 1) * size])
        return LabelledPicture(
            picture: Picture(width: width, height: height, format: .grey, samples: samples),
            label: Int(labels.elements[index]))
    }

    public func sample(at index: Int, using generator: inout SeededGenerator) -> LabelledPicture { self[index] }

    /// Both ways of writing the name are about, and each file may be packed or plain.
    private static func file(_ stem: String, _ kind: String, in folder: String) throws -> String {
        let names = ["\(stem)-\(kind).gz", "\(stem)-\(kind)", "\(stem).\(kind).gz", "\(stem).\(kind)"]
        for name in names where Files.exists("\(folder)/\(name)") { return "\(folder)/\(name)" }
        throw FileError(
            path: folder, problem: "holds no file \(names[1]), packed with gzip or plain",
            remedy: "Put MNIST's files there, or fetch such a set with Data/fetch fashion-mnist")
    }
}
