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

    /// Members of an `.npz` file that are no arrays of numbers.
    public private(set) var passedOver: [String] = []

    /// A checkpoint that holds nothing yet.
    public init() {}

    /// Opens a safetensors file and checks all that its header says; or reads the arrays of NumPy, if the path is that of
    /// an `.npz` file or of a folder of `.npy` files. In a folder each array has its file's name without the ending.
    ///
    /// Throws a `FileError` that names the file, what is wrong with it and what to do.
    public init(contentsOf path: String) throws {
        if let (arrays, passedOver) = try NumPy.arrays(under: path) {
            values = Self.unwrapped(arrays.mapValues { .tensor($0) })
            self.passedOver = passedOver
            self.path = path
            return
        }
        let file = try SafeTensorsFile(opening: path)
        values = Self.unwrapped(file.header.entries.mapValues { .stored($0, file) })
        strings = file.header.metadata
        self.path = path
    }

    /// What frameworks and training scripts put before all names alike.
    private static let wrappers: Set = [
        "module", "model", "generator", "netG", "net_g", "params", "params_ema", "state_dict",
    ]

    /// The values without what stands before all of their names.
    private static func unwrapped(_ values: [String: Value]) -> [String: Value] {
        guard let first = values.keys.first, let dot = first.firstIndex(of: "."), values.count > 1 else {
            return values
        }
        let wrapper = first[..<dot]
        guard wrappers.contains(String(wrapper)), values.keys.allSatisfy({ $0.hasPrefix("\(wrapper).") }) else {
            return values
        }
        return unwrapped(
            Dictionary(uniqueKeysWithValues: values.map { (String($0.dropFirst(wrapper.count + 1)), $1) }))
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
