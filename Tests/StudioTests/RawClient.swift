import Dispatch
import Foundation
import Glibc

/// A client that sends whatever bytes it is given, so that a test can be as rude as anybody.
///
/// It blocks, and so it works on threads of its own: the server runs on those of the tests.
struct RawClient: Sendable {
    let port: UInt16

    struct Answer: Sendable {
        var status = 0
        var headers: [String: String] = [:]
        var body: [UInt8] = []

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    struct Broken: Error {}

    /// Sends bytes and reads the answer; nil if the connection ends without one. Once `isGoingAway` it does not wait for it.
    func send(_ bytes: [UInt8], thenHalfClose: Bool = false, isGoingAway: Bool = false) async throws -> Answer? {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result { try exchange(bytes, thenHalfClose: thenHalfClose, isGoingAway: isGoingAway) })
            }
        }
    }

    private func exchange(_ bytes: [UInt8], thenHalfClose: Bool, isGoingAway: Bool) throws -> Answer? {
        let socket = try connected()
        defer { close(socket) }
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            // Who is refused early may find the door shut while still talking.
            if count <= 0 { break }
            sent += count
        }
        if isGoingAway { return nil }
        if thenHalfClose { shutdown(socket, Int32(SHUT_WR)) }
        return Self.answer(from: socket)
    }

    private func connected() throws -> Int32 {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            close(number)
            throw Broken()
        }
        return number
    }

    private static func answer(from socket: Int32) -> Answer? {
        var received: [UInt8] = []
        var answer: Answer?
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var start = 0
        while true {
            if answer == nil, let end = endOfHead(received) {
                answer = head(String(decoding: received[..<end], as: UTF8.self))
                start = end
            }
            if var done = answer, let length = done.headers["content-length"].flatMap(Int.init),
                received.count >= start + length
            {
                done.body = Array(received[start..<start + length])
                return done
            }
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            received += buffer[..<count]
        }
    }

    private static func endOfHead(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        return (0...bytes.count - 4).first { bytes[$0..<$0 + 4].elementsEqual([13, 10, 13, 10]) }.map { $0 + 4 }
    }

    private static func head(_ text: String) -> Answer {
        let lines = text.split(separator: "\r\n")
        var answer = Answer()
        answer.status = lines.first.flatMap { Int($0.split(separator: " ").dropFirst().first ?? "") } ?? 0
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            answer.headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        return answer
    }
}
