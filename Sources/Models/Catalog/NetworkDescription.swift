import Networks

/// What the ``NetworkCatalog`` knows of a network.
public struct NetworkDescription: Sendable {
    /// The name that commands know it by.
    public let name: String
    /// What it does, in a line.
    public let purpose: String
    /// The inputs that it takes in its usual size.
    public let input: InputShape
    /// An input's shape, for summaries.
    public let exampleInputShape: [Int]
    /// What other projects that published weights of it call its parameters.
    let published: [PublishedNames]
    private let makeUsual: @Sendable () -> any NamedNetwork
    private let restore: @Sendable (_ checkpoint: Checkpoint, _ prefix: String) throws -> any NamedNetwork

    init<Network: NamedNetwork & SendableMetatype>(
        name: String, purpose: String, exampleSide side: Int, _ network: Network.Type
    ) {
        self.name = name
        self.purpose = purpose
        input = Network(fitting: StoredShapes()).input
        exampleInputShape = [1, input.channels, side, side]
        published = Network.published
        makeUsual = { Network(fitting: StoredShapes()) }
        restore = { checkpoint, prefix in try Network.restore(from: checkpoint, prefix: prefix) }
    }

    /// The network in its usual size; its parameters are not set.
    public func make() -> any NamedNetwork { makeUsual() }

    /// The names under which its parameters and buffers are kept, in PyTorch's order.
    public var keyNames: [String] { make().namedState.map(\.name) }

    /// The numbers that it learns in its usual size.
    public var parameterCount: Int { make().parameterCount }

    /// The layers in their usual size, with their output shapes; the last one's is the network's.
    public var summary: Summary { make().summary(input: exampleInputShape) }

    /// The network that a file of weights holds, in the size that the file says; see ``NamedNetwork/load(from:prefix:)``.
    public func load(from path: String, prefix: String = "") throws -> any NamedNetwork {
        try load(from: Checkpoint(contentsOf: path), prefix: prefix)
    }

    /// The network that a checkpoint holds; see ``NamedNetwork/restore(from:prefix:)``.
    public func load(from checkpoint: Checkpoint, prefix: String = "") throws -> any NamedNetwork {
        try restore(checkpoint, prefix)
    }
}
