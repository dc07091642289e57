/// What the segments before the samples of a JPEG file tell: the size and how the camera was held.
///
/// TurboJPEG reads the size too, but not the EXIF orientation. Anything missing or wrong is simply not found: whether
/// the file is sound is the decoder's question.
struct JPEGHeader {
    /// The size as it is stored, before it is turned upright.
    private(set) var size: Picture.Size?
    /// EXIF's orientation, 1 to 8; 1 is upright.
    private(set) var orientation = 1

    /// The size of the picture turned upright.
    var uprightSize: Picture.Size? {
        size.map { orientation < 5 ? $0 : Picture.Size(width: $0.height, height: $0.width) }
    }

    init(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes[...], at: 2)
        while let marker = reader.nextMarker() {
            switch marker {
            case 0x01, 0xD0...0xD8: continue
            case 0xD9, 0xDA: return
            default: break
            }
            guard let length = reader.integer(2), length >= 2, let segment = reader.bytes(length - 2) else { return }
            switch marker {
            case 0xC4, 0xC8, 0xCC: continue
            case 0xC0...0xCF: size = size ?? JPEGHeader.size(inFrame: segment)
            case 0xE1: orientation = JPEGHeader.orientation(inExif: segment) ?? orientation
            default: continue
            }
        }
    }

    private static func size(inFrame segment: ArraySlice<UInt8>) -> Picture.Size? {
        var reader = ByteReader(segment, at: 1)
        guard let height = reader.integer(2), let width = reader.integer(2), width > 0, height > 0 else { return nil }
        return Picture.Size(width: width, height: height)
    }

    /// The orientation in the first directory of an EXIF segment, which is a TIFF file behind six letters.
    private static func orientation(inExif segment: ArraySlice<UInt8>) -> Int? {
        guard segment.starts(with: Array("Exif\0\0".utf8)) else { return nil }
        var tiff = ByteReader(segment.dropFirst(6), at: 0)
        guard let order = tiff.bytes(2) else { return nil }
        tiff.isLittleEndian = order.elementsEqual("II".utf8)
        guard tiff.integer(2) == 42, let directory = tiff.integer(4) else { return nil }
        tiff.position = directory
        for _ in 0..<(tiff.integer(2) ?? 0) {
            guard let tag = tiff.integer(2), let type = tiff.integer(2), let count = tiff.integer(4) else {
                return nil
            }
            let value = tiff.integer(2)
            if tag == 0x0112 {
                guard type == 3, count == 1, let value, 1...8 ~= value else { return nil }
                return value
            }
            _ = tiff.integer(2)
        }
        return nil
    }
}

/// Reads bytes one after the other; behind the end there is nothing.
private struct ByteReader {
    private let all: ArraySlice<UInt8>
    /// How many bytes into the file the next one is.
    var position: Int
    /// Whether the lowest byte of an integer comes first.
    var isLittleEndian = false

    init(_ bytes: ArraySlice<UInt8>, at position: Int) {
        all = bytes
        self.position = position
    }

    mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
        guard position <= all.count, count <= all.count - position else { return nil }
        defer { position += count }
        return all[(all.startIndex + position)..<(all.startIndex + position + count)]
    }

    mutating func integer(_ count: Int) -> Int? {
        guard let bytes = bytes(count) else { return nil }
        return isLittleEndian
            ? bytes.reversed().reduce(0) { $0 << 8 | Int($1) } : bytes.reduce(0) { $0 << 8 | Int($1) }
    }

    /// The code behind the next run of 0xFF; bytes before it are skipped, as decoders do.
    mutating func nextMarker() -> Int? {
        while let byte = integer(1) {
            guard byte == 0xFF else { continue }
            var code = integer(1)
            while code == 0xFF { code = integer(1) }
            if let code, code != 0 { return code }
        }
        return nil
    }
}
