import Foundation

/// One of the package's programs, run as a user runs it.
public struct Program {
    private let url: URL

    public init(_ name: String) throws {
        url = try Self.folder().appendingPathComponent(name)
    }

    /// What a program left behind.
    public struct Outcome {
        /// The exit code, or 128 and the number of the signal that ended it.
        public let status: Int32
        public let output: String
        public let errors: String
    }

    /// Runs the program to its end.
    public func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        try start(arguments, environment: environment).wait()
    }

    /// Starts the program.
    public func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Running {
        try Running(url, arguments, environment)
    }

    /// A program that runs.
    public final class Running {
        private let process = Process()
        private let output: URL
        private let errors: URL

        fileprivate init(_ url: URL, _ arguments: [String], _ environment: [String: String]) throws {
            // Files, not pipes: a full pipe would stop the program.
            let folder = FileManager.default.temporaryDirectory
            let name = "nurie-\(UUID().uuidString)"
            (output, errors) = (
                folder.appendingPathComponent("\(name).out"), folder.appendingPathComponent("\(name).err")
            )
            for file in [output, errors] { try Data().write(to: file) }
            process.executableURL = url
            process.arguments = arguments
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
            process.standardOutput = try FileHandle(forWritingTo: output)
            process.standardError = try FileHandle(forWritingTo: errors)
            process.standardInput = FileHandle.nullDevice
            try process.run()
        }

        deinit { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }

        /// Sends a signal once the file is there.
        public func send(_ signal: Int32, when file: String) {
            while !FileManager.default.fileExists(atPath: file), process.isRunning { usleep(2_000) }
            kill(process.processIdentifier, signal)
        }

        /// Sends a signal once the program has said the words as an error, or after two minutes in which it did not.
        public func send(_ signal: Int32, whenSaid words: String) throws {
            for _ in 0..<60_000 where process.isRunning {
                if try String(contentsOf: errors, encoding: .utf8).contains(words) { break }
                usleep(2_000)
            }
            kill(process.processIdentifier, signal)
        }

        public func wait() throws -> Outcome {
            process.waitUntilExit()
            let status = process.terminationStatus
            return Outcome(
                status: process.terminationReason == .uncaughtSignal ? 128 + status : status,
                output: try String(contentsOf: output, encoding: .utf8),
                errors: try String(contentsOf: errors, encoding: .utf8))
        }
    }

    /// Where the package manager puts the programs: beside the tests.
    private static func folder() throws -> URL {
        let arguments = ProcessInfo.processInfo.arguments
        let bundle = arguments.firstIndex(of: "--test-bundle-path").map { arguments[$0 + 1] } ?? arguments[0]
        var folder = URL(fileURLWithPath: bundle).deletingLastPathComponent()
        while folder.path != "/" {
            if FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("nurie").path) {
                return folder
            }
            folder.deleteLastPathComponent()
        }
        throw Missing()
    }

    private struct Missing: Error, CustomStringConvertible {
        var description: String { "The program nurie is not beside the tests: build the whole package." }
    }
}
