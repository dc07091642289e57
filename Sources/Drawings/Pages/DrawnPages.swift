import Basics
import Pictures

/// A page as of a comic: panels with faces, scenery and patterns.
public struct DrawnPage: Sendable, Equatable {
    /// In colour.
    public let picture: Picture
    /// Where the faces are, from above the brows to under the chin: all there are, each wholly on its panel.
    public let faces: [Picture.Box]
}

/// Drawn pages without end, any of them by itself, to find faces on: a page depends on the seed and its index only.
public struct DrawnPages: Sendable {
    public let seed: UInt64
    public let width: Int
    public let height: Int

    /// The sides in pixels that a page may have.
    public static let sides = 200...4000

    public init(seed: UInt64, width: Int = 640, height: Int = 900) {
        precondition(
            Self.sides.contains(width) && Self.sides.contains(height),
            "DrawnPages: \(width)×\(height) pixels; a side has \(Self.sides)")
        self.seed = seed
        self.width = width
        self.height = height
    }

    public subscript(index: Int) -> DrawnPage {
        var generator = SeededGenerator(seed: seed, stream: UInt64(bitPattern: Int64(index)))
        let paper: [UInt8] = generator.weighted([([255, 255, 255], 5), ([246, 240, 226], 2), ([30, 28, 34], 2)])
        var page = Picture(width: width, height: height, format: .rgb, filledWith: paper)
        var faces: [Picture.Box] = []
        let border = 10 + generator.integer(in: 0..<14)
        let sheet = Picture.Box(x: border, y: border, width: width - 2 * border, height: height - 2 * border)
        for panel in panels(of: sheet, gutter: border / 2 + 2, using: &generator) {
            let (picture, face) = Panel(width: panel.width, height: panel.height, using: &generator).drawn
            page.paste(picture, x: panel.x, y: panel.y)
            if let face {
                faces.append(
                    Picture.Box(x: panel.x + face.x, y: panel.y + face.y, width: face.width, height: face.height))
            }
        }
        return DrawnPage(picture: page, faces: faces)
    }

    /// Cuts a sheet in two, along its longer side more or less in the middle, and the parts again, till they are small
    /// enough by chance.
    private func panels(
        of sheet: Picture.Box, gutter: Int, using generator: inout SeededGenerator
    ) -> [Picture.Box] {
        let (long, short) = (max(sheet.width, sheet.height), min(sheet.width, sheet.height))
        let isLong = 2 * long > 3 * short
        let isLarge = 3 * short > 2 * min(width, height)
        guard long > 140, isLarge || generator.chance(isLong ? 0.85 : 0.55) else { return [sheet] }
        let cut = Int(Float(long) * generator.uniform(in: 0.36...0.64))
        var (first, second) = (sheet, sheet)
        if sheet.width > sheet.height {
            first.width = cut - gutter / 2
            second.x += cut + gutter / 2
            second.width -= cut + gutter / 2
        } else {
            first.height = cut - gutter / 2
            second.y += cut + gutter / 2
            second.height -= cut + gutter / 2
        }
        let upper = panels(of: first, gutter: gutter, using: &generator)
        return upper + panels(of: second, gutter: gutter, using: &generator)
    }
}
