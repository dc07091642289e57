import Basics
import TensorCore

/// How a number is written in a file; the bytes of a number stand in little-endian order.
enum NumberFormat: String, Sendable, CaseIterable {
    case bool = "BOOL"
    case uint8 = "U8"
    case int8 = "I8"
    case uint16 = "U16"
    case int16 = "I16"
    case float16 = "F16"
    case bfloat16 = "BF16"
    case uint32 = "U32"
    case int32 = "I32"
    case float32 = "F32"
    case uint64 = "U64"
    case int64 = "I64"
    case float64 = "F64"

    /// Bytes that a number takes.
    var width: Int {
        switch self {
        case .bool, .uint8, .int8: 1
        case .uint16, .int16, .float16, .bfloat16: 2
        case .uint32, .int32, .float32: 4
        case .uint64, .int64, .float64: 8
        }
    }

    /// Bytes that numbers of a shape take; nil if a length is negative, or if no memory could hold them.
    ///
    /// A shape that holds nothing, `[0, 1 << 62, 1 << 62]`, must not have parts that overflow either: axes are multiplied
    /// in other orders later.
    func size(of shape: [Int]) -> Int? {
        var size = width
        for length in shape {
            let (product, hasOverflown) = size.multipliedReportingOverflow(by: max(1, length))
            guard length >= 0, !hasOverflown else { return nil }
            size = product
        }
        return shape.contains(0) ? 0 : size
    }

    /// Makes a Float32 of each number; those that are too long for one are rounded to the nearest.
    func decode(_ bytes: UnsafeRawBufferPointer, into numbers: UnsafeMutableBufferPointer<Float>) {
        switch self {
        case .bool: convert(bytes, as: UInt8.self, numbers) { $0 == 0 ? 0 : 1 }
        case .uint8: convert(bytes, as: UInt8.self, numbers) { Float($0) }
        case .int8: convert(bytes, as: Int8.self, numbers) { Float($0) }
        case .uint16: convert(bytes, as: UInt16.self, numbers) { Float(UInt16(littleEndian: $0)) }
        case .int16: convert(bytes, as: Int16.self, numbers) { Float(Int16(littleEndian: $0)) }
        case .float16:
            convert(bytes, as: UInt16.self, numbers) { Float(halfBits: UInt16(littleEndian: $0)) }
        case .bfloat16:
            // The upper half of a Float32.
            convert(bytes, as: UInt16.self, numbers) { Float(bitPattern: UInt32(UInt16(littleEndian: $0)) << 16) }
        case .uint32: convert(bytes, as: UInt32.self, numbers) { Float(UInt32(littleEndian: $0)) }
        case .int32: convert(bytes, as: Int32.self, numbers) { Float(Int32(littleEndian: $0)) }
        case .float32: convert(bytes, as: UInt32.self, numbers) { Float(bitPattern: UInt32(littleEndian: $0)) }
        case .uint64: convert(bytes, as: UInt64.self, numbers) { Float(UInt64(littleEndian: $0)) }
        case .int64: convert(bytes, as: Int64.self, numbers) { Float(Int64(littleEndian: $0)) }
        case .float64:
            convert(bytes, as: UInt64.self, numbers) { Float(Double(bitPattern: UInt64(littleEndian: $0))) }
        }
    }

    /// Files do not align their numbers, so each is loaded from wherever it stands.
    @inline(__always)
    private func convert<Stored: FixedWidthInteger>(
        _ bytes: UnsafeRawBufferPointer, as _: Stored.Type, _ numbers: UnsafeMutableBufferPointer<Float>,
        _ number: (Stored) -> Float
    ) {
        precondition(
            bytes.count == numbers.count * MemoryLayout<Stored>.stride, "NumberFormat: wrong number of bytes")
        for index in numbers.indices {
            let stored = bytes.loadUnaligned(fromByteOffset: index * MemoryLayout<Stored>.stride, as: Stored.self)
            numbers[index] = number(stored)
        }
    }
}

extension Tensor {
    /// Whether no number is infinite or NaN.
    var isFinite: Bool { withScalars { $0.areFinite } }
}

extension UnsafeBufferPointer<Float> {
    /// Whether no number is infinite or NaN.
    var areFinite: Bool {
        // Without its sign, such a number has the largest exponent there is. The largest bit pattern is found without
        // a branch, so that the compiler can look at many at a time.
        var largest: UInt32 = 0
        for number in self { largest = Swift.max(largest, number.bitPattern & 0x7FFF_FFFF) }
        return largest < Float.infinity.bitPattern
    }
}

extension Float {
    /// The number that 16 bits stand for. `Float(Float16)` is a call for each number unless the processor is known to
    /// have an instruction for it; this is arithmetic on many at a time.
    fileprivate init(halfBits: UInt16) {
        let magnitude = UInt32(halfBits & 0x7FFF) << 13
        // The exponents of the two formats differ by 112; infinity and NaN keep all exponent bits set.
        let isFinite = halfBits & 0x7C00 != 0x7C00
        let scaled = (Float(bitPattern: magnitude) * 0x1p112).bitPattern
        self.init(bitPattern: UInt32(halfBits & 0x8000) << 16 | (isFinite ? scaled : magnitude | 0x7F80_0000))
    }
}
