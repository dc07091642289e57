import Basics
import CZlib

/// Deflate and CRC-32, by zlib.
package enum Deflate {
    /// Deflated bytes without zlib's own header, as zip archives hold them.
    private static let windowBits: CInt = -15

    /// Unpacks bytes that are known to make `size`; nil if they are damaged or make more or less.
    package static func unpack(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit2_(&stream, windowBits, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { inflateEnd(&stream) }
        // A byte more than is expected, so that more than that shows.
        let contents = [UInt8](unsafeUninitializedCapacity: size + 1) { contents, count in
            packed.withUnsafeBufferPointer { packed in
                // zlib does not write to its input, although its type says so.
                stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
                stream.next_out = contents.baseAddress
                // It counts in 32 bits, so it is given a piece at a time.
                var (bytesLeft, roomLeft) = (packed.count, size + 1)
                var status = Z_OK
                while status == Z_OK {
                    give(&stream.avail_in, &bytesLeft)
                    give(&stream.avail_out, &roomLeft)
                    status = inflate(&stream, Z_NO_FLUSH)
                }
                count = status == Z_STREAM_END ? Int(stream.total_out) : 0
            }
        }
        return contents.count == size ? contents : nil
    }

    /// Fills up what zlib has of its input or of its room.
    private static func give(_ available: inout UInt32, _ rest: inout Int) {
        guard available == 0 else { return }
        available = UInt32(min(rest, 1 << 30))
        rest -= Int(available)
    }

    /// Packs less than 4 GiB.
    package static func pack(_ contents: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let size = CInt(MemoryLayout<z_stream>.size)
        let status = deflateInit2_(
            &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        precondition(status == Z_OK, "zlib cannot begin to deflate")
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, UInt(contents.count)))
        return [UInt8](unsafeUninitializedCapacity: bound) { packed, count in
            contents.withUnsafeBufferPointer { contents in
                stream.next_in = UnsafeMutablePointer(mutating: contents.baseAddress)
                stream.avail_in = UInt32(contents.count)
                stream.next_out = packed.baseAddress
                stream.avail_out = UInt32(clamping: bound)
                let status = deflate(&stream, Z_FINISH)
                precondition(status == Z_STREAM_END, "zlib cannot deflate \(contents.count) bytes")
                count = Int(stream.total_out)
            }
        }
    }

    /// CRC-32, as in zip archives.
    package static func checksum(of bytes: [UInt8]) -> UInt32 {
        var checksum = crc32(0, nil, 0)
        bytes.withUnsafeBufferPointer { bytes in
            for start in stride(from: 0, to: bytes.count, by: 1 << 30) {
                let piece = bytes[start..<min(start + 1 << 30, bytes.count)]
                checksum = crc32(checksum, UnsafeBufferPointer(rebasing: piece).baseAddress, UInt32(piece.count))
            }
        }
        return UInt32(checksum)
    }
}
