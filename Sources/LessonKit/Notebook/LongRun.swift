import Files
import Foundation
import TensorCore

/// What a run at the full scale leaves beside its page and pictures, so that the lesson's page can show both.
struct LongRun: Codable {
    /// How long it took; nil if it was resumed, because then nobody counted.
    let minutes: Int?
    let threads: Int
    /// What each claim measured, by its text.
    let measured: [String: Double]

    /// The folder of a lesson's long run, in the lesson's own.
    static let folder = "full"
    private static let file = "run.json"

    init(_ notebook: Notebook, seconds: Double) {
        minutes = notebook.isResuming ? nil : max(1, Int((seconds / 60).rounded()))
        threads = Threads.count
        measured = Dictionary(notebook.claims.map { ($0.text, $0.value) }) { first, _ in first }
    }

    /// The long run of the lesson whose page lies in a folder, if there was one.
    ///
    /// Throws a `FileError` where its file cannot be read.
    static func beside(page folder: String) throws -> LongRun? {
        let path = "\(folder)/\(Self.folder)/\(file)"
        guard Files.exists(path) else { return nil }
        do {
            return try JSONDecoder().decode(LongRun.self, from: Data(try Files.read(path)))
        } catch is DecodingError {
            throw FileError(
                path: path, problem: "is no record of a long run", remedy: "Delete it, or make the run again")
        }
    }

    func write(to folder: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try Files.replace(
            "\(folder)/\(Self.file)", with: String(decoding: try encoder.encode(self), as: UTF8.self) + "\n")
    }

    /// `34 minutes on two threads`
    var time: String? {
        minutes.map { "\($0) \($0 == 1 ? "minute" : "minutes") on \(threads) \(threads == 1 ? "thread" : "threads")" }
    }
}
