/// The house style: everything that decides how figures look, except where things are.
enum Style {
    /// Pixels of a figure, unless it says otherwise.
    static let width = 800, height = 500

    /// DejaVu Sans comes with gnuplot on Debian. An SVG names a family that every browser has.
    static let font = "DejaVu Sans", browserFont = "sans-serif"
    /// Points; one is `pixelsInPoint` pixels.
    static let fontSize = 11.0, titleSize = 13.0, smallSize = 9.0
    static let pixelsInPoint = 4.0 / 3

    static let paper = Color.white
    static let ink = Color(code: "#333333")
    static let axis = Color(code: "#555555")
    static let grid = Color(code: "#e4e4e4")
    static let caption = Color(code: "#777777")
    static let frame = Color(code: "#c8c8c8")

    static let curveWidth = 2.2, thinWidth = 1.2, markerWidth = 1.4
    /// How opaque fills are, and the raw line behind a smoothed one.
    static let fillOpacity = 0.45, faintOpacity = 0.3
    static let pointSize = 0.9

    /// A colour for gnuplot, which counts transparency: 0 is opaque, 255 invisible.
    static func rgb(_ color: Color, opacity: Double = 1) -> String {
        if opacity >= 1 { return "rgb '\(color.code)'" }
        let transparency = String(Int((1 - opacity) * 255), radix: 16)
        return "rgb '#\(transparency.count < 2 ? "0" : "")\(transparency)\(color.code.dropFirst())'"
    }

    /// A font of `size` points in the terminal's family.
    static func font(_ size: Double) -> String { "font ',\(Script.number(size))'" }

    /// Text is taken as it is everywhere: `noenhanced`, so that `_` and `^` are no commands.
    static func terminalPNG(width: Int, height: Int) -> String {
        "set terminal pngcairo noenhanced size \(width),\(height) font '\(font),\(Script.number(fontSize))'"
    }

    static func terminalSVG(width: Int, height: Int) -> String {
        """
        set terminal svg noenhanced size \(width),\(height) font '\(browserFont),\(Script.number(fontSize))' \
        fontscale \(Script.number(pixelsInPoint)) background \(rgb(paper))
        """
    }

    /// What all plots share.
    static let settings = [
        "set border 3 linecolor \(rgb(axis)) linewidth 1",
        "set tics nomirror out scale 0.6,0.3 textcolor \(rgb(ink))",
        "set grid back linetype 1 linewidth 1 linecolor \(rgb(grid))",
        "set minussign",
        "set style fill solid noborder",
        "set errorbars 0.8 linewidth \(markerWidth) linecolor \(rgb(ink))",
    ]

    static func palette(_ map: ColorMap) -> String {
        let stops = map.anchors.enumerated().map { "\($0) '\($1)'" }.joined(separator: ", ")
        return "set palette defined (\(stops)) maxcolors 256"
    }

    /// A page without axes for things that are placed by pixels.
    static func canvas(width: Int, height: Int) -> [String] {
        [
            "# One unit is one pixel, counted from the upper left corner.",
            "unset key", "unset border", "unset tics",
            "set lmargin at screen 0", "set rmargin at screen 1", "set bmargin at screen 0",
            "set tmargin at screen 1",
            "set xrange [0:\(width)]", "set yrange [\(height):0]",
        ]
    }
}
