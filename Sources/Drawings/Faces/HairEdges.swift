import Basics

/// The lock that falls in front of an ear.
enum SideLock: CaseIterable {
    case tucked, short, cheek, long, blunt, curl

    /// What goes with the same back hair.
    var alternatives: [SideLock] {
        switch self {
        case .tucked: [.tucked, .short]
        case .short: [.short, .cheek, .tucked]
        case .cheek: [.cheek, .short, .curl]
        case .long: [.long, .cheek]
        case .blunt: [.blunt]
        case .curl: [.curl, .cheek]
        }
    }

    /// The right lock from the outer side round the tip to the temple.
    func knots(using grain: inout SeededGenerator) -> [Knot] {
        let x = grain.jitter(1), y = grain.jitter(2)
        return switch self {
        case .tucked: [.at(30.5, -9), .tip(27.5 + x, 1 + y * 0.5), .at(25.6, -8)]
        case .short: [.at(31.2, -5), .tip(26.8 + x, 10 + y), .at(24.8, -2)]
        case .cheek: [.at(32, -2), .at(31, 10), .tip(25 + x, 21 + y), .at(25.2, 8), .at(23.6, -3)]
        case .long: [.at(32.4, 0), .at(32.6, 18), .tip(26.5 + x, 42 + y), .at(25.6, 26), .at(25.4, 8), .at(23.6, -3)]
        case .blunt: [.at(32.2, 0), .tip(31.8, 17 + y), .tip(22.6 + x, 16.4 + y), .at(23.4, 6), .at(23, -4)]
        case .curl: [.at(32, -2), .at(32, 9), .at(27.5, 16 + y), .tip(22.6 + x, 12 + y), .at(26, 8.5), .at(24, -3)]
        }
    }
}

extension Face.HairStyle {
    var sideLocks: SideLock {
        switch self {
        case .short, .pixie, .spiky, .tousled: .short
        case .bob, .wolfCut, .lowTails, .halfUp: .cheek
        case .curly: .curl
        case .longStraight, .longWavy: .long
        case .hime: .blunt
        case .twinTails, .sideTail, .braids: .cheek
        case .ponyTail, .twinBuns, .topBun, .ringlets: .short
        }
    }

    /// The outline of the crown, from the left temple over the top to the right one.
    func cap(crown: Point, volume: Double, using grain: inout SeededGenerator) -> [Knot] {
        let arc = CrownArc(crown: crown, volume: volume)
        switch self {
        case .spiky: return arc.tufts(7, reach: 1.12...1.3, using: &grain)
        case .tousled: return arc.tufts(7, reach: 1.06...1.17, using: &grain)
        case .pixie: return arc.tufts(6, reach: 1.03...1.1, using: &grain)
        case .wolfCut: return arc.tufts(5, reach: 1.03...1.09, using: &grain)
        case .curly: return arc.curls(9, using: &grain)
        default: return [-86.0, -62, -36, -12, 12, 36, 62, 86].map { .at(arc.point($0, 1 + grain.jitter(0.008))) }
        }
    }
}

/// The curve of the skull's hair; angles are degrees from the top, clockwise.
private struct CrownArc {
    let crown: Point
    let volume: Double

    /// `reach` 1 lies on the arc, more outside it.
    func point(_ degrees: Double, _ reach: Double = 1) -> Point {
        let angle = degrees * .pi / 180
        let way = Point(angle: angle - .pi / 2).scaled(32 * volume, -crown.y - 12) * reach
        return Point(0, -12) + way + Point(crown.x * max(0, cosine(angle)) * 0.4, 0)
    }

    /// Tufts that stand out like fins, away from the parting.
    func tufts(_ count: Int, reach: ClosedRange<Double>, using grain: inout SeededGenerator) -> [Knot] {
        let width = 176 / Double(count)
        let turning = grain.number(in: -25...15)
        var knots: [Knot] = [.tip(point(-88))]
        for tuft in 0..<count {
            let from = -88 + width * Double(tuft), far = grain.number(in: reach)
            let bulge = point(from + width * 0.5, 1 + (far - 1) * 0.72), stir = grain.jitter(width * 0.08)
            if from + width / 2 < turning {
                knots += [.tip(point(from + width * 0.1 + stir, far)), .at(bulge)]
            } else {
                knots += [.at(bulge), .tip(point(from + width * 0.9 + stir, far))]
            }
            knots.append(.tip(point(from + width, 0.995)))
        }
        return knots
    }

    func curls(_ count: Int, using grain: inout SeededGenerator) -> [Knot] {
        let notches = (0...count).map { index in
            point(-86 + 172 * Double(index) / Double(count) + (index % count == 0 ? 0 : grain.jitter(3)))
        }
        var knots: [Knot] = [.tip(notches[0])]
        for (a, b) in zip(notches, notches.dropFirst()) {
            let out = (b - a).turned * -grain.number(in: 0.3...0.45)
            knots += [.at(between(a, b, 0.2) + out * 0.8), .at(between(a, b, 0.8) + out), .tip(b)]
        }
        return knots
    }
}
