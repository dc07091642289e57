/// How the names and shapes of a checkpoint differ from those of a network.
struct StateMismatch: CustomStringConvertible {
    private let network: String
    /// Names that the checkpoint has.
    private let names: [String]
    private let expected: [String]
    private let missing: [String]
    private let unexpected: [String]
    private let reshaped: [(name: String, stored: [Int], expected: [Int])]

    init(between checkpoint: Checkpoint, _ prefix: String, and module: some Module) {
        let state = module.namedState
        network = "\(type(of: module))"
        names = checkpoint.names(under: prefix)
        expected = state.map(\.name)
        missing = state.filter { entry in
            if case .counted = entry.content { return false }
            return checkpoint.shape(of: checkpoint.joined(prefix, entry.name)) == nil
        }.map(\.name)
        let known = Set(expected)
        unexpected = names.filter { !known.contains($0) }
        reshaped = state.compactMap { entry in
            guard let stored = checkpoint.shape(of: checkpoint.joined(prefix, entry.name)), stored != entry.shape
            else { return nil }
            // One number may be kept with or without axes.
            if case .counted = entry.content, stored.allSatisfy({ $0 == 1 }) { return nil }
            return (entry.name, stored, entry.shape)
        }
    }

    var isEmpty: Bool { missing.isEmpty && unexpected.isEmpty && reshaped.isEmpty }

    var description: String {
        var parts: [String] = []
        if !missing.isEmpty { parts.append("it lacks \(listed(missing.map(quoted)))") }
        if !unexpected.isEmpty { parts.append("the network has no \(listed(unexpected.map(quoted)))") }
        if !reshaped.isEmpty {
            parts.append(
                listed(reshaped.map { "\(quoted($0.name)) is \($0.stored) where \($0.expected) is expected" }))
        }
        return "does not fit the network \(network): " + parts.joined(separator: "; ")
    }

    /// What the user may do about it.
    func remedy(whose: ([String]) -> String?) -> String {
        if missing.isEmpty, unexpected.isEmpty {
            return "The names fit: make the network with the width that the file was trained with"
        }
        if let other = whose(names) { return "These look like the weights of \(other)" }
        let prefixes = Set(names.map { $0.prefix { $0 != "." } }).sorted()
        for prefix in prefixes {
            let inner = names.filter { $0.hasPrefix("\(prefix).") }.map { String($0.dropFirst(prefix.count + 1)) }
            if Set(missing).intersection(inner).count > missing.count / 2 {
                return prefixes.count == 1
                    ? "All its names begin with “\(prefix).”: load it with that prefix, or save it without"
                    : "It is a training checkpoint, which holds the network under “\(prefix).”: load that part"
            }
            if let other = whose(inner) { return "Under “\(prefix).” these look like the weights of \(other)" }
        }
        return "Choose a file of this network; its names begin with \(listed(expected.map(quoted), showing: 2))"
    }

    /// The first few, and how many more there are.
    private func listed(_ items: [String], showing limit: Int = 4) -> String {
        let more = items.count - limit
        return items.prefix(limit).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }
}
