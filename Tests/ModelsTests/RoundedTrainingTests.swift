import Basics
import Models
import Networks
import TensorCore
import Testing

/// Training with products of bfloat16 goes the way that it goes in Float32: rounding is noise of half a percent on each factor,
/// and losses stay beside each other.
@Suite("Training in bfloat16", .enabled(if: ProductPrecision.bfloat16.isSupported)) struct RoundedTrainingTests {
    @Test func tenStepsBesideFloat32() {
        func losses(in precision: ProductPrecision) -> [Float] {
            var generator = SeededGenerator(seed: 5)
            let network = UNet(width: 8).initialised(using: &generator)
            let adam = Adam(network, learningRate: 1e-3)
            let x = Tensor(uniformIn: 0...1, shape: [2, 4, 32, 32], using: &generator)
            let y = x.sliced(axis: 1, 0..<3).squared()
            return computing(in: precision) {
                (0..<10).map { _ in
                    let tape = Tape(learning: network.parameters)
                    let loss = meanSquaredError(network(x, .training(tape)), y)
                    adam.step(tape.gradients(of: loss))
                    return loss.item
                }
            }
        }
        let (rounded, exact) = (losses(in: .bfloat16), losses(in: .float32))
        #expect(rounded != exact)
        #expect(exact[9] < 0.8 * exact[0])
        for (rounded, exact) in zip(rounded, exact) { #expect(abs(rounded - exact) < 0.03 * exact) }
    }
}
