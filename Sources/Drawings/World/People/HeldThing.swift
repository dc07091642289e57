import Basics

/// What a figure holds in a hand.
struct HeldThing {
    enum Kind {
        case sword, staff, umbrella, bag, bouquet, balloon, fan, book, broom
    }

    let kind: Kind
    /// The left or the right arm; from the side, the near one.
    let arm: Int
    private let angle: Double
    private let colors: [Color]
    private let variant: Int

    /// Nothing, if the hands are at other work.
    init?(_ pose: Pose, _ person: Person, using generator: inout SeededGenerator) {
        guard generator.chance(0.35) else { return nil }
        arm = pose.view == .side ? 1 : generator.integer(in: 0..<2)
        let limb = pose.arms[arm]
        let isHanging = limb.upper < 0.65 && limb.lower < 0.65 && limb.lower > -0.3
        let isRaised = limb.lower > 1.2
        guard isHanging || isRaised || limb.isInFront else { return nil }
        kind =
            isHanging
            ? generator.element(of: [.sword, .bag, .bag, .broom, .staff])
            : limb.isInFront
                ? generator.element(of: [.fan, .book, .bouquet, .bouquet])
                : generator.element(of: [.sword, .staff, .umbrella, .balloon, .bouquet, .fan])
        angle =
            switch kind {
            case .sword: isHanging ? generator.number(in: 2.4...2.9) : generator.number(in: -0.3...0.6)
            case .bag, .balloon, .book: 0
            default: generator.number(in: -0.1...0.25)
            }
        colors = person.cloth
        variant = generator.integer(in: 0..<6)
    }

    /// How far it reaches up and sideways from the hand, in parts of the body's height.
    var reach: Point {
        switch kind {
        case .sword: angle > 1 ? [0.3, 0.1] : [0.25, 0.62]
        case .staff, .broom: [0.12, 0.6]
        case .umbrella: [0.36, 0.62]
        case .balloon: [0.2, 0.6]
        case .fan, .bouquet: [0.2, 0.25]
        case .bag, .book: [0.15, 0]
        }
    }

    func draw(at hand: Point, side: Double, unit: Double, _ style: PaintStyle, in sheet: inout Drawing) {
        sheet.group(.moving(hand.x, hand.y) * .scaling(side, 1) * .turning(angle) * .scaling(unit)) { sheet in
            switch kind {
            case .sword: drawSword(style, in: &sheet)
            case .staff: drawStaff(style, in: &sheet)
            case .broom: drawBroom(style, in: &sheet)
            case .umbrella: drawUmbrella(style, in: &sheet)
            case .bag: drawBag(style, in: &sheet)
            case .bouquet: drawBouquet(style, in: &sheet)
            case .balloon: drawBalloon(style, in: &sheet)
            case .fan: drawFan(style, in: &sheet)
            case .book: drawBook(style, in: &sheet)
            }
        }
    }

    private var wood: Color { Color(0.55, 0.07, 60) }

    private func drawSword(_ style: PaintStyle, in sheet: inout Drawing) {
        let steel = Color(0.86, 0.015, 250)
        sheet.area(
            .polygon([[-0.026, -0.07], [-0.022, -0.52], [0, -0.58], [0.022, -0.52], [0.026, -0.07]]), .accessory,
            steel,
            style)
        sheet.line(Path(from: [0, -0.08], to: [0, -0.5]), steel.ink, .fine)
        sheet.area(.rectangle([-0.016, -0.06], [0.032, 0.13]), .accessory, wood, style)
        let guardPiece = Path(through: [
            .tip(-0.1, -0.09), .at(0, -0.075), .tip(0.1, -0.09), .tip(0.09, -0.055), .at(0, -0.045),
            .tip(-0.09, -0.055),
        ])
        sheet.area(guardPiece, .accessory, .gold, style)
        sheet.area(.circle([0, 0.085], 0.022), .accessory, colors[1], pen: .fine)
    }

    private func drawStaff(_ style: PaintStyle, in sheet: inout Drawing) {
        sheet.area(.rectangle([-0.014, -0.46], [0.028, 0.84]), .accessory, wood, style)
        switch variant % 3 {
        case 0: sheet.area(.star([0, -0.5], 0.085), .accessory, colors[1], style)
        case 1:
            sheet.area(.annulus([0, -0.52], 0.075, 0.075, thickness: 0.024), .accessory, .gold)
            sheet.area(.circle([0, -0.52], 0.034), .accessory, colors[2], style)
        default:
            let spear = Path(through: [
                .tip(0, -0.62), .at(0.04, -0.5), .tip(0.014, -0.44), .tip(-0.014, -0.44), .at(-0.04, -0.5),
            ])
            sheet.area(spear, .accessory, Color(0.86, 0.015, 250), style)
        }
    }

    private func drawBroom(_ style: PaintStyle, in sheet: inout Drawing) {
        sheet.area(.rectangle([-0.012, -0.5], [0.024, 0.7]), .accessory, wood, style)
        let brush = Path(through: [
            .tip(-0.03, 0.2), .at(-0.08, 0.3), .tip(-0.09, 0.4), .tip(-0.03, 0.38), .tip(0, 0.41), .tip(0.04, 0.38),
            .tip(0.09, 0.4), .at(0.08, 0.3), .tip(0.03, 0.2),
        ])
        sheet.area(brush, .accessory, Color(0.8, 0.1, 85), style)
        sheet.area(.rectangle([-0.035, 0.17], [0.07, 0.035]), .accessory, colors[1], pen: .fine)
    }

