import Files
import Foundation
import Testing

@testable import Pictures

/// Palettes of GIMP, and CIELAB there and back.
@Suite("Palettes")
struct ColorPaletteTests {
    private func palette(_ text: String) throws -> ColorPalette {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).gpl").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Files.replace(path, with: text)
        return try ColorPalette(contentsOf: path)
    }

    @Test("Colours are read, whatever their names and comments; the nearest one is found")
    func reading() throws {
        let palette = try palette(
            "GIMP Palette\r\nName: mine\nColumns: 3\n#\n255   0   0\tred\n 10 20 250\n300 0 0 none\n")
        #expect(palette.colors.map(\.hex) == ["#ff0000", "#0a14fa"])
        #expect(palette.nearest(to: Lab(red: 200, green: 30, blue: 20)).hex == "#ff0000")
    }

    @Test(
        "What is no palette, or has no colour, is refused", arguments: ["", "255 0 0\n", "GIMP Palette\nName: x\n"])
    func refusing(text: String) {
        #expect(throws: FileError.self) { try palette(text) }
    }

    @Test("A colour survives CIELAB")
    func thereAndBack() {
        for red in stride(from: 0, through: 255, by: 51) {
            for green in stride(from: 0, through: 255, by: 51) {
                for blue in stride(from: 0, through: 255, by: 51) {
                    let rgb = Lab(red: UInt8(red), green: UInt8(green), blue: UInt8(blue)).rgb
                    let stray = [Int(rgb.red) - red, Int(rgb.green) - green, Int(rgb.blue) - blue].map(abs)
                    #expect(stray.max() ?? 0 <= 1)
                }
            }
        }
    }
}
