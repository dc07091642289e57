import Drawings
@testable import FaceGeneration
@testable import Pictures
import Testing

@Suite("Figures cut out of paper")
struct CutOutTests {
    /// A red bust on white paper, with a white spot inside of it and a speck beside it.
    private var sheet: Picture {
        var sheet = Picture(width: 16, height: 16, format: .rgb, filledWith: [255, 255, 255])
        sheet.paste(Picture(width: 8, height: 12, format: .rgb, filledWith: [200, 30, 30]), x: 4, y: 4)
        sheet.paste(Picture(width: 2, height: 2, format: .rgb, filledWith: [255, 255, 255]), x: 7, y: 8)
        sheet.paste(Picture(width: 2, height: 2, format: .rgb, filledWith: [0, 0, 0]), x: 0, y: 0)
        return sheet
    }

    @Test("Paper is what hangs together with the border: white inside of the figure stays, a speck beside it goes")
    func figure() {
        let figure = sheet.figure
        for (x, y, expected) in [(1, 1, 0), (2, 8, 0), (5, 5, 255), (7, 8, 255), (6, 15, 255), (14, 15, 0)] {
            #expect(Int(figure[x, y, 0]) == expected, "at \(x), \(y)")
        }
    }

    @Test("A figure hides what is behind it, its paper does not, and what reaches over the border is cut off")
    func placed() {
        let scene = Picture(width: 20, height: 12, format: .rgb, filledWith: [10, 200, 10])
        let result = CutOut(sheet, along: sheet).placed(in: scene, x: -6, y: 4)
        #expect((result.width, result.height) == (20, 12))
        #expect((0..<3).map { result[2, 11, $0] } == [200, 30, 30])
        #expect((0..<3).map { result[12, 11, $0] } == [10, 200, 10])
        let beyond = CutOut(sheet, along: sheet).placed(in: scene, x: 40, y: -40)
        #expect(beyond.samples == scene.samples)
    }

    @Test("A sheet without a figure covers nothing")
    func blank() {
        let blank = Picture(width: 8, height: 8, format: .rgb, filledWith: [255, 255, 255])
        #expect(CutOut(blank, along: blank).coverage.samples.allSatisfy { $0 == 0 })
    }

    @Test("A made-up face becomes lines on clean paper, and dabs of its own colours on itself")
    func madeUpFace() {
        let face = SampledFace(FaceCrops(DrawnFaces(seed: 3, size: 64), count: 1, isOnPaper: true)[0], side: 128)
        #expect((face.lines.width, face.lines.format) == (128, .grey))
        let ink = face.lines.samples.filter { $0 < 128 }.count
        #expect((100...6000).contains(ink), "\(ink) pixels of ink")
        let coverage = face.cutOut(of: face.picture).coverage
        let dabbed = (0..<128 * 128).filter { face.hints.samples[4 * $0 + 3] > 0 }
        let white = dabbed.filter { pixel in (0..<3).allSatisfy { face.hints.samples[4 * pixel + $0] == 255 } }
        #expect(white.count >= 4 * 10 && dabbed.count - white.count >= 4 * 10)
        #expect(white.allSatisfy { coverage.samples[$0] < 128 }, "white dabs are on the paper")
    }
}
