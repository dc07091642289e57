/// The orientation, 1 to 8, in the first directory of EXIF's data, which is a TIFF file; nil if it has none that is valid.
///
/// EXIF wants a 16-bit number. Writers use other integers too, and readers (Pillow among them) take them.
func exifOrientation(inTIFF data: ArraySlice<UInt8>) -> Int? {
    var tiff = ByteReader(data, at: 0)
    guard let order = tiff.bytes(2) else { return nil }
    tiff.isLittleEndian = order.elementsEqual("II".utf8)
    guard tiff.integer(2) == 42, let directory = tiff.integer(4) else { return nil }
    tiff.position = directory
    for _ in 0..<(tiff.integer(2) ?? 0) {
        guard let tag = tiff.integer(2), let type = tiff.integer(2), let count = tiff.integer(4) else { return nil }
        let place = tiff.position
        if tag == 0x0112 {
            // Of 1, 2 and 4 bytes, without and with a sign.
            let lengths = [1: 1, 3: 2, 4: 4, 6: 1, 8: 2, 9: 4]
            guard count == 1, let length = lengths[type], let value = tiff.integer(length), 1...8 ~= value else {
                return nil
            }
            return value
        }
        tiff.position = place + 4
    }
    return nil
}
