import Files

extension Picture {
    /// Writes a PNG or JPEG file, as its name ends, whole or not at all: a failure leaves an old file as it was.
    ///
    /// PNG has 8 bits a sample and keeps transparency; JPEG is on white, of a `quality` from 1 to 100. The same picture
    /// gives the same bytes. Throws a ``PictureError`` when the name ends otherwise, the folder is missing, the file may not
    /// be written, or the disk is full.
    public func write(to path: String, quality: Int = usualQuality) throws {
        let bytes =
            switch try Self.writtenFormat(of: path) {
            case .jpeg: try encodeJPEG(self, quality: quality, named: path)
            default: try encodePNG(self, named: path)
            }
        try reportingPictureErrors { try Files.replace(path, with: bytes) }
    }

    /// Throws a ``PictureError`` when ``write(to:quality:)`` would refuse the name.
    public static func checkName(_ path: String) throws { _ = try writtenFormat(of: path) }

    /// What kind of file the name asks for. Devices and pipes, such as `/dev/stdout`, get PNG: their names end
    /// in nothing.
    private static func writtenFormat(of path: String) throws -> FileFormat {
        let name = path.lowercased()
        if name.hasSuffix(".png") { return .png }
        if jpegEndings.contains(where: name.hasSuffix) { return .jpeg }
        if path.hasPrefix("/dev/") { return .png }
        throw PictureError(
            path: path, problem: "is the name of no kind of picture that can be written",
            remedy: "Let it end in .png or .jpg")
    }

    /// The quality of JPEG files where none is asked for.
    public static let usualQuality = 95

    /// How names of JPEG files end.
    public static let jpegEndings = [".jpg", ".jpeg", ".jpe", ".jfif", ".jif", ".jfi"]

    /// The bytes of a PNG file of the picture; the same picture gives the same bytes.
    ///
    /// Throws a ``PictureError`` when a side is longer than PNG allows, which is a million pixels.
    public func encodedAsPNG() throws -> [UInt8] {
        try encodePNG(self, named: "picture")
    }

    /// The bytes of a JPEG file of the picture, on white; see ``write(to:quality:)``.
    public func encodedAsJPEG(quality: Int = usualQuality) throws -> [UInt8] {
        try encodeJPEG(self, quality: quality, named: "picture")
    }
}
