import ArgumentParser
import Colorization
import Files

/// Which colorizer a command uses.
struct WeightOptions: ParsableArguments {
    @Option(help: "The colorizer's weights. (default: those that come with Nurie)")
    var weights: String?

    @Option(
        help: """
            The weights of a second stage, which refines the colours at four times the size. (default: those that come \
            with Nurie, if the first stage's do too; `none` for none)
            """)
    var stageTwo: String?

    func colourist(workingSize: Int? = nil) throws -> Colourist {
        let second = stageTwo == "none" ? nil : stageTwo
        if let weights { return try Colourist(weights: weights, secondStage: second, workingSize: workingSize) }
        return try Colourist(
            weights: ShippedData.path(of: "colorizer.safetensors"),
            secondStage: stageTwo == nil ? ShippedData.find("colorizer-second.safetensors") : second,
            workingSize: workingSize)
    }
}
