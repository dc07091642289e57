import Basics
import Glibc

extension Picture {
    /// The picture as a filter draws it: areas made flat, contours inked, colours purer. RGB.
    ///
    /// A bilateral filter, run several times, evens out an area and leaves its edges; ink goes to the darker side of an edge, where
    /// a difference of Gaussians is below zero by more than a share of the brightness there (after Winnemöller, Olsen and Gooch,
    /// *Real-time video abstraction*, 2006, without its steps of brightness). Widths are pixels: in a larger picture of the same
    /// thing areas and lines are finer. It does not know what it draws: a shadow or a cloud gets a contour as a house does.
    public func abstracted() -> Picture {
        var flat = converted(to: .rgb)
        for _ in 0..<4 { flat = flat.flattened() }
        let ink = flat.inked()
        for pixel in 0..<width * height {
            let (red, green, blue) = (
                Float(flat.samples[3 * pixel]), Float(flat.samples[3 * pixel + 1]), Float(flat.samples[3 * pixel + 2])
            )
            let grey = YUV.luma.red * red + YUV.luma.green * green + YUV.luma.blue * blue
            // Drawings are lighter than photographs in their shadows, and lines keep a tinge of their area's colour.
            let light = grey > 0 ? powf(grey / 255, -0.08) * (1 - 0.7 * ink[pixel]) : 0
            for (channel, value) in [red, green, blue].enumerated() {
                flat.samples[3 * pixel + channel] = sample((grey + 1.25 * (value - grey)) * light)
            }
        }
        return flat
    }

    /// A bilateral filter (Tomasi and Manduchi, 1998): the mean of the pixels in a disc that are near in colour.
    private func flattened() -> Picture {
        let reach = 3
        var disc: [(x: Int, y: Int, weight: Float)] = []
        for y in -reach...reach {
            for x in -reach...reach where x * x + y * y <= reach * reach {
                disc.append((x, y, expf(-Float(x * x + y * y) / 18)))
            }
        }
        // The sum of the three channels' differences is at most 765.
        let nearness: [Float] = (0...765).map { expf(-powf(Float($0) / 22, 2) / 2) }
        var result = self
        samples.withUnsafeBufferPointer { samples in
            for y in 0..<height {
                for x in 0..<width {
                    let own = 3 * (y * width + x)
                    let (red, green, blue) = (Int(samples[own]), Int(samples[own + 1]), Int(samples[own + 2]))
                    var sums = SIMD4<Float>.zero
                    for place in disc {
                        let row = min(max(y + place.y, 0), height - 1), column = min(max(x + place.x, 0), width - 1)
                        let other = 3 * (row * width + column)
                        let (r, g, b) = (Int(samples[other]), Int(samples[other + 1]), Int(samples[other + 2]))
                        let share = place.weight * nearness[abs(r - red) + abs(g - green) + abs(b - blue)]
                        sums += share * SIMD4(Float(r), Float(g), Float(b), 1)
                    }
                    for channel in 0..<3 { result.samples[own + channel] = sample(sums[channel] / sums[3]) }
                }
            }
        }
        return result
    }

    /// Where ink goes, from 0 to 1, row by row.
    private func inked() -> [Float] {
        var near = FloatPlane(converted(to: .grey).planes(), width: width, height: height)
        var wide = near
        near.blur(radius: 0.8)
        wide.blur(radius: 1.6)
        return zip(near.values, wide.values).map { near, wide in
            let darker: Float = (wide - near) / (0.25 * wide + 0.08)
            return min(1, max(0, 9 * (darker - 0.025)))
        }
    }
}
