import Basics
@testable import Colorization
import Drawings
@testable import Pictures
import TestSupport
@testable import nurie
import Testing

@Suite("Whatever is given as line art")
struct LineDrawingTests {
    private static let face = DrawnFaces(seed: 5, size: 160)[2]

    private static func mapped(_ picture: Picture, _ level: (UInt8) -> UInt8) -> Picture {
        Picture(
            width: picture.width, height: picture.height, format: picture.format, samples: picture.samples.map(level))
    }

    @Test("Line art stays as it is")
    func lines() {
        let drawing = LineDrawing(Self.face.lines)
        #expect(drawing.remark == nil && drawing.lines == Self.face.lines)
    }

    @Test("White lines on black are noticed and inverted")
    func inverted() {
        let drawing = LineDrawing(Self.mapped(Self.face.lines) { 255 - $0 })
        #expect(drawing.remark == .lightOnDark && drawing.lines == Self.face.lines)
    }

    @Test("Grey lines on grey paper are put on white")
    func scan() {
        let drawing = LineDrawing(Self.mapped(Self.face.lines) { UInt8(60 + Int($0) * 150 / 255) })
        #expect(drawing.remark == nil && drawing.lines[0, 0, 0] == 255)
    }

    @Test("Of a coloured picture the lines are extracted, and it is said")
    func colored() {
        let drawing = LineDrawing(Self.face.color)
        #expect(drawing.remark == .colored && drawing.lines == Self.face.color.lineArt())
    }

    @Test("Lines on transparency are lines, dark ones and light ones")
    func transparent() {
        for (ink, remark) in [(UInt8(0), nil), (255, LineDrawing.Remark.lightOnTransparency)] {
            var picture = Self.face.lines.converted(to: .rgba)
            for pixel in 0..<160 * 160 {
                let level = Self.face.lines.samples[pixel]
                picture.samples.replaceSubrange(4 * pixel..<4 * pixel + 4, with: [ink, ink, ink, 255 - level])
            }
            let drawing = LineDrawing(picture)
            #expect(drawing.remark == remark)
            #expect(zip(drawing.lines.samples, Self.face.lines.samples).allSatisfy { abs(Int($0) - Int($1)) <= 1 })
        }
    }

    @Test("A picture without flat colour is a photograph, and an empty page is blank")
    func others() {
        var generator = SeededGenerator(seed: 1)
        var photograph = Picture(width: 256, height: 256, format: .rgb, filledWith: [0, 0, 0])
        for y in 0..<256 {
            for x in 0..<256 {
                let noise = generator.integer(in: 0..<40)
                (photograph[x, y, 0], photograph[x, y, 1], photograph[x, y, 2]) =
                    (UInt8(x * 200 / 255 + noise), UInt8(y * 200 / 255 + noise), UInt8(90 + noise))
            }
        }
        #expect(LineDrawing(photograph).remark == .photograph)
        #expect(LineDrawing(Picture(width: 9, height: 9, format: .grey, filledWith: [255])).remark == .blank)
        #expect(LineDrawing(Picture(width: 1, height: 1, format: .rgba, filledWith: [0, 0, 0, 0])).remark == .blank)
    }
}

@Suite("Hints that a user painted")
struct HintFileTests {
    private static let drawing = Picture(width: 40, height: 80, format: .grey, filledWith: [255])

    private static func read(_ hints: Picture) throws -> HintFile {
        var file: HintFile?
        try withTemporaryFolder { folder in
            try hints.write(to: "\(folder)/hints.png")
            file = try HintFile(contentsOf: "\(folder)/hints.png", for: drawing, named: "drawing.png")
        }
        return try #require(file)
    }

    @Test("Hints of another size are taken, of another aspect ratio refused with both sizes")
    func sizes() throws {
        var hints = Picture(width: 20, height: 40, format: .rgba, filledWith: [0, 0, 0, 0])
        hints.paste(Picture(width: 4, height: 4, format: .rgba, filledWith: [200, 0, 0, 255]), x: 3, y: 3)
        #expect(try Self.read(hints).remark == nil)
        let wide = Picture(width: 80, height: 40, format: .rgba, filledWith: [0, 0, 0, 0])
        let error = #expect(throws: PictureError.self) { try Self.read(wide) }
        #expect(try #require(error).description.contains("80×40") && error?.description.contains("40×80") == true)
    }

    @Test("Without transparency the coloured pixels are hints, and a picture that is coloured all over is refused")
    func opaque() throws {
        var painted = Picture(width: 40, height: 80, format: .rgb, filledWith: [255, 255, 255])
        painted.paste(Picture(width: 4, height: 4, format: .rgb, filledWith: [200, 0, 0]), x: 10, y: 20)
        let file = try Self.read(painted)
        #expect(file.remark != nil && file.hints[11, 21, 3] == 255 && file.hints[0, 0, 3] == 0)
        let all = Picture(width: 40, height: 80, format: .rgb, filledWith: [200, 0, 0])
        #expect(throws: PictureError.self) { try Self.read(all) }
        #expect(throws: PictureError.self) { try Self.read(Self.drawing) }
    }

    @Test("A small dab on a large drawing is not lost when it is made small")
    func smallDabs() {
        var hints = Picture(width: 1000, height: 1000, format: .rgba, filledWith: [0, 0, 0, 0])
        hints.paste(Picture(width: 3, height: 3, format: .rgba, filledWith: [10, 200, 30, 255]), x: 501, y: 500)
        let small = hints.hintsResized(toWidth: 128, height: 128)
        #expect(small[64, 64, 3] == 255 && small[64, 64, 1] == 200 && small[0, 0, 3] == 0)
        #expect(Set(stride(from: 3, to: small.samples.count, by: 4).map { small.samples[$0] }) == [0, 255])
    }
}
