import Basics
import Drawings
import Files
import Models
@testable import Networks
@testable import Pictures
@testable import Stylization
import TensorCore
import TestSupport
import Testing

@Suite("Stylising")
struct StylistTests {
    private static func generator() -> AnimeGeneratorV2 {
        var generator = SeededGenerator(seed: 3)
        return AnimeGeneratorV2(width: 2).initialised(using: &generator)
    }

    @Test(
        "A photograph of any size, aspect ratio and format comes out in colour at its own size",
        arguments: [(1, 1, Picture.Format.rgb), (1, 90, .grey), (37, 3, .rgba), (64, 50, .rgb)])
    func anySize(width: Int, height: Int, format: Picture.Format) {
        let samples = [UInt8](repeating: 120, count: format == .grey ? 1 : format == .rgb ? 3 : 4)
        let result = Stylizer(Self.generator()).stylise(
            Picture(width: width, height: height, format: format, filledWith: samples))
        #expect((result.width, result.height) == (width, height))
        // Transparency is kept.
        #expect(result.format == (format == .rgba ? .rgba : .rgb) && (format != .rgba || result.samples[3] == 120))
    }

    @Test(
        "Tiles are alike: what is one piece and what are many differ little, and no more at the seams than elsewhere")
    func tiles() {
        let photograph = DrawnScenes(seed: 4, size: 512).photograph(at: 1)
        let input = Tensor(pictures: [photograph]).signed
        let whole = Stylizer(Self.generator(), pieceLimit: 1 << 20, tileSide: 128).output(for: input)
        let tiled = Stylizer(Self.generator(), pieceLimit: 1 << 16, tileSide: 128).output(for: input)
        // The statistics are those of sixteen pieces, not of the whole: a little different, everywhere alike.
        let difference = (whole - tiled).absolute()
        #expect(difference.mean().item < 0.12)
        let steps = (tiled.sliced(axis: 3, 1..<512) - tiled.sliced(axis: 3, 0..<511)).absolute()
        let own = (whole.sliced(axis: 3, 1..<512) - whole.sliced(axis: 3, 0..<511)).absolute()
        for seam in [127, 255, 383] {
            let (at, expected) = (
                steps.sliced(axis: 3, seam..<seam + 1).mean().item, own.sliced(axis: 3, seam..<seam + 1).mean().item
            )
            #expect(abs(at - expected) < 0.1 * expected + 0.002, "at \(seam): \(at) where \(expected) is expected")
        }
    }

    @Test("The light generator's tiles give exactly what one piece gives", arguments: [64, 96, 512])
    func exactTiles(side: Int) {
        var generator = SeededGenerator(seed: 3)
        let network = LightAnimeGenerator(width: 2).initialised(using: &generator)
        // No zeros: every convolution is to count.
        for parameter in network.parameters {
            parameter.value = Tensor(
                normalWithMean: 0, deviation: 0.2, shape: parameter.value.shape, using: &generator)
        }
        let input = Tensor(uniformIn: -1...1, shape: [1, 3, 200, 236], using: &generator)
        #expect(Stylizer(network, pieceLimit: 1, tileSide: side).output(for: input) == network(input, .inference))
    }

    @Test("CartoonGAN is given blue, green and red")
    func order() {
        var generator = SeededGenerator(seed: 3)
        let network = CartoonGAN(width: 2).initialised(using: &generator)
        let input = Tensor(uniformIn: -1...1, shape: [1, 3, 32, 32], using: &generator)
        func reversed(_ x: Tensor) -> Tensor {
            .concatenated([2, 1, 0].map { x.sliced(axis: 1, $0..<$0 + 1) }, axis: 1)
        }
        #expect(Stylizer(network).output(for: input) == reversed(network(reversed(input), .inference)))
    }

    @Test("The brightness can be kept")
    func brightness() {
        func mean(_ picture: Picture) -> Double {
            picture.converted(to: .grey).samples.reduce(0) { $0 + Double($1) }
                / Double(picture.width * picture.height)
        }
        let photograph = DrawnScenes(seed: 4, size: 64).photograph(at: 1)
        let result = Stylizer(Self.generator()).stylise(photograph, keepingBrightness: true)
        #expect(abs(mean(result) - mean(photograph)) < 12)
    }

    @Test("Weights and checkpoints load; those of another network are refused by name")
    func weights() throws {
        try withTemporaryFolder { folder in
            try Self.generator().save(to: "\(folder)/w.safetensors")
            _ = try Stylizer(weights: "\(folder)/w.safetensors")
            var checkpoint = Checkpoint()
            checkpoint.store(Self.generator(), as: "generator")
            checkpoint.store(3, as: "step")
            try checkpoint.write(to: "\(folder)/c.safetensors")
            _ = try Stylizer(weights: "\(folder)/c.safetensors")
            var generator = SeededGenerator(seed: 3)
            try UNet(width: 2).initialised(using: &generator).save(to: "\(folder)/u.safetensors")
            let error = #expect(throws: FileError.self) { try Stylizer(weights: "\(folder)/u.safetensors") }
            #expect("\(error.map { "\($0)" } ?? "")".contains("the network colorizer"))
        }
    }

    @Test("A picture is continued by its mirror image, however small it is")
    func mirrored() {
        let picture = Picture(width: 3, height: 1, format: .grey, samples: [1, 2, 3])
        #expect(
            picture.mirrored(rows: 0..<2, columns: 0..<8).samples == [1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2])
        let pixel = Picture(width: 1, height: 1, format: .grey, samples: [7])
        #expect(pixel.mirrored(rows: 0..<2, columns: 0..<2).samples == [7, 7, 7, 7])
    }
}
