import Basics
import Drawings
import Glibc
import Pictures

/// Gives whole regions of a drawn face other colours: another hue, stronger or fainter, lighter or darker.
///
/// Drawn faces have hair of some thirty colours. A colorizer that has seen no others obeys a hint of another colour badly,
/// and one that has seen a face too often knows its colours by its lines and obeys no hint at all. White stays nearly
/// white and ink stays ink; shades and patterns stay what they are.
public struct Recoloring: Sendable, Equatable {
    /// How often a picture gets other colours.
    public var chance: Float
    /// How often each of its regions does.
    public var regionChance: Float = 0.7
    /// How often the skin does: seldom, because skin without a hint is to be the colour of skin.
    public var skinChance: Float = 0.1

    public init(chance: Float) { self.chance = chance }

    /// Every picture keeps its colours.
    public static let none = Recoloring(chance: 0)

    /// The picture in other colours; `regions` says what each of its pixels belongs to. Without a chance it takes no
    /// number from the generator.
    func recolored(_ picture: Picture, regions: Picture, using generator: inout SeededGenerator) -> Picture {
        guard chance > 0, generator.chance(chance) else { return picture }
        let turns: [ColorTurn?] = Region.allCases.map { region in
            let turn = ColorTurn(using: &generator)
            return generator.chance(region == .skin ? skinChance : regionChance) ? turn : nil
        }
        var result = picture
        result.samples.withUnsafeMutableBufferPointer { samples in
            for (pixel, region) in regions.samples.enumerated() where Int(region) < turns.count {
                turns[Int(region)]?.apply(to: &samples, at: 3 * pixel)
            }
        }
        return result
    }
}

/// A change of colour in YUV, for all the pixels of a region.
struct ColorTurn {
    /// What the colour differences are multiplied with, as a complex number: its angle turns the hue.
    private let (turnU, turnV): (Float, Float)
    /// What is added to the colour differences, in parts of the brightness, so that ink stays ink.
    private let (tintU, tintV): (Float, Float)
    /// The new brightness of each of the 256 old ones.
    private let brightness: [Float]

    init(using generator: inout SeededGenerator) {
        (turnU, turnV) = Self.random(length: generator.uniform(in: 0.6...1.3), using: &generator)
        (tintU, tintV) = Self.random(length: generator.uniform(in: 0...0.25), using: &generator)
        // A power keeps black and white where they are.
        let power = expf(generator.uniform(in: -0.8...0.6))
        brightness = (0...255).map { powf(Float($0) / 255, power) }
    }

    /// A complex number of the given length and of any angle.
    private static func random(length: Float, using generator: inout SeededGenerator) -> (Float, Float) {
        let angle = generator.uniform(in: 0...2 * .pi)
        return (length * cosf(angle), length * sinf(angle))
    }

    func apply(to samples: inout UnsafeMutableBufferPointer<UInt8>, at index: Int) {
        let (r, g, b) = (Float(samples[index]), Float(samples[index + 1]), Float(samples[index + 2]))
        let old = YUV.luma.red * r + YUV.luma.green * g + YUV.luma.blue * b
        let (u, v) = (0.492 * (b - old), 0.877 * (r - old))
        let new = 255 * brightness[Int(old + 0.5)]
        let newU = turnU * u - turnV * v + tintU * new
        let newV = turnV * u + turnU * v + tintV * new
        let (red, blue) = (new + newV / 0.877, new + newU / 0.492)
        samples[index] = level(red)
        samples[index + 1] = level((new - YUV.luma.red * red - YUV.luma.blue * blue) / YUV.luma.green)
        samples[index + 2] = level(blue)
    }

    private func level(_ value: Float) -> UInt8 { UInt8(min(255, max(0, value + 0.5))) }
}
