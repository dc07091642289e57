import Basics
@testable import Colorization
import Drawings
import Files
@testable import Pictures
import Testing

/// What anybody who runs `nurie color` for the first time relies on.
@Suite("The weights that come with Nurie")
struct ShippedWeightsTests {
    private static func colorizer() throws -> Colorizer {
        try Colorizer(weights: ShippedData.path(of: "colorizer.safetensors"))
    }

    /// Faces that no training saw, on paper.
    private static let faces: [Pair] = {
        let pairs = DrawnPairs(
            DrawnFaces(seed: 5, size: 128), count: 4, part: .heldOut, trueLineChance: 1, variation: .none,
            paperShare: 1)
        return (0..<4).map { index in
            var generator = SeededGenerator(seed: 0)
            return pairs.sample(at: index, using: &generator)
        }
    }()

    @Test("Paper stays paper: an empty sheet, and what is around a face")
    func paper() throws {
        let colorizer = try Self.colorizer()
        let sheet = Picture(width: 160, height: 96, format: .grey, filledWith: [255])
        #expect(colorizer.color(sheet).samples.allSatisfy { $0 > 215 })
        // Between hair and frame there are pockets of paper that are taken for hair: it is white on average.
        var (lightness, chroma) = (Mean(), Mean())
        for pair in Self.faces {
            let colored = colorizer.color(pair.lines)
            let paper = try #require(colored.meanColor(of: pair.pixels(of: .background)))
            #expect(paper.chroma < 10, "\(paper)")
            chroma.add(paper.chroma)
            lightness.add(paper.lightness)
        }
        #expect(lightness.value > 90, "\(lightness.value)")
        #expect(chroma.value < 5, "\(chroma.value)")
    }

    @Test("Areas with a dab of their true colour get it")
    func obedience() throws {
        let pairs = try EvaluationPictures.open("drawn", count: 64, size: 128, seed: 0)
        let evaluation = ColorizerEvaluation(of: try Self.colorizer(), on: pairs)
        #expect(evaluation.obedience.value < 0.08, "\(evaluation.obedience.value)")
        #expect(evaluation.hinted.signalToNoise.value > evaluation.alone.signalToNoise.value + 2)
        // A page that nothing is said of stays calm: no colour that nobody asked for.
        for row in evaluation.saturation.rows { #expect(row.alone < 1.4, "\(row.name): \(row.alone)") }
        for row in evaluation.saturation.rows where row.name == "skin" { #expect(row.alone > 0.6) }
    }

    @Test("Skin is skin: warm, and neither grey nor glaring")
    func skin() throws {
        let colorizer = try Self.colorizer()
        for pair in Self.faces {
            let skin = try #require(colorizer.color(pair.lines).meanColor(of: pair.pixels(of: .skin)))
            #expect(skin.chroma < 60 && skin.lightness > 40, "\(skin)")
            #expect(skin.a > 3 && skin.b > 5, "\(skin)")
        }
    }

    @Test(
        "Hair gets the colour that it is dabbed with, whatever that is",
        arguments: [[206, 64, 60], [70, 150, 84], [74, 104, 206], [236, 196, 80], [150, 88, 184]] as [[UInt8]])
    func hair(color: [UInt8]) throws {
        let colorizer = try Self.colorizer()
        var distances = Mean()
        for pair in Self.faces {
            let hair = pair.pixels(of: .hair)
            var hints = Picture(
                width: pair.lines.width, height: pair.lines.height, format: .rgba, filledWith: [0, 0, 0, 0])
            for place in 0..<8 {
                let pixel = hair[(2 * place + 1) * hair.count / 16]
                for (channel, level) in (color + [255]).enumerated() {
                    hints[pixel % hints.width, pixel / hints.width, channel] = level
                }
            }
            let wish = Lab(red: color[0], green: color[1], blue: color[2])
            let mean = try #require(colorizer.color(pair.lines, hints: hints).meanColor(of: hair))
            distances.add(mean.difference(to: wish))
        }
        #expect(distances.value < 25, "\(distances.value)")
    }

    @Test("One dab on hair is obeyed in any colour, light ones too")
    func lightDabs() throws {
        let colorizer = try Self.colorizer()
        func error(_ color: [UInt8]) -> Double {
            let errors = Self.faces.map { pair in
                let places = pair.pixels(of: .hair).filter { pair.lines.samples[$0] > 250 }
                let (x, y) = (places[places.count / 2] % 128, places[places.count / 2] / 128)
                var hints = Picture(width: 128, height: 128, format: .rgba, filledWith: [0, 0, 0, 0])
                hints.paste(
                    Picture(width: 5, height: 5, format: .rgba, filledWith: color + [255]),
                    x: min(max(x, 2), 125) - 2,
                    y: min(max(y, 2), 125) - 2)
                let colored = colorizer.color(pair.lines, hints: hints)
                return (0..<3).reduce(0.0) { $0 + abs(Double(colored[x, y, $1]) - Double(color[$1])) / 3 }
            }
            return errors.reduce(0, +) / Double(errors.count)
        }
        #expect(error([40, 60, 220]) <= 40)
        let light = error([255, 255, 255])
        #expect(light <= 30, "\(light)")
    }
}
