import Foundation
import TensorCore
import Training

/// A case elsewhere, in a process of its own that makes a run whenever it is asked for one.
final class Peer {
    /// What runs it.
    struct Engine {
        /// What the script calls it.
        let argument: String
        let program: String
        let precision: ProductPrecision
        /// Whether it runs networks in inference only.
        var onlyInfers = true

        /// Those that a case is compared with: in float32 OpenVINO's own choice too, which is bfloat16 where the processor has it;
        /// in bfloat16 those that have it.
        static func all(for kind: BenchCase.Kind) -> [Engine] {
            guard kind != .command else { return [] }
            let precision = ProductPrecision.current
            var engines = [
                Engine(argument: "eager", program: "torch", precision: precision, onlyInfers: false),
                Engine(argument: "compiled", program: "torch", precision: precision, onlyInfers: false),
                Engine(argument: "openvino", program: "openvino", precision: .bfloat16),
            ]
            if precision == .float32 {
                engines.append(Engine(argument: "openvino", program: "openvino", precision: .float32))
                engines.append(Engine(argument: "onnxruntime", program: "onnxruntime", precision: .float32))
            }
            return engines.filter { kind == .inference || !$0.onlyInfers }
        }

        /// What is compared: the faster one of a program's ways to compute in a precision.
        var name: String { "\(program) \(precision.rawValue)" }
    }

    let engine: Engine
    private let process = Process()
    private let requests = Pipe()
    private let answers = Pipe()
    private var received = Data()

    /// Starts `python peer.py CASE ENGINE`.
    ///
    /// Throws where there is no such program.
    init(_ python: String, _ benchCase: String, _ engine: Engine) throws {
        self.engine = engine
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = [
            Self.script, benchCase, engine.argument, "--precision", engine.precision.rawValue, "--threads",
            String(Threads.count),
        ]
        process.standardInput = requests
        process.standardOutput = answers
        try process.run()
    }

    /// Waits until runs can be asked for; gives what is in the way of that, if something is.
    func problem() -> String? {
        let answer = line() ?? "it ended"
        return answer == "ready" ? nil : answer
    }

    /// The seconds of the last run of a turn; nil if the process has ended.
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
