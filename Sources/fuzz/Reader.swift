import Basics
import Datasets
import Detection
import Files
import Networks
import Pictures
import TensorCore

/// One of the readers of files that users bring, with whole files to break.
struct Reader: Sendable {
    let name: String
    /// Files that it reads; the folder is for making them.
    let originals: @Sendable (_ folder: String) throws -> [[UInt8]]
    let read: @Sendable (_ path: String) throws -> Void
    /// Makes checksums right again, so that what lies behind them is reached.
    var repair: (@Sendable (_ bytes: inout [UInt8]) -> Void)?

    init(
        name: String, originals: @escaping @Sendable (_ folder: String) throws -> [[UInt8]],
        read: @escaping @Sendable (_ path: String) throws -> Void,
        repair: (@Sendable (_ bytes: inout [UInt8]) -> Void)? = nil
    ) {
        (self.name, self.originals, self.read, self.repair) = (name, originals, read, repair)
    }

    static let all = [png, jpeg, safetensors, npy, npz, cascade, idx, palette]

    /// The reader of this name; “crash”, too, which is for trying this program itself.
    static func named(_ name: String) -> Reader? { (all + [crash]).first { $0.name == name } }

    /// Crashes at files that begin with an odd number.
    private static let crash = Reader(name: "crash") { _ in
        [[UInt8](0..<16), [UInt8](1..<17)]
    } read: { path in
        if let first = try Files.read(path).first, first % 2 == 1 { fatalError("an odd number") }
    }

    private static let pictures: [Picture] = [.grey, .rgb, .rgba].map { (format: Picture.Format) in
        var picture = Picture(
            width: 13, height: 9, format: format, filledWith: [UInt8](repeating: 90, count: format.channels))
        for index in picture.samples.indices { picture.samples[index] = UInt8(truncatingIfNeeded: index &* 37) }
        return picture
    }

    private static let png = Reader(name: "png") { _ in
        try pictures.map { try $0.encodedAsPNG() }
    } read: {
        _ = try Picture(contentsOf: $0)
    } repair: { bytes in
        // A chunk is its length, its kind, its data, and the checksum of the latter two.
        var start = 8
        while start + 12 <= bytes.count {
            let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
            let end = start + 8 + length
            guard end + 4 <= bytes.count else { return }
            let checksum = Deflate.checksum(of: Array(bytes[start + 4..<end]))
            for index in 0..<4 { bytes[end + index] = UInt8(truncatingIfNeeded: checksum >> UInt32(24 - 8 * index)) }
            start = end + 4
        }
    }

    private static let jpeg = Reader(name: "jpeg") { folder in
        try pictures.map { picture in
            try picture.write(to: "\(folder)/a.jpg")
            return try Files.read("\(folder)/a.jpg")
        }
    } read: {
        _ = try Picture(contentsOf: $0)
    }

    private static let numbers = Tensor(shape: [2, 3]) { numbers in
        for index in numbers.indices { numbers[index] = Float(index) }
    }

    private static let safetensors = Reader(name: "safetensors") { folder in
        var checkpoint = Checkpoint()
        var generator = SeededGenerator(seed: 1)
        checkpoint.store(Convolution(2, 3, kernel: 3).initialised(using: &generator))
        checkpoint.strings = ["network": "colorizer", "size": "128"]
        return try [Precision.float32, .float16].map { precision in
            try checkpoint.write(to: "\(folder)/a", precision: precision)
            return try Files.read("\(folder)/a")
        }
    } read: {
        _ = try Checkpoint(contentsOf: $0)
    }

    private static let npy = Reader(name: "npy") { folder in
        try NumPy.write(numbers, to: "\(folder)/a.npy")
        return [try Files.read("\(folder)/a.npy")]
    } read: {
        _ = try NumPy.read($0)
    }

    private static let npz = Reader(name: "npz") { folder in
        try [false, true].map { isCompressed in
            try NumPy.writeArchive(["a": numbers, "b": numbers], to: "\(folder)/a.npz", isCompressed: isCompressed)
            return try Files.read("\(folder)/a.npz")
        }
    } read: {
        _ = try NumPy.readArchive($0)
    }

    private static let cascade = Reader(name: "cascade") { _ in
        [try Files.read(ShippedData.path(of: "face-cascade.xml"))]
    } read: {
        _ = try Cascade(contentsOf: $0)
    }

    /// Two pictures of 3×2 pixels, as MNIST's files hold them.
    private static let idx = Reader(name: "idx") { _ in
        [[0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3] + [UInt8](0..<12), [0, 0, 8, 1, 0, 0, 0, 2, 7, 9]]
    } read: {
        _ = try IDXFile($0, rank: 3)
    }

    private static let palette = Reader(name: "palette") { _ in
        [Array("GIMP Palette\nName: a\nColumns: 2\n#\n255 0 0 red\n 10 20 30 dark\n".utf8)]
    } read: {
        _ = try ColorPalette(contentsOf: $0)
    }
}
