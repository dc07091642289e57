import Basics

/// Where hair lies on a head that looks to the right.
struct HairFrame {
    /// From the forehead over the top to the nape.
    let crown: [Point]
    let nape: Point
    /// The top of the ear.
    let ear: Point
    /// The hairline before the ear, and its other end on the forehead.
    let temple, forehead: Point
    /// Where hair grows from.
    let whorl: Point

    static let threeQuarter = HairFrame(
        crown: [[24, -10], [22, -26], [10, -39], [-8, -43], [-25, -37], [-34.5, -22], [-34, -5]],
        nape: [-27, 12], ear: [-19.5, -1], temple: [-12, -10], forehead: [22.4, -12], whorl: [-5, -41])

    static let profile = HairFrame(
        crown: [[22, -12], [17, -31], [2, -42], [-16, -42], [-31, -31], [-37, -13], [-34, 3]],
        nape: [-24, 15], ear: [-9, -1], temple: [0, -11], forehead: [20.6, -14], whorl: [-16, -40])
}

/// Hair of a head that looks to the right: what falls behind the body, and what lies before the face.
struct TurnedHair {
    enum Cut: CaseIterable {
        case short, spiky, bob, long, wavy, ponyTail, twinTails, bun, braid, curls
    }

    private(set) var behind: [HairPiece] = []
    private(set) var front: [HairPiece] = []
    private(set) var ties: [Path] = []
    /// The ear shows where no hair falls over it.
    let showsEar: Bool
    /// Crown and fringe.
    let cap: HairPiece

    init(_ frame: HairFrame, isBoyish: Bool, using generator: inout SeededGenerator) {
        let cut: Cut =
            isBoyish
            ? generator.element(of: [.short, .spiky, .short, .curls, .ponyTail])
            : generator.element(of: Cut.allCases)
        let covers = [.bob, .long, .wavy].contains(cut) && generator.chance(0.7)
        showsEar = !covers
        cap = Self.cap(frame, cut, covers: covers, using: &generator)
        let back = frame.crown[5]
        let length = generator.number(in: 30...60)
        if generator.chance(0.6) { front += Self.locks(frame, using: &generator) }
        switch cut {
        case .short, .spiky, .curls:
            break
        case .bob: behind.append(Self.fall(frame, bottom: 22, flare: 2, wave: 0, using: &generator))
        case .long: behind.append(Self.fall(frame, bottom: length, flare: 3, wave: 0, using: &generator))
        case .wavy: behind.append(Self.fall(frame, bottom: length, flare: 5, wave: 3, using: &generator))
        case .ponyTail:
            let fat = generator.number(in: 5...9)
            let root = between(frame.crown[4], frame.crown[5], generator.number(in: -0.2...1)) + [3, 1]
            behind.append(
                .tuft(
                    [
                        root, root + [-10, -4], root + [-17, 10], root + [-17, 26 + length * 0.2],
                        root + [-11, 24 + length],
                    ],
                    [3.5, fat * 0.8, fat, fat * 0.8, 0], strands: 3, depth: 0.2))
            ties.append(Path.ellipse(root + [-3, -0.6], 2.6, 4))
        case .twinTails:
            let fat = generator.number(in: 5...8), high = generator.number(in: -30 ... -8)
            let near = Point(frame.ear.x - 8, high), far = Point(frame.forehead.x - 2, high - 2)
            behind.append(
                .tuft(
                    [far, far + [10, 2], far + [13, 18], far + [9, 12 + length * 0.8]],
                    [3, fat * 0.8, fat * 0.8, 0], depth: 0.5))
            front.append(
                .tuft(
                    [near, near + [-12, 0], near + [-17, 16], near + [-15, 34], near + [-11, 18 + length]],
                    [3.5, fat * 0.85, fat, fat * 0.8, 0], strands: 3))
            ties.append(Path.ellipse(near + [-3, 0.4], 2.6, 4.2))
        case .bun:
            let radius = generator.number(in: 8...12)
            behind.append(
                .bun(back + [2, generator.number(in: -14 ... -2)], radius, turn: generator.number(in: 0...2)))
        case .braid:
            let root = Point(frame.ear.x - 4, frame.ear.y + 15)
            front += HairPiece.braid(from: root, to: root + [-3, length * 0.8], width: 4.6, lobes: 7)
        }
    }

