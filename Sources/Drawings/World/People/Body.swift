import Basics

/// The bare body of a figure: trunk, limbs, hands and shoes.
struct Body {
    enum Hand: CaseIterable {
        case relaxed, fist, open, mitten
    }

    let bones: Skeleton
    let person: Person
    let hands: [Hand]

    private var style: PaintStyle { person.style }

    init(_ bones: Skeleton, _ person: Person, using generator: inout SeededGenerator) {
        self.bones = bones
        self.person = person
        let isSmall = bones.headScale > 0.4
        hands = bones.pose.arms.map { arm in
            if isSmall && generator.chance(0.5) { return .mitten }
            if arm.upper > 1.2 { return generator.element(of: [.open, .open, .fist, .relaxed]) }
            return generator.element(of: [.relaxed, .relaxed, .fist, .mitten])
        }
    }

    /// Neck, shoulders and trunk as one.
    func drawTrunk(in sheet: inout Drawing) {
        let head = bones.head, half = bones.neckHalf
        let top = head([0, 12])
        let base = bones.neck
        let left: [Knot] = [
            .tip(top - [half, 0]), .at(base + [-half * 1.05, -half * 0.3]), .at(bones(-0.62, 0.0)),
            .at(bones(-0.97, 0.1)), .at(bones(-1, 0.3)), .at(bones(-1, 0.62)), .at(bones(-1, 0.95)),
        ]
        let right: [Knot] = [
            .at(bones(1, 0.95)), .at(bones(1, 0.62)), .at(bones(1, 0.3)), .at(bones(0.97, 0.1)),
            .at(bones(0.62, 0.0)),
            .at(base + [half * 1.05, -half * 0.3]), .tip(top + [half, 0]),
        ]
        let path = Path(through: left + [.at(bones(0, 1.12))] + right)
        sheet.area(path, .skin, person.skin, style, shadow: 0.012 * bones.body)
        guard style.shading != .flat else { return }
        sheet.group(clip: path) {
            $0.tint(.ellipse(head([0, 18]), half * 1.3, 9.5 * bones.headScale), person.paints.skinShade)
        }
    }

    /// Where a hand holds something.
    func palm(_ index: Int) -> Point {
        let arm = bones.arms[index]
        return arm.joints[2] + (arm.joints[2] - arm.joints[1]).direction * (arm.widths[0] * 0.75)
    }

    /// An arm with its hand as one area.
    func drawArm(_ index: Int, in sheet: inout Drawing) {
        let arm = bones.arms[index]
        let along = (arm.joints[2] - arm.joints[1]).direction
        // The thumb is on the side of the body, or in front.
        let across = along.turned * (bones.isSide ? -1 : arm.side)
        let size = arm.widths[0] * 1.5
        let wrist = arm.joints[2]
        func place(_ x: Double, _ y: Double) -> Point { wrist + across * (x * size) + along * (y * size) }
        let hand = hands[index].outline.map { knot in knot.mapped { place($0.x, $0.y) } }
        let path = outline(arm, isTurned: bones.isSide || arm.side < 0, end: hand)
        sheet.area(path, .skin, person.skin, style, shadow: arm.widths[2] * 0.22)
        for line in hands[index].lines {
            let points = line.map { place($0.x, $0.y) }
            sheet.line(
                Path(through: points, closed: false), person.paints.skinInk, Pen(width: 0.7, start: 0.3, end: 0.3))
        }
    }

    func drawLeg(_ index: Int, _ color: Color? = nil, in sheet: inout Drawing) {
        let leg = bones.legs[index]
        let path = outline(leg, isTurned: false, end: [])
        sheet.area(path, color == nil ? .skin : .clothes, color ?? person.skin, style, shadow: leg.widths[2] * 0.2)
    }

