import Colorization
import Pictures
import TensorCore
import Testing

@Suite struct ColorizerInputTests {
    @Test("The colorizer's input is the line, then the hint's red, green and blue, -1 where there is none")
    func colorizerInputLayout() {
        let lines = Tensor([1, 0], shape: [1, 1, 1, 2])
        #expect(colorizerInput(lines: lines) == Tensor([1, 0, -1, -1, -1, -1, -1, -1], shape: [1, 4, 1, 2]))

        let dab = Picture(width: 2, height: 1, format: .rgba, samples: [255, 51, 0, 255, 9, 9, 9, 127])
        let hints = Tensor(hints: dab)
        #expect(hints == Tensor([1, -1, 0.2, -1, 0, -1], shape: [3, 1, 2]))
        let input = colorizerInput(lines: lines, hints: hints.reshaped(to: [1, 3, 1, 2]))
        #expect(input == Tensor([1, 0, 1, -1, 0.2, -1, 0, -1], shape: [1, 4, 1, 2]))
    }

    @Test("A picture of hints without transparency hints at every pixel")
    func opaqueHints() {
        let picture = Picture(width: 1, height: 1, format: .rgb, samples: [0, 0, 255])
        #expect(Tensor(hints: picture) == Tensor([0, 0, 1], shape: [3, 1, 1]))
    }
}
