import Basics

/// The colours of one picture, chosen to go together: most hues lie near, opposite or a third round from the hair's,
/// and what touches differs in lightness or in hue.
struct ColorScheme {
    var hair: Face.HairColor
    var dye: Face.HairColor
    var eyes: Face.EyeColor
    var skin: Face.Skin
    var clothes: Face.ClothesColor
    var trim: Face.ClothesColor
    var accessory: Face.ClothesColor
    var background: Color

    init(using generator: inout SeededGenerator) {
        hair =
            generator.chance(0.4)
            ? generator.element(of: Face.HairColor.natural) : generator.element(of: Face.HairColor.allCases)
        skin = generator.weighted(
            zip(Face.Skin.allCases, [2, 3, 4, 4, 3, 3, 3, 2, 2, 2, 1.5, 1, 1]).map { ($0, $1) })
        for _ in 0..<8 where hair.color.distance(to: skin.color) < 0.17 {
            hair = generator.element(of: Face.HairColor.allCases)
        }
        let hairTone = hair.color, skinTone = skin.color

        // Eyes: the hair's own hue, its opposite, or simply another one.
        let eyeHue = hairTone.hue + generator.element(of: [0, 0, 180, 150, -150, 120, -120, 60, -60])
        eyes =
            generator.chance(0.4)
            ? generator.element(of: Face.EyeColor.allCases)
            : Self.nearest(to: eyeHue, of: Face.EyeColor.allCases.map { ($0, $0.color) }, using: &generator)

        dye = generator.element(of: Face.HairColor.allCases.filter { $0.color.distance(to: hairTone) > 0.2 })

        // Clothes stand off the hair, which falls over them, and off the skin.
        let wearable = Face.ClothesColor.allCases.filter {
            $0.color.distance(to: hairTone) > 0.15 && $0.color.distance(to: skinTone) > 0.12
        }
        let clothes = generator.element(of: wearable)
        self.clothes = clothes
        let trims = Face.ClothesColor.allCases.filter { $0.color.distance(to: clothes.color) > 0.2 }
        trim = generator.element(of: trims)
        let ornaments = Face.ClothesColor.allCases.filter { $0.color.distance(to: hairTone) > 0.25 }
        accessory = generator.chance(0.4) && ornaments.contains(trim) ? trim : generator.element(of: ornaments)

        background = Self.background(behind: hairTone, skinTone, using: &generator)
    }

    /// One of the three colours whose hues are nearest.
    private static func nearest<Name>(
        to hue: Double, of colors: [(Name, Color)], using generator: inout SeededGenerator
    ) -> Name {
        func distance(_ color: Color) -> Double { abs(color.hue.turned(towards: hue, by: 360) - color.hue) }
        let sorted = colors.enumerated().sorted {
            let (a, b) = (distance($0.element.1), distance($1.element.1))
            return a != b ? a < b : $0.offset < $1.offset
        }
        return sorted[generator.integer(in: 0..<3)].element.0
    }

    /// A light, clean colour in most pictures, a deep one in some; never the hair's or the skin's.
    private static func background(
        behind hair: Color, _ skin: Color, using generator: inout SeededGenerator
    ) -> Color {
        var color = Color(0.9, 0.05, 0)
        for _ in 0..<12 {
            let range = generator.weighted([(0.86...0.96, 6), (0.68...0.85, 3), (0.38...0.6, 1.2)])
            color = Color(generator.number(in: range), 0.07, generator.number(in: 0...360))
            if color.distance(to: hair) > 0.2 && color.distance(to: skin) > 0.13 { break }
        }
        return color
    }
}
