import Foundation
import TensorCore
import Training

/// A case in PyTorch, in a process of its own that makes a run whenever it is asked for one.
final class Peer {
    private let process = Process()
    private let requests = Pipe()
    private let answers = Pipe()
    private var received = Data()

    /// Starts `python peer.py CASE`; gives nil when PyTorch is not to be had for the case.
    init?(_ python: String, _ benchCase: String, compiled: Bool) {
        process.executableURL = URL(fileURLWithPath: python)
        let precision = ["--precision", ProductPrecision.current.rawValue]
        process.arguments = [Self.script, benchCase] + (compiled ? ["--compile"] : []) + precision
        process.standardInput = requests
        process.standardOutput = answers
        do { try process.run() } catch {
            Console.warn("\(python) cannot be started: \(error.localizedDescription)")
            return nil
        }
        guard line() == "ready" else { return nil }
    }

    /// The seconds of one run; nil if the process has ended.
    func run() -> Double? {
        requests.fileHandleForWriting.write(Data("go\n".utf8))
        return line().flatMap(Double.init)
    }

    /// Ends the process.
    func stop() {
        try? requests.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    private func line() -> String? {
        while true {
            if let end = received.firstIndex(of: UInt8(ascii: "\n")) {
                defer { received.removeSubrange(...end) }
                return String(decoding: received[..<end], as: UTF8.self)
            }
            let more = answers.fileHandleForReading.availableData
            if more.isEmpty { return nil }
            received += more
        }
    }

    /// The script lies beside this file.
    private static let script = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("peer.py").path
}
