import Basics
import TensorCore
import Testing

@Suite("Convolutions with a scale and an activation in the same pass")
struct FusedConvolutionTests {
    /// Shapes that go through rows of tiles, through stops in one line, through several blocks of channels, and through
    /// narrow tiles.
    static let cases: [(batch: Int, inputs: Int, outputs: Int, side: Int)] = [
        (1, 3, 5, 32), (2, 4, 9, 7), (1, 150, 17, 32), (2, 130, 8, 6), (1, 6, 3, 33),
    ]

    @Test("It is what the operations one after another give, and so are the gradients", arguments: cases)
    func sameAsApart(batch: Int, inputs: Int, outputs: Int, side: Int) throws {
        var generator = SeededGenerator(seed: 11)
        let x = Tensor(normalWithMean: 0, shape: [batch, inputs, side, side], using: &generator)
        let bias = Tensor(normalWithMean: 0, shape: [outputs], using: &generator)
        let scale = Tensor(normalWithMean: 1, shape: [outputs], using: &generator)
        for isTransposed in [false, true] {
            let channels = isTransposed ? [inputs, outputs] : [outputs, inputs]
            let weight = Tensor(normalWithMean: 0, deviation: 0.1, shape: channels + [3, 3], using: &generator)
            func gradients(_ compute: (_ x: Tensor, _ weight: Tensor, _ bias: Tensor) -> Tensor) -> [Tensor] {
                let tape = Tape()
                let inputs = [x, weight, bias].map { tape.variable($0) }
                let result = compute(inputs[0], inputs[1], inputs[2])
                let gradients = tape.gradients(of: result, from: result.detached)
                return [result] + inputs.compactMap { gradients[$0] }
            }
            let fused = gradients { x, weight, bias in
                isTransposed
                    ? x.transposeConvolved(with: weight, bias: bias, scale: scale, stride: 2, activation: .relu)
                    : x.convolved(with: weight, bias: bias, scale: scale, padding: 1, activation: .relu)
            }
            let apart = gradients { x, weight, bias in
                let result =
                    isTransposed
                    ? x.transposeConvolved(with: weight, stride: 2) : x.convolved(with: weight, padding: 1)
                let column = [outputs, 1, 1]
                return (result * scale.reshaped(to: column) + bias.reshaped(to: column)).relu()
            }
            #expect(fused.count == 4 && apart.count == 4)
            for (one, other) in zip(fused, apart) {
                let size = other.absolute().scalars.max() ?? 0
                let distance = (one - other).absolute().scalars.max() ?? 0
                #expect(distance <= 2e-5 * size, "transposed \(isTransposed): \(distance) of \(size)")
            }
        }
    }
}
