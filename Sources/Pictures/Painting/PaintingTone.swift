import Glibc

/// The light that a painting shows its subject in.
public enum PaintingTone: String, CaseIterable, Sendable {
    /// Light and colourful: open shadows with some blue in them.
    case summer
    /// A low sun: golden lights, violet shadows, and a sky from dusk to gold.
    case evening

    /// A colour in this light.
    func callAsFunction(_ color: Lab) -> Lab {
        let light = min(1, max(0, color.lightness / 100))
        return self == .summer ? Self.byDay(color, light) : Self.byLowSun(color, light)
    }

    private static func byDay(_ color: Lab, _ light: Float) -> Lab {
        let lifted = powf(light, 0.84)
        // Lighter in the shadows, with white as it was.
        let lightness = lifted + 0.09 * (1 - lifted) * (1 - lifted)
        let (shadow, shine) = ((1 - lightness) * (1 - lightness), lightness * lightness * lightness)
        let gain = gain(1.28, color)
        return Lab(
            lightness: 100 * lightness, a: gain * color.a + 3 * shadow, b: gain * color.b - 10 * shadow + 2 * shine)
    }

    private static func byLowSun(_ color: Lab, _ light: Float) -> Lab {
        // What is black has no colour to show.
        let shadow = (1 - light) * (1 - light) * min(1, light / 0.15), shine = light * light
        let gain = gain(1.1, color)
        return Lab(
            lightness: 94 * powf(light, 1.08), a: gain * color.a + 8 * shadow + 9 * shine,
            b: gain * color.b - 11 * shadow + 22 * shine)
    }

    /// How much purer a colour gets. What is very colourful already stays as it is: more of it could not be shown.
    private static func gain(_ chroma: Float, _ color: Lab) -> Float {
        let strength = color.chroma / 140
        return chroma / (1 + strength * strength * strength * (chroma - 1))
    }
}
