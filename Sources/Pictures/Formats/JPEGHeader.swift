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
        var hasExif = false
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
            case 0xE1:
                // Of several EXIF segments the first counts, as for Pillow.
                guard !hasExif, segment.starts(with: Array("Exif\0\0".utf8)) else { continue }
                hasExif = true
                orientation = exifOrientation(inTIFF: segment.dropFirst(6)) ?? 1
            default: continue
            }
        }
    }

    private static func size(inFrame segment: ArraySlice<UInt8>) -> Picture.Size? {
        var reader = ByteReader(segment, at: 1)
        guard let height = reader.integer(2), let width = reader.integer(2), width > 0, height > 0 else { return nil }
        return Picture.Size(width: width, height: height)
    }
}
