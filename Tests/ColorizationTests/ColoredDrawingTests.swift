import Basics
import Files
import Models
import Pictures
import TensorCore
import TestSupport
import Testing

@testable import Colorization
@testable import Networks

/// The layers of a coloured drawing: regions decide, lines stay, and a painter's program shows what our picture shows.
@Suite("A coloured drawing's layers")
struct ColoredDrawingTests {
    /// Two boxes side by side.
    private static let lines: Picture = {
        var picture = Picture(width: 64, height: 48, format: .grey, filledWith: [255])
        for (left, right) in [(4, 30), (34, 60)] {
            for x in left...right { (picture[x, 6, 0], picture[x, 42, 0]) = (0, 0) }
            for y in 6...42 { (picture[left, y, 0], picture[right, y, 0]) = (0, 0) }
        }
        return picture
    }()

    /// A red dab in the left box.
    private static let hints: Picture = {
        var hints = Picture(width: 64, height: 48, format: .rgba, filledWith: [0, 0, 0, 0])
        hints.paste(Picture(width: 4, height: 4, format: .rgba, filledWith: [220, 30, 40, 255]), x: 10, y: 10)
        return hints
    }()

    private static func layers(palette: ColorPalette? = nil) -> ColoredDrawing {
        var generator = SeededGenerator(seed: 5)
        let network = UNet(width: 4).initialised(using: &generator)
        return Colorizer(network, workingSize: 32, fillsRegions: true)
            .layers(of: lines, hints: hints, palette: palette)
    }

    @Test("A flat box has one colour, that of its dab, and its lines are as black as they were")
    func flat() {
        let picture = Self.layers().picture(.flat)
        func color(_ x: Int, _ y: Int) -> [Int] { (0..<3).map { Int(picture[x, y, $0]) } }
        for (x, y) in [(8, 8), (20, 30), (28, 40)] {
            let stray = zip(color(x, y), [220, 30, 40]).map { abs($0 - $1) }
            #expect(stray.allSatisfy { $0 <= 1 })
        }
        #expect(color(40, 10) == color(56, 38))
        #expect(color(4, 20) == [0, 0, 0])
    }

    @Test("Where two like dabs meet in a region, the colour goes from one to the other without a crack")
    func meeting() {
        let lines = Picture(width: 64, height: 16, format: .grey, filledWith: [255])
        var dabs = Picture(width: 64, height: 16, format: .rgba, filledWith: [0, 0, 0, 0])
        // What a network makes of hints that fill their halves: a step, a little soft.
        var proposal = Picture(width: 64, height: 16, format: .rgb, filledWith: [100, 100, 100])
        for (x, level) in [(2, 100), (58, 160)] as [(Int, UInt8)] {
            let dab = Picture(width: 4, height: 4, format: .rgba, filledWith: [level, level, level, 255])
            dabs.paste(dab, x: x, y: 6)
        }
        for y in 0..<16 {
            for x in 30..<64 {
                for channel in 0..<3 { proposal[x, y, channel] = UInt8(min(160, 100 + 15 * (x - 29))) }
            }
        }
        let drawing = PreparedDrawing(lines)
        let picture = ColoredDrawing(drawing, hints: PreparedHints(dabs, for: drawing), proposal: proposal).picture(
            .shaded)
        let row = (6..<58).map { Int(picture[$0, 8, 1]) }
        #expect(zip(row, row.dropFirst()).allSatisfy { $1 >= $0 - 1 && $1 <= $0 + 8 }, "\(row)")
    }

