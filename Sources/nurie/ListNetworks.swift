import ArgumentParser
import Models
import Training

/// `nurie networks`: what networks there are.
struct ListNetworks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "networks", abstract: "Lists the networks: parameters, shapes, and the names of their tensors.")

    @Argument(help: "The network to show layer by layer.")
    var network: String?

    func run() throws {
        guard let network else {
            for network in NetworkCatalog.all { describe(network) }
            return
        }
        let chosen = try NetworkDescription(argument: network)
        describe(chosen)
        Console.say("\n\(chosen.summary)")
    }

    private func describe(_ network: NetworkDescription) {
        Console.say("\(network.name): \(network.purpose)")
        Console.say("  parameters  \(network.parameterCount)")
        Console.say("  input       \(network.input)")
        Console.say("  output      \(network.summary.rows.last?.outputShape ?? []) for \(network.exampleInputShape)")
        Console.say("  tensors     \(network.keyNames.joined(separator: " "))")
    }
}

extension NetworkDescription {
    /// The network that the user named; throws a `ValidationError` that lists the others when there is none.
    init(argument name: String) throws {
        guard let network = NetworkCatalog.network(named: name) else {
            let names = NetworkCatalog.all.map(\.name).joined(separator: ", ")
            throw ValidationError("There is no network \(name). There are: \(names).")
        }
        self = network
    }
}
