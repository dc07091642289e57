/// Reads bytes one after the other; behind the end there is nothing.
struct ByteReader {
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
