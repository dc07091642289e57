import Basics
import Networks
import TensorCore
import Testing

@Suite struct MinibatchDiscriminationTests {
    @Test("Equal rows are as close as can be, rows far apart only to themselves")
    func ends() {
        var generator = SeededGenerator(seed: 1)
        let layer = MinibatchDiscrimination(4, kernels: 3, dimensions: 2).initialised(using: &generator)
        let row = Tensor(normalWithMean: 0, shape: [1, 4], using: &generator)
        let equal = layer(Tensor.concatenated([row, row, row], axis: 0), .inference)
        #expect(equal == Tensor(repeating: 3, shape: [3, 3]))
        let apart = layer(Tensor.concatenated([1000 * row, 0 * row, -1000 * row], axis: 0), .inference)
        #expect(apart == Tensor(repeating: 1, shape: [3, 3]))
    }

    @Test("The gradients are those of finite differences")
    func gradients() throws {
        var generator = SeededGenerator(seed: 2)
        let layer = MinibatchDiscrimination(5, kernels: 4, dimensions: 3).initialised(using: &generator)
        let x = Tensor(normalWithMean: 0, shape: [6, 5], using: &generator)
        let seed = Tensor(normalWithMean: 0, shape: [6, 4], using: &generator)
        func loss(_ x: Tensor, _ mode: Mode) -> Tensor { (layer(x, mode) * seed).sum() }
        let tape = Tape(learning: layer.parameters)
        let variable = tape.variable(x)
        let gradients = tape.gradients(of: loss(variable, .training(tape)))

        let step: Float = 1e-3
        func slope(_ nudged: (Float) -> Float) -> Float { (nudged(step) - nudged(-step)) / (2 * step) }
        let byInput = x.scalars.indices.map { index in
            slope { step in
                var other = x
                other.withMutableScalars { $0[index] += step }
                return loss(other, .inference).item
            }
        }
        let weight = layer.weight.value
        let byWeight = weight.scalars.indices.map { index in
            slope { step in
                defer { layer.weight.value = weight }
                layer.weight.value.withMutableScalars { $0[index] += step }
                return loss(x, .inference).item
            }
        }
        // A step that crosses the corner of |x| is off by part of that term: hence the wide tolerance.
        expectClose(try #require(gradients[variable]), Tensor(byInput, shape: x.shape), within: 0.02, "input")
        expectClose(
            try #require(gradients[layer.weight]), Tensor(byWeight, shape: weight.shape), within: 0.02, "weight")
    }
}
