import Basics

/// The hair behind the head, and the tails, plaits and buns beside it.
struct BackHair {
    private(set) var behind: [HairPiece] = []
    private(set) var beside: [HairPiece] = []
    /// Ribbons round tails and plaits.
    private(set) var ties: [Path] = []

    private let volume: Double
    private let length: Double

    init(_ face: Face, using grain: inout SeededGenerator) {
        volume = Double(face.proportions.hairVolume)
        length = Double(face.proportions.hairLength)
        switch face.hairStyle {
        case .short: mane([[33, -12], [32, 6], [27, 17]], bottom: 18, tips: 7, depth: 5, using: &grain)
        case .pixie: mane([[32, -12], [30, 4], [24, 14]], bottom: 15, tips: 6, depth: 4, using: &grain)
        case .bob: bob(using: &grain)
        case .spiky: spikes(reach: 1.2, using: &grain)
        case .tousled: mane([[33, -12], [33.5, 4], [29, 19]], bottom: 20, tips: 8, depth: 8, using: &grain)
        case .curly: curls(using: &grain)
        case .longStraight:
            mane(
                [[33, -12], [35, 8], [36, 28], [37, 44 + 14 * length]], bottom: 44 + 14 * length, tips: 8, depth: 9,
                using: &grain)
        case .longWavy: wavy(using: &grain)
        case .hime:
            mane(
                [[33, -12], [34.5, 8], [35, 28], [35.5, 40 + 12 * length]], bottom: 40 + 12 * length, tips: 0,
                depth: 0, using: &grain)
        case .wolfCut: wolf(using: &grain)
        case .twinTails:
            nape(using: &grain)
            for side in [-1.0, 1] { tail(side, using: &grain) }
        case .lowTails:
            nape(using: &grain)
            for side in [-1.0, 1] { lowTail(side, using: &grain) }
        case .ponyTail:
            nape(using: &grain)
            ponyTail(grain.chance(0.5) ? 1 : -1, using: &grain)
        case .sideTail:
            nape(using: &grain)
            lowTail(grain.chance(0.5) ? 1 : -1, using: &grain)
        case .twinBuns:
            nape(using: &grain)
            let radius = grain.number(in: 9...11.5)
            for side in [-1.0, 1] { behind.append(.bun([side * 23, -37], radius, turn: side < 0 ? 2 : 0.6)) }
        case .topBun:
            nape(using: &grain)
            guard !face.accessory.isHat else { break }
            behind.append(.bun([grain.jitter(3), -47], grain.number(in: 9.5...12), turn: 1))
            ties.append(.ellipse([0, -41.5], 7.5, 2.4))
        case .braids:
            nape(using: &grain)
            for side in [-1.0, 1] {
                beside += HairPiece.braid(
                    from: [side * 26, 15], to: [side * 30, 15 + 38 * length], width: 4.6, lobes: 8)
            }
        case .ringlets:
            nape(using: &grain)
            for side in [-1.0, 1] {
                beside += HairPiece.ringlet(
                    from: [side * 31, 0], to: [side * 33, 30 + 14 * length], width: 7.5, turns: 5)
            }
        case .halfUp:
            mane(
                [[33, -12], [35, 8], [35, 26], [34, 40 + 10 * length]], bottom: 40 + 10 * length, tips: 8, depth: 7,
                using: &grain)
            if !face.accessory.isHat { behind.append(.bun([0, -44], 8, turn: 0.4)) }
        }
    }

    /// Hair down to `bottom`, its right side through the points, its end torn into tips.
    private mutating func mane(
        _ side: [Point], bottom: Double, tips: Int, depth: Double, using grain: inout SeededGenerator
    ) {
        let right = side.map { Point($0.x * volume, $0.y) }
        var knots: [Knot] = [.at(0, -38), .at(20 * volume, -32)] + right.map { .at($0) }
        let edge = right[right.count - 1].x
        if tips == 0 { knots += [.tip(edge, bottom), .tip(-edge, bottom)] }
        for tip in 0..<tips {
            let width = 2 * edge / Double(tips), x = edge - Double(tip) * width
            knots.append(.tip(x - width * 0.35 + grain.jitter(1), bottom + grain.number(in: 0.2...1) * depth))
            if tip < tips - 1 { knots.append(.tip(x - width, bottom - depth * 0.3)) }
        }
        knots += right.reversed().map { .at($0.mirrored) } + [.at(-20 * volume, -32)]
        let strands = [-1.0, 1].flatMap { side in
            [0.84, 0.93].map { share in
                Path(through: right.map { [$0.x * side * share, $0.y + 6] }, closed: false)
            }
        }
        behind.append(HairPiece(outline: Path(through: knots), strands: strands, depth: 1))
    }

    /// What is left at the nape when the hair is tied.
    private mutating func nape(using grain: inout SeededGenerator) {
        mane([[31, -12], [29.5, 3], [22, 15]], bottom: 16, tips: 5, depth: 3, using: &grain)
    }

