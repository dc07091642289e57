import FlyingFox
import Foundation

/// The body of one request, read once.
final class IncomingBody {
    private var pieces: HTTPBodySequence.Iterator
    /// How many bytes were promised, if it was said.
    private let promised: Int?
    private var read = 0
    private var isAtEnd = false

    /// The most bytes that are taken.
    static let limit = 64 << 20

    init(of request: HTTPRequest) {
        promised = request.bodySequence.count
        pieces = request.bodySequence.makeAsyncIterator()
    }

    /// All of it; throws a ``Refusal`` as soon as it is too large, and when it was cut short.
    func bytes() async throws -> [UInt8] {
        if let promised, promised > Self.limit { throw Self.tooLarge }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(promised ?? 0)
        do {
            while let piece = try await next() {
                guard read <= Self.limit else { throw Self.tooLarge }
                bytes += piece
            }
        } catch let error where !(error is Refusal || error is CancellationError) {
            // The connection ended, or the chunks are none.
            throw Refusal(.badRequest, "The body was cut short or is damaged. Try it again.")
        }
        if let promised, read != promised { throw Refusal(.badRequest, "The body was cut short.") }
        return bytes
    }

    /// Reads what is left and forgets it: in the connection it would be taken for the next request, and a browser that is interrupted
    /// while it sends does not read the answer. Gives up beyond twice the limit; says whether the end was reached.
    func forget() async -> Bool {
        if let promised, promised > 2 * Self.limit { return false }
        do {
            while try await next() != nil { if read > 2 * Self.limit { return false } }
            return true
        } catch {
            return false
        }
    }

    private func next() async throws -> Data? {
        guard !isAtEnd, read != promised || promised == nil else { return nil }
        guard let piece = try await pieces.next() else {
            isAtEnd = true
            return nil
        }
        read += piece.count
        return piece
    }

    private static var tooLarge: Refusal {
        Refusal(.tooLarge, "The file is larger than \(limit >> 20) MB. Make it smaller first.")
    }
}
