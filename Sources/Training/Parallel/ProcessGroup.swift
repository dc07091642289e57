/// Processes that train one network together, each of them with a number from 0 on, its rank.
///
/// One thread at a time may call it.
public protocol ProcessGroup: Sendable {
    /// The number of this process.
    var rank: Int { get }
    /// How many processes there are.
    var count: Int { get }

    /// Makes the transfers, and returns when all of them are done. Those between two processes meet in their order on both
    /// sides, and have the same sizes there.
    ///
    /// Throws a ``ProcessGroupError`` when the others are not to be reached.
    func exchange(_ transfers: [Transfer]) throws
}

/// Bytes on their way from one process to another.
public struct Transfer {
    /// The rank of the other one.
    public let peer: Int
    /// What is sent, or the room for what is received.
    public let bytes: UnsafeMutableRawBufferPointer
    public let isSent: Bool

    public static func send(_ bytes: UnsafeMutableRawBufferPointer, to peer: Int) -> Transfer {
        Transfer(peer: peer, bytes: bytes, isSent: true)
    }

    public static func receive(_ bytes: UnsafeMutableRawBufferPointer, from peer: Int) -> Transfer {
        Transfer(peer: peer, bytes: bytes, isSent: false)
    }
}

/// One process, which has nobody to talk to.
public struct SingleProcess: ProcessGroup {
    public var rank: Int { 0 }
    public var count: Int { 1 }

    public init() {}

    public func exchange(_ transfers: [Transfer]) {
        precondition(transfers.isEmpty, "SingleProcess: nobody is there")
    }
}

/// Why processes cannot work together.
public struct ProcessGroupError: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}

// MARK: - To all

extension ProcessGroup {
    /// Gives all processes the bytes of the first one; the room is as large in all of them.
    ///
    /// Each that has them hands them to the one in the middle of those that follow it and have not: as many rounds as the
    /// number of processes has binary digits.
    func broadcast(_ bytes: UnsafeMutableRawBufferPointer) throws {
        var range = 0..<count
        while range.count > 1 {
            let middle = range.lowerBound + (range.count + 1) / 2
            if rank == range.lowerBound { try exchange([.send(bytes, to: middle)]) }
            if rank == middle { try exchange([.receive(bytes, from: range.lowerBound)]) }
            range = rank < middle ? range.lowerBound..<middle : middle..<range.upperBound
        }
    }

    /// The first process's bytes, of whatever number, in all processes; what the others bring does not count.
    func broadcast(_ bytes: [UInt8]) throws -> [UInt8] {
        var count = UInt64(bytes.count)
        try withUnsafeMutableBytes(of: &count) { try broadcast($0) }
        var bytes = rank == 0 ? bytes : [UInt8](repeating: 0, count: Int(count))
        try bytes.withUnsafeMutableBytes { try broadcast($0) }
        return bytes
    }

    /// The bytes of all processes, in the order of their ranks, in the first one; nothing in the others.
    func gathered(_ bytes: [UInt8]) throws -> [[UInt8]] {
        guard rank == 0 else {
            var (bytes, count) = (bytes, UInt64(bytes.count))
            try withUnsafeMutableBytes(of: &count) { try exchange([.send($0, to: 0)]) }
            try bytes.withUnsafeMutableBytes { try exchange([.send($0, to: 0)]) }
            return []
        }
        return try [bytes]
            + (1..<max(1, self.count)).map { peer in
                var count: UInt64 = 0
                try withUnsafeMutableBytes(of: &count) { try exchange([.receive($0, from: peer)]) }
                var received = [UInt8](repeating: 0, count: Int(count))
                try received.withUnsafeMutableBytes { try exchange([.receive($0, from: peer)]) }
                return received
            }
    }
}
