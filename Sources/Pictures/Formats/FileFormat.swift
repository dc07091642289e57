/// What a file holds, told by its first bytes; its name does not matter.
struct FileFormat: Equatable {
    /// The name to show, such as "PNG" or "text".
    let name: String

    static let png = FileFormat(name: "PNG")
    static let jpeg = FileFormat(name: "JPEG")

    /// The format of a file that begins with `bytes`, if it is a known one.
    init?(of bytes: [UInt8]) {
        if let match = signatures.first(where: { $0.fits(bytes) }) {
            self = match.format
        } else if FileFormat.isText(bytes.prefix(512)) {
            self.init(name: "text")
        } else if bytes.starts(with: Array("BM".utf8)) {
            self.init(name: "BMP")
        } else {
            return nil
        }
    }

    init(name: String) {
        self.name = name
    }

    private static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }
}

/// Bytes that a file of a format has at `offset`.
private struct Signature {
    let format: FileFormat
    let bytes: [UInt8]
    let offset: Int

    init(_ format: FileFormat, _ bytes: [UInt8], at offset: Int = 0) {
        self.format = format
        self.bytes = bytes
        self.offset = offset
    }

    /// Whether a file begins so; a PNG or JPEG file may be cut short here already.
    func fits(_ file: [UInt8]) -> Bool {
        let start = file.dropFirst(offset).prefix(bytes.count)
        let isWhole = start.count == bytes.count || format == .png || format == .jpeg
        return isWhole && !start.isEmpty && bytes.starts(with: start)
    }

    init(_ name: String, _ text: String, at offset: Int = 0) {
        self.init(FileFormat(name: name), Array(text.utf8), at: offset)
    }
}

private let signatures = [
    Signature(.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    Signature(.jpeg, [0xFF, 0xD8, 0xFF]),
    Signature("GIF", "GIF8"),
    Signature("WebP", "WEBP", at: 8),
    Signature("AVIF", "ftypavif", at: 4),
    Signature("HEIC", "ftyphei", at: 4),
    Signature("HEIC", "ftypmif1", at: 4),
    Signature(FileFormat(name: "JPEG XL"), [0xFF, 0x0A]),
    Signature("JPEG XL", "JXL ", at: 4),
    Signature(FileFormat(name: "TIFF"), [0x49, 0x49, 0x2A, 0x00]),
    Signature(FileFormat(name: "TIFF"), [0x4D, 0x4D, 0x00, 0x2A]),
    Signature("Photoshop", "8BPS"),
    Signature("GIMP", "gimp xcf"),
    Signature("SVG", "<svg"),
    Signature("SVG or other XML", "<?xml"),
    Signature("web page", "<!DOCTYPE html"),
    Signature("PDF", "%PDF"),
    Signature("ZIP", "PK\u{3}\u{4}"),
    Signature(FileFormat(name: "gzip"), [0x1F, 0x8B]),
]