    private func drawUmbrella(_ style: PaintStyle, in sheet: inout Drawing) {
        sheet.area(.rectangle([-0.009, -0.52], [0.018, 0.6]), .accessory, wood, style)
        let rim = [-0.34, -0.17, 0, 0.17, 0.34], top = Point(0, -0.58)
        for index in 0..<4 {
            let (a, b) = (rim[index], rim[index + 1])
            func rib(_ x: Double) -> Point { [x * 0.72, -0.52 + x * x * 0.6] }
            let panel = Path(through: [
                .tip(top), .at(rib(b)), .tip(b, -0.36), .at((a + b) / 2, -0.395), .tip(a, -0.36), .at(rib(a)),
            ])
            sheet.area(panel, .accessory, variant < 3 ? colors[2] : colors[index % 2 + 1], style, depth: 0.08)
        }
        sheet.area(.rectangle([-0.008, -0.61], [0.016, 0.04]), .accessory, wood, pen: .fine)
    }

    private func drawBag(_ style: PaintStyle, in sheet: inout Drawing) {
        sheet.area(
            Path(along: [[-0.07, 0.16], [-0.06, 0.03], [0, 0], [0.06, 0.03], [0.07, 0.16]], width: 0.018), .accessory,
            colors[2])
        let bag = Path(through: [
            .tip(-0.12, 0.12), .tip(0.12, 0.12), .at(0.14, 0.24), .tip(0.13, 0.3), .tip(-0.13, 0.3), .at(-0.14, 0.24),
        ])
        sheet.area(bag, .accessory, colors[1], style)
        if variant < 4 {
            let flap = Path(through: [
                .tip(-0.125, 0.12), .tip(0.125, 0.12), .at(0.1, 0.2), .at(0, 0.22), .at(-0.1, 0.2),
            ])
            sheet.area(flap, .accessory, colors[1].shaded(0.5), style)
            sheet.area(.circle([0, 0.215], 0.018), .accessory, .gold, pen: .fine)
        } else {
            sheet.area(.heart([0, 0.21], 0.045), .accessory, colors[3], pen: .fine)
        }
    }

    private func drawBouquet(_ style: PaintStyle, in sheet: inout Drawing) {
        for (x, y) in [(-0.09, -0.1), (0.09, -0.1), (0, -0.15), (-0.045, -0.06), (0.05, -0.055)] {
            let leaf = Path(through: [
                .tip(x, y + 0.04), .at(x * 1.6 - 0.03, y - 0.03), .tip(x * 1.9, y - 0.09),
                .at(x * 1.6 + 0.03, y - 0.03),
            ])
            sheet.area(leaf, .accessory, Color(0.66, 0.11, 145), pen: .fine)
        }
        for (index, centre)
            in ([[-0.09, -0.1], [0.09, -0.1], [0, -0.15], [-0.045, -0.06], [0.05, -0.055]] as [Point]).enumerated()
        {
            sheet.area(
                Path(bumps: (0..<6).map { centre + Point(angle: Double($0) * .pi / 3) * 0.042 }, bulge: 0.4),
                .accessory,
                colors[index % 3 + 1], style, pen: .fine)
            sheet.area(.circle(centre, 0.017), .accessory, .gold, pen: .fine)
        }
        let wrap = Path(through: [
            .tip(-0.1, -0.06), .at(0, 0), .tip(0.1, -0.06), .tip(0.035, 0.1), .tip(-0.035, 0.1),
        ])
        sheet.area(wrap, .accessory, .linen, style)
    }

    private func drawBalloon(_ style: PaintStyle, in sheet: inout Drawing) {
        sheet.line(Path(from: .zero, [0.04, -0.15], [-0.03, -0.25], to: [0, -0.36]), wood.ink, .fine)
        sheet.area(.polygon([[0, -0.37], [0.022, -0.335], [-0.022, -0.335]]), .accessory, colors[1], pen: .fine)
        sheet.area(
            Path(through: [[0, -0.36], [0.11, -0.46], [0.09, -0.57], [0, -0.6], [-0.09, -0.57], [-0.11, -0.46]]),
            .accessory, colors[1], style)
    }

    private func drawFan(_ style: PaintStyle, in sheet: inout Drawing) {
        let angles = (0..<7).map { -Double.pi / 2 - 1.05 + 0.35 * Double($0) }
        for (a, b) in zip(angles, angles.dropFirst()) {
            let (from, to) = (Point(angle: a), Point(angle: b))
            sheet.area(
                .polygon([from * 0.07, from * 0.19, to * 0.19, to * 0.07]), .accessory, colors[1], style, depth: 0)
            sheet.line(Path(from: .zero, to: from * 0.07), wood.ink, .even)
        }
        sheet.line(Path(from: .zero, to: Point(angle: angles[6]) * 0.07), wood.ink, .even)
    }

    private func drawBook(_ style: PaintStyle, in sheet: inout Drawing) {
        sheet.area(
            .polygon([[-0.1, -0.11], [0.1, -0.13], [0.1, 0.1], [-0.1, 0.12]]), .accessory, colors[1], style)
        sheet.area(
            .polygon([[0.1, -0.13], [0.125, -0.115], [0.125, 0.105], [0.1, 0.1]]), .accessory, .linen, pen: .fine)
        sheet.area(
            .polygon([[-0.06, -0.06], [0.06, -0.07], [0.06, -0.03], [-0.06, -0.02]]), .accessory, colors[2],
            pen: .fine)
    }
}
