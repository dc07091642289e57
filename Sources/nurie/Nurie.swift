import ArgumentParser
import Training

/// `nurie`: the project's tool.
@main
struct Nurie: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nurie",
        abstract: "Draws, trains, colours and stylises.",
        discussion: "nurie COMMAND --help says what a command takes.",
        version: "Nurie 1.1",
        subcommands: [
            Color.self, Train.self, Evaluate.self, Lines.self, Faces.self, Draw.self, Pages.self, ListNetworks.self,
            Forward.self, Stylize.self, SmoothEdges.self, Sample.self, Studio.self,
        ])

    /// Runs a command, alone or as one of several processes; where one of these fails, all end.
    static func main() {
        do {
            try Processes.start()
            try refuseEmpty(CommandLine.arguments)
            var command = try parseAsRoot()
            if Processes.all.count > 1, !(command is any SharedCommand) {
                throw ValidationError("Only `nurie train colorizer` is shared by several processes: start one.")
            }
            try command.run()
            Processes.finish()
        } catch {
            let status = exitCode(for: error)
            if status.isSuccess || error is ExitCode {
                // All meet it alike, and the first one has said what is to be said.
                Processes.finish()
                if Processes.all.rank > 0 { exit(withError: status) }
            } else {
                Processes.fail(fullMessage(for: error), status: status.rawValue)
            }
            exit(withError: error)
        }
    }

    /// An argument without a letter is a variable of the shell that was never set. As a folder it would be the root.
    private static func refuseEmpty(_ arguments: [String]) throws {
        for (argument, next) in zip(arguments, arguments.dropFirst()) {
            if next.isEmpty {
                throw ValidationError(
                    argument.hasPrefix("-")
                        ? "\(argument) is empty: give it a value." : "An argument behind \(argument) is empty.")
            }
            if next.hasPrefix("--"), next.hasSuffix("=") {
                throw ValidationError("\(next.dropLast()) is empty: give it a value.")
            }
        }
    }
}

/// A command whose work several processes can share.
protocol SharedCommand: ParsableCommand {}
