import FlyingSocks
import Foundation

/// An answer after which the connection ends: the server closes one whose answer fails, so this fails once all is said.
struct LastWords: AsyncBufferedSequence {
    typealias Element = UInt8

    private let bytes: Data

    init(_ bytes: Data) { self.bytes = bytes }

    func makeAsyncIterator() -> Iterator { Iterator(rest: bytes) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        fileprivate var rest: Data

        mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

        mutating func nextBuffer(suggested count: Int) async throws -> Data? {
            guard !rest.isEmpty else { throw SocketError.disconnected }
            defer { rest = Data(rest.dropFirst(Swift.max(1, count))) }
            return Data(rest.prefix(Swift.max(1, count)))
        }
    }
}
