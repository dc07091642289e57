import Basics
import Files

/// What a training run measured: a row for each step, a column for each measurement.
///
/// Kept as a CSV file beside the checkpoint; numbers are written so that they are read back exactly.
public struct TrainingLog: Sendable, Equatable {
    /// The names of the measurements, in the order in which the run gave them.
    public private(set) var names: [String] = []
    private var rows: [[Float]] = []

    public init() {}

    /// How many steps were measured.
    public var count: Int { rows.count }

    /// One measurement at every step.
    public subscript(name: String) -> [Float] {
        guard let column = names.firstIndex(of: name) else {
            preconditionFailure("TrainingLog: no measurement “\(name)” among \(names)")
        }
        return rows.map { $0[column] }
    }

    /// Adds the next step's measurements, which have the same names at every step.
    public mutating func append(_ measurements: KeyValuePairs<String, Float>) {
        if names.isEmpty { names = measurements.map(\.key) }
        precondition(
            names == measurements.map(\.key), "TrainingLog: measurements \(measurements.map(\.key)) after \(names)")
        rows.append(measurements.map(\.value))
    }

    /// The mean of a measurement over the last steps.
    public func recentMean(_ name: String, over steps: Int) -> Float {
        let recent = self[name].suffix(steps)
        return Float(recent.reduce(0) { $0 + Double($1) } / Double(max(1, recent.count)))
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
        let lines = String(decoding: try Files.read(path), as: UTF8.self).split(separator: "\n")
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
