import Glibc

/// The light that a painting shows its subject in.
public enum PaintingTone: String, CaseIterable, Sendable {
    /// Light and colourful: open shadows with some blue in them.
    case summer
    /// Warm and low: golden lights, violet shadows.
    case evening

    /// A colour in this light.
    func callAsFunction(_ color: Lab) -> Lab {
        let lightness = Self.opened(min(1, max(0, color.lightness / 100)), by: exponent)
        let (shadow, light) = ((1 - lightness) * (1 - lightness), lightness * lightness * lightness)
        // What is very colourful already stays as it is: more of it could not be shown.
        let strength = color.chroma / 140
        let gain = chroma / (1 + strength * strength * strength * (chroma - 1))
        return Lab(
            lightness: 100 * lightness, a: gain * color.a + shadow * shadowTint.a + light * lightTint.a,
            b: gain * color.b + shadow * shadowTint.b + light * lightTint.b)
    }

    /// Lighter in the shadows, with white as it was.
    private static func opened(_ lightness: Float, by exponent: Float) -> Float {
        let lifted = powf(lightness, exponent)
        return lifted + 0.06 * (1 - lifted) * (1 - lifted)
    }

    private var exponent: Float { self == .summer ? 0.82 : 1 }
    private var chroma: Float { self == .summer ? 1.28 : 1.2 }
    private var shadowTint: (a: Float, b: Float) { self == .summer ? (2, -6) : (9, -12) }
    private var lightTint: (a: Float, b: Float) { self == .summer ? (0, 2) : (7, 18) }
}