    @Test("Regions that are found at a smaller size fill the boxes of the drawing, whose lines stay as they are")
    func smallerRegions() {
        var generator = SeededGenerator(seed: 5)
        let network = UNet(width: 4).initialised(using: &generator)
        let (width, height) = (4 * Self.lines.width, 4 * Self.lines.height)
        let drawing = Self.lines.resized(toWidth: width, height: height, .nearest)
        let layers = Colorizer(network, workingSize: 32, fillsRegions: true).layers(
            of: drawing, hints: Self.hints, palette: nil, regions: nil, atMost: width * height / 9)
        #expect(layers.lines == drawing)
        #expect((layers.dabs?.width, layers.dabs?.height) == (width, height))
        let picture = layers.picture(.flat)
        for (x, y) in [(24, 32), (80, 120), (112, 160)] {
            #expect(abs(Int(picture[x, y, 0]) - 220) <= 1 && abs(Int(picture[x, y, 1]) - 30) <= 1)
        }
        for (x, y) in [(144, 40), (228, 160), (6, 6)] { #expect(picture[x, y, 1] > 60) }
    }

    @Test("A grey is a light tint, the lighter the less is dabbed; pure colours stay; near paper is paper")
    func calm() {
        let (grey, brown) = (Lab(lightness: 50, a: 3, b: 2), Lab(lightness: 50, a: 20, b: 25))
        for (one, other) in [(0, 0.5), (0.5, 1)] as [(Float, Float)] {
            #expect(grey.calmed(dabbed: one).lightness > grey.calmed(dabbed: other).lightness)
            #expect(brown.calmed(dabbed: one).lightness >= brown.calmed(dabbed: other).lightness)
        }
        #expect(grey.calmed(dabbed: 1).lightness > 65)
        let pure = Lab(lightness: 40, a: 30, b: -30)
        #expect(pure.calmed(dabbed: 0) == pure)
        #expect(Lab(lightness: 95, a: 1, b: 2).calmed(dabbed: 0) == Lab(lightness: 100, a: 0, b: 0))
    }

    @Test("What no dab tells keeps to a palette")
    func palette() {
        let green = Lab(red: 0, green: 200, blue: 90)
        let picture = Self.layers(palette: ColorPalette([green])).picture(.flat)
        #expect(abs(Int(picture[45, 20, 1]) - 200) <= 1)
        #expect(abs(Int(picture[20, 20, 0]) - 220) <= 1)
    }

    @Test("An OpenRaster file begins with its type, and its layers, put together, are the picture")
    func openRaster() throws {
        let folder = try TemporaryFolder()
        let (path, again) = ("\(folder.path)/a.ora", "\(folder.path)/b.ora")
        let layers = Self.layers()
        try layers.writeOpenRaster(to: path)
        try layers.writeOpenRaster(to: again)
        let bytes = try Files.read(path)
        #expect(bytes == (try Files.read(again)))
        // The first member is named and stored as the format asks.
        #expect(Array(bytes[30..<38]) == Array("mimetype".utf8) && bytes[8] == 0)
        #expect(Array(bytes[38..<54]) == Array("image/openraster".utf8))

        let archive = try ZipArchive(bytes, from: path)
        func picture(_ name: String) throws -> Picture {
            let member = try #require(archive.members.first { $0.name == name })
            return try Picture(decoding: archive.contents(of: member), named: name)
        }
        let stack = try #require(archive.members.first { $0.name == "stack.xml" })
        let text = String(decoding: try archive.contents(of: stack), as: UTF8.self)
        #expect(text.contains("name=\"Dabs\"") && text.contains("w=\"64\" h=\"48\""))
        let merged = try picture("mergedimage.png")
        #expect(merged == layers.picture(.shaded))
        #expect(try picture("Thumbnails/thumbnail.png").width == 64)

        // From the lowest layer up, as a painter's program does it.
        var canvas = Picture(width: 64, height: 48, format: .rgb, filledWith: [255, 255, 255])
        for line in text.split(separator: "\n").reversed() where line.contains("<layer ") {
            func value(_ name: String) -> String {
                String(line.split(separator: "\(name)=\"")[1].prefix { $0 != "\"" })
            }
            guard value("visibility") == "visible" else { continue }
            let layer = try picture(value("src"))
            canvas.blend(layer, value("composite-op"), x: Int(value("x")) ?? 0, y: Int(value("y")) ?? 0)
        }
        #expect(zip(canvas.samples, merged.samples).allSatisfy { abs(Int($0) - Int($1)) <= 2 })
    }
}

extension Picture {
    /// Puts a layer over this picture.
    fileprivate mutating func blend(_ layer: Picture, _ operation: String, x left: Int, y top: Int) {
        let layer = layer.converted(to: .rgba)
        for y in 0..<layer.height {
            for x in 0..<layer.width where layer[x, y, 3] > 0 {
                for channel in 0..<3 {
                    let (below, above) = (Double(self[left + x, top + y, channel]), Double(layer[x, y, channel]))
                    let result =
                        switch operation {
                        case "svg:multiply": below * above / 255
                        case "svg:screen": 255 - (255 - below) * (255 - above) / 255
                        default: above
                        }
                    self[left + x, top + y, channel] = UInt8(result.rounded())
                }
            }
        }
    }
}
