import Basics
import Files
import TensorCore

/// Named tensors, numbers and strings that are kept in one safetensors file: the weights of a network, or all that a
/// training run needs to go on.
///
/// ```swift
/// var checkpoint = Checkpoint()
/// checkpoint.store(network, as: "network")
/// checkpoint.store(adam, as: "optimiser")
/// checkpoint.store(generator, as: "shuffling")
/// try checkpoint.write(to: path)
/// ```
///
/// Of a checkpoint that was opened only the names, shapes and strings are in memory; each tensor is read when it is
/// asked for.
public struct Checkpoint {
    enum Value {
        case tensor(Tensor)
        case integer(Int)
        case stored(SafeTensorsHeader.Entry, SafeTensorsFile)

        var shape: [Int] {
            switch self {
            case .tensor(let tensor): tensor.shape
            case .integer: []
            case .stored(let entry, _): entry.shape
            }
        }
    }

    var values: [String: Value] = [:]
    /// The file that this was read from, for messages.
    var path = "checkpoint"
    /// Anything else that is to be kept, such as the options of a run.
    public var strings: [String: String] = [:]

    /// A checkpoint that holds nothing yet.
    public init() {}

    /// Opens a safetensors file and checks all that its header says; or reads the arrays of NumPy, if the path is that of
    /// an `.npz` file or of a folder of `.npy` files. In a folder each array has its file's name without the ending.
    ///
    /// Throws a `FileError` that names the file, what is wrong with it and what to do.
    public init(contentsOf path: String) throws {
        if let arrays = try NumPy.arrays(under: path) {
            values = arrays.mapValues { .tensor($0) }
            self.path = path
            return
        }
        let file = try SafeTensorsFile(opening: path)
        values = file.header.entries.mapValues { .stored($0, file) }
        strings = file.header.metadata
        self.path = path
    }

    /// Writes a safetensors file whole; when it throws a `FileError`, the old file is as it was.
    ///
    /// It does not write a tensor that holds infinite numbers or none (NaN), because that would replace the last good
    /// weights by useless ones; unless `allowingNonFinite`.
    public func write(
        to path: String, precision: Precision = .float32, allowingNonFinite: Bool = false
    ) throws {
        var written: [String: SafeTensorsWriter.Value] = [:]
        for name in names {
            if case .integer(let number) = values[name] {
                written[name] = .integer(number)
            } else if case .stored(let entry, let file) = values[name], entry.format == .int64, entry.shape.isEmpty {
                written[name] = .integer(try file.integer(entry))
            } else {
                let tensor = try tensor(name, allowingNonFinite: allowingNonFinite)
                guard allowingNonFinite || tensor.isFinite else {
                    throw FileError(
                        path: path,
                        problem: "is not written: \(quoted(name)) holds numbers that are infinite or no number",
                        remedy: "Training has diverged: go on from an earlier checkpoint with a lower learning rate")
                }
                written[name] = .tensor(tensor)
            }
        }
        // Some readers want to be told that the tensors' axes are in PyTorch's order.
        let metadata = strings.merging(["format": "pt"]) { own, _ in own }
        try SafeTensorsWriter.write(written, metadata: metadata, precision: precision, to: path)
    }
}

// MARK: - Single values

extension Checkpoint {
    /// The names of all tensors and numbers, in order.
    public var names: [String] { values.keys.sorted() }

    /// The shape of a tensor; nil if there is none of this name.
    public func shape(of name: String) -> [Int]? { values[name]?.shape }

    public mutating func store(_ tensor: Tensor, as name: String) { values[name] = .tensor(tensor.detached) }

    public mutating func store(_ number: Int, as name: String) { values[name] = .integer(number) }

    /// Keeps a generator's exact state, as 64 hexadecimal digits among the strings.
    public mutating func store(_ generator: SeededGenerator, as name: String) {
        strings[name] = generator.state.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// A tensor; throws a `FileError` if there is none of this name, or it is not finite and not allowed to be so.
    public func tensor(_ name: String, allowingNonFinite: Bool = false) throws -> Tensor {
        switch values[name] {
        case .tensor(let tensor): return tensor
        case .integer(let number): return Tensor(Float(number))
        case .stored(let entry, let file): return try file.tensor(entry, allowingNonFinite: allowingNonFinite)
        case nil: throw missing(name)
        }
    }

    /// A whole number; throws a `FileError` if there is none of this name.
    public func integer(_ name: String) throws -> Int {
        switch values[name] {
        case .integer(let number): return number
        case .stored(let entry, let file): return try file.integer(entry)
        case .tensor, nil: throw missing(name)
        }
    }

    /// A generator that goes on where the stored one stopped; throws a `FileError` if there is none of this name.
    public func generator(_ name: String) throws -> SeededGenerator {
        let digits = Array(strings[name] ?? "")
        let words = stride(from: 0, to: digits.count, by: 16).compactMap { start in
            UInt64(String(digits[start..<min(start + 16, digits.count)]), radix: 16)
        }
        guard digits.count == 64, let generator = SeededGenerator(state: words) else { throw missing(name) }
        return generator
    }

    /// A string; throws a `FileError` if there is none of this name.
    public func string(_ name: String) throws -> String {
        guard let string = strings[name] else { throw missing(name) }
        return string
    }

    func missing(_ name: String) -> FileError {
        FileError(
            path: path, problem: "holds no \(quoted(name))",
            remedy: "It is not a checkpoint of this kind of run: choose another, or start anew")
    }
}
