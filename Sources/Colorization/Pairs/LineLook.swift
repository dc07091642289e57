import Basics
import Glibc
import Pictures

/// How the lines of one drawing came onto paper and into a file: with which pressure, on which paper, by which scanner, or by
/// extraction from a coloured picture.
struct LineLook {
    /// The dilation's side if the lines are extracted, and not the true ones.
    private var extraction: (kernel: Int, strength: Float, blur: Float)?
    /// How black ink comes out.
    private var pressure: Float = 1
    /// How uneven the ink is, as pencil on rough paper.
    private var grain: Float = 0
    /// How dark the paper is, and how much darker at one corner than at the opposite one.
    private var paper: Float = 0
    private var slope: SIMD2<Float> = .zero
    /// The standard deviation of a scanner's noise, in levels of 255.
    private var noise: Float = 0

    /// How often lines are extracted from the coloured picture.
    private static let extractionChance: Float = 0.4

    init(using generator: inout SeededGenerator) {
        if generator.chance(Self.extractionChance) {
            extraction = (
                generator.element(of: [3, 3, 5]), generator.uniform(in: 1.2...3),
                generator.chance(0.6) ? generator.uniform(in: 0.3...1) : 0
            )
        }
        if generator.chance(0.4) { pressure = generator.uniform(in: 0.3...1) }
        if generator.chance(0.25) { grain = generator.uniform(in: 0.2...0.7) }
        if generator.chance(0.25) {
            paper = generator.uniform(in: 0...0.2)
            slope = SIMD2(generator.uniform(in: -0.08...0.08), generator.uniform(in: -0.08...0.08))
        }
        if generator.chance(0.3) { noise = generator.uniform(in: 1...8) }
    }

    /// The lines of a drawing, grey, as they look; `lines` are the true ones.
    func lines(_ lines: Picture, of color: Picture, using generator: inout SeededGenerator) -> Picture {
        var result = extraction.map { extracted(from: color, $0) } ?? lines
        guard pressure < 1 || grain > 0 || paper > 0 || noise > 0 else { return result }
        let (width, height) = (result.width, result.height)
        for y in 0..<height {
            for x in 0..<width {
                let ink = 1 - Float(result.samples[y * width + x]) / 255
                let rough = grain > 0 ? 1 - grain * generator.uniform() : 1
                let shadow =
                    paper + slope.x * (Float(x) / Float(width) - 0.5) + slope.y * (Float(y) / Float(height) - 0.5)
                let white = 1 - (paper > 0 ? max(0, shadow) : 0)
                let stray = noise > 0 ? noise * (generator.uniform() + generator.uniform() - 1) * 2.4 : 0
                let level = 255 * white * (1 - ink * pressure * rough) + stray
                result.samples[y * width + x] = UInt8(min(255, max(0, level)))
            }
        }
        return result
    }

    private func extracted(
        from color: Picture, _ extraction: (kernel: Int, strength: Float, blur: Float)
    ) -> Picture {
        let source = extraction.blur > 0 ? color.converted(to: .grey).softened(by: extraction.blur) : color
        return source.lineArt(kernel: extraction.kernel, strength: extraction.strength)
    }
}

extension Picture {
    /// A grey picture under a Gaussian of this standard deviation in pixels.
    fileprivate func softened(by radius: Float) -> Picture {
        var plane = FloatPlane(of: self, channel: 0)
        plane.blur(radius: radius)
        return Picture(
            width: width, height: height, format: .grey,
            samples: plane.values.map { UInt8(min(255, max(0, $0 + 0.5))) })
    }
}
