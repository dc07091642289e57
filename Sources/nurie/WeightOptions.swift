import ArgumentParser
import Colorization
import Files
import Training

/// Which colorizer a command uses.
struct WeightOptions: ParsableArguments {
    @Option(help: "The colorizer's weights. (default: those that come with Nurie)")
    var weights: String?

    @Option(
        help: """
            The weights of a second stage, which refines the colours at four times the size, for weights that learnt from \
            faces.
            """)
    var stageTwo: String?

    func colorizer(workingSize: Int? = nil) throws -> Colorizer {
        try Colorizer(
            weights: weights ?? ShippedData.path(of: "colorizer.safetensors"),
            secondStage: NoValue.path(stageTwo), workingSize: workingSize)
    }
}
