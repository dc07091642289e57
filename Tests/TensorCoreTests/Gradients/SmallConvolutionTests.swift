import Basics
import TensorCore
import Testing

/// Protects that no cut into blocks, tiles, tasks and shares goes wrong where there is hardly anything to cut.
@Suite("Convolutions of few pixels and odd widths")
struct SmallConvolutionTests {
    /// Widths on both sides of the blocks of all kernels, and of shares of two and more of them.
    static let widths = [1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 23, 31, 33, 40, 41, 47, 57, 63, 65, 71, 80, 81, 97]

    @Test("Every width gives what the same weights give one output at a time", arguments: widths)
    func outputs(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        for (side, batch, inputs) in [(1, 1, 3), (1, 2, 40), (2, 1, 17), (2, 2, 130), (3, 1, 2)] {
            let x = Tensor(normalWithMean: 0, shape: [batch, inputs, side, side], using: &generator)
            let weight = Tensor(normalWithMean: 0, shape: [count, inputs, 3, 3], using: &generator)
            let whole = x.convolved(with: weight, padding: 1)
            let parts = (0..<count).map { x.convolved(with: weight.sliced(axis: 0, $0..<$0 + 1), padding: 1) }
            #expect(isNear(whole, .concatenated(parts, axis: 1)), "\(side)×\(side), \(inputs) to \(count)")
        }
    }

    @Test("Gradients and transposed convolutions too, at any size from one pixel on", arguments: widths)
    func gradients(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        for (height, width, stride) in [(1, 1, 1), (1, 3, 1), (2, 2, 2), (2, 5, 1), (3, 1, 2), (4, 4, 2)] {
            let x = Tensor(normalWithMean: 0, shape: [1, 9, height, width], using: &generator)
            let weight = Tensor(normalWithMean: 0, shape: [count, 9, 3, 3], using: &generator)
            let tape = Tape()
            let (input, kernel) = (tape.variable(x), tape.variable(weight))
            let result = input.convolved(with: kernel, stride: stride, padding: 1)
            let change = Tensor(normalWithMean: 0, shape: result.shape, using: &generator)
            let gradients = tape.gradients(of: result, from: change)
            // The sum of change · result is bilinear in input and kernel: both gradients give it back.
            let value = (change * result.detached).sum().item
            for (gradient, argument) in [(gradients[input], x), (gradients[kernel], weight)] {
                let again = gradient.map { ($0 * argument).sum().item } ?? .nan
                let size = (change * result.detached).absolute().sum().item
                #expect(abs(again - value) <= 1e-4 * (size + 1), "\(height)×\(width), stride \(stride)")
            }
            let back = Tensor(normalWithMean: 0, shape: [9, count, 3, 3], using: &generator)
            let raised = x.transposeConvolved(with: back, stride: stride)
            #expect(raised.scalars.allSatisfy(\.isFinite) && raised.shape[1] == count)
        }
    }

    private func isNear(_ one: Tensor, _ other: Tensor) -> Bool {
        let size = other.absolute().scalars.max() ?? 0
        return one.shape == other.shape && ((one - other).absolute().scalars.max() ?? 0) <= 2e-5 * (size + 1)
    }
}
