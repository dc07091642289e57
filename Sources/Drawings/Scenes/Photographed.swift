import Basics
import Glibc
import Pictures

// The lens and the film.

extension Picture {
    /// The picture as a camera takes it: a little unsharp, unevenly lit, darker in the corners, with grain.
    func photographed(using generator: inout SeededGenerator) -> Picture {
        let planes = (0..<3).map { channel in
            var plane = FloatPlane(of: self, channel: channel)
            plane.blur(radius: 0.0034 * Float(width))
            return plane
        }
        let light = UnevenLight(using: &generator)
        // The same grain in all colours, and a little of each colour's own.
        let (strength, tint) = (generator.uniform(in: 2...5), Float(1.2))
        let warmth = generator.uniform(in: -5...5)
        var result = self
        for y in 0..<height {
            for x in 0..<width {
                let gain = light.gain(Float(x) / Float(width), Float(y) / Float(height))
                let grain = strength * generator.normal()
                for channel in 0..<3 {
                    let cast = warmth * (channel == 0 ? 1 : channel == 2 ? -1 : 0)
                    let value = planes[channel][x, y] * gain + grain + tint * generator.normal() + cast
                    result[x, y, channel] = UInt8(max(0, min(255, value.rounded())))
                }
            }
        }
        return result
    }
}

/// Light that changes slowly over the picture and falls off towards the corners.
private struct UnevenLight {
    private let directions: [(Float, Float, Float)]

    init(using generator: inout SeededGenerator) {
        directions = (0..<3).map { _ in
            (generator.uniform(in: -4...4), generator.uniform(in: -4...4), generator.uniform(in: 0...6.28))
        }
    }

    func gain(_ x: Float, _ y: Float) -> Float {
        let waves = directions.reduce(Float(0)) { $0 + sinf($1.0 * x + $1.1 * y + $1.2) }
        let fromMiddle = (x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5)
        return (1 + 0.035 * waves) * (1 - 0.22 * fromMiddle)
    }
}
