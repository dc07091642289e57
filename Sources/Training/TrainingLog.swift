import Basics
import Files

/// What a training run measured: a row for each step, a column for each measurement.
///
/// Kept as a CSV file beside the checkpoint; numbers are written so that they are read back exactly.
public struct TrainingLog: Sendable {
    /// The names of the measurements, in the order in which the run gave them.
    public private(set) var names: [String] = []
    private var rows: [[Float]] = []
    /// The file that its first rows were read from, if they were.
    private var source: String?

    public init() {}

    /// How many steps were measured.
    public var count: Int { rows.count }

    /// One measurement at every step.
    ///
    /// Throws a `FileError` when the log was read from the file of a complete run that measured something else, as runs of
    /// other versions did.
    public subscript(name: String) -> [Float] {
        get throws {
            if let column = names.firstIndex(of: name) { return rows.map { $0[column] } }
            guard let source else { preconditionFailure("TrainingLog: no measurement “\(name)” among \(names)") }
            throw FileError(
                path: source, problem: "has the measurements \(names.joined(separator: ", ")), and no \(name)",
                remedy: "Its run is complete and stays as it is: start anew without --resume")
        }
    }

    /// Adds the next step's measurements, which have the same names at every step.
    public mutating func append(_ measurements: KeyValuePairs<String, Float>) {
        if names.isEmpty { names = measurements.map(\.key) }
        precondition(
            names == measurements.map(\.key), "TrainingLog: measurements \(measurements.map(\.key)) after \(names)")
        rows.append(measurements.map(\.value))
    }

    /// The mean of a measurement over the last steps; throws as the subscript does.
    public func recentMean(_ name: String, over steps: Int) throws -> Float {
        let recent = try self[name].suffix(steps)
        return Float(recent.reduce(0) { $0 + Double($1) } / Double(max(1, recent.count)))
    }
}

extension TrainingLog: Equatable {
    /// Whether both measured the same, wherever they are kept.
    public static func == (log: TrainingLog, other: TrainingLog) -> Bool {
        log.names == other.names && log.rows == other.rows
    }
}

// MARK: - As a file

extension TrainingLog {
    var text: String {
        let header = (["step"] + names).joined(separator: ",")
        let lines = rows.enumerated().map { step, row in
            ([String(step + 1)] + row.map(\.description)).joined(separator: ",")
        }
        return ([header] + lines).joined(separator: "\n") + "\n"
    }

    /// Writes the rows to a file, whole.
    func write(to path: String) throws { try Files.replace(path, with: text) }

    /// Reads the first rows of a file; throws a `FileError` if it has fewer or is no log.
    init(contentsOf path: String, steps: Int) throws {
        try self.init(String(decoding: try Files.read(path), as: UTF8.self), of: path, steps: steps)
    }

    /// Reads the first rows of the text of a file.
    init(_ text: String, of path: String, steps: Int) throws {
        source = path
        let lines = text.split(separator: "\n")
        names = lines.first.map { $0.split(separator: ",").dropFirst().map(String.init) } ?? []
        rows = lines.dropFirst().prefix(steps).map { $0.split(separator: ",").dropFirst().compactMap { Float($0) } }
        guard rows.count == steps, rows.allSatisfy({ $0.count == names.count }) else {
            throw FileError(
                path: path,
                problem: "is not the log of the \(steps) steps that the checkpoint beside it was made after",
                remedy: "Put the right log back, or start anew without --resume")
        }
    }
}
