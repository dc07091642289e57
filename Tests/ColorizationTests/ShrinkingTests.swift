import Basics
@testable import Colorization
import Datasets
import Drawings
import Pictures
import TensorCore
import Testing

/// Protects that the first stage is given in use what it was given in training.
@Suite("Drawings and hints made small")
struct ShrinkingTests {
    @Test("Lines are made small in use as in training")
    func lines() {
        let drawing = DrawnFaces(seed: 5, size: 128)[3].lines
        let inTraining = Tensor(pictures: [drawing]).linesForFirstStage()
        let inUse = Tensor(pictures: [drawing.linesShrunk(toWidth: 32, height: 32)])
        #expect((inTraining - inUse).absolute().scalars.max() ?? 1 <= 1.5 / 255)
    }

    @Test("Hints are made small in use as in training")
    func hints() {
        let face = DrawnFaces(seed: 5, size: 128)[3].color
        var generator = SeededGenerator(seed: 1)
        let hints = HintSampling.exactly(20).hints(for: Tensor(pictures: [face]), using: &generator)
        let inTraining = hints.hintsForFirstStage()
        let small = Picture(hints: hints).hintsResized(toWidth: 32, height: 32)
        let inUse = Tensor(hints: small).reshaped(to: inTraining.shape)
        let difference = (inTraining - inUse).absolute()
        // Where one has a hint and the other none they would be one apart at least.
        #expect(difference.scalars.max() ?? 9 <= 4.0 / 255)
    }
}
