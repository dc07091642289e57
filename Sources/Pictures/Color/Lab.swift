import Glibc

/// A colour in CIELAB: how people see its lightness and its distance from others (CIE 15:2004), for sRGB and its white, D65.
public struct Lab: Sendable, Equatable {
    /// The lightness, 0 to 100.
    public let lightness: Float
    /// Green to red.
    public let a: Float
    /// Blue to yellow.
    public let b: Float

    public init(lightness: Float, a: Float, b: Float) {
        (self.lightness, self.a, self.b) = (lightness, a, b)
    }

    /// The colour of an sRGB pixel.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.init(light: (Self.linear[Int(red)], Self.linear[Int(green)], Self.linear[Int(blue)]))
    }

    /// The colour of sRGB samples in [0, 1].
    init(red: Float, green: Float, blue: Float) {
        self.init(light: (Self.light(of: red), Self.light(of: green), Self.light(of: blue)))
    }

    /// The colour of amounts of light, from 0 to 1.
    private init(light: (red: Float, green: Float, blue: Float)) {
        let (r, g, b) = light
        // IEC 61966-2-1's matrix to XYZ, each row divided by the white's coordinate.
        let x = Self.curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
        let y = Self.curve(0.2126729 * r + 0.7151522 * g + 0.0721750 * b)
        let z = Self.curve((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883)
        self.init(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
    }

    /// Red, green and blue in sRGB, each within what a screen can show.
    public var rgb: (red: UInt8, green: UInt8, blue: UInt8) {
        let fy = (lightness + 16) / 116
        let x = 0.95047 * Self.inverseCurve(fy + a / 500)
        let y = Self.inverseCurve(fy)
        let z = 1.08883 * Self.inverseCurve(fy - b / 200)
        return (
            Self.sample(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
            Self.sample(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z),
            Self.sample(0.0556434 * x - 0.2040259 * y + 1.0572252 * z)
        )
    }

    /// How colourful it is: the distance from the grey of its lightness.
    public var chroma: Float { (a * a + b * b).squareRoot() }

    /// ΔE of 1976, the distance; about 2.3 can just be seen.
    public func difference(to other: Lab) -> Float {
        let (l, a, b) = (lightness - other.lightness, a - other.a, b - other.b)
        return (l * l + a * a + b * b).squareRoot()
    }

    /// The light of each sample: sRGB's samples are not linear.
    private static let linear: [Float] = (0...255).map { light(of: Float($0) / 255) }

    private static func light(of sample: Float) -> Float {
        sample <= 0.04045 ? sample / 12.92 : powf((sample + 0.055) / 1.055, 2.4)
    }

    /// The sRGB sample of a light.
    private static func sample(_ light: Float) -> UInt8 {
        let value = light <= 0.0031308 ? light * 12.92 : 1.055 * powf(light, 1 / 2.4) - 0.055
        return UInt8(min(255, max(0, 255 * value + 0.5)))
    }

    private static func inverseCurve(_ t: Float) -> Float {
        t * t * t > 216.0 / 24389 ? t * t * t : (116 * t - 16) * 27 / 24389
    }

    private static func curve(_ t: Float) -> Float {
        t > 216.0 / 24389 ? cbrtf(t) : (24389.0 / 27 * t + 16) / 116
    }
}

extension Picture {
    /// The colour of each pixel; what is transparent is put on white.
    public var labColors: [Lab] {
        let picture = converted(to: .rgb)
        return (0..<width * height).map { pixel in
            Lab(
                red: picture.samples[3 * pixel], green: picture.samples[3 * pixel + 1],
                blue: picture.samples[3 * pixel + 2])
        }
    }
}
