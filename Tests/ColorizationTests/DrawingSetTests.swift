import Basics
import Files
import Models
import Pictures
import TestSupport
import Testing

@testable import Colorization

/// Colourings measured on drawings whose colours are known, beside what needs no learning.
@Suite("Colourings measured on a set of drawings")
struct DrawingSetTests {
    /// Two boxes, red and blue, on white, with a dab in each and one on the paper.
    private static func write(to folder: TemporaryFolder, hintWidth: Int = 64) throws {
        var lines = Picture(width: 64, height: 48, format: .grey, filledWith: [255])
        var truth = Picture(width: 64, height: 48, format: .rgb, filledWith: [255, 255, 255])
        var hints = Picture(width: hintWidth, height: 48, format: .rgba, filledWith: [0, 0, 0, 0])
        for (left, color) in [(4, [200, 40, 40]), (34, [40, 60, 200])] as [(Int, [UInt8])] {
            truth.paste(Picture(width: 26, height: 38, format: .rgb, filledWith: color), x: left, y: 5)
            hints.paste(Picture(width: 4, height: 4, format: .rgba, filledWith: color + [255]), x: left + 8, y: 20)
            for x in left...left + 26 { (lines[x, 5, 0], lines[x, 43, 0]) = (0, 0) }
            for y in 5...43 { (lines[left, y, 0], lines[left + 26, y, 0]) = (0, 0) }
        }
        hints.paste(Picture(width: 3, height: 3, format: .rgba, filledWith: [255, 255, 255, 255]), x: 0, y: 0)
        try folder.write(lines.encodedAsPNG(), to: "lines/boxes.png")
        try folder.write(truth.encodedAsPNG(), to: "truth/boxes.png")
        try folder.write(hints.encodedAsPNG(), to: "hints/boxes.png")
    }

    @Test("The truth measures best, a watershed from true dabs nearly so, and lines alone worst")
    func measures() throws {
        let folder = try TemporaryFolder()
        try Self.write(to: folder)
        #expect(DrawingSet.exists(in: folder.path))
        let member = try #require(try DrawingSet(contentsOf: folder.path).members.first)
        let drawing = MeasuredDrawing(member)
        let dabs = try #require(drawing.dabs)
        func measure(_ picture: Picture) -> ColoringMeasures {
            var measures = ColoringMeasures()
            measures.add(picture, drawing)
            return measures
        }
        let truth = measure(member.truth)
        #expect(truth.colorDifference.value == 0 && truth.regionAccuracy.value == 1 && truth.nearShare.value == 1)
        #expect(truth.bleed.value == 0 && truth.obedience.value == 0)
        let (flooded, lines) = (SimpleColoring.watershed, SimpleColoring.lines)
        let watershed = measure(flooded.color(member.lines, dabs: dabs))
        #expect(watershed.regionAccuracy.value == 1 && watershed.bleed.value < 0.05)
        let untouched = measure(lines.color(member.lines, dabs: dabs))
        #expect(untouched.regionAccuracy.value < 0.6 && untouched.obedience.value > 20)
        #expect(untouched.colorDifference.value > watershed.colorDifference.value)
    }

    @Test("Drawings whose names begin alike each keep their result")
    func names() throws {
        let folder = try TemporaryFolder()
        try Self.write(to: folder)
        for kind in ["lines", "truth"] {
            let bytes = try Files.read("\(folder.path)/\(kind)/boxes.png")
            for name in ["a.1.png", "a.2.png"] { try folder.write(bytes, to: "\(kind)/\(name)") }
        }
        var generator = SeededGenerator(seed: 1)
        let colorizer = Colorizer(UNet(width: 4).initialised(using: &generator), workingSize: 32, fillsRegions: true)
        let out = try TemporaryFolder()
        _ = try DrawingSetReport(
            of: colorizer, on: DrawingSet(contentsOf: folder.path), writingTo: out.path, progress: { _ in })
        for name in ["a.1", "a.2", "boxes"] { #expect(Files.exists("\(out.path)/flat/\(name).png"), "\(name)") }
    }

    @Test("A picture of another size, or one that is missing, is named before any work")
    func errors() throws {
        let folder = try TemporaryFolder()
        try Self.write(to: folder, hintWidth: 60)
        #expect(throws: PictureError.self) { try DrawingSet(contentsOf: folder.path) }
        let other = try TemporaryFolder()
        try other.draw("lines/a.png")
        try Files.makeFolder("\(other.path)/truth")
        #expect(throws: (any Error).self) { try DrawingSet(contentsOf: other.path) }
    }
}
