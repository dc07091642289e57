import Basics
@testable import Colorization
import Models
import TensorCore
import Testing

@Suite("Two stages")
struct StagesTests {
    @Test("The second stage sees the line, and the first one's colours enlarged, with hints over them")
    func input() {
        let lines = Tensor(repeating: 1, shape: [1, 1, 8, 8])
        let colors = Tensor(repeating: 0.25, shape: [1, 3, 2, 2])
        var hints = Tensor(repeating: Tensor.noHint, shape: [1, 3, 8, 8])
        hints.withMutableScalars { for channel in 0..<3 { $0[channel * 64 + 9] = 0.75 } }
        let input = secondStageInput(lines: lines, colors: colors, hints: hints).scalars
        #expect(input[..<64].allSatisfy { $0 == 1 })
        for i in 64..<256 { #expect(input[i] == (i % 64 == 9 ? 0.75 : 0.25)) }
    }

    @Test("Made small, a thin line stays dark, a hint keeps its colour, and no hint stays none")
    func small() {
        var lines = Tensor(repeating: 1, shape: [1, 1, 16, 16])
        lines.withMutableScalars { for y in 0..<16 { $0[y * 16 + 6] = 0 } }
        let thin = lines.linesForFirstStage()
        #expect(thin.shape == [1, 1, 4, 4] && abs(thin.scalars[1] - 0.25) < 1e-6 && thin.scalars[3] == 1)
        var hints = Tensor(repeating: Tensor.noHint, shape: [1, 3, 16, 16])
        hints.withMutableScalars { for channel in 0..<3 { $0[channel * 256] = 0.5 } }
        let small = hints.hintsForFirstStage().scalars
        #expect(small[0] == 0.5 && small[1] == Tensor.noHint && small[16] == 0.5)
    }
}

@Suite("Tiles")
struct TileTests {
    @Test("A picture in tiles is the same as in one piece: there are no seams", arguments: [(150, 420), (333, 256)])
    func noSeams(width: Int, height: Int) {
        var generator = SeededGenerator(seed: 4)
        let network = UNet(width: 3).initialised(using: &generator)
        let lines = Tensor(uniformIn: 0...1, shape: [1, 1, height, width], using: &generator)
        let hints = Tensor(uniformIn: -1...1, shape: [1, 3, height, width], using: &generator)
        let whole = TiledNetwork(network, tile: 1024).colors(lines: lines, beside: hints)
        let tiled = TiledNetwork(network, tile: 64).colors(lines: lines, beside: hints)
        #expect(whole.shape == [1, 3, height, width])
        #expect(zip(whole.scalars, tiled.scalars).allSatisfy { abs($0 - $1) < 1e-4 })
    }

    @Test("No pixel changes anything further away than the margin")
    func margin() {
        var generator = SeededGenerator(seed: 4)
        let network = UNet(width: 2).initialised(using: &generator)
        var input = Tensor(uniformIn: 0...1, shape: [1, 4, 16, 512], using: &generator)
        let before = network(input, .inference)
        input.withMutableScalars { $0[8 * 512 + 256] += 1 }
        let after = network(input, .inference)
        let changed = (0..<512).filter { x in (0..<16).contains { before[0, 0, $0, x] != after[0, 0, $0, x] } }
        #expect(
            (changed.first ?? 0) >= 256 - TiledNetwork.margin && (changed.last ?? 512) <= 256 + TiledNetwork.margin)
        #expect(changed.count > 60)
    }
}
