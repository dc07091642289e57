/// Where bytes go that are written one piece after the other: a file, or memory.
public protocol ByteSink: ~Copyable {
    /// How many bytes have been written.
    var count: Int { get }

    /// Writes all of `bytes` after what was written before.
    mutating func write(_ bytes: [UInt8]) throws
}

/// Bytes that are written into memory, for what becomes no file here: an answer to a browser.
public struct ByteBuffer: ByteSink {
    public private(set) var bytes: [UInt8] = []
    public var count: Int { bytes.count }

    public init() {}

    public mutating func write(_ bytes: [UInt8]) { self.bytes += bytes }
}