    // MARK: Shapes

    /// What falls behind the neck.
    private static func fall(
        _ frame: HairFrame, bottom: Double, flare: Double, wave: Double, using generator: inout SeededGenerator
    ) -> HairPiece {
        let back = frame.crown[6].x, front = frame.ear.x + 14
        var knots: [Knot] = [.at(front, -10), .at(frame.whorl), .at(frame.crown[5])]
        let steps = max(2, Int(bottom / 11))
        for step in 0..<steps {
            let share = Double(step) / Double(steps)
            let sway = step.isMultiple(of: 2) ? -wave : wave
            knots.append(.at(back - flare * share + sway, -5 + (bottom + 2) * share))
        }
        knots += tips(
            from: Point(back - flare, bottom), to: Point(front - 2, bottom - 2), depth: 6, using: &generator)
        return HairPiece(outline: Path(through: knots), depth: 1)
    }

    /// A torn edge: points between two places.
    private static func tips(
        from start: Point, to end: Point, depth: Double, using generator: inout SeededGenerator
    ) -> [Knot] {
        let count = max(2, Int((end - start).length / 7))
        let out = (end - start).direction.turned * -depth
        return (0..<count).flatMap { index -> [Knot] in
            let share = (Double(index) + generator.number(in: 0.15...0.5)) / Double(count)
            let tip = between(start, end, share) + out * generator.number(in: 0.4...1)
            return [.tip(tip), .tip(between(start, end, (Double(index) + 0.9) / Double(count)))]
        }
    }

    private static func cap(
        _ frame: HairFrame, _ cut: Cut, covers: Bool, using generator: inout SeededGenerator
    ) -> HairPiece {
        var knots: [Knot] = []
        for (index, point) in frame.crown.enumerated() {
            knots.append(.at(point))
            guard cut == .spiky || cut == .curls, index + 1 < frame.crown.count else { continue }
            let next = frame.crown[index + 1], out = (next - point).turned
            if cut == .spiky {
                let far = generator.number(in: 0.25...0.5)
                knots[knots.count - 1].isCorner = true
                knots.append(.tip(between(point, next, generator.number(in: 0.5...0.9)) + out * far))
            } else {
                knots[knots.count - 1].isCorner = true
                knots += [.at(between(point, next, 0.2) + out * 0.3), .at(between(point, next, 0.8) + out * 0.34)]
            }
        }
        let back = frame.crown[6]
        if covers {
            let low = cut == .bob ? 20.0 : generator.number(in: 30...50)
            let edge = frame.temple.x - 4
            knots += [.at(back.x, 12), .at(back.x - 1, low - 6)]
            knots += tips(from: [back.x, low], to: [edge, low - 2], depth: 5, using: &generator)
            knots += [.at(edge + 1, low - 12), .at(frame.temple + [-2.5, 12])]
        } else {
            knots += tips(from: back + [1, 7], to: frame.nape, depth: 5, using: &generator)
            knots += [.tip(frame.ear + [-3, 11]), .at(frame.ear + [-3.5, 3]), .at(frame.ear + [0.5, -3])]
            let lock = generator.number(in: 8...30)
            knots += [
                .at(frame.temple + [-3.5, 5]), .tip(frame.temple + [-1.5, lock]), .at(frame.temple + [1, 7]),
            ]
        }
        knots.append(.tip(frame.temple))
        let fringe = fringe(frame, using: &generator)
        knots += fringe.knots
        let strands = fringe.notches.map { notch -> Path in
            let end = between(notch, frame.whorl, generator.number(in: 0.4...0.8))
            let bow = Point((notch.x - frame.whorl.x) * 0.14, -1.5)
            return Path(through: [notch, between(notch, end, 0.5) + bow, end], closed: false)
        }
        guard cut != .curls else {
            return HairPiece(outline: Path(through: knots), looseStrands: curlLines(frame, using: &generator))
        }
        let loose = (0..<generator.integer(in: 1..<4)).map { _ -> Path in
            let start = between(frame.crown[5], frame.ear, generator.number(in: 0.2...0.8))
            let end = between(start, frame.whorl, generator.number(in: 0.3...0.6))
            return Path(through: [start, between(start, end, 0.5) + [-3, -1], end], closed: false)
        }
        return HairPiece(outline: Path(through: knots), strands: strands, looseStrands: loose)
    }
}
