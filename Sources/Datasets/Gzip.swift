import CZlib
import Files

/// Unpacks gzip (RFC 1952) through zlib.
enum Gzip {
    /// Whether the bytes begin as a gzip file does.
    static func isCompressed(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// The unpacked contents of the file `path`, whose bytes are given; several members one after another are one file.
    ///
    /// Throws a `FileError` when the data are damaged or cut off, and when they unpack to more than `limit` bytes, so
    /// that a small file cannot fill the memory.
    static func unpack(_ bytes: [UInt8], of path: String, limit: Int) throws -> [UInt8] {
        var stream = z_stream()
        // 16 asks for gzip's frame around the data, 15 is the largest window.
        guard inflateInit2_(&stream, 16 + 15, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw FileError(path: path, problem: "cannot be unpacked: no memory", remedy: "Close other programs")
        }
        defer { inflateEnd(&stream) }
        var unpacked: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        try bytes.withUnsafeBufferPointer { bytes in
            // zlib's older interface forgets that it only reads these bytes.
            stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
            var rest = bytes.count
            while true {
                let given = min(rest, Int(UInt32.max))
                stream.avail_in = UInt32(given)
                let (status, count) = inflate(&stream, into: &piece)
                rest -= given - Int(stream.avail_in)
                unpacked += piece[..<count]
                if unpacked.count > limit {
                    let problem = "unpacks to more than \(limit) bytes"
                    throw FileError(path: path, problem: problem, remedy: "Check that it is the right file")
                }
                switch status {
                case Z_OK: continue
                case Z_STREAM_END where rest == 0: return
                case Z_STREAM_END: inflateReset(&stream)
                case Z_BUF_ERROR: throw damage(path, "is cut off")
                default:
                    throw damage(path, "is damaged: \(stream.msg.map { String(cString: $0) } ?? "error \(status)")")
                }
            }
        }
        return unpacked
    }

    /// Unpacks until the piece is full or the input is used up; gives zlib's answer and how much is in the piece.
    private static func inflate(_ stream: inout z_stream, into piece: inout [UInt8]) -> (status: CInt, count: Int) {
        piece.withUnsafeMutableBufferPointer { piece in
            stream.next_out = piece.baseAddress
            stream.avail_out = UInt32(piece.count)
            let status = CZlib.inflate(&stream, Z_NO_FLUSH)
            return (status, piece.count - Int(stream.avail_out))
        }
    }

    private static func damage(_ path: String, _ problem: String) -> FileError {
        FileError(path: path, problem: problem, remedy: "Fetch or copy it again")
    }
}
