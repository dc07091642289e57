import Glibc

/// A colour by lightness, chroma and hue of OKLab (Ottosson 2020), where equal steps look equally large: so colours
/// can be lightened, shaded and matched by rule.
struct Color: Sendable, Equatable {
    /// 0 black to 1 white.
    var lightness: Double
    /// 0 grey to about 0.3.
    var chroma: Double
    /// Degrees: 30 red, 90 yellow, 140 green, 250 blue, 330 pink.
    var hue: Double
    var alpha: Double = 1

    init(_ lightness: Double, _ chroma: Double, _ hue: Double, alpha: Double = 1) {
        self.lightness = lightness
        self.chroma = chroma
        self.hue = hue
        self.alpha = alpha
    }

    static let white = Color(1, 0, 0)
    static let gold = Color(0.84, 0.13, 88)
    /// The white of cloth.
    static let linen = Color(0.97, 0.006, 260)

    func faded(to alpha: Double) -> Color {
        var result = self
        result.alpha *= alpha
        return result
    }

    /// Darker, and turned a little towards violet, as shadows are painted.
    func shaded(_ amount: Double = 1) -> Color {
        Color(
            lightness * (1 - 0.17 * amount), chroma * (1 - 0.02 * amount) + 0.012 * amount,
            hue.turned(towards: 300, by: 14 * amount), alpha: alpha)
    }

    /// Lighter, and turned a little towards yellow, as light is painted.
    func lit(_ amount: Double = 1) -> Color {
        Color(
            lightness + (1 - lightness) * min(0.95, 0.36 * amount), chroma * (1 - 0.12 * amount),
            hue.turned(towards: 85, by: 8 * amount), alpha: alpha)
    }

    /// The colour of an ink line round an area of this colour.
    var ink: Color {
        Color(0.16 + lightness * 0.22, min(chroma * 0.75 + 0.02, 0.11), hue.turned(towards: 320, by: 12))
    }

    /// The colour at `share` of the way to another, through OKLab (straight, so that no third hue shows up).
    func mixed(_ other: Color, _ share: Double) -> Color {
        let a = between(rectangular, other.rectangular, share)
        return Color(
            between(lightness, other.lightness, share), a.length, Glibc.atan2(a.y, a.x) * 180 / .pi,
            alpha: between(alpha, other.alpha, share))
    }

    /// How different two colours look; 0.02 can just be told apart, black and white are 1 apart.
    func distance(to other: Color) -> Double {
        let difference = rectangular - other.rectangular
        let lighter = lightness - other.lightness
        return (lighter * lighter + difference.x * difference.x + difference.y * difference.y).squareRoot()
    }

    private var rectangular: Point { Point(angle: hue * .pi / 180) * chroma }

    /// Red, green and blue in sRGB, 0 to 1: with as much of the chroma as a screen can show.
    var screen: (red: Double, green: Double, blue: Double) {
        var chroma = chroma
        var light = linear(chroma: chroma)
        for _ in 0..<24 where min(light.x, light.y, light.z) < -0.001 || max(light.x, light.y, light.z) > 1.001 {
            chroma *= 0.93
            light = linear(chroma: chroma)
        }
        return (Self.encoded(light.x), Self.encoded(light.y), Self.encoded(light.z))
    }

    private func linear(chroma: Double) -> SIMD3<Double> {
        let a = cosine(hue * .pi / 180) * chroma, b = sine(hue * .pi / 180) * chroma
        func cube(_ x: Double) -> Double { x * x * x }
        let long = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
        let medium = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
        let short = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
        return [
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        ]
    }

    private static func encoded(_ light: Double) -> Double {
        let light = min(max(light, 0), 1)
        return light <= 0.0031308 ? light * 12.92 : 1.055 * Glibc.pow(light, 1 / 2.4) - 0.055
    }
}

extension Double {
    /// This hue in degrees, turned towards another by at most so many degrees, the short way round.
    func turned(towards hue: Double, by degrees: Double) -> Double {
        let way = (hue - self + 540).truncatingRemainder(dividingBy: 360) - 180
        return self + min(max(way, -degrees), degrees)
    }
}
