import Basics
import Models
import TensorCore

/// A trained first stage, as the second one is trained after it.
struct FirstStage {
    let network: UNet
    /// How far hints run before it sees them.
    private let hintReach: Float

    /// How often the second stage is given the true colours instead, made small.
    private let truthChance: Float

    /// Throws a `FileError` when the file holds no first stage.
    init(weights path: String, truthChance: Float) throws {
        self.truthChance = truthChance
        network = try Colorizer.network(weights: path, stage: 1)
        hintReach = try Colorizer.hintReach(weights: path)
    }

    /// Small colours `[batch, 3, height / 4, width / 4]` for pictures: what the network makes of their lines and hints, or
    /// now and then the true ones.
    func colors(for pairs: PairBatch, hints: Tensor?, using generator: inout SeededGenerator) -> Tensor {
        let truth = pairs.color.averagePooled(size: secondStageScale)
        let lines = pairs.lines.linesForFirstStage()
        let spread = hints?.hintsForFirstStage().hintsSpread(along: lines, reach: hintReach)
        let input = colorizerInput(lines: lines, hints: spread)
        let colored = network(input, .inference)
        let pictures = (0..<pairs.lines.shape[0]).map { index in
            (generator.chance(truthChance) ? truth : colored).sliced(axis: 0, index..<index + 1)
        }
        return .concatenated(pictures, axis: 0)
    }
}
