import Basics

extension Picture {
    /// The picture as a filter paints it: brushed into even areas with clean edges, lit, and with a thin contour where an edge is long
    /// and dark. RGB.
    ///
    /// Widths are pixels: in a larger picture of the same thing strokes and lines are finer. It does not know what it paints: a
    /// shadow or a cloud gets a contour as a house does.
    public func painted(in tone: PaintingTone = .summer) -> Picture {
        painted(in: tone, under: tone.sky(of: self), from: 0)
    }

    /// Rows of ``painted(in:)``, without a look at those that are further off than all its filters reach; `sky` is the whole picture's.
    package func painted(in tone: PaintingTone, under sky: EveningSky?, rows: Range<Int>) -> Picture {
        let given = max(0, rows.lowerBound - Self.paintingReach)..<min(height, rows.upperBound + Self.paintingReach)
        let part = cropped(x: 0, y: given.lowerBound, width: width, height: given.count)
        return part.painted(in: tone, under: sky, from: given.lowerBound).cropped(
            x: 0, y: rows.lowerBound - given.lowerBound, width: width, height: rows.count)
    }

    /// All rows of a part that begins at row `top` of the whole picture.
    private func painted(in tone: PaintingTone, under sky: EveningSky?, from top: Int) -> Picture {
        let brushed = brushed()
        let ink = Contours(of: brushed).ink
        let colors = brushed.values.map { Lab(sRGB: $0) }
        let thin = Self.thinness(of: colors, width: width)
        var result = converted(to: .rgb)
        for (pixel, color) in colors.enumerated() {
            var lit = tone(color)
            if let sky {
                let (x, y) = (pixel % width, top + pixel / width)
                lit = lit.mixed(sky(color, y: y), sky.share(x: x, y: y))
            }
            // What is thin and dark is drawn, not painted: the blue that a lens lets into it from the sky stays out.
            let purity = lit.b < 0 ? 1 - 0.85 * thin[pixel] : 1
            // A line keeps its area's hue: black would cut the picture into pieces.
            let drawn = Lab(
                lightness: lit.lightness * (1 - Self.inkStrength * ink[pixel]), a: purity * lit.a, b: purity * lit.b
            ).rgb
            for (channel, value) in [drawn.red, drawn.green, drawn.blue].enumerated() {
                result.samples[3 * pixel + channel] = value
            }
        }
        return result
    }

    /// How clearly each pixel belongs to something dark and thin on light ground, a cable or a twig, 0 to 1: what a closing fills.
    private static func thinness(of colors: [Lab], width: Int) -> [Float] {
        let light = FloatPlane(colors.map { $0.lightness / 100 }, width: width, height: colors.count / width)
        let closed = light.extreme(reach: thinReach, max).extreme(reach: thinReach, min)
        return zip(light.values, closed.values).map { min(1, max(0, ($1 - $0 - 0.1) / 0.2)) }
    }

    /// Half of the width of what is thin.
    private static var thinReach: Int { 4 }
    /// The brush reaches 12 pixels and its directions 7; a contour reaches 10 along its edge, 4 across, and its directions 10. Lines
    /// are told from specks by 24 pixels more.
    private static var paintingReach: Int { 80 }
    private static var inkStrength: Float { 0.65 }
}

extension PaintingTone {
    /// What it makes of a photograph's sky, if the photograph has one and the light changes it.
    package func sky(of photograph: Picture) -> EveningSky? { self == .evening ? EveningSky(of: photograph) : nil }
}

extension Lab {
    /// The colour at `share` of the way to another.
    func mixed(_ other: Lab, _ share: Float) -> Lab {
        Lab(
            lightness: lightness + share * (other.lightness - lightness), a: a + share * (other.a - a),
            b: b + share * (other.b - b))
    }
}

extension FloatPlane {
    /// The largest or smallest value within a square of so many pixels to each side.
    fileprivate func extreme(reach: Int, _ choose: (Float, Float) -> Float) -> FloatPlane {
        var values = values
        for (across, down) in [(1, 0), (0, 1)] {
            let plane = FloatPlane(values, width: width, height: height)
            for y in 0..<height {
                for x in 0..<width {
                    var best = plane[x, y]
                    for step in -reach...reach {
                        let column = min(max(x + across * step, 0), width - 1)
                        let row = min(max(y + down * step, 0), height - 1)
                        best = choose(best, plane[column, row])
                    }
                    values[y * width + x] = best
                }
            }
        }
        return FloatPlane(values, width: width, height: height)
    }
}
