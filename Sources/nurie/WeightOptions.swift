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

    func colorizer(workingSize: Int? = nil) throws -> Colorizer {
        let second = stageTwo == "none" ? nil : stageTwo
        if let weights { return try Colorizer(weights: weights, secondStage: second, workingSize: workingSize) }
        return try Colorizer(
            weights: ShippedData.path(of: "colorizer.safetensors"),
            secondStage: stageTwo == nil ? ShippedData.find("colorizer-second.safetensors") : second,
            workingSize: workingSize)
    }
}
