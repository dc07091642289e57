import Basics

extension Picture {
    /// The picture as a filter paints it: brushed into even areas with clean edges, lit, and with a thin contour where an edge is long
    /// and dark. RGB.
    ///
    /// Widths are pixels: in a larger picture of the same thing strokes and lines are finer. It does not know what it paints: a
    /// shadow or a cloud gets a contour as a house does.
    public func painted(in tone: PaintingTone = .summer) -> Picture {
        let brushed = brushed()
        let ink = Contours(of: brushed).ink
        var result = converted(to: .rgb)
        for (pixel, color) in brushed.values.enumerated() {
            let lit = tone(Lab(sRGB: color))
            // A line keeps its area's hue: black would cut the picture into pieces.
            let drawn = Lab(lightness: lit.lightness * (1 - Self.inkStrength * ink[pixel]), a: lit.a, b: lit.b).rgb
            for (channel, value) in [drawn.red, drawn.green, drawn.blue].enumerated() {
                result.samples[3 * pixel + channel] = value
            }
        }
        return result
    }

    /// Rows of ``painted(in:)``, without a look at those that are further off than all its filters reach.
    public func painted(in tone: PaintingTone, rows: Range<Int>) -> Picture {
        let given = max(0, rows.lowerBound - Self.paintingReach)..<min(height, rows.upperBound + Self.paintingReach)
        let part = cropped(x: 0, y: given.lowerBound, width: width, height: given.count)
        return part.painted(in: tone).cropped(
            x: 0, y: rows.lowerBound - given.lowerBound, width: width, height: rows.count)
    }

    /// The brush reaches 12 pixels and its directions 7; a contour reaches 10 along its edge, 4 across, and its directions 10. Lines
    /// are told from specks by 24 pixels more.
    private static var paintingReach: Int { 80 }
    private static var inkStrength: Float { 0.5 }
}
