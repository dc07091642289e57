import Drawings
import Testing

/// A PNG file of any kind, made by hand and uncompressed: libpng's simple interface writes only a few kinds.
struct PNGFile: CustomTestStringConvertible {
    enum Color: UInt8 {
        case grey = 0
        case rgb = 2
        case palette = 3
        case greyWithAlpha = 4
        case rgba = 6

        var channels: Int {
            switch self {
            case .grey, .palette: 1
            case .greyWithAlpha: 2
            case .rgb: 3
            case .rgba: 4
            }
        }
    }

    var color: Color
    var depth: Int
    var isInterlaced = false
    /// The contents of the tRNS chunk, if there is one.
    var transparency: [UInt8]?
    var width = 11
    var height = 10

    static let palette: [[UInt8]] = (UInt8.min...UInt8.max).map { [255 - $0, $0 &* 7, $0] }

    var testDescription: String {
        "\(color) \(depth)\(isInterlaced ? " interlaced" : "")\(transparency == nil ? "" : " with tRNS")"
    }

    /// The stored sample of a pixel, from 0 to the largest of `depth` bits.
    func value(_ x: Int, _ y: Int, _ channel: Int) -> Int {
        (x * 5021 + y * 3217 + channel * 1201 + x * y * 77) & ((1 << depth) - 1)
    }

    var bytes: [UInt8] { header + body }

    /// The signature and the first chunk.
    var header: [UInt8] {
        let description = [UInt8(depth), color.rawValue, 0, 0, isInterlaced ? 1 : 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + PNGFile.chunk("IHDR", bigEndian(width) + bigEndian(height) + description)
    }

    /// What follows the header.
    var body: [UInt8] {
        let colors =
            color == .palette ? PNGFile.chunk("PLTE", PNGFile.palette.prefix(1 << depth).flatMap { $0 }) : []
        let hidden = transparency.map { PNGFile.chunk("tRNS", $0) } ?? []
        return colors + hidden + PNGFile.chunk("IDAT", stored(samples)) + PNGFile.chunk("IEND", [])
    }

    /// A PNG chunk with its length and checksum.
    static func chunk(_ name: String, _ contents: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + contents
        var checksum: UInt32 = .max
        for byte in body {
            checksum ^= UInt32(byte)
            for _ in 0..<8 { checksum = checksum & 1 == 1 ? checksum >> 1 ^ 0xEDB8_8320 : checksum >> 1 }
        }
        return bigEndian(contents.count) + body + bigEndian(Int(~checksum))
    }

    /// The rows of all passes, each behind its filter byte.
    private var samples: [UInt8] {
        // Start and step of each of Adam7's passes: x, y, step in x, step in y.
        let passes =
            isInterlaced
            ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
            : [(0, 0, 1, 1)]
        var bytes: [UInt8] = []
        for (startX, startY, stepX, stepY) in passes where startX < width {
            for y in stride(from: startY, to: height, by: stepY) {
                bytes.append(0)
                bytes += packed(
                    stride(from: startX, to: width, by: stepX).flatMap { x in
                        (0..<color.channels).map { value(x, y, $0) }
                    })
            }
        }
        return bytes
    }

    /// A row of values, `depth` bits each, the highest bit first.
    private func packed(_ values: [Int]) -> [UInt8] {
        let bits = values.flatMap { value in (0..<depth).reversed().map { value >> $0 & 1 } }
        return stride(from: 0, to: bits.count, by: 8).map { start in
            (0..<8).reduce(0) { byte, bit in byte << 1 | UInt8(start + bit < bits.count ? bits[start + bit] : 0) }
        }
    }
}

func bigEndian(_ value: Int) -> [UInt8] {
    (0..<4).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

/// A zlib stream that holds `bytes` (fewer than 65,536) as they are.
private func stored(_ bytes: [UInt8]) -> [UInt8] {
    var (low, high) = (1, 0)
    for byte in bytes {
        low = (low + Int(byte)) % 65521
        high = (high + low) % 65521
    }
    let length = [UInt8(bytes.count & 255), UInt8(bytes.count >> 8)]
    return [0x78, 0x01, 0x01] + length + length.map { ~$0 } + bytes + bigEndian(high << 16 | low)
}
