import Files

/// A file of MNIST's format IDX, packed with gzip or plain: bytes with any number of dimensions.
///
/// It begins with two zeros, the kind of its elements (8: bytes; others are not read), the number of dimensions and
/// each dimension as four bytes, the highest first; then the elements, the last dimension running fastest. So pictures
/// begin with 0x00000803 and labels with 0x00000801. Source: LeCun, Cortes and Burges, *The MNIST database*.
public struct IDXFile: Sendable {
    public let path: String
    /// The number of items, then the sizes of one: `[60000, 28, 28]` of MNIST's pictures.
    public let dimensions: [Int]
    public let elements: [UInt8]

    /// Reads a file that is expected to have as many dimensions as `rank`: 3 for pictures, 1 for labels.
    ///
    /// Throws a `FileError` when it cannot be read, is no IDX file of bytes, has another rank, holds no item, or does
    /// not hold exactly as many elements as it says.
    public init(_ path: String, rank: Int) throws {
        let packed = try Files.read(path, limit: Self.limit)
        let isCompressed = Gzip.isCompressed(packed)
        let bytes = isCompressed ? try Gzip.unpack(packed, of: path, limit: Self.limit) : packed

        func broken(_ problem: String, _ remedy: String = "Fetch or copy it again") -> FileError {
            FileError(path: path, problem: problem, remedy: remedy)
        }
        guard bytes.count >= 4, bytes[0] == 0, bytes[1] == 0 else {
            let problem = bytes.isEmpty ? "is empty" : "is no IDX file: it does not begin with two zeros and a kind"
            throw broken(problem, "Name a file of MNIST's format, packed with gzip or plain")
        }
        guard bytes[2] == 8 else {
            throw broken("is an IDX file, but not of bytes (kind \(bytes[2]), not 8)", "Name a file of bytes")
        }
        guard bytes[3] == UInt8(rank) else {
            let names = [1: "labels", 3: "pictures"]
            let found = names[Int(bytes[3])] ?? "something of \(bytes[3]) dimensions"
            throw broken(
                "holds \(found), not \(names[rank] ?? "something of \(rank) dimensions")", "Name the other file")
        }
        let start = 4 + 4 * rank
        guard bytes.count >= start else { throw broken("is cut off in its header") }
        dimensions = (0..<rank).map { axis in
            bytes[(4 + 4 * axis)..<(8 + 4 * axis)].reduce(0) { $0 << 8 | Int($1) }
        }
        guard let promised = Self.product(of: dimensions) else {
            throw broken("cannot be right: its header promises \(dimensions) elements")
        }
        guard promised > 0 else { throw broken("holds nothing: its header says \(dimensions)") }
        guard bytes.count - start == promised else {
            throw broken("holds \(bytes.count - start) elements, and its header promises \(promised)")
        }
        self.path = path
        elements = Array(bytes[start...])
    }

    /// Twenty times MNIST's largest file.
    private static let limit = 1 << 30

    /// Nil if it is larger than any number.
    private static func product(of dimensions: [Int]) -> Int? {
        dimensions.reduce(1) { product, dimension in
            guard let product, case let (next, overflow) = product.multipliedReportingOverflow(by: dimension),
                !overflow
            else { return nil }
            return next
        }
    }
}
