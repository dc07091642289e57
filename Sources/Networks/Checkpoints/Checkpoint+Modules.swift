import Files
import TensorCore

extension Checkpoint {
    /// Keeps all parameters and buffers of a network, as `prefix.name`; without a prefix under their own names.
    public mutating func store(_ module: some Module, as prefix: String = "") {
        for entry in module.namedState {
            let name = joined(prefix, entry.name)
            switch entry.content {
            case .learnt(let parameter): store(parameter.value, as: name)
            case .kept(let buffer): store(buffer.value, as: name)
            case .counted(let counter): store(counter.value, as: name)
            }
        }
    }

    /// Sets all parameters and buffers of a network to what `store` kept, or to what PyTorch saved.
    ///
    /// All or nothing: when a `FileError` is thrown, because a name is missing or unknown, a shape differs or a number
    /// is not finite, the network is as it was. Only the counters of batch norm may be missing, as they are in old files.
    ///
    /// - Parameter whose: says whose weights these may be, given their names, when they do not fit.
    public func restore(
        _ module: some Module, from prefix: String = "", allowingNonFinite: Bool = false,
        whose: (_ names: [String]) -> String? = { _ in nil }
    ) throws {
        let mismatch = StateMismatch(between: self, prefix, and: module)
        if !mismatch.isEmpty {
            throw FileError(path: path, problem: mismatch.description, remedy: mismatch.remedy(whose: whose))
        }
        let changes: [() -> Void] = try module.namedState.compactMap { entry in
            let name = joined(prefix, entry.name)
            switch entry.content {
            case .learnt(let parameter):
                let tensor = try tensor(name, allowingNonFinite: allowingNonFinite)
                return { parameter.value = tensor }
            case .kept(let buffer):
                let tensor = try tensor(name, allowingNonFinite: allowingNonFinite)
                return { buffer.value = tensor }
            case .counted(let counter):
                guard values[name] != nil else { return nil }
                let number = try count(name)
                return { counter.value = number }
            }
        }
        for change in changes { change() }
    }

    /// The names under a prefix, without it.
    func names(under prefix: String) -> [String] {
        guard !prefix.isEmpty else { return names }
        return names.compactMap { $0.hasPrefix(prefix + ".") ? String($0.dropFirst(prefix.count + 1)) : nil }
    }

    func joined(_ prefix: String, _ name: String) -> String { prefix.isEmpty ? name : "\(prefix).\(name)" }
}

extension Module {
    /// Writes all parameters and buffers into a safetensors file, which PyTorch can load under the same names.
    ///
    /// Throws a `FileError` when that is refused or a number is not finite; then the old file is as it was.
    public func save(to path: String, precision: Precision = .float32) throws {
        var checkpoint = Checkpoint()
        checkpoint.store(self)
        try checkpoint.write(to: path, precision: precision)
    }

    /// Sets all parameters and buffers to those of a safetensors file, ours or PyTorch's; see
    /// ``Checkpoint/restore(_:from:allowingNonFinite:whose:)``.
    public func load(from path: String, prefix: String = "", allowingNonFinite: Bool = false) throws {
        try Checkpoint(contentsOf: path).restore(self, from: prefix, allowingNonFinite: allowingNonFinite)
    }
}
