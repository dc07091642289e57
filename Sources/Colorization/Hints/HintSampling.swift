import Basics
import TensorCore

/// Dabs and strokes of colour, as a user might set them: how a colorizer learns to obey hints.
///
/// After PaintsChainer's training: now and then there is no hint at all, often there are a few, often many. A dab is a
/// single pixel or a small square, a stroke a row of squares. Each has one colour, that of the picture in its middle,
/// slightly off, because users do not hit the exact shade. Unlike there, a hint begins where the picture is flat, for
/// nobody dabs on a line, and a stroke ends where the colour does.
public struct HintSampling: Sendable, Equatable {
    /// How often there is no hint.
    public var noneChance: Float = 0.25
    /// How often there are few, where there are any.
    public var fewChance: Float = 0.5
    public var few = 1...16
    public var many = 16...160
    /// From a dab's middle to its edge, at most, in parts of the picture's shorter side.
    public var reach: Float = 0.032
    /// How often a hint is a stroke, and how long it is at most, in parts of the shorter side.
    public var strokeChance: Float = 0.25
    public var strokeLength: Float = 0.3
    /// The standard deviation of the colours' error.
    public var deviation: Float = 0.02

    public init() {}

    /// As many hints as are asked for, in every picture.
    public static func exactly(_ count: Int) -> HintSampling {
        var sampling = HintSampling()
        sampling.noneChance = count == 0 ? 1 : 0
        (sampling.few, sampling.many) = (count...count, count...count)
        return sampling
    }

    /// Hints `[batch, 3, height, width]` for pictures of that shape: -1 where there is none.
    public func hints(for color: Tensor, using generator: inout SeededGenerator) -> Tensor {
        precondition(
            color.rank == 4 && color.shape[1] == 3, "hints: \(color.shape) is not [batch, 3, height, width]")
        let (height, width) = (color.shape[2], color.shape[3])
        let numbers = 3 * height * width
        return Tensor(shape: color.shape) { hints in
            hints.update(repeating: Tensor.noHint)
            color.withScalars { colors in
                for start in stride(from: 0, to: colors.count, by: numbers) {
                    var sheet = HintSheet(
                        colors: UnsafeBufferPointer(rebasing: colors[start..<start + numbers]),
                        hints: UnsafeMutableBufferPointer(rebasing: hints[start..<start + numbers]),
                        width: width, height: height)
                    for _ in 0..<count(using: &generator) { addHint(to: &sheet, using: &generator) }
                }
            }
        }
    }

    private func count(using generator: inout SeededGenerator) -> Int {
        if generator.chance(noneChance) { return 0 }
        let range = generator.chance(fewChance) ? few : many
        return generator.integer(in: range.lowerBound..<range.upperBound + 1)
    }

    private func addHint(to sheet: inout HintSheet, using generator: inout SeededGenerator) {
        let side = Float(min(sheet.width, sheet.height))
        let (x, y) = sheet.flatPlace(using: &generator)
        let reach = generator.integer(in: 0..<Int(reach * side) + 1)
        let shade = sheet.color(x, y).map { min(1, max(0, $0 + deviation * generator.normal())) }
        guard generator.chance(strokeChance) else { return sheet.dab(x, y, reach: reach, shade) }
        let direction = (x: generator.uniform(in: -1...1), y: generator.uniform(in: -1...1))
        for step in 0...Int(strokeLength * side * generator.uniform()) {
            let next = (x: x + Int(Float(step) * direction.x), y: y + Int(Float(step) * direction.y))
            guard sheet.holds(next.x, next.y), sheet.isAlike(next.x, next.y, x, y) else { break }
            sheet.dab(next.x, next.y, reach: reach / 2, shade)
        }
    }
}

/// One picture's colours and hints, both in three planes.
private struct HintSheet {
    let colors: UnsafeBufferPointer<Float>
    let hints: UnsafeMutableBufferPointer<Float>
    let width: Int
    let height: Int

    /// How far apart the channels of colours may be that count as one.
    private static let tolerance: Float = 0.15
    private static let tries = 8

    func holds(_ x: Int, _ y: Int) -> Bool { (0..<width).contains(x) && (0..<height).contains(y) }

    func color(_ x: Int, _ y: Int) -> [Float] { (0..<3).map { colors[($0 * height + y) * width + x] } }

    func isAlike(_ x: Int, _ y: Int, _ otherX: Int, _ otherY: Int) -> Bool {
        (0..<3).allSatisfy { channel in
            let plane = channel * height
            let difference = colors[(plane + y) * width + x] - colors[(plane + otherY) * width + otherX]
            return abs(difference) < Self.tolerance
        }
    }

    /// A pixel that looks like its neighbours; any pixel if none is found soon.
    func flatPlace(using generator: inout SeededGenerator) -> (x: Int, y: Int) {
        var place = (x: 0, y: 0)
        for _ in 0..<Self.tries {
            place = (generator.integer(in: 0..<width), generator.integer(in: 0..<height))
            let neighbours = [(-1, 0), (1, 0), (0, -1), (0, 1)].map { (place.x + $0.0, place.y + $0.1) }
            if neighbours.allSatisfy({ !holds($0.0, $0.1) || isAlike($0.0, $0.1, place.x, place.y) }) { break }
        }
        return place
    }

    /// A square of one colour.
    func dab(_ x: Int, _ y: Int, reach: Int, _ shade: [Float]) {
        for (channel, level) in shade.enumerated() {
            for row in max(0, y - reach)...min(height - 1, y + reach) {
                let start = (channel * height + row) * width
                for column in max(0, x - reach)...min(width - 1, x + reach) { hints[start + column] = level }
            }
        }
    }
}
