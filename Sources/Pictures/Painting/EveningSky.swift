import Basics
import Glibc

/// The light of a low sun on the sky of a photograph: dusk above, gold at the horizon, rosy clouds.
///
/// What is sky is told by rule: calm, blue or pale, and hanging together from the upper border, some of it blue or all of that border
/// white. So a white wall may be taken for sky, and a sky that is grey, or already red, stays as it is.
package struct EveningSky: Sendable {
    /// How much of each pixel is sky, row by row.
    private let shares: [Float]
    private let width: Int
    /// The row where it ends, and its mean lightness.
    private let horizon, lightness: Float

    /// The least part of a photograph that a sky is.
    private static let leastArea: Float = 0.02

    /// Of a photograph as small as it is painted; nil if it shows no sky.
    package init?(of photograph: Picture) {
        let (width, height) = (photograph.width, photograph.height)
        let colors = photograph.softLabColors(radius: 1.5)
        let mask = Self.mask(colors, width: width)
        let area = mask.count { $0 }
        guard Float(area) > Self.leastArea * Float(mask.count) else { return nil }
        self.width = width
        // A few stray places below, such as water, do not set the horizon.
        var left = area - area * 97 / 100
        var row = height
        while left > 0, row > 0 {
            row -= 1
            left -= mask[row * width..<(row + 1) * width].count { $0 }
        }
        horizon = Float(max(row, 1))
        lightness = zip(colors, mask).reduce(Float(0)) { $0 + ($1.1 ? $1.0.lightness : 0) } / Float(area)
        var soft = FloatPlane(mask.map { $0 ? 1 : 0 }, width: width, height: height)
        soft.blur(radius: 1.2)
        shares = soft.values
    }

    /// How much of a pixel is sky.
    func share(x: Int, y: Int) -> Float { shares[y * width + x] }

    /// A colour of the sky in the evening's light.
    func callAsFunction(_ color: Lab, y: Int) -> Lab {
        let ground = Self.gradient(at: min(1, Float(y) / horizon))
        func ramp(_ value: Float, _ start: Float, _ length: Float) -> Float {
            min(1, max(0, (value - start) / length))
        }
        let cloud = ramp(color.b, -18, 16) * ramp(color.lightness, 60, 25)
        return Lab(
            lightness: min(97, max(0, ground.lightness + 0.45 * (color.lightness - lightness) + 10 * cloud)),
            a: ground.a + cloud * (0.6 * (16 - ground.a) + 4), b: ground.b + cloud * 0.6 * (26 - ground.b))
    }

    /// From the zenith, 0, to the horizon, 1.
    private static func gradient(at place: Float) -> Lab {
        let stops: [(at: Float, color: Lab)] = [
            (0, Lab(lightness: 52, a: 10, b: -30)), (0.4, Lab(lightness: 64, a: 20, b: -16)),
            (0.7, Lab(lightness: 76, a: 24, b: 12)), (1, Lab(lightness: 86, a: 14, b: 46)),
        ]
        let next = stops.dropFirst().first { place <= $0.at } ?? stops[stops.count - 1]
        let last = stops.last { $0.at < next.at } ?? stops[0]
        return last.color.mixed(next.color, (place - last.at) / (next.at - last.at))
    }

    // MARK: Where it is

    private static func mask(_ colors: [Lab], width: Int) -> [Bool] {
        let height = colors.count / width
        var rough = FloatPlane(steepness(of: colors, width: width), width: width, height: height)
        rough.blur(radius: 3)
        let isBlue = Self.blues(colors, width: width)
        let mayBe = zip(colors, isBlue).map { $1 || ($0.lightness > 72 && $0.chroma < 14 && $0.a < 6) }
        let calm = zip(mayBe, rough.values).map { $0 && $1 < 2.2 }
        let islands = Islands(of: calm.map { $0 ? 1 : 0 }, width: width)
        var blue = [Int](repeating: 0, count: islands.areas.count)
        var light = [Float](repeating: 0, count: islands.areas.count)
        for (place, label) in islands.labels.enumerated() {
            if isBlue[place] { blue[Int(label)] += 1 }
            light[Int(label)] += colors[place].lightness / Float(islands.areas[Int(label)])
        }
        let columns = columnsAtTop(of: islands, width: width)
        let isSky = islands.areas.indices.map {
            islands.values[$0] == 1 && 5 * columns[$0] > width
                && (4 * blue[$0] > islands.areas[$0] || 10 * columns[$0] > 9 * width && light[$0] > 85)
        }
        return grown(islands.labels.map { isSky[Int($0)] }, into: mayBe, width: width)
    }

    /// Which places are as blue as a sky, beside what there is at the upper border: neither hazy hills below a light sky, nor grey rock
    /// below a deep one.
    private static func blues(_ colors: [Lab], width: Int) -> [Bool] {
        let mayBe = colors.map { $0.b < -5 && $0.lightness > 12 && $0.b + 0.6 * abs($0.a) < -3 }
        let top = colors.indices.prefix(max(1, colors.count / width / 25) * width)
        let blue = top.filter { mayBe[$0] || colors[$0].lightness > 72 }
        guard !blue.isEmpty else { return mayBe }
        let lightness = blue.reduce(Float(0)) { $0 + colors[$1].lightness } / Float(blue.count)
        let depth = blue.reduce(Float(0)) { $0 + colors[$1].b } / Float(blue.count)
        let least: Float = lightness > 75 ? lightness - 20 : 0
        return zip(colors, mayBe).map { $1 && $0.lightness > least && $0.b < 0.35 * depth }
    }

    /// How steeply lightness changes, per pixel.
    private static func steepness(of colors: [Lab], width: Int) -> [Float] {
        let height = colors.count / width
        return colors.indices.map { place in
            let (x, y) = (place % width, place / width)
            func light(_ x: Int, _ y: Int) -> Float {
                colors[min(max(y, 0), height - 1) * width + min(max(x, 0), width - 1)].lightness
            }
            return hypotf(light(x + 1, y) - light(x - 1, y), light(x, y + 1) - light(x, y - 1)) / 2
        }
    }

    /// In how many columns each island comes near the upper border.
    private static func columnsAtTop(of islands: Islands, width: Int) -> [Int] {
        let rows = max(1, islands.labels.count / width / 50)
        var columns = [Int](repeating: 0, count: islands.areas.count)
        for x in 0..<width {
            for label in Set((0..<rows).map { islands.labels[$0 * width + x] }) { columns[Int(label)] += 1 }
        }
        return columns
    }

    /// Up to the edges of clouds, which are not calm, and no further than a dozen pixels.
    private static func grown(_ mask: [Bool], into mayBe: [Bool], width: Int) -> [Bool] {
        var mask = mask
        var front = mask.indices.filter { mask[$0] }
        for _ in 0..<12 {
            var next: [Int] = []
            func visit(_ place: Int) {
                guard mayBe[place], !mask[place] else { return }
                mask[place] = true
                next.append(place)
            }
            for place in front {
                if place % width > 0 { visit(place - 1) }
                if place % width < width - 1 { visit(place + 1) }
                if place >= width { visit(place - width) }
                if place + width < mask.count { visit(place + width) }
            }
            front = next
        }
        return mask
    }
}

extension Picture {
    /// The colours under a Gaussian.
    fileprivate func softLabColors(radius: Float) -> [Lab] {
        let rgb = converted(to: .rgb)
        let planes = (0..<3).map { channel in
            var plane = FloatPlane(of: rgb, channel: channel)
            plane.blur(radius: radius)
            return plane.values
        }
        return (0..<width * height).map { Lab(sRGB: SIMD4(planes[0][$0], planes[1][$0], planes[2][$0], 0) / 255) }
    }
}
