import Basics

/// How a body stands: angles from straight down, in radians. Seen from the front, a positive angle leads away from the
/// body's middle; seen from the side, it leads to where the figure looks.
struct Pose {
    enum View {
        case front, side
    }

    /// Two parts of a limb, the upper one first; `reach` shortens what points to the viewer.
    struct Limb {
        var upper, lower: Double
        var reach = 1.0
        /// Before the chest: drawn last.
        var isInFront = false
    }

    var view: View = .front
    /// The left and the right one; from the side, the far and the near one.
    var arms, legs: [Limb]
    var lean = 0.0
    var shoulderTilt = 0.0, hipTilt = 0.0, headTilt = 0.0
    var isSitting = false
    /// Less than 1 for a body that is turned a little.
    var breadth = 1.0

    init(using generator: inout SeededGenerator) {
        arms = (0..<2).map { _ in Self.frontArm(using: &generator) }
        let spread = generator.number(in: 0.02...0.14)
        legs = (0..<2).map { _ in
            let thigh = spread + generator.jitter(0.04)
            return Limb(upper: thigh, lower: thigh - generator.number(in: 0...0.08))
        }
        shoulderTilt = generator.jitter(0.07)
        hipTilt = generator.jitter(0.06)
        lean = generator.jitter(0.05)
        headTilt = generator.jitter(0.13)
        breadth = generator.chance(0.4) ? generator.number(in: 0.84...0.96) : 1
        switch generator.weighted([(0, 6), (1, 2), (2, 2), (3, 1.2), (4, 1.2)]) {
        case 0: break
        case 1: standFromSide(using: &generator)
        case 2: walk(using: &generator)
        case 3:
            // Sitting, the thighs point to the viewer.
            isSitting = true
            let out = generator.number(in: 0.15...0.5), inward = generator.jitter(0.12)
            legs = (0..<2).map { _ in Limb(upper: out, lower: inward, reach: 0.42) }
        default:
            standFromSide(using: &generator)
            isSitting = true
            let shin = generator.number(in: -0.15...0.25)
            legs = [
                Limb(upper: 1.42, lower: shin + generator.number(in: 0...0.3)), Limb(upper: 1.5, lower: shin),
            ]
        }
    }

    private static func frontArm(using generator: inout SeededGenerator) -> Limb {
        switch generator.weighted([(0, 7), (1, 2), (2, 1.6), (3, 1.2), (4, 1.5), (5, 1)]) {
        case 0:
            let upper = generator.number(in: 0.12...0.4)
            return Limb(upper: upper, lower: upper - generator.number(in: 0...0.35))
        case 1:
            // On the hip.
            return Limb(upper: generator.number(in: 0.72...0.9), lower: generator.number(in: -0.85 ... -0.6))
        case 2:
            // Raised and waving.
            return Limb(upper: generator.number(in: 1.5...2.2), lower: generator.number(in: 2.5...3.2))
        case 3: return Limb(upper: generator.number(in: 2.2...2.7), lower: generator.number(in: 2.5...3))
        case 4:
            // The hand before the chest.
            return Limb(
                upper: generator.number(in: 0.3...0.5), lower: generator.number(in: -2.3 ... -1.7), reach: 0.95,
                isInFront: true)
        default: return Limb(upper: generator.number(in: 0.8...1.3), lower: generator.number(in: 0.9...1.7))
        }
    }

    private mutating func standFromSide(using generator: inout SeededGenerator) {
        view = .side
        shoulderTilt = 0
        hipTilt = 0
        arms = (0..<2).map { _ in
            switch generator.weighted([(0, 3), (1, 2), (2, 1)]) {
            case 0:
                let upper = generator.jitter(0.25)
                return Limb(upper: upper, lower: upper + generator.number(in: 0.05...0.5))
            case 1: return Limb(upper: generator.number(in: 0.2...0.6), lower: generator.number(in: 1.1...1.9))
            default: return Limb(upper: generator.number(in: 1.2...1.9), lower: generator.number(in: 1.5...2.4))
            }
        }
        let step = generator.jitter(0.1)
        legs = [Limb(upper: step, lower: step - 0.05), Limb(upper: -step, lower: -step - 0.06)]
    }

    private mutating func walk(using generator: inout SeededGenerator) {
        standFromSide(using: &generator)
        let step = generator.number(in: 0.25...0.6) * (generator.chance(0.5) ? 1 : -1)
        let front = Limb(upper: abs(step), lower: abs(step) * 0.6)
        let back = Limb(upper: -abs(step) * 0.7, lower: -abs(step) * 1.5)
        legs = step > 0 ? [front, back] : [back, front]
        if generator.chance(0.7) {
            arms = [-step, step].map { Limb(upper: $0 * -0.9, lower: -$0 * 0.9 + generator.number(in: 0.2...0.9)) }
            arms.reverse()
        }
        lean = generator.number(in: 0.02...0.1)
    }
}
