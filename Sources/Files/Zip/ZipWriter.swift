import Basics

/// Writes a zip archive member by member. No time of day is written, so that the same members give the same bytes.
package struct ZipWriter {
    package let path: String
    package let isCompressed: Bool
    /// The list of members, which ends the archive.
    private var list: [UInt8] = []
    private var count = 0

    package init(path: String, isCompressed: Bool) {
        self.path = path
        self.isCompressed = isCompressed
    }

    package mutating func add<Sink: ByteSink & ~Copyable>(
        _ contents: [UInt8], named name: String, to writer: inout Sink
    ) throws {
        let packed = isCompressed ? Deflate.pack(contents) : contents
        let start = writer.count
        let name = Array(name.utf8)
        guard start + packed.count + name.count + list.count < 1 << 32 - 1 << 20, contents.count < 1 << 32 - 1 else {
            throw tooLarge
        }
        guard count < 0xFFFE, name.count <= 0xFFFF else { throw tooLarge }
        // Version 2.0; names in UTF-8; stored or deflated; the first of January 1980.
        var fields: [UInt8] = littleEndianBytes(of: UInt16(20)) + littleEndianBytes(of: UInt16(1 << 11))
        fields += littleEndianBytes(of: UInt16(isCompressed ? 8 : 0))
        fields += littleEndianBytes(of: UInt16(0)) + littleEndianBytes(of: UInt16(1 << 5 | 1))
        fields += littleEndianBytes(of: Deflate.checksum(of: contents))
        fields += littleEndianBytes(of: UInt32(packed.count)) + littleEndianBytes(of: UInt32(contents.count))
        fields += littleEndianBytes(of: UInt16(name.count)) + littleEndianBytes(of: UInt16(0))
        try writer.write(littleEndianBytes(of: UInt32(0x0403_4B50)) + fields + name)
        try writer.write(packed)
        // The entry of the list has the same fields, then six of no interest here and the member's place.
        list += littleEndianBytes(of: UInt32(0x0201_4B50)) + littleEndianBytes(of: UInt16(20)) + fields
        list += Array(repeating: 0, count: 10) + littleEndianBytes(of: UInt32(start)) + name
        count += 1
    }

    package func finish<Sink: ByteSink & ~Copyable>(to writer: inout Sink) throws {
        let start = writer.count
        try writer.write(list)
        let counts = littleEndianBytes(of: UInt16(count))
        try writer.write(
            littleEndianBytes(of: UInt32(0x0605_4B50)) + Array(repeating: 0, count: 4) + counts + counts
                + littleEndianBytes(of: UInt32(list.count)) + littleEndianBytes(of: UInt32(start)) + [0, 0])
    }

    private var tooLarge: FileError {
        FileError(
            path: path, problem: "would be too large for a zip archive, which ends at 4 GiB",
            remedy: "Write less into one file")
    }
}
