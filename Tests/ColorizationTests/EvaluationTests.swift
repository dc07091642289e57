import Basics
@testable import Colorization
import Drawings
import Files
import Models
@testable import Pictures
import TensorCore
import TestSupport
import Testing

@Suite("Evaluation")
struct EvaluationTests {
    private static let pairs: [Pair] = {
        let pairs = DrawnPairs(DrawnFaces(seed: 3, size: 32), count: 2, part: .heldOut, variation: .none)
        return (0..<2).map { index in
            var generator = SeededGenerator(seed: 0)
            return pairs.sample(at: index, using: &generator)
        }
    }()

    private static var colorizer: Colorizer {
        var generator = SeededGenerator(seed: 3)
        return Colorizer(UNet(width: 2).initialised(using: &generator), workingSize: 32)
    }

    @Test("Every measurement is a number, and the report holds them all")
    func report() throws {
        let report = EvaluationReport(ColorizerEvaluation(of: Self.colorizer, on: Self.pairs))
        #expect(report.rows.allSatisfy { $0.hinted.isFinite && $0.alone?.isFinite ?? true })
        try withTemporaryFolder { folder in
            try report.write(to: folder)
            let csv = String(decoding: try Files.read("\(folder)/evaluation.csv"), as: UTF8.self)
            for row in report.rows {
                #expect(report.description.contains(row.name) && csv.contains(row.name))
            }
            for picture in ["examples.png", "saturation.png"] {
                #expect(try Picture.size(of: "\(folder)/\(picture)").width > 400)
            }
        }
    }

    @Test("A flat area is what hangs together in one colour, and its middle lies inside")
    func areas() {
        var picture = Picture(width: 20, height: 10, format: .rgb, filledWith: [200, 40, 40])
        picture.paste(Picture(width: 1, height: 10, format: .rgb, filledWith: [0, 0, 0]), x: 12, y: 0)
        let area = FlatArea(in: picture, around: 0)
        let mask = area.mask(count: 200)
        #expect(area.pixels.count == 120 && mask[11] && !mask[12] && !mask[13])
        #expect(FlatArea.all(in: picture, least: 5).map(\.pixels.count) == [120, 70, 10])
        let middle = area.middle(width: 20, height: 10)
        #expect((3...8).contains(middle % 20) && (3...6).contains(middle / 20))
    }

    @Test("A colourist that gives the truth obeys and is wholly like it; one that ignores hints does not leak")
    func meaning() {
        let pair = Self.pairs[0]
        var generator = SeededGenerator(seed: 1)
        let hints = Picture(
            hints: HintSampling.exactly(12).hints(for: Tensor(pictures: [pair.color]), using: &generator))
        let areas = HintedAreas(of: hints, in: pair)
        #expect(pair.color.meanDistance(to: pair.color, where: areas.contain) == 0)
        let (otherHints, color) = areas.recolored(hints)
        #expect(otherHints != hints)
        #expect(pair.color.meanDistance(to: color, where: areas.largestContains) > 0.1)
        #expect((0..<1024).contains { areas.isElsewhere($0) })
    }

    @Test("The folder for hintauc has every ratio, every picture and the same names, and is not written twice")
    func hintCurve() throws {
        try withTemporaryFolder { folder in
            try HintCurveFolder(folder).write(Self.pairs, coloredBy: Self.colorizer)
            for name in ["00000.png", "00001.png"] {
                #expect(Files.exists("\(folder)/true/\(name)"))
                for ratio in HintCurveFolder.ratios { #expect(Files.exists("\(folder)/coloured/\(ratio)/\(name)")) }
            }
            #expect(throws: FileError.self) {
                try HintCurveFolder(folder).write(Self.pairs, coloredBy: Self.colorizer)
            }
        }
    }
}
