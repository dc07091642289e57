import Basics
import Pictures

/// A picture of shapes that lie over one another like fallen leaves, large and small in the shares in which cameras see them, each
/// with a surface of its own (Lee, Mumford and Huang, *Occlusion models for natural images*, 2001).
///
/// It shows nothing, but has the edges, areas and textures of photographs; networks that are to work on those learn well from it
/// (Achddou, Gousseau and Ladjal, *Synthetic images as a regularity prior*, 2021).
public struct DeadLeaves: Sendable {
    public let seed: UInt64
    /// Pixels in a side.
    public let size: Int

    public init(seed: UInt64, size: Int) { (self.seed, self.size) = (seed, size) }

    /// Picture number `index`, RGB.
    public subscript(index: Int) -> Picture {
        var grain = SeededGenerator(seed: ~seed, stream: 0x1EAF_0000_0000_0000 &+ UInt64(index))
        let colors = Canvas(.color, size: size), numbers = Canvas(.labels, size: size)
        let palette = (0..<4).map { _ in Self.color(using: &grain) }
        for number in 0..<Self.count {
            let radius = Self.radius(of: number, using: &grain)
            let path = Self.shape(radius, using: &grain)
            let color = grain.element(of: palette).varied(by: 0.12, lightest: 0.98, using: &grain)
            colors.fill(path, Self.light(on: path, color, using: &grain))
            numbers.label(path, UInt8(number % 256))
        }
        let rough = (0..<256).map { _ in Surface(using: &grain) }
        let textures = (0..<Surface.kinds).map { FractalNoise(size: size, finest: 1 << $0, using: &grain) }
        return colors.colorPicture().roughened(numbers.greyPicture(isInk: false), rough, textures)
    }

    private static let count = 400

    /// From the back, where one shape fills the sheet, to small ones in front; their frequency falls with the cube of the size.
    private static func radius(of number: Int, using grain: inout SeededGenerator) -> Double {
        guard number > 0 else { return 120 }
        let (least, most) = (1.2, 45.0)
        let share = grain.number(in: 0...1)
        let (a, b) = (1 / (least * least), 1 / (most * most))
        return 1 / (a + share * (b - a)).squareRoot()
    }

    private static func shape(_ radius: Double, using grain: inout SeededGenerator) -> Path {
        let centre = Point(grain.number(in: -5...105), grain.number(in: -5...105))
        if radius > 100 { return .rectangle([-2, -2], [104, 104]) }
        let (turn, flatness) = (grain.number(in: 0...6.28), grain.number(in: 0.15...1))
        let corners = grain.integer(in: 3..<9), isRound = grain.chance(0.6)
        let knots = (0..<corners).map { corner -> Knot in
            let angle = 2 * .pi * (Double(corner) + grain.number(in: -0.3...0.3)) / Double(corners)
            let flat = Point(angle: angle).scaled(radius, radius * flatness)
            let (cosine, sine) = (Point(angle: turn).x, Point(angle: turn).y)
            let point = centre + [flat.x * cosine - flat.y * sine, flat.x * sine + flat.y * cosine]
            return isRound ? .at(point) : .tip(point)
        }
        return Path(through: knots)
    }

    /// Skies, leaves, earth and stone more often than anything else; seldom pure.
    private static func color(using grain: inout SeededGenerator) -> Color {
        let hue = grain.chance(0.7) ? grain.element(of: [60, 85, 120, 140, 235, 250]) : grain.number(in: 0...360)
        let purity = grain.number(in: 0...1)
        return Color(grain.number(in: 0.12...0.97), 0.2 * purity * purity, hue)
    }

    private static func light(on path: Path, _ color: Color, using grain: inout SeededGenerator) -> Paint {
        let box = path.bounds, spread = grain.number(in: -0.16...0.16)
        func shifted(_ amount: Double) -> Color {
            Color(min(0.98, max(0.03, color.lightness + amount)), color.chroma, color.hue)
        }
        return .linear(from: box.corner, to: box.corner + box.size, [(0, shifted(-spread)), (1, shifted(spread))])
    }
}

/// How rough a leaf is: which noise, and how much of it.
private struct Surface {
    static let kinds = 4
    let kind: Int
    /// In levels of 255.
    let contrast: Float

    init(using grain: inout SeededGenerator) {
        kind = grain.integer(in: 0..<Self.kinds)
        contrast = grain.chance(0.3) ? 0 : 55 * grain.uniform() * grain.uniform()
    }
}

/// Noise that looks alike from near and far: the sum of noises, each twice as coarse as the one before and as strong.
private struct FractalNoise {
    /// Row by row, about -1 to 1.
    let values: [Float]

    /// From `finest` pixels to sixteen times that.
    init(size: Int, finest: Int, using grain: inout SeededGenerator) {
        var sum = [Float](repeating: 0, count: size * size)
        for octave in 0..<4 {
            let side = max(2, size / (finest << octave))
            var noise = Picture(width: side, height: side, format: .grey, filledWith: [0])
            for place in noise.samples.indices {
                noise.samples[place] = UInt8(min(255, max(0, 128 + 40 * grain.normal())))
            }
            let wide = noise.resized(toWidth: size, height: size, .bicubic)
            for place in sum.indices { sum[place] += (Float(wide.samples[place]) - 128) / 80 }
        }
        values = sum
    }
}

extension Picture {
    /// The picture with noise on each area; `numbers` says whose area each pixel is.
    fileprivate func roughened(_ numbers: Picture, _ surfaces: [Surface], _ textures: [FractalNoise]) -> Picture {
        var result = self
        for place in 0..<width * height {
            let surface = surfaces[Int(numbers.samples[place])]
            guard surface.contrast > 0 else { continue }
            let change = surface.contrast * textures[surface.kind].values[place]
            for sample in 3 * place..<3 * place + 3 {
                result.samples[sample] = UInt8(min(255, max(0, Float(samples[sample]) + change)))
            }
        }
        return result
    }
}
