import ArgumentParser
import Models
import Networks
import Training

/// `nurie forward`: a network's output for a given input, to be compared with other frameworks.
struct Forward: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs a network on a NumPy array.",
        discussion: "Weights that PyTorch saved under the same names load as they are.")

    @Argument(help: "The network; `nurie networks` lists them.")
    var network: String

    @Option(help: "Its weights, a safetensors file.")
    var weights: String

    @Option(help: "The input, a .npy file.")
    var input: String

    @Option(name: [.short, .long], help: "Where the output goes, a .npy file.")
    var output: String

    @OptionGroup var threads: ThreadOptions

    func run() throws {
        threads.apply()
        let checkpoint = try Checkpoint(contentsOf: weights)
        if !checkpoint.passedOver.isEmpty {
            Console.warn("\(weights): passed over \(checkpoint.passedOver.joined(separator: ", ")), no numbers")
        }
        let network = try NetworkDescription(argument: network).load(from: checkpoint)
        let result = try network.output(for: NumPy.read(input), from: input)
        try NumPy.write(result, to: output)
        Console.say("\(output): \(result.shape)")
    }
}