    /// A limb with a round beginning; `end` are the knots of a hand, from one side of the wrist to the other.
    private func outline(_ limb: Skeleton.Limb, isTurned: Bool, end: [Knot]) -> Path {
        let spine = limb.spine
        var left: [Knot] = [], right: [Knot] = []
        for index in spine.indices {
            let along = spine[min(index + 1, spine.count - 1)] - spine[max(index - 1, 0)]
            let reach = along.direction.turned * (limb.widths[index] / 2)
            left.append(.at(spine[index] + reach))
            right.append(.at(spine[index] - reach))
        }
        let cap = spine[0] - (spine[1] - spine[0]).direction * (limb.widths[0] * 0.5)
        // The hand's knots begin at negative x of its own axis.
        let hand = isTurned ? end.reversed() : end
        return Path(through: [.at(cap)] + left + hand + right.reversed())
    }

    // MARK: Feet

    /// A shoe; it points to where the figure looks, or outwards.
    func drawShoe(_ index: Int, _ color: Color, boot: Double, in sheet: inout Drawing) {
        let leg = bones.legs[index]
        let size = leg.widths[4] * 1.35, ankle = leg.joints[2]
        let tilt = bones.isSide ? -Swift.min(0.5, Swift.max(-0.35, bones.pose.legs[index].lower * 0.5)) : 0
        let out = bones.isSide ? 1 : leg.side
        let longer = bones.isSide ? 1.0 : 0.72
        if boot > 0 {
            let shares = [1, 1 - boot * 0.25, 1 - boot * 0.5]
            let shaft = Path(along: shares.map(leg.point), widths: shares.map { leg.width($0) * 1.2 })
            sheet.area(shaft, .clothes, color, style, shadow: size * 0.2)
        }
        sheet.group(.moving(ankle.x, ankle.y) * .turning(tilt * out) * .scaling(out * size, size)) { sheet in
            let upper = Path(through: [
                .tip(-0.52, -0.3), .at(-0.62, 0.3), .tip(-0.56, 0.78), .tip(1.25 * longer, 0.78),
                .at(1.22 * longer, 0.45),
                .at(0.8 * longer, 0.2), .tip(0.5, -0.3),
            ])
            let sole = Path(through: [
                .tip(-0.6, 0.74), .tip(1.3 * longer, 0.74), .tip(1.24 * longer, 0.95), .tip(-0.6, 0.95),
            ])
            sheet.area(upper, .clothes, color, style)
            sheet.area(sole, .clothes, color.shaded(1.4), pen: .fine)
        }
    }
}

extension Body.Hand {
    /// From the outer side of the wrist round the fingers to the side of the thumb, in lengths of a hand.
    fileprivate var outline: [Knot] {
        switch self {
        case .relaxed:
            [
                .at(-0.3, 0.25), .at(-0.32, 0.6), .at(-0.2, 0.98), .at(0.02, 1.04), .at(0.18, 0.8), .at(0.22, 0.55),
                .at(0.4, 0.62), .at(0.44, 0.46), .at(0.3, 0.18),
            ]
        case .fist:
            [.at(-0.32, 0.18), .at(-0.36, 0.48), .at(-0.18, 0.7), .at(0.18, 0.68), .at(0.38, 0.5), .at(0.32, 0.16)]
        case .mitten: [.at(-0.3, 0.2), .at(-0.32, 0.55), .at(0, 0.8), .at(0.32, 0.55), .at(0.3, 0.2)]
        case .open:
            [
                .at(-0.3, 0.3), .at(-0.6, 0.72), .at(-0.5, 0.82), .tip(-0.24, 0.56), .at(-0.3, 1), .at(-0.17, 1.02),
                .tip(-0.05, 0.6), .at(0.02, 1.08), .at(0.15, 1.06), .tip(0.14, 0.58), .at(0.34, 0.94),
                .at(0.44, 0.86),
                .tip(0.28, 0.44), .at(0.6, 0.46), .at(0.6, 0.32), .at(0.3, 0.1),
            ]
        }
    }

    fileprivate var lines: [[Point]] {
        switch self {
        case .relaxed: [[[-0.12, 0.98], [-0.12, 0.7]], [[0.04, 0.98], [0.05, 0.7]]]
        case .fist:
            [
                [[-0.14, 0.66], [-0.12, 0.46]], [[0.04, 0.68], [0.05, 0.46]],
                [[0.34, 0.3], [0.2, 0.44], [0, 0.42]],
            ]
        case .mitten, .open: []
        }
    }
}
