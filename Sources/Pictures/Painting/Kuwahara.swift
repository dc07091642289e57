import Basics
import Glibc

extension Picture {
    /// The picture in strokes of a brush: the anisotropic Kuwahara filter (Kyprianidis, Kang and Döllner, 2009), its sectors weighted by
    /// polynomials (Kyprianidis, Semmo, Kang and Döllner, 2010).
    ///
    /// About each pixel lies an ellipse, along the edge, in eight overlapping sectors. The pixel becomes the mean of their means, and
    /// an even sector counts far more than a varied one: so areas are evened out, and what is on the other side of an edge has no say.
    func brushed() -> PaintedPixels {
        let reach = Brush.reach
        var result = PaintedPixels(of: self)
        let flow = EdgeFlow(of: result, smoothed: 2)
        let source = PaintedPixels(of: mirrored(rows: -reach..<height + reach, columns: -reach..<width + reach))
        let brush = Brush.shared
        result.values.withUnsafeMutableBufferPointer { target in
            source.values.withUnsafeBufferPointer { pixels in
                for y in 0..<height {
                    for x in 0..<width {
                        let place = y * width + x
                        target[place] = brush.mean(
                            of: pixels, about: (y + reach) * source.width + x + reach, rowLength: source.width,
                            along: flow.tangents[place], anisotropy: flow.anisotropy[place])
                    }
                }
            }
        }
        return result
    }
}

/// The ellipses in some directions and lengths, each with the shares that its eight sectors have in every place.
private struct Brush {
    static let shared = Brush()
    /// Of the ellipse where nothing has a direction; along a clear edge it is twice as long and half as wide.
    private static let radius: Float = 6
    /// How far the longest ellipse reaches.
    static let reach = 12
    /// Directions in half a turn, and steps of anisotropy: finer ones cannot be seen.
    private static let (directions, steps) = (32, 8)

    /// Where the places of each ellipse begin, and where the last one's end.
    private var starts = [0]
    private var places: [(right: Int32, down: Int32)] = []
    private var shares: [SIMD8<Float>] = []

    private init() {
        for direction in 0..<Self.directions {
            let angle = Float.pi * Float(direction) / Float(Self.directions)
            for step in 0..<Self.steps {
                appendEllipse(along: [cosf(angle), sinf(angle)], anisotropy: Float(step) / Float(Self.steps - 1))
            }
        }
    }

    private mutating func appendEllipse(along tangent: SIMD2<Float>, anisotropy: Float) {
        let (long, short) = (Self.radius * (1 + anisotropy), Self.radius / (1 + anisotropy))
        for down in -Self.reach...Self.reach {
            for right in -Self.reach...Self.reach {
                let (x, y) = (Float(right), Float(down))
                let point = SIMD2((x * tangent.x + y * tangent.y) / long, (y * tangent.x - x * tangent.y) / short)
                guard (point * point).sum() <= 1 else { continue }
                places.append((Int32(right), Int32(down)))
                shares.append(Self.shares(at: point))
            }
        }
        starts.append(places.count)
    }

    /// How much each sector has of a point of the unit disc. A sector reaches a little beyond the centre, and ends to the sides where
    /// its neighbours' middles are.
    private static func shares(at point: SIMD2<Float>) -> SIMD8<Float> {
        let overlap: Float = 1.0 / 3
        let narrowing = (overlap + cosf(.pi / 8)) / (sinf(.pi / 8) * sinf(.pi / 8))
        var shares = SIMD8<Float>.zero
        for sector in 0..<8 {
            let (cosine, sine) = (cosf(.pi * Float(sector) / 4), sinf(.pi * Float(sector) / 4))
            let (to, beside) = (point.x * cosine + point.y * sine, point.y * cosine - point.x * sine)
            let share = max(0, to + overlap - narrowing * beside * beside)
            shares[sector] = share * share
        }
        return shares * (expf(-.pi * (point * point).sum()) / (shares.sum() + 1e-9))
    }

    /// What the pixel at `centre` becomes.
    @inline(__always)
    func mean(
        of pixels: UnsafeBufferPointer<SIMD4<Float>>, about centre: Int, rowLength: Int, along tangent: SIMD2<Float>,
        anisotropy: Float
    ) -> SIMD4<Float> {
        let turn = atan2f(tangent.y, tangent.x) / .pi * Float(Self.directions)
        let direction = (Int(turn.rounded()) + 2 * Self.directions) % Self.directions
        let step = Int((min(1, anisotropy) * Float(Self.steps - 1)).rounded())
        let ellipse = direction * Self.steps + step
        var weights = SIMD8<Float>.zero, red = weights, green = weights, blue = weights, squares = weights
        for index in starts[ellipse]..<starts[ellipse + 1] {
            let (place, share) = (places[index], shares[index])
            let pixel = pixels[centre + Int(place.down) * rowLength + Int(place.right)]
            weights += share
            red += share * pixel.x
            green += share * pixel.y
            blue += share * pixel.z
            squares += share * (pixel.x * pixel.x + pixel.y * pixel.y + pixel.z * pixel.z)
        }
        return Self.mix(weights, red, green, blue, squares)
    }

    /// The deviation, in levels of 255, from which a sector counts little.
    private static let evenness: Float = 4

    /// The mean of the sectors' means, the even ones first.
    @inline(__always)
    private static func mix(
        _ weights: SIMD8<Float>, _ red: SIMD8<Float>, _ green: SIMD8<Float>, _ blue: SIMD8<Float>,
        _ squares: SIMD8<Float>
    ) -> SIMD4<Float> {
        let sums = weights + 1e-9
        let (r, g, b) = (red / sums, green / sums, blue / sums)
        // A rounded variance may lie below 0; it is squared below, so that does not matter.
        let variance = squares / sums - (r * r + g * g + b * b)
        let relative = variance * (255 * 255 / (evenness * evenness))
        let counts = 1 / (1 + relative * relative)
        let total = counts.sum()
        return SIMD4((counts * r).sum(), (counts * g).sum(), (counts * b).sum(), 0) / total
    }
}
