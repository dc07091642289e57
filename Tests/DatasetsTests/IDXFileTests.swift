import CZlib
@testable import Datasets
import Files
import Pictures
import TestSupport
import Testing

@Suite struct IDXFileTests {
    private static func header(_ dimensions: [UInt32], kind: UInt8 = 8) -> [UInt8] {
        [0, 0, kind, UInt8(dimensions.count)]
            + dimensions.flatMap { size in (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) } }
    }

    /// Two pictures of 3×2.
    private static let pictures = header([2, 2, 3]) + (0..<12).map { UInt8($0 * 20) }
    private static let labels = header([2]) + [7, 4]

    private func gzipped(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/packed.gz"
        let file = try #require(gzopen(path, "wb"))
        #expect(bytes.withUnsafeBytes { gzwrite(file, $0.baseAddress, UInt32($0.count)) } == CInt(bytes.count))
        gzclose(file)
        return try Files.read(path)
    }

    @Test("Pictures and labels are read, packed and plain, under either name")
    func readsBoth() throws {
        let folder = try TemporaryFolder()
        try folder.write(gzipped(Self.pictures), to: "train-images-idx3-ubyte.gz")
        try folder.write(Self.labels, to: "train-labels.idx1-ubyte")
        let set = try LabelledPictures(folder: folder.path, part: .training)
        #expect(set.count == 2 && set.width == 3 && set.height == 2)
        #expect(set[1].label == 4)
        let expected = Picture(width: 3, height: 2, format: .grey, samples: [120, 140, 160, 180, 200, 220])
        #expect(set[1].picture == expected)
        let batch = LabelledBatch([set[0], set[1]])
        #expect(batch.pictures.shape == [2, 1, 2, 3] && batch.labels == [7, 4])
    }

    @Test("A packed file may consist of several members, and be larger than the pieces it is unpacked in")
    func largeAndSeveralMembers() throws {
        let elements = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* $0 / 777) }
        let bytes = Self.header([700_000]) + elements
        let packed = try gzipped(Array(bytes[..<300_000])) + gzipped(Array(bytes[300_000...]))
        let folder = try TemporaryFolder()
        #expect(try IDXFile(folder.write(packed, to: "x.gz"), rank: 1).elements == elements)
    }

    @Test(
        "A file that lies or is broken is an error that names it",
        arguments: [
            ([], "is empty"),
            ([0, 0, 8], "is no IDX file"),
            (Array("hello, this is text".utf8), "is no IDX file"),
            (header([2, 2, 3], kind: 13) + [1], "not of bytes"),
            (labels, "holds labels, not pictures"),
            ([0, 0, 8, 3, 0, 0, 0, 2], "cut off in its header"),
            (Array(pictures.dropLast()), "holds 11 elements, and its header promises 12"),
            (pictures + [0], "holds 13 elements, and its header promises 12"),
            (header([2, 0, 3]), "holds nothing"),
            (header([60000, 28, 28]), "promises 47040000"),
            (header([.max, .max, .max]), "cannot be right"),
        ] as [([UInt8], String)])
    func brokenFiles(bytes: [UInt8], part: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(bytes, to: "images")
        let error = #expect(throws: FileError.self) { try IDXFile(path, rank: 3) }
        #expect(error?.path == path)
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
    }

    @Test("A damaged or shortened gzip file is an error that names it")
    func brokenGzip() throws {
        let folder = try TemporaryFolder()
        let packed = try gzipped(Self.header([5000]) + (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0) })
        func problem(of bytes: [UInt8]) throws -> String {
            let path = try folder.write(bytes, to: "x.gz")
            let error = #expect(throws: FileError.self) { try IDXFile(path, rank: 1) }
            #expect(error?.path == path)
            return error?.problem ?? ""
        }
        for length in [2, packed.count / 2, packed.count - 1] {
            #expect(try problem(of: Array(packed.prefix(length))) == "is cut off")
        }
        var damaged = packed
        damaged[packed.count - 6] ^= 0xFF
        #expect(try problem(of: damaged).hasPrefix("is damaged"))
        #expect(try problem(of: packed + [1, 2, 3]).hasPrefix("is damaged"))
    }

    @Test("A small file that unpacks to too much is stopped")
    func bomb() throws {
        let packed = try gzipped([UInt8](repeating: 0, count: 1 << 20))
        let error = #expect(throws: FileError.self) { try Gzip.unpack(packed, of: "bomb.gz", limit: 1000) }
        #expect(error?.description.contains("more than 1000 bytes") == true)
    }

    @Test("Pictures and labels that do not belong together are an error")
    func unequalPair() throws {
        let folder = try TemporaryFolder()
        let images = try folder.write(Self.pictures, to: "images")
        let labels = try folder.write(Self.header([3]) + [1, 2, 3], to: "labels")
        let error = #expect(throws: FileError.self) { try LabelledPictures(images: images, labels: labels) }
        #expect(error?.description.contains("3 labels") == true)
    }

    @Test("What has not been fetched says how to fetch it")
    func notFetched() {
        let error = #expect(throws: FileError.self) { try FetchedData.folder(of: "no-such-set") }
        #expect(error?.description.contains("Data/fetch no-such-set") == true)
    }

    @Test("What a user names is a folder, or the set that is fetched")
    func named() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.pictures, to: "t10k-images-idx3-ubyte")
        try folder.write(Self.labels, to: "t10k-labels-idx1-ubyte")
        #expect(try LabelledPictures(named: folder.path, part: .test).count == 2)
        let missing = "\(folder.path)/no-such-folder"
        let error = #expect(throws: FileError.self) { try LabelledPictures(named: missing, part: .test) }
        #expect(error?.path == missing)
        if !Self.isFetched {
            let error = #expect(throws: FileError.self) {
                try LabelledPictures(named: LabelledPictures.fashionName, part: .test)
            }
            #expect(error?.description.contains("Data/fetch fashion-mnist") == true)
        }
    }

    private static let isFetched = (try? FetchedData.folder(of: "fashion-mnist")) != nil

    @Test("Fashion-MNIST is whole, where it has been fetched", .enabled(if: isFetched))
    func fashionMNIST() throws {
        let (training, test) = (
            try LabelledPictures.fashionMNIST(.training), try LabelledPictures.fashionMNIST(.test)
        )
        #expect(training.count == 60_000 && test.count == 10_000 && training.width == 28 && training.height == 28)
        let counts = (0..<test.count).reduce(into: [Int](repeating: 0, count: 10)) { $0[test[$1].label] += 1 }
        #expect(counts == [Int](repeating: 1000, count: 10))
    }
}
