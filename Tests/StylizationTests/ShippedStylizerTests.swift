import Drawings
import Files
import Models
@testable import Pictures
@testable import Stylization
import TensorCore
import Testing

/// What anybody who runs `nurie stylize` for the first time relies on, measured on drawn photographs that no training saw,
/// beside the anime rendering of the same scenes.
@Suite("The stylizer that comes with Nurie")
struct ShippedStylizerTests {
    private struct Example: Sendable {
        let photograph, anime, made: Picture
    }

    private static let examples: Result<[Example], any Error> = Result {
        let stylizer = try Stylizer(weights: ShippedData.path(of: "stylizer.safetensors"))
        let scenes = DrawnScenes(seed: 77, size: 256)
        return (0..<6).map { index in
            let scene = scenes[index]
            return Example(
                photograph: scene.photograph, anime: scene.anime, made: stylizer.stylise(scene.photograph))
        }
    }

    /// The mean over the examples.
    private static func mean(_ value: (Example) -> Float) throws -> Float {
        let values = try examples.get().map(value)
        return values.reduce(0, +) / Float(values.count)
    }

    @Test("The result lies nearer to the anime rendering than the photograph does")
    func nearer() throws {
        func distance(_ a: Picture, _ b: Picture) -> Float {
            meanSquaredError(Tensor(picture: a), Tensor(picture: b)).item.squareRoot()
        }
        let before = try Self.mean { distance($0.photograph, $0.anime) }
        let after = try Self.mean { distance($0.made, $0.anime) }
        #expect(after < 0.95 * before, "\(after), the photographs \(before)")
    }

    @Test("Colours are livelier, and their hue stays")
    func colors() throws {
        func colors(_ picture: Picture) -> Tensor {
            Tensor(pictures: [picture]).signed.yuv().sliced(axis: 1, 1..<3)
        }
        let before = try Self.mean { colors($0.photograph).absolute().mean().item }
        let after = try Self.mean { colors($0.made).absolute().mean().item }
        #expect(after > 1.05 * before && after < 1.8 * before, "\(after), the photographs \(before)")
        // Grey turned into a colour, or a colour into another, would be a shift that saturation does not explain.
        let shift = try Self.mean { example in
            meanAbsoluteError(colors(example.made), (after / before) * colors(example.photograph)).item
        }
        #expect(shift < 0.3 * before, "\(shift)")
    }

    @Test("Edges get a dark line: beside them the darkest pixel is much darker than it was, and elsewhere it is not")
    func outlines() throws {
        func change(_ example: Example, atEdges: Bool) -> Float {
            func darkest(_ picture: Picture) -> Picture { picture.converted(to: .grey).thickened(kernel: 3) }
            let (made, before) = (darkest(example.made), darkest(example.photograph))
            let edges = example.photograph.edges(lower: 80, upper: 160)
            let places = edges.samples.indices.filter { (edges.samples[$0] == 255) == atEdges }
            return places.reduce(Float(0)) { $0 + Float(made.samples[$1]) - Float(before.samples[$1]) }
                / Float(max(1, places.count))
        }
        let atEdges = try Self.mean { change($0, atEdges: true) }
        let elsewhere = try Self.mean { change($0, atEdges: false) }
        #expect(atEdges < elsewhere - 25 && abs(elsewhere) < 12, "\(atEdges), elsewhere \(elsewhere)")
    }

    @Test("A picture in tiles is the picture in one piece, to the last bit or nearly")
    func tiles() throws {
        let network = try LightAnimeGenerator.load(from: ShippedData.path(of: "stylizer.safetensors"))
        let input = Tensor(pictures: [DrawnScenes(seed: 78, size: 256).photograph(at: 0)]).signed
        let whole = network(input, .inference)
        let tiled = Stylizer(network, pieceLimit: 1 << 14, tileSide: 64).output(for: input)
        #expect((whole - tiled).absolute().scalars.allSatisfy { $0 < 1e-4 })
    }

    @Test("Areas are flatter than in the photograph")
    func flatness() throws {
        func roughness(_ picture: Picture, _ lines: Picture) -> Float {
            let grey = picture.converted(to: .grey)
            var (sum, count) = (Float(0), Float(0))
            for y in 0..<grey.height {
                for x in 2..<grey.width - 2 where (x - 2...x + 2).allSatisfy({ lines[$0, y, 0] > 240 }) {
                    sum += abs(Float(grey[x, y, 0]) - Float(grey[x - 1, y, 0]))
                    count += 1
                }
            }
            return sum / max(1, count)
        }
        let before = try Self.mean { roughness($0.photograph, $0.anime.lineArt()) }
        let after = try Self.mean { roughness($0.made, $0.anime.lineArt()) }
        #expect(after < 0.8 * before, "\(after), the photographs \(before)")
    }
}
