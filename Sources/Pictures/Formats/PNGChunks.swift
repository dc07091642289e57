/// The chunks of a PNG file, walked through before libpng sees them.
struct PNGChunks {
    private let bytes: [UInt8]
    /// Where the chunks that say what colours mean are, and whether there are any.
    private var colorChunks: [Range<Int>] = []
    /// EXIF's orientation, 1 to 8; 1 is upright.
    private(set) var orientation = 1

    /// Throws a ``PictureError`` for a chunk that is said to be longer than the rest of the file: libpng would take memory for
    /// all of it first.
    init(_ bytes: [UInt8], named name: String) throws {
        try self.init(walking: bytes) { length, rest in
            throw PictureError.damaged(
                name, .png,
                "it ends within a chunk, which is said to have \(length) bytes where \(max(0, rest)) are left")
        }
    }

    /// Of the first bytes of a file.
    init(ofStart bytes: [UInt8]) {
        self.init(walking: bytes) { _, _ in }
    }

    private init(walking bytes: [UInt8], _ overlong: (_ length: Int, _ rest: Int) throws -> Void) rethrows {
        self.bytes = bytes
        var position = 8
        while position + 8 <= bytes.count {
            let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
            let kind = String(decoding: bytes[position + 4..<position + 8], as: UTF8.self)
            let end = position + 12 + length
            guard end <= bytes.count else {
                try overlong(length, bytes.count - position - 12)
                return
            }
            switch kind {
            case "IEND": return
            case "gAMA", "cHRM", "sRGB", "iCCP", "cICP": colorChunks.append(position..<end)
            case "eXIf": orientation = exifOrientation(inTIFF: bytes[position + 8..<position + 8 + length]) ?? 1
            default: break
            }
            position = end
        }
    }

    /// The file without the chunks that say what colours mean.
    var withoutColors: [UInt8] {
        guard !colorChunks.isEmpty else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        for chunk in colorChunks {
            result += bytes[position..<chunk.lowerBound]
            position = chunk.upperBound
        }
        return result + bytes[position...]
    }

    /// The size in the header, turned upright, if it is there.
    var uprightSize: Picture.Size? {
        guard bytes.count >= 24, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
        let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
        let height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
        guard width > 0, height > 0 else { return nil }
        return orientation < 5
            ? Picture.Size(width: width, height: height) : Picture.Size(width: height, height: width)
    }
}
