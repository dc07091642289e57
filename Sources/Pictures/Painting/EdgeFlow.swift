import Basics
import Glibc

/// Where the edges of a picture run, and how clearly: the smoothed structure tensor of its colours (Brox and others, 2006).
struct EdgeFlow {
    /// The direction along the edge at each place, row by row: a unit vector, up to its sign.
    let tangents: [SIMD2<Float>]
    /// 0 where no direction is better than another, 1 where there is but one.
    let anisotropy: [Float]
    private let width, height: Int

    /// Of a picture's pixels, smoothed by a Gaussian of this standard deviation.
    init(of pixels: PaintedPixels, smoothed radius: Float) {
        (width, height) = (pixels.width, pixels.height)
        var xx = [Float](repeating: 0, count: width * height), xy = xx, yy = xx
        for y in 0..<height {
            for x in 0..<width {
                let (across, down) = pixels.gradient(x: x, y: y)
                let place = y * width + x
                xx[place] = (across * across).sum()
                xy[place] = (across * down).sum()
                yy[place] = (down * down).sum()
            }
        }
        let (e, f, g) = (
            Self.smooth(xx, width, radius), Self.smooth(xy, width, radius), Self.smooth(yy, width, radius)
        )
        (tangents, anisotropy) = Self.directions(e, f, g)
    }

    private static func smooth(_ values: [Float], _ width: Int, _ radius: Float) -> [Float] {
        var plane = FloatPlane(values, width: width, height: values.count / width)
        plane.blur(radius: radius)
        return plane.values
    }

    /// The smaller eigenvalue's vector of each tensor, and how much larger the other eigenvalue is.
    private static func directions(_ e: [Float], _ f: [Float], _ g: [Float]) -> ([SIMD2<Float>], [Float]) {
        var tangents = [SIMD2<Float>](repeating: [1, 0], count: e.count)
        var anisotropy = [Float](repeating: 0, count: e.count)
        for place in e.indices {
            let spread = ((e[place] - g[place]) * (e[place] - g[place]) + 4 * f[place] * f[place]).squareRoot()
            let sum = e[place] + g[place]
            // Squares of differences that an eye could not see say nothing of a direction.
            guard sum > 1e-7 else { continue }
            let angle = 0.5 * atan2f(2 * f[place], e[place] - g[place])
            tangents[place] = [-sinf(angle), cosf(angle)]
            anisotropy[place] = spread / sum
        }
        return (tangents, anisotropy)
    }

    /// The direction at the nearest place within the picture.
    func tangent(near point: SIMD2<Float>) -> SIMD2<Float> {
        let x = min(max(Int(point.x.rounded()), 0), width - 1), y = min(max(Int(point.y.rounded()), 0), height - 1)
        return tangents[y * width + x]
    }
}
