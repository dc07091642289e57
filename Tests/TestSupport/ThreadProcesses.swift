import Foundation
import Synchronization
import Training

/// Processes that are threads of this one: what is shared by several can be tested where there is no MPI.
private struct ThreadProcess: ProcessGroup {
    let rank: Int
    let count: Int
    let mail: Mail

    func exchange(_ transfers: [Transfer]) throws {
        for transfer in transfers where transfer.isSent {
            mail.post(Array(transfer.bytes), from: rank, to: transfer.peer)
        }
        for transfer in transfers where !transfer.isSent {
            let bytes = try mail.fetch(from: transfer.peer, to: rank)
            guard bytes.count == transfer.bytes.count else {
                throw ProcessGroupError("\(transfer.bytes.count) bytes were expected, and \(bytes.count) came.")
            }
            transfer.bytes.copyBytes(from: bytes)
        }
    }
}

/// Messages on their way, in order between any two.
private final class Mail: @unchecked Sendable {
    private let condition = NSCondition()
    private var messages: [[Int]: [[UInt8]]] = [:]
    private var isClosed = false

    func post(_ bytes: [UInt8], from sender: Int, to receiver: Int) {
        condition.withLock { messages[[sender, receiver], default: []].append(bytes) }
        condition.broadcast()
    }

    func fetch(from sender: Int, to receiver: Int) throws -> [UInt8] {
        condition.lock()
        defer { condition.unlock() }
        while messages[[sender, receiver], default: []].isEmpty {
            if isClosed { throw ProcessGroupError("Another process has failed.") }
            condition.wait()
        }
        return messages[[sender, receiver]]!.removeFirst()
    }

    /// Lets nobody wait any longer.
    func close() {
        condition.withLock { isClosed = true }
        condition.broadcast()
    }
}

/// What `body` gives in each of so many processes that can reach one another; throws the first error that one of them met.
public func inProcesses<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (any ProcessGroup) throws -> Result
) throws -> [Result] {
    let mail = Mail()
    let results = Mutex<[(rank: Int, result: Swift.Result<Result, any Error>)]>([])
    let ended = DispatchGroup()
    for rank in 0..<count {
        ended.enter()
        Thread {
            let result = Swift.Result { try body(ThreadProcess(rank: rank, count: count, mail: mail)) }
            results.withLock { $0.append((rank, result)) }
            if case .failure = result { mail.close() }
            ended.leave()
        }.start()
    }
    ended.wait()
    let ordered = results.withLock { $0 }
    if let failure = ordered.first(where: { if case .failure = $0.result { true } else { false } }) {
        _ = try failure.result.get()
    }
    return try ordered.sorted { $0.rank < $1.rank }.map { try $0.result.get() }
}