    private mutating func bob(using grain: inout SeededGenerator) {
        let low = 18 + 7 * length
        mane(
            [[33.5, -12], [36, 6], [35, low - 5], [28, low]], bottom: low, tips: grain.chance(0.5) ? 0 : 8,
            depth: 2.5, using: &grain)
    }

    private mutating func wavy(using grain: inout SeededGenerator) {
        let wave = grain.number(in: 2.5...4.5)
        let side = (0..<7).map { index -> Point in
            let x = 33 + Double(index) * 1.1, y = -12 + Double(index) * 11
            return Point(index.isMultiple(of: 2) ? x - wave / 2 : x + wave / 2, y)
        }
        mane(side, bottom: 46 + 10 * length, tips: 7, depth: 8, using: &grain)
    }

    private mutating func wolf(using grain: inout SeededGenerator) {
        func side(using grain: inout SeededGenerator) -> [Knot] {
            let flicks: [Knot] = [
                .at(33, -12), .at(33.5, 2), .tip(40, 11), .tip(33, 10), .at(33, 18), .tip(40, 27), .tip(30, 24),
                .tip(31, 38 + 4 * length), .tip(22, 30), .tip(17, 40),
            ]
            return flicks.map { knot in
                let stir = knot.isCorner ? Point(grain.jitter(1.5), grain.jitter(2)) : .zero
                return knot.mapped { $0.scaled(volume, 1) + stir }
            }
        }
        let right = side(using: &grain), left = side(using: &grain).reversed().map(\.mirrored)
        let top: [Knot] = [.at(-20, -32), .at(0, -38), .at(20, -32)]
        behind.append(HairPiece(outline: Path(through: top + right + left), depth: 1))
    }

    private mutating func spikes(reach: Double, using grain: inout SeededGenerator) {
        let count = 17
        var knots: [Knot] = []
        for spike in 0..<count {
            let angle = Double(spike) * 2 * .pi / Double(count) - .pi / 2
            let width = 2 * .pi / Double(count)
            let centre: Point = [0, -9]
            knots.append(.tip(centre + Point(angle: angle).scaled(31 * volume, 29)))
            // The spikes beside and below the head are the longest.
            let far = reach + 0.16 * max(0, 0.6 - abs(sine(angle) - 0.35)) + grain.jitter(0.08)
            let lean = sine(angle + .pi / 2) * 0.15
            knots.append(
                .tip(centre + Point(angle: angle + width * (0.5 + lean)).scaled(33 * volume * far, 31 * far)))
        }
        behind.append(HairPiece(outline: Path(through: knots), depth: 1))
    }

    private mutating func curls(using grain: inout SeededGenerator) {
        let low = 4 * length
        let ring = Path.ring([0, -6 + low], 35 * volume, 33 + low, count: grain.integer(in: 14..<19), from: 0.2)
        behind.append(.curls(ring.map { $0 + [grain.jitter(1.4), grain.jitter(1.4)] }, bulge: 0.42, depth: 1))
    }

    private mutating func tail(_ side: Double, using grain: inout SeededGenerator) {
        let out = grain.number(in: 38...45), high = grain.number(in: -34 ... -16), fat = grain.number(in: 6...9)
        let root: Point = [side * 27, high]
        let end: Point = [side * (out - 3), high + 62 * length]
        let spine: [Point] = [
            root, [side * (out - 2), high + 1], [side * (out + 2), high + 22], [side * out, high + 42], end,
        ]
        behind.append(.tuft(spine, [3.5, fat * 0.85, fat, fat * 0.8, 0], strands: 3, depth: 0.25))
        ties.append(.ellipse(root + [side * 2.5, 0.4], 2.6, 4.2))
    }

    private mutating func lowTail(_ side: Double, using grain: inout SeededGenerator) {
        let fat = grain.number(in: 5.5...8)
        let root: Point = [side * 26, 15]
        beside.append(
            .tuft(
                [
                    root - [side * 3, 6], root + [side * 1.5, 3], [side * 31, 29], [side * 31, 42],
                    [side * 28, 40 + 24 * length],
                ],
                [3.5, 3.4, fat, fat * 0.9, 0], strands: 2, depth: 0.15))
        ties.append(.ellipse(root + [side * 1, 1.5], 4.2, 2.2))
    }

    private mutating func ponyTail(_ side: Double, using grain: inout SeededGenerator) {
        let fat = grain.number(in: 8...11)
        let root: Point = [side * 10, -40]
        behind.append(
            .tuft(
                [root, [side * 23, -49], [side * 38, -38], [side * 43, -14], [side * 39, 2 + 20 * length]],
                [4, fat * 0.8, fat, fat * 0.8, 0], strands: 3, depth: 0.3))
        ties.append(.ellipse(root + [side * 2, -2], 4, 3))
    }
}
