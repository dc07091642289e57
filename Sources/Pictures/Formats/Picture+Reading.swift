import Files

extension Picture {
    /// The most pixels a picture may have to be read: a file of a few bytes may claim any size.
    public static let maximumPixels = 100_000_000

    /// The most bytes a file may have to be read as a picture.
    public static let maximumFileSize = 1 << 30

    /// Columns and rows of a picture.
    public struct Size: Sendable, Equatable {
        public let width: Int
        public let height: Int

        public init(width: Int, height: Int) {
            self.width = width
            self.height = height
        }

        var pixels: Int { width * height }
    }

    /// Reads a PNG or JPEG file; which of them is told by its first bytes, not by its name.
    ///
    /// PNG of every kind: grey gives `.grey`, colour and palette `.rgb`, anything with transparency `.rgba`; 16 bits
    /// become 8. JPEG: grey gives `.grey`, the rest (CMYK too) `.rgb`. Both are turned upright as their EXIF orientation
    /// says. Gamma and colour profiles are not applied: the numbers are taken for sRGB.
    ///
    /// Throws a ``PictureError`` when the file cannot be read, is no picture, is damaged or cut short (a picture is
    /// never given with a part missing), or has more than ``maximumPixels``. What comes after the picture is ignored.
    public init(contentsOf path: String) throws {
        let bytes = try reportingPictureErrors { try Files.read(path, limit: Picture.maximumFileSize) }
        try self.init(decoding: bytes, named: path)
    }

    /// Reads a picture from the bytes of a PNG or JPEG file; `name` is for errors. See ``init(contentsOf:)``.
    public init(decoding bytes: [UInt8], named name: String) throws {
        self = try Self.decoded(bytes, named: name).picture
    }

    /// A picture as ``init(contentsOf:)`` gives it, and what is wrong with its file but does no harm, if anything is.
    public static func read(_ path: String) throws -> (picture: Picture, remark: String?) {
        let bytes = try reportingPictureErrors { try Files.read(path, limit: maximumFileSize) }
        return try decoded(bytes, named: path)
    }

    private static func decoded(_ bytes: [UInt8], named name: String) throws -> (picture: Picture, remark: String?) {
        switch try fileFormat(of: bytes, named: name) {
        case .png: (try decodePNG(bytes, named: name), nil)
        default: try decodeJPEG(bytes, named: name)
        }
    }

    /// The size of the picture in a PNG or JPEG file, from its header: far cheaper than reading it.
    ///
    /// Throws as ``init(contentsOf:)`` does, except that a picture of any size is fine and damage behind the header
    /// stays unnoticed.
    public static func size(of path: String) throws -> Size {
        // Most headers are short, but a JPEG file may carry a preview or a colour profile before the size.
        let enough = 1 << 16
        var bytes = try reportingPictureErrors { try Files.read(path, first: enough) }
        let format = try fileFormat(of: bytes, named: path)
        if let size = size(inHeader: bytes, format) { return size }
        if bytes.count == enough {
            bytes = try reportingPictureErrors { try Files.read(path, limit: maximumFileSize) }
            if let size = size(inHeader: bytes, format) { return size }
        }
        throw PictureError.damaged(path, format, "its header is not whole")
    }

    private static func size(inHeader bytes: [UInt8], _ format: FileFormat) -> Size? {
        format == .png ? PNGChunks(ofStart: bytes).uprightSize : JPEGHeader(bytes).uprightSize
    }

    /// PNG or JPEG; an error that says what else the bytes look like.
    private static func fileFormat(of bytes: [UInt8], named name: String) throws -> FileFormat {
        let remedy = "Give a PNG or JPEG file"
        if bytes.isEmpty { throw PictureError(path: name, problem: "is empty", remedy: remedy) }
        guard let format = FileFormat(of: bytes) else {
            throw PictureError(path: name, problem: "is not a picture", remedy: remedy)
        }
        guard format == .png || format == .jpeg else {
            throw PictureError(path: name, problem: "is not a PNG or JPEG but a \(format.name) file", remedy: remedy)
        }
        return format
    }
}

/// What `body` gives; an error of the file becomes one of the picture.
func reportingPictureErrors<Result>(_ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch let error as FileError {
        throw PictureError(error)
    }
}
