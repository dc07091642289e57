import Basics
import Files
import TensorCore

/// Reads and writes tensors as NumPy does: `.npy` files hold one array, `.npz` files several under names.
public enum NumPy {
    /// The array of an `.npy` file, of any version and axis order.
    ///
    /// Numbers of other formats than Float32 are rounded to it: whole numbers beyond 16,777,216 and the last digits of
    /// doubles are lost. Throws a `FileError` when the file is damaged or holds something other than numbers.
    public static func read(_ path: String) throws -> Tensor {
        try array(in: Files.read(path)[...], from: path)
    }

    /// Writes an `.npy` file of Float32 numbers whole; when it throws a `FileError`, the old file is as it was.
    public static func write(_ tensor: Tensor, to path: String) throws {
        try Files.replace(path) { writer in
            try writer.write(header(for: tensor))
            try tensor.withScalars { try writer.write(UnsafeRawBufferPointer($0)) }
        }
    }

    /// The arrays of numbers of an `.npz` file, by name. Members that are no arrays, or arrays of text or objects, are passed
    /// over.
    ///
    /// Throws a `FileError` when the archive or one of its arrays is damaged, encrypted, or compressed in another way
    /// than by deflate.
    public static func readArchive(_ path: String) throws -> [String: Tensor] { try contents(ofArchive: path).arrays }

    /// What ``readArchive(_:)`` gives, and the names of the members that it passes over.
    static func contents(ofArchive path: String) throws -> (arrays: [String: Tensor], passedOver: [String]) {
        let archive = try ZipArchive(Files.read(path), from: path)
        var (arrays, passedOver) = ([String: Tensor](), [String]())
        for member in archive.members {
            guard member.name.hasSuffix(".npy") else {
                passedOver.append(member.name)
                continue
            }
            let name = String(member.name.dropLast(4))
            let source = "\(path) (\(quoted(name)))"
            let (header, data) = try header(of: archive.contents(of: member)[...], from: source)
            if header.isForeign {
                passedOver.append(member.name)
            } else {
                arrays[name] = try tensor(of: data, header, from: source)
            }
        }
        return (arrays, passedOver)
    }

    /// Writes an `.npz` file whole, its arrays in the order of their names; when it throws a `FileError`, the old file is
    /// as it was. The same arrays give the same bytes.
    public static func writeArchive(
        _ tensors: [String: Tensor], to path: String, isCompressed: Bool = false
    ) throws {
        try Files.replace(path) { writer in
            var archive = ZipWriter(path: path, isCompressed: isCompressed)
            for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
                let numbers = tensor.withScalars { Array(UnsafeRawBufferPointer($0)) }
                try archive.add(header(for: tensor) + numbers, named: "\(name).npy", to: &writer)
            }
            try archive.finish(to: &writer)
        }
    }
}

// MARK: - One array

extension NumPy {
    private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

    /// Reads the bytes of an `.npy` file; `source` names them in errors.
    static func array(in bytes: ArraySlice<UInt8>, from source: String) throws -> Tensor {
        let (header, data) = try header(of: bytes, from: source)
        return try tensor(of: data, header, from: source)
    }

    /// The header of an `.npy` file, and what comes after it.
    private static func header(
        of bytes: ArraySlice<UInt8>, from source: String
    ) throws -> (header: NumPyHeader, data: ArraySlice<UInt8>) {
        guard bytes.starts(with: magic), bytes.count >= 10 else {
            throw FileError(
                path: source, problem: "is not an array of NumPy", remedy: "Save it with numpy.save as .npy")
        }
        let afterMagic = bytes.dropFirst(magic.count)
        guard let version = afterMagic.first, (1...3).contains(version) else {
            throw FileError(
                path: source, problem: "is of an unknown version of NumPy's format",
                remedy: "Save it with numpy.save, which writes version 1")
        }
        // The length of the header takes two bytes in the first version, four in later ones.
        let lengthBytes = afterMagic.dropFirst(2).prefix(version == 1 ? 2 : 4)
        let length = lengthBytes.reversed().reduce(0) { $0 << 8 | Int($1) }
        let rest = bytes[lengthBytes.endIndex...]
        guard rest.count >= length else {
            throw FileError(
                path: source, problem: "ends within its header", remedy: "It was cut off: copy or save it again")
        }
        return (try NumPyHeader(rest.prefix(length), from: source), rest.dropFirst(length))
    }

    private static func tensor(
        of data: ArraySlice<UInt8>, _ header: NumPyHeader, from source: String
    ) throws -> Tensor {
        let format = try header.format(from: source)
        guard let size = format.size(of: header.shape) else {
            throw FileError(
                path: source, problem: "has the impossible shape \(header.shape)",
                remedy: "It is damaged: copy or save it again")
        }
        guard data.count == size else {
            throw FileError(
                path: source,
                problem: "holds \(data.count) bytes of numbers, but its shape \(header.shape) takes \(size)",
                remedy: data.count < size
                    ? "It was cut off: copy or save it again" : "Save each array to a file of its own")
        }
        // Column-major order is row-major order of the axes in reverse.
        let shape = header.isColumnMajor ? header.shape.reversed() : header.shape
        let tensor = Tensor(shape: shape) { numbers in
            data.withUnsafeBytes { format.decode($0, into: numbers) }
        }
        guard header.isColumnMajor, shape.count > 1 else { return tensor }
        return tensor.transposed(to: shape.indices.reversed())
    }

    private static func header(for tensor: Tensor) -> [UInt8] {
        // A tuple of one has a comma behind it in Python.
        let lengths = tensor.shape.map { "\($0)" }.joined(separator: ", ") + (tensor.rank == 1 ? "," : "")
        let text = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(lengths)), }"
        // Filled up so that the numbers are aligned, with a line's end behind.
        let unpadded = magic.count + 4 + text.utf8.count + 1
        let padding = (64 - unpadded % 64) % 64
        let length = UInt16(text.utf8.count + padding + 1)
        return magic + [1, 0] + littleEndianBytes(of: length) + Array(text.utf8)
            + Array(repeating: UInt8(ascii: " "), count: padding) + [UInt8(ascii: "\n")]
    }
}
