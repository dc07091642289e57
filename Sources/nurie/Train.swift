import ArgumentParser

/// `nurie train`: trains a network.
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Trains a network.",
        subcommands: [
            TrainColorizer.self, TrainCascade.self, TrainFeatures.self, TrainAnime.self, TrainFaces.self,
            TrainSketches.self, TrainDetails.self,
        ])
}
