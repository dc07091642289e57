import Basics
@testable import Colorization
@testable import Drawings
import TensorCore
import Testing

@Suite("Sampled hints")
struct HintTests {
    /// Left half red, right half blue, with a black line between.
    private static let halves = Tensor(shape: [1, 3, 32, 32]) { numbers in
        for i in 0..<1024 {
            let x = i % 32
            numbers[i] = x < 15 ? 1 : 0
            numbers[1024 + i] = 0
            numbers[2048 + i] = x > 16 ? 1 : 0
        }
    }

    @Test("Hints have the colour of where they begin, within the error, and are -1 in all channels elsewhere")
    func colors() {
        var sampling = HintSampling.exactly(5)
        sampling.deviation = 0
        (sampling.strokeChance, sampling.reach) = (1, 0.04)
        for seed in 0..<20 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let hints = sampling.hints(for: Self.halves, using: &generator).scalars
            for i in 0..<1024 {
                let hint = [hints[i], hints[1024 + i], hints[2048 + i]]
                #expect([[-1, -1, -1], [1, 0, 0], [0, 0, 1], [0, 0, 0]].contains(hint))
            }
            // A stroke does not reach far over the line.
            for i in 0..<1024 where hints[i] == 1 { #expect(i % 32 < 17) }
        }
    }

    @Test("As many hints as asked for, and none at all for none")
    func count() {
        var generator = SeededGenerator(seed: 1)
        let none = HintSampling.exactly(0).hints(for: Self.halves, using: &generator)
        #expect(none.scalars.allSatisfy { $0 == Tensor.noHint })
        var sampling = HintSampling.exactly(3)
        (sampling.reach, sampling.strokeChance) = (0, 0)
        let hinted = sampling.hints(for: Self.halves, using: &generator).scalars[..<1024].count {
            $0 != Tensor.noHint
        }
        #expect((1...3).contains(hinted))
    }
}

@Suite("Hints that run until they meet a line")
struct HintSpreadingTests {
    /// Paper with a line down the middle, and one dab on each side of it.
    private static let side = 24
    private static let lines = Tensor(shape: [1, 1, side, side]) { lines in
        for i in lines.indices { lines[i] = i % side == 11 || i % side == 12 ? 0 : 1 }
    }
    private static let hints = Tensor(shape: [1, 3, side, side]) { hints in
        hints.update(repeating: Tensor.noHint)
        for (x, color) in [(9, [1, 0, 0]), (20, [0, 0, 1])] {
            for channel in 0..<3 { hints[(channel * side + 10) * side + x] = Float(color[channel]) }
        }
    }

    private func color(_ hints: Tensor, _ x: Int, _ y: Int) -> [Float] {
        let plane = Self.side * Self.side
        return (0..<3).map { hints.scalars[$0 * plane + y * Self.side + x] }
    }

    @Test("Each side of a line gets the colour of its own dab, however near the other one is")
    func borders() {
        let spread = Self.hints.hintsSpread(along: Self.lines, reach: 1)
        for y in 0..<Self.side {
            #expect((0..<11).allSatisfy { color(spread, $0, y) == [1, 0, 0] })
            #expect((13..<Self.side).allSatisfy { color(spread, $0, y) == [0, 0, 1] })
        }
    }

    @Test("Paint runs as far as its reach and no farther, and not at all without one")
    func reach() {
        #expect(Self.hints.hintsSpread(along: Self.lines, reach: 0).scalars == Self.hints.scalars)
        let spread = Self.hints.hintsSpread(along: Self.lines, reach: 0.25)
        #expect(color(spread, 4, 10) == [1, 0, 0] && color(spread, 2, 10) == [-1, -1, -1])
        #expect(color(spread, 9, 15) == [1, 0, 0] && color(spread, 9, 17) == [-1, -1, -1])
    }

    @Test("Pictures of a batch do not run into each other, and no hints stay none")
    func batch() {
        let none = Tensor.noHints(for: Self.lines)
        let both = Tensor.concatenated([Self.hints, none], axis: 0)
            .hintsSpread(along: .concatenated([Self.lines, Self.lines], axis: 0), reach: 0.5)
        #expect(both.sliced(axis: 0, 0..<1).scalars == Self.hints.hintsSpread(along: Self.lines, reach: 0.5).scalars)
        #expect(both.sliced(axis: 0, 1..<2).scalars == none.scalars)
    }
}

@Suite("Recolouring")
struct RecoloringTests {
    private let faces = DrawnFaces(seed: 7, size: 48)

    @Test("Skin, ink and white stay what they are, and the hair does not")
    func regions() {
        let face = faces[1]
        var recoloring = Recoloring(chance: 1)
        (recoloring.regionChance, recoloring.skinChance) = (1, 0)
        var generator = SeededGenerator(seed: 3)
        let changed = recoloring.recolored(face.color, regions: face.regions, using: &generator)
        var hairChange = 0
        for pixel in 0..<48 * 48 {
            let change = (0..<3).map {
                abs(Int(changed.samples[3 * pixel + $0]) - Int(face.color.samples[3 * pixel + $0]))
            }
            switch Region(rawValue: face.regions.samples[pixel]) {
            case .skin: #expect(change == [0, 0, 0])
            case .hair: hairChange += change.max() ?? 0
            default: break
            }
        }
        #expect(hairChange > 4000)
        let turn = ColorTurn(using: &generator)
        var ends: [UInt8] = [0, 0, 0]
        ends.withUnsafeMutableBufferPointer { turn.apply(to: &$0, at: 0) }
        #expect(ends == [0, 0, 0])
    }

    @Test("Without a chance it takes no number from the generator")
    func none() {
        let face = faces[2]
        var (one, other) = (SeededGenerator(seed: 4), SeededGenerator(seed: 4))
        #expect(Recoloring.none.recolored(face.color, regions: face.regions, using: &one) == face.color)
        #expect(one.next() == other.next())
    }
}
