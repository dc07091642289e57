import Networks

/// How the file of another project names the parameters of a network, and in what order it has their axes.
public struct PublishedNames: Sendable {
    /// One tensor of the network.
    struct Row: Sendable {
        let own: String
        let published: String
        let layout: Layout

        init(_ own: String, _ published: String, _ layout: Layout = .own) {
            (self.own, self.published, self.layout) = (own, published, layout)
        }
    }

    /// How a tensor's axes are ordered.
    enum Layout: Sendable {
        case own
        /// `[height, width, inputs, outputs]`.
        case tensorFlowConvolution
        /// `[height, width, channels, 1]`.
        case tensorFlowDepthwise

        /// Where our axes stand in theirs.
        var order: [Int]? {
            switch self {
            case .own: nil
            case .tensorFlowConvolution: [3, 2, 0, 1]
            case .tensorFlowDepthwise: [2, 3, 0, 1]
            }
        }
    }

    /// Whose names these are.
    let origin: String
    /// What may stand before all of them.
    private let scopes: [String]
    let rows: [Row]

    init(of origin: String, scopes: [String] = [""], rows: [Row]) {
        (self.origin, self.scopes, self.rows) = (origin, scopes, rows)
    }

    /// What stands before the names in a file that has all of them; nil if it does not. What else the file holds, such as
    /// an optimiser's memory, does not matter.
    func scope(in names: [String]) -> String? {
        let names = Set(names)
        return scopes.first { scope in rows.allSatisfy { names.contains(scope + $0.published) } }
    }

    /// The tensors of a checkpoint under the network's own names and in its layout; nil if it does not have all of them.
    ///
    /// Throws a `FileError` when a tensor cannot be read or has too many or too few axes.
    func translation(of checkpoint: Checkpoint) throws -> Checkpoint? {
        guard let scope = scope(in: checkpoint.names) else { return nil }
        return try checkpoint.selecting(
            rows.map { (name: $0.own, stored: scope + $0.published, order: $0.layout.order) })
    }
}
