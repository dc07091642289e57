import ArgumentParser
import Models
import Training

/// `nurie networks`: what networks there are.
struct ListNetworks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "networks", abstract: "Lists the networks with their parameters, or shows one layer by layer.")

    @Argument(help: "The network to show layer by layer.")
    var network: String?

    func run() throws {
        guard let network else {
            list()
            return
        }
        let chosen = try NetworkDescription(argument: network)
        Console.say("\(chosen.name): \(chosen.purpose)")
        Console.say("  parameters  \(chosen.parameterCount)")
        Console.say("  input       \(chosen.input)")
        Console.say("  tensors     \(chosen.keyNames.joined(separator: " "))")
        Console.say("\n\(chosen.summary)")
    }

    private func list() {
        let networks = NetworkCatalog.all
        let width = networks.map(\.name.count).max() ?? 0
        for network in networks {
            let name = network.name + String(repeating: " ", count: width - network.name.count)
            let count = "\(network.parameterCount)"
            Console.say(
                "\(name)  \(String(repeating: " ", count: max(0, 10 - count.count)))\(count)  \(network.purpose)")
        }
        Console.say("\nThe layers of one: nurie networks NAME")
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
