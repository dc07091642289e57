import Files
import Foundation
import Glibc
import TensorCore

/// What a run at the full scale leaves beside its page and pictures, so that the lesson's page can show both.
struct LongRun: Codable {
    /// What a claim measured; nil if that was no number.
    struct Measurement: Codable {
        let claim: String
        let value: Double?
    }

    let seed: UInt64
    /// How long it took from start to end; nil if it was interrupted and resumed, because then nobody counted.
    let minutes: Int?
    let threads: Int
    /// In the order of the claims.
    let measured: [Measurement]

    /// The folder of a lesson's long run, in the lesson's own.
    static let folder = "full"
    private static let file = "run.json"

    /// `finished` is the record of the same run, if it had come to its end and is resumed to be measured again. It keeps its time.
    init(_ notebook: Notebook, seconds: Double, finished: LongRun?) {
        seed = notebook.seed
        minutes = notebook.isResuming ? finished?.minutes : max(1, Int((seconds / 60).rounded()))
        threads = notebook.isResuming ? finished?.threads ?? Threads.count : Threads.count
        measured = notebook.claims.map { Measurement(claim: $0.text, value: $0.value.isFinite ? $0.value : nil) }
    }

    /// The long run of the lesson whose page lies in a folder, if there was one with this seed.
    ///
    /// Throws a `FileError` where its file cannot be read.
    static func beside(page folder: String, seed: UInt64) throws -> LongRun? {
        try finished(in: "\(folder)/\(Self.folder)", seed: seed)
    }

    /// The long run in a folder of its own.
    static func finished(in folder: String, seed: UInt64) throws -> LongRun? {
        let path = "\(folder)/\(file)"
        guard Files.exists(path) else { return nil }
        do {
            let run = try JSONDecoder().decode(LongRun.self, from: Data(try Files.read(path)))
            return run.seed == seed ? run : nil
        } catch is DecodingError {
            throw FileError(
                path: path, problem: "is no record of a long run", remedy: "Delete it, or make the run again")
        }
    }

    /// Takes a run's record away, if there is one.
    static func remove(from folder: String) { unlink("\(folder)/\(file)") }

    func write(to folder: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(self), as: UTF8.self)
        try Files.replace("\(folder)/\(Self.file)", with: text + "\n")
    }

    /// What it measured for each of a short run's claims: for claims of one text one after the other. Texts are alike if they
    /// differ in numbers alone, for the scale may decide a count.
    func values(for claims: [Claim]) -> [Double?] {
        func wording(_ text: String) -> String { text.filter { !$0.isNumber } }
        var rest = Dictionary(grouping: measured) { wording($0.claim) }
        return claims.map { claim in
            let text = wording(claim.text)
            guard rest[text]?.isEmpty == false else { return nil }
            return rest[text]!.removeFirst().value
        }
    }

    /// `34 minutes on 2 threads`
    var time: String? {
        minutes.map { "\($0) \($0 == 1 ? "minute" : "minutes") on \(threads) \(threads == 1 ? "thread" : "threads")" }
    }
}
