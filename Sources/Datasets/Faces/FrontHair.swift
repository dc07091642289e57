import TensorCore

/// The hair in front of the face as one area: crown, fringe and the locks beside the cheeks.
struct FrontHair {
    let outline: Path
    let strands: [Path]
    /// Where the light lies on the crown.
    let gloss: [Path]
    /// A dyed strand.
    let streak: Path
    /// The top of the head, from which hair grows.
    let crown: Point

    init(_ face: Face, _ skull: Skull, using grain: inout SeededGenerator) {
        let volume = Double(face.proportions.hairVolume)
        let fringe = FringeShape(face.fringe, shift: skull.shift, using: &grain)
        let sides = face.hairStyle.sideLocks
        let crown = Point(skull.shift * 0.6 + fringe.part * 0.35, -43 * (0.5 + volume / 2))
        let kind: SideLock = grain.chance(0.3) ? grain.element(of: sides.alternatives) : sides
        let right = kind.knots(using: &grain), left = kind.knots(using: &grain)
        let cap = face.hairStyle.cap(crown: crown, volume: volume, using: &grain)
        outline = Path(
            through: cap + right + fringe.knots.reversed()
                + left.reversed().map(\.mirrored))

        strands = Self.strands(fringe, crown, using: &grain)
        gloss = Self.gloss(volume, shift: skull.shift, using: &grain)
        let lock = fringe.locks[fringe.locks.count / 3]
        streak = Path(
            through: [
                .tip(between(crown, lock.left, 0.15)), .tip(lock.left), .tip(lock.tip + [0, 1]), .tip(lock.right),
            ])
        self.crown = crown
    }

    /// Lines from where two locks part towards the crown, bowed as the skull is.
    private static func strands(
        _ fringe: FringeShape, _ crown: Point, using grain: inout SeededGenerator
    ) -> [Path] {
        var lines = fringe.locks.dropFirst().map { lock -> Path in
            let root = lock.left
            let end = between(root, crown, grain.number(in: 0.35...0.7))
            let bow = (root.x - crown.x) * 0.16
            return Path(through: [root, between(root, end, 0.5) + [bow, -0.5], end], closed: false)
        }
        for side in [-1.0, 1] {
            let root: Point = [side * grain.number(in: 26...28.5), grain.number(in: -16 ... -9)]
            let end = between(root, crown, grain.number(in: 0.4...0.6))
            lines.append(Path(through: [root, between(root, end, 0.5) + [side * 4, -2], end], closed: false))
        }
        return lines
    }

    /// The "angel ring": light along the curve of the skull, torn by the strands.
    private static func gloss(_ volume: Double, shift: Double, using grain: inout SeededGenerator) -> [Path] {
        let height = grain.number(in: -31 ... -25), thick = grain.number(in: 2.6...5)
        let pieces: [ClosedRange<Double>] = grain.element(of: [
            [-22 ... -6, -3...12, 15...23], [-21...2, 6...15], [-23 ... -14, -11...9, 13...22], [-20...20], [-16...4],
        ])
        return pieces.map { range in
            func edge(_ x: Double, _ y: Double) -> Point {
                [x * volume + shift * 0.4, height + y + x * x * 0.016]
            }
            let (a, b) = (range.lowerBound, range.upperBound)
            let teeth = max(1, Int((b - a) / 5))
            var knots: [Knot] = [
                .tip(edge(a, thick * 0.3)), .at(edge(between(a, b, 0.5), -thick * 0.35)), .tip(edge(b, thick * 0.3)),
            ]
            for tooth in (0..<teeth).reversed() {
                let from = between(a, b, Double(tooth) / Double(teeth)),
                    to = between(a, b, Double(tooth + 1) / Double(teeth))
                knots.append(.tip(edge(between(from, to, 0.5), thick * grain.number(in: 0.9...1.5))))
                if tooth > 0 { knots.append(.tip(edge(from, thick * 0.55))) }
            }
            return Path(through: knots)
        }
    }
}

// MARK: - Beside the cheeks

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
        let centre: Point = [0, -12], radius: Point = [32 * volume, -crown.y - 12]
        func at(_ degrees: Double, _ reach: Double = 1) -> Point {
            let way = Point(angle: (degrees - 90) * .pi / 180).scaled(radius.x, radius.y) * reach
            return centre + way + [crown.x * max(0, cosine(degrees * .pi / 180)) * 0.6, 0]
        }
        switch self {
        case .spiky, .tousled, .pixie, .wolfCut:
            let reach: ClosedRange<Double> =
                switch self {
                case .spiky: 1.12...1.3
                case .tousled: 1.05...1.18
                default: 1.03...1.1
                }
            var knots: [Knot] = []
            let count = self == .spiky ? 7 : 6
            for spike in 0..<count {
                let from = -88 + 176 * Double(spike) / Double(count), lean: Double = from < -10 ? -0.05 : 0.65
                let width = 176 / Double(count)
                knots.append(.tip(at(from, 1)))
                knots.append(.tip(at(from + width * (0.2 + lean) + grain.jitter(3), grain.number(in: reach))))
                if spike < count - 1 { knots.append(.at(at(from + width * (lean > 0.3 ? 0.97 : 0.5), 1.01))) }
            }
            return knots + [.tip(at(88))]
        case .curly:
            let notches = (0...7).map { at(-86 + 172 * Double($0) / 7, 1) }
            let bumps = zip(notches, notches.dropFirst()).flatMap { a, b -> [Knot] in
                let out = (b - a).turned * -0.3
                return [.tip(a), .at(between(a, b, 0.2) + out), .at(between(a, b, 0.8) + out)]
            }
            return bumps + [.tip(at(86))]
        default:
            return [-86.0, -62, -36, -12, 12, 36, 62, 86].map { .at(at($0, 1 + grain.jitter(0.008))) }
        }
    }
}
