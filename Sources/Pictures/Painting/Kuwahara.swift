import Basics
import Glibc

extension Picture {
    /// The picture in strokes of a brush: the anisotropic Kuwahara filter (Kyprianidis, Kang and Döllner, 2009), its sectors weighted by
    /// polynomials (Kyprianidis, Semmo, Kang and Döllner, 2010).
    ///
    /// About each pixel lies an ellipse, along the edge, in eight overlapping sectors. The pixel becomes the mean of their means, and
    /// an even sector counts far more than a varied one: so areas are evened out, and what is on the other side of an edge has no say.
    /// - Parameter radius: Of the ellipse where nothing has a direction; along a clear edge it is twice as long and half as wide.
    func brushed(radius: Float) -> PaintedPixels {
        let reach = Int((2 * radius).rounded(.up))
        var result = PaintedPixels(of: self)
        let flow = EdgeFlow(of: result, smoothed: 2)
        let source = PaintedPixels(of: mirrored(rows: -reach..<height + reach, columns: -reach..<width + reach))
        let brush = Brush(radius: radius, reach: reach)
        result.values.withUnsafeMutableBufferPointer { target in
            source.values.withUnsafeBufferPointer { pixels in
                for y in 0..<height {
                    for x in 0..<width {
                        let place = y * width + x
                        let centre = (y + reach) * source.width + x + reach
                        target[place] = brush.mean(
                            of: pixels, about: centre, rowLength: source.width, along: flow.tangents[place],
                            anisotropy: flow.anisotropy[place])
                    }
                }
            }
        }
        return result
    }
}

/// The means of eight sectors of an ellipse.
private struct Brush {
    let radius: Float
    let reach: Int
    /// exp(-π·i / 256): how much a place counts by its squared distance.
    private let falloff: [Float] = (0...256).map { expf(-.pi * Float($0) / 256) }
    private let cosines = SIMD8<Float>((0..<8).map { cosf(.pi * Float($0) / 4) })
    private let sines = SIMD8<Float>((0..<8).map { sinf(.pi * Float($0) / 4) })

    /// How far a sector reaches beyond the centre, and how quickly it ends to the sides: sectors then meet their neighbours' middles.
    private static let overlap: Float = 1.0 / 3
    private static let narrowing: Float = (overlap + cosf(.pi / 8)) / (sinf(.pi / 8) * sinf(.pi / 8))
    /// The deviation, in levels of 255, from which a sector counts little.
    private static let evenness: Float = 4

    init(radius: Float, reach: Int) { (self.radius, self.reach) = (radius, reach) }

    @inline(__always)
    func mean(
        of pixels: UnsafeBufferPointer<SIMD4<Float>>, about centre: Int, rowLength: Int, along tangent: SIMD2<Float>,
        anisotropy: Float
    ) -> SIMD4<Float> {
        let (long, short) = (radius * (1 + anisotropy), radius / (1 + anisotropy))
        let (alongX, alongY) = (tangent.x / long, tangent.y / long)
        let (acrossX, acrossY) = (-tangent.y / short, tangent.x / short)
        var weights = SIMD8<Float>.zero, red = weights, green = weights, blue = weights, squares = weights
        let ellipse = Ellipse(along: (alongX, alongY), across: (acrossX, acrossY), reach: min(reach, Int(long)))
        for down in -ellipse.reach...ellipse.reach {
            for right in ellipse.columns(inRow: down) {
                let x = alongX * Float(right) + alongY * Float(down)
                let y = acrossX * Float(right) + acrossY * Float(down)
                let distance = min(1, x * x + y * y)
                let to = x * cosines + y * sines, beside = y * cosines - x * sines
                var share = (to + Self.overlap - Self.narrowing * beside * beside).clamped(
                    lowerBound: .zero, upperBound: SIMD8(repeating: 4))
                share *= share
                share *= falloff[Int(distance * 256)] / (share.sum() + 1e-9)
                let pixel = pixels[centre + down * rowLength + right]
                weights += share
                red += share * pixel.x
                green += share * pixel.y
                blue += share * pixel.z
                squares += share * (pixel * pixel).sum()
            }
        }
        return Self.mix(weights, red, green, blue, squares)
    }

    /// The mean of the sectors' means, the even ones first.
    @inline(__always)
    private static func mix(
        _ weights: SIMD8<Float>, _ red: SIMD8<Float>, _ green: SIMD8<Float>, _ blue: SIMD8<Float>,
        _ squares: SIMD8<Float>
    ) -> SIMD4<Float> {
        let sums = weights + 1e-9
        let (r, g, b) = (red / sums, green / sums, blue / sums)
        let variance = (squares / sums - (r * r + g * g + b * b)).clamped(
            lowerBound: .zero, upperBound: SIMD8(repeating: 3))
        let relative = variance * (255 * 255 / (evenness * evenness))
        let counts = 1 / (1 + relative * relative)
        let total = counts.sum()
        return SIMD4((counts * r).sum(), (counts * g).sum(), (counts * b).sum(), 0) / total
    }
}

/// The places of an ellipse, row by row.
private struct Ellipse {
    let reach: Int
    /// x² and x·y of its equation, and y².
    private let xx, xy, yy: Float

    /// The ellipse of the points whose products with the two vectors have squares of which the sum is at most 1.
    @inline(__always)
    init(along: (x: Float, y: Float), across: (x: Float, y: Float), reach: Int) {
        self.reach = reach
        xx = along.x * along.x + across.x * across.x
        xy = along.x * along.y + across.x * across.y
        yy = along.y * along.y + across.y * across.y
    }

    /// The columns of a row, counted from the centre.
    @inline(__always)
    func columns(inRow down: Int) -> ClosedRange<Int> {
        let y = Float(down)
        let middle = -xy * y / xx
        let half = max(0, (middle * middle - (yy * y * y - 1) / xx)).squareRoot()
        let first = max(-reach, Int((middle - half).rounded(.up))), last = min(reach, Int((middle + half).rounded(.down)))
        return first...max(first, last)
    }
}
