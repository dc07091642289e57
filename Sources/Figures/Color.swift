/// A colour of a figure.
public struct Color: Sendable, Equatable {
    /// Red, green and blue as `#rrggbb`.
    let code: String

    /// A colour of sRGB values from 0 to 255.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        code =
            "#"
            + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    init(code: String) {
        self.code = code
    }
}

// MARK: - The palette

extension Color {
    // Okabe and Ito, *Color universal design* (2008): told apart with every kind of colour vision.
    public static let blue = Color(code: "#0072b2")
    public static let vermillion = Color(code: "#d55e00")
    public static let green = Color(code: "#009e73")
    public static let purple = Color(code: "#cc79a7")
    public static let orange = Color(code: "#e69f00")
    public static let sky = Color(code: "#56b4e9")
    public static let yellow = Color(code: "#f0e442")
    public static let black = Color(code: "#222222")
    public static let grey = Color(code: "#888888")
    public static let white = Color(code: "#ffffff")

    /// The colours that layers get in turn. Yellow is left out: it is too light for a line on white paper.
    static let cycle: [Color] = [.blue, .vermillion, .green, .purple, .orange, .sky, .black]
}

/// The colours that a heat map gives to its values.
public enum ColorMap: Sendable {
    /// From dark to light in steps that look equal, for values that are more or less of something.
    case sequential
    /// From blue over near-white at zero to vermillion, for values with a sign.
    case diverging
    /// From black to white, for pictures and filters.
    case grey

    /// Colours at equal distances, evenly spaced in the lightness of OKLCH and smooth in its hue and chroma.
    var anchors: [String] {
        switch self {
        case .sequential:
            [
                "#250047", "#242061", "#1c3d73", "#105880", "#11728a", "#298b90", "#4aa394", "#71ba94", "#9ccf91",
                "#cde28d", "#fff19b",
            ]
        case .diverging:
            [
                "#005798", "#247dcd", "#71a6dc", "#b3ceea", "#f5f5f5", "#e7c1b1", "#d58e6e", "#be5822", "#8c3802",
            ]
        case .grey: ["#000000", "#ffffff"]
        }
    }
}
