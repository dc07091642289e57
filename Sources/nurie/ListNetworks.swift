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
        for (title, text) in [
            ("parameters", "\(chosen.parameterCount)"), ("input", "\(chosen.input)"),
            ("tensors", chosen.keyNames.joined(separator: " ")),
        ] {
            let spaces = String(repeating: " ", count: 12 - title.count)
            Console.say("  \(title)\(spaces)\(Console.wrapped(text, indentation: 14).dropFirst(14))")
        }
        Console.say("\n\(chosen.summary)")
    }

    private func list() {
        let networks = NetworkCatalog.all
        let rows = [("network", "parameters", "")] + networks.map { ($0.name, "\($0.parameterCount)", $0.purpose) }
        let (name, count) = (rows.map(\.0.count).max() ?? 0, rows.map(\.1.count).max() ?? 0)
        let indentation = name + count + 4
        for row in rows {
            let spaces = indentation - 2 - row.0.count - row.1.count
            let purpose = Console.wrapped(row.2, indentation: indentation).dropFirst(indentation)
            Console.say("\(row.0)\(String(repeating: " ", count: spaces))\(row.1)  \(purpose)")
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
