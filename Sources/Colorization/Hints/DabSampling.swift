import Basics
import Glibc
import Pictures

/// Dabs as a user sets them on a drawing: a few large ones, or many, each within one region and off its lines.
struct DabSampling {
    /// How often there are few.
    var fewChance: Float = 0.5
    var few = 1...8
    var many = 9...45
    /// How often a dab is not set on white paper on purpose: paper is where least has to be said.
    var figureChance: Float = 0.6
    /// From a dab's middle to its edge, in parts of the picture's shorter side.
    var reach: ClosedRange<Float> = 0.004...0.02
    /// The standard deviation of the colours' error, in levels of 255: nobody hits the exact shade.
    var deviation: Float = 5

    /// Dabs in the colours of a picture, transparent elsewhere. Pixels whose line strength is above `threshold` get none.
    func dabs(
        of color: Picture, lineStrength: Picture, threshold: UInt8, using generator: inout SeededGenerator
    ) -> Picture {
        var hints = Picture.transparent(width: color.width, height: color.height)
        for _ in 0..<count(using: &generator) {
            let isSought = generator.chance(figureChance)
            let place = self.place(in: color, using: &generator) { x, y in
                lineStrength[x, y, 0] < threshold && (!isSought || (0..<3).contains { color[x, y, $0] < 235 })
            }
            let reach = Int(generator.uniform(in: reach) * Float(min(color.width, color.height)) + 0.5)
            let shade = (0..<3).map { channel in
                let stray = deviation * generator.normal()
                return UInt8(min(255, max(0, Float(color[place.x, place.y, channel]) + stray)))
            }
            hints.setDab(shade, x: place.x, y: place.y, reach: reach)
        }
        return hints
    }

    private func count(using generator: inout SeededGenerator) -> Int {
        let range = generator.chance(fewChance) ? few : many
        return generator.integer(in: range.lowerBound..<range.upperBound + 1)
    }

    /// A pixel that is wanted; any pixel if none is found soon.
    private func place(
        in picture: Picture, using generator: inout SeededGenerator, isWanted: (_ x: Int, _ y: Int) -> Bool
    ) -> (x: Int, y: Int) {
        var place = (x: 0, y: 0)
        for _ in 0..<12 {
            place = (generator.integer(in: 0..<picture.width), generator.integer(in: 0..<picture.height))
            if isWanted(place.x, place.y) { break }
        }
        return place
    }
}
