import ArgumentParser

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
}
