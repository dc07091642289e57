import Basics
import Files
import FoundationEssentials
import TensorCore

/// How a checkpoint's numbers are written.
public enum Precision: Sendable {
    /// As they are.
    case float32
    /// Rounded to half of the size: 11 significant bits, at most 65,504. For weights that are not trained further.
    case float16
}

/// Writes safetensors files as the reference implementation lays them out: the formats with the longest numbers first,
/// names in order among them, the header filled up with spaces so that the numbers are aligned.
enum SafeTensorsWriter {
    /// Something to be written.
    enum Value {
        case tensor(Tensor)
        case integer(Int)
    }

    private struct Item {
        let name: String
        let value: Value
        let format: NumberFormat

        var shape: [Int] {
            if case .tensor(let tensor) = value { tensor.shape } else { [] }
        }

        var size: Int { shape.reduce(format.width, *) }
    }

    /// Writes a file whole, or throws a `FileError` and leaves the old one as it was.
    static func write(
        _ values: [String: Value], metadata: [String: String], precision: Precision, to path: String
    ) throws {
        let items = values.map { name, value in
            switch value {
            case .integer: Item(name: name, value: value, format: .int64)
            case .tensor: Item(name: name, value: value, format: precision == .float16 ? .float16 : .float32)
            }
        }.sorted { ($1.format.width, $0.name) < ($0.format.width, $1.name) }
        let header = try header(of: items, metadata)
        try Files.replace(path) { writer in
            try writer.write(littleEndianBytes(of: UInt64(header.count)))
            try writer.write(header)
            for item in items { try write(item, to: &writer, of: path) }
        }
    }

    private static func header(of items: [Item], _ metadata: [String: String]) throws -> [UInt8] {
        var members: [String] = []
        if !metadata.isEmpty {
            let strings = try metadata.sorted { $0.key < $1.key }.map { "\(try json($0.key)):\(try json($0.value))" }
            members.append("\(try json(SafeTensorsHeader.metadataKey)):{\(strings.joined(separator: ","))}")
        }
        var offset = 0
        for item in items {
            let shape = item.shape.map(String.init).joined(separator: ",")
            let description =
                #""dtype":"\#(item.format.rawValue)","shape":[\#(shape)],"data_offsets":[\#(offset),\#(offset + item.size)]"#
            members.append("\(try json(item.name)):{\(description)}")
            offset += item.size
        }
        var header = Array("{\(members.joined(separator: ","))}".utf8)
        while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
        return header
    }

    private static func json(_ string: String) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return String(decoding: try encoder.encode(string), as: UTF8.self)
    }

    private static func write(_ item: Item, to writer: inout Files.Writer, of path: String) throws {
        switch item.value {
        case .integer(let number): try writer.write(littleEndianBytes(of: number))
        case .tensor(let tensor) where item.format == .float16:
            try writer.write(halves(of: tensor, item.name, path))
        case .tensor(let tensor):
            try tensor.withScalars { try writer.write(UnsafeRawBufferPointer($0)) }
        }
    }

    private static func halves(of tensor: Tensor, _ name: String, _ path: String) throws -> [UInt8] {
        try tensor.withScalars { numbers in
            try [UInt8](unsafeUninitializedCapacity: 2 * numbers.count) { bytes, count in
                for (index, number) in numbers.enumerated() {
                    let half = Float16(number)
                    guard half.isFinite || !number.isFinite else {
                        throw FileError(
                            path: path, problem: "\(quoted(name)) holds \(number), which is too large for 16 bits",
                            remedy: "Save it with 32 bits")
                    }
                    UnsafeMutableRawBufferPointer(bytes).storeBytes(
                        of: half.bitPattern.littleEndian, toByteOffset: 2 * index, as: UInt16.self)
                }
                count = 2 * numbers.count
            }
        }
    }
}
