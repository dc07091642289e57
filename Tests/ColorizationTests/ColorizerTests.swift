import Basics
@testable import Colorization
import Files
import Models
@testable import Pictures
import TestSupport
import Testing

@Suite("Colouring")
struct ColoristTests {
    private static func colorizer(workingSize: Int) -> Colorizer {
        var generator = SeededGenerator(seed: 3)
        return Colorizer(UNet(width: 2).initialised(using: &generator), workingSize: workingSize)
    }

    private static func drawing(_ width: Int, _ height: Int) -> Picture {
        var picture = Picture(width: width, height: height, format: .grey, filledWith: [255])
        for i in 0..<min(width, height) { picture[i, i, 0] = 0 }
        return picture
    }

    @Test(
        "A drawing of any size and aspect ratio comes out at its own size",
        arguments: [(1, 1), (1, 40), (17, 33), (64, 64), (300, 100), (5, 700)])
    func anySize(width: Int, height: Int) {
        let colored = Self.colorizer(workingSize: 32).color(Self.drawing(width, height))
        #expect((colored.width, colored.height) == (width, height))
        #expect(colored.format == .rgb)
    }

    @Test("The lines of a large drawing stay as sharp as they were drawn")
    func sharpLines() {
        let colored = Self.colorizer(workingSize: 32).color(Self.drawing(256, 256))
        for i in 0..<256 { #expect((0..<3).allSatisfy { colored[i, i, $0] == 0 }) }
    }

    @Test("Paper that is added to reach a multiple of 16 is like paper that was there")
    func padding() {
        // The far corner of a wide white sheet looks the same with and without the added border.
        let colorizer = Self.colorizer(workingSize: 512)
        let wide = colorizer.color(Picture(width: 160, height: 160, format: .grey, filledWith: [255]))
        let cut = colorizer.color(Picture(width: 150, height: 150, format: .grey, filledWith: [255]))
        for y in 0..<48 { for x in 0..<48 { #expect(abs(Int(wide[x, y, 0]) - Int(cut[x, y, 0])) <= 1) } }
    }

    @Test("Transparency is paper")
    func transparency() {
        let colorizer = Self.colorizer(workingSize: 32)
        let clear = Picture(width: 32, height: 32, format: .rgba, filledWith: [0, 0, 0, 0])
        let white = Picture(width: 32, height: 32, format: .grey, filledWith: [255])
        #expect(colorizer.color(clear) == colorizer.color(white))
    }

    @Test("A hint changes the picture, and a wholly transparent one does not")
    func hints() {
        let colorizer = Self.colorizer(workingSize: 32)
        let drawing = Self.drawing(32, 32)
        var hints = Picture(width: 32, height: 32, format: .rgba, filledWith: [255, 0, 0, 0])
        #expect(colorizer.color(drawing, hints: hints) == colorizer.color(drawing))
        for i in 8..<24 { hints[i, 16, 3] = 255 }
        #expect(colorizer.color(drawing, hints: hints) != colorizer.color(drawing))
    }

    @Test("Weights that are missing, or another network's, are named")
    func weights() throws {
        try withTemporaryFolder { folder in
            #expect(throws: FileError.self) { try Colorizer(weights: "\(folder)/none.safetensors") }
            var generator = SeededGenerator(seed: 0)
            let path = "\(folder)/other.safetensors"
            try ColorizerDiscriminator().initialised(using: &generator).save(to: path)
            let error = #expect(throws: FileError.self) { try Colorizer(weights: path) }
            #expect(try #require(error).description.contains("colorizer-discriminator"))
        }
    }
}
