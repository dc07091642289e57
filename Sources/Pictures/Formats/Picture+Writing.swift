import Files

extension Picture {
    /// Writes a PNG file of 8 bits a sample, whole or not at all: a failure leaves an old file as it was.
    ///
    /// The same picture gives the same bytes. Throws a ``PictureError`` when the folder is missing, the file may not be
    /// written, or the disk is full.
    public func write(to path: String) throws {
        let bytes = try encodePNG(self, named: path)
        try reportingPictureErrors { try Files.replace(path, with: bytes) }
    }

    /// The bytes of a PNG file of the picture; the same picture gives the same bytes.
    ///
    /// Throws a ``PictureError`` when a side is longer than PNG allows, which is a million pixels.
    public func encodedAsPNG() throws -> [UInt8] {
        try encodePNG(self, named: "picture")
    }
}
