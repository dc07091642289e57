import Basics

extension Picture {
    /// The picture as a filter paints it: brushed into even areas with clean edges, lit, and with a thin contour where an edge is long
    /// and dark. RGB.
    ///
    /// Widths are pixels: in a larger picture of the same thing strokes and lines are finer. It does not know what it paints: a
    /// shadow or a cloud gets a contour as a house does.
    public func painted(in tone: PaintingTone = .summer) -> Picture {
        let brushed = brushed(radius: Self.brushRadius)
        let ink = Contours(of: brushed).ink
        var result = converted(to: .rgb)
        for (pixel, color) in brushed.values.enumerated() {
            let lit = tone(Lab(red: color.x, green: color.y, blue: color.z))
            // A line keeps its area's hue: black would cut the picture into pieces.
            let drawn = Lab(lightness: lit.lightness * (1 - Self.inkStrength * ink[pixel]), a: lit.a, b: lit.b).rgb
            for (channel, value) in [drawn.red, drawn.green, drawn.blue].enumerated() {
                result.samples[3 * pixel + channel] = value
            }
        }
        return result
    }

    private static var brushRadius: Float { 6 }
    private static var inkStrength: Float { 0.5 }
}
