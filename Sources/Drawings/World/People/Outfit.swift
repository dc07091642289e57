import Basics

/// What a figure wears, and the order in which it lies over the body.
struct Outfit {
    enum Theme: CaseIterable {
        case dress, blouse, sailor, suit, coat, kimono, armour, casual, maid, robe
    }

    enum Sleeve {
        case none, short, puffed, long, wide
    }

    enum Lower {
        case skirt, trousers, shorts
    }

    let bones: Skeleton
    let person: Person
    let garments: Garments
    let theme: Theme
    let sleeve: Sleeve
    let lower: Lower
    let length: Double, flare: Double
    let pleats: Int
    let isPleated, hasCape, hasBelt: Bool
    let stocking: Double
    let boot: Double
    /// What differs among clothes of one kind.
    let choice: Int
    let held: HeldThing?
    private let wings: Wings?

    var style: PaintStyle { person.style }
    var main: Color { person.cloth[0] }
    var second: Color { person.cloth[1] }
    var third: Color { person.cloth[2] }
    var unit: Double { bones.body }

    init(_ bones: Skeleton, _ person: Person, using generator: inout SeededGenerator) {
        self.bones = bones
        self.person = person
        garments = Garments(bones: bones, style: person.style)
        let isMale = person.isBoyish
        theme =
            isMale
            ? generator.element(of: [.suit, .suit, .coat, .kimono, .armour, .casual, .casual, .robe])
            : generator.element(of: Theme.allCases)
        let trousers = isMale || generator.chance(0.4)
        (lower, sleeve) =
            switch theme {
            case .dress: (.skirt, generator.element(of: [.none, .short, .puffed, .long, .wide]))
            case .blouse: (.skirt, generator.element(of: [.short, .puffed, .long, .none]))
            case .sailor: (.skirt, generator.element(of: [.short, .long]))
            case .suit, .coat: (trousers ? .trousers : .skirt, .long)
            case .kimono, .robe: (.skirt, .wide)
            case .armour: (trousers ? .trousers : .skirt, .long)
            case .casual:
                (
                    trousers ? generator.element(of: [.trousers, .shorts]) : .skirt,
                    generator.element(of: [.short, .long, .none])
                )
            case .maid: (.skirt, .puffed)
            }
        switch theme {
        case .kimono: (length, flare) = (0.93, 0.01)
        case .robe: (length, flare) = (0.96, 0.07)
        case .dress: (length, flare) = (generator.number(in: 0.35...0.9), generator.number(in: 0.02...0.13))
        default: (length, flare) = (generator.number(in: 0.3...0.6), generator.number(in: 0.02...0.1))
        }
        pleats = generator.integer(in: 4..<9)
        isPleated = theme == .sailor || generator.chance(0.3)
        hasCape = [.armour, .robe, .dress, .suit].contains(theme) && generator.chance(0.25)
        hasBelt = generator.chance(0.5)
        stocking = generator.weighted([(0, 2), (0.4, 1), (0.72, 1), (1.1, 1)])
        boot = theme == .armour ? 0.8 : generator.weighted([(0, 3), (0.5, 1), (0.85, 1)])
        choice = generator.integer(in: 0..<60)
        held = HeldThing(bones.pose, person, using: &generator)
        wings = Wings(person, using: &generator)
    }

    /// What is before the trunk but behind the arms, and the arms themselves.
    func draw(_ body: Body, in sheet: inout Drawing) {
        if let wings {
            wings.draw(behind: bones, style, in: &sheet)
        } else if hasCape {
            drawCape(in: &sheet)
        }
        if bones.isSide { drawArm(0, body, in: &sheet) }
        drawLegs(body, in: &sheet)
        body.drawTrunk(in: &sheet)
        if sleeve == .none && !bones.isSide {
            for index in 0..<2 where !bones.arms[index].isInFront { drawArm(index, body, in: &sheet) }
        }
        drawLower(in: &sheet)
        drawTop(in: &sheet)
        if bones.isSide {
            drawCollar(in: &sheet)
            return drawArm(1, body, in: &sheet)
        }
        for isInFront in [false, true] {
            if isInFront { drawCollar(in: &sheet) }
            for index in 0..<2 where bones.arms[index].isInFront == isInFront {
                if isInFront || sleeve != .none { drawArm(index, body, in: &sheet) }
            }
        }
    }

    // MARK: Limbs

    private func drawLegs(_ body: Body, in sheet: inout Drawing) {
        let color = person.cloth[3]
        let shoe = choice % 3 == 0 ? Color(0.35, 0.04, 40) : third
        for index in 0..<2 {
            body.drawLeg(index, in: &sheet)
            let leg = bones.legs[index]
            if stocking > 0 && lower != .trousers {
                let sock = garments.tube(leg, from: 1 - min(0.98, stocking), to: 1, wide: 1.06)
                sheet.area(sock, .clothes, color, style, shadow: leg.widths[3] * 0.2)
            }
            // Boots are worn over the legs of tight trousers and under those of wide ones.
            body.drawShoe(index, shoe, boot: lower == .trousers && theme != .armour ? 0 : boot, in: &sheet)
        }
    }

    private func drawArm(_ index: Int, _ body: Body, in sheet: inout Drawing) {
        let arm = bones.arms[index]
        if let held, held.arm == index {
            held.draw(at: body.palm(index), side: bones.isSide ? 1 : arm.side, unit: unit, style, in: &sheet)
        }
        body.drawArm(index, in: &sheet)
        let color = theme == .armour ? second : main
        func cloth(_ path: Path, _ color: Color) {
            sheet.area(path, .clothes, color, style, shadow: arm.widths[2] * 0.3)
        }
        switch sleeve {
        case .none: break
        case .short: cloth(garments.sleeve(arm, to: 0.36, wide: 1.25, flare: 1.15), color)
        case .puffed:
            let along = (arm.joints[1] - arm.joints[0]).direction, across = along.turned
            func place(_ x: Double, _ share: Double) -> Point {
                arm.point(share) + across * (x * arm.widths[0])
            }
            let start = arm.joints[0] - along * (arm.widths[0] * 0.7)
            cloth(
                Path(through: [
                    .at(start), .at(place(-0.95, 0.06)), .at(place(-0.9, 0.22)), .tip(place(-0.56, 0.3)),
                    .tip(place(0.56, 0.3)), .at(place(0.9, 0.22)), .at(place(0.95, 0.06)),
                ]), color)
            for x in [-0.3, 0.25] {
                sheet.line(Path(from: place(x, 0.3), to: place(x * 1.6, 0.16)), color.ink, .strand)
            }
            cloth(garments.tube(arm, from: 0.28, to: 0.34, wide: 1.25), second)
        case .long:
            let sleeve = garments.sleeve(arm, to: 0.96, wide: 1.22, flare: 1.2)
            cloth(sleeve, color)
            drawFolds(arm, color, in: &sheet)
            if choice.isMultiple(of: 2) { cloth(garments.tube(arm, from: 0.86, to: 0.97, wide: 1.5), second) }
        case .wide:
            let reach = theme == .kimono ? 4.6 : 3
            cloth(garments.sleeve(arm, to: 0.93, wide: 1.3, flare: reach), color)
            drawFolds(arm, color, in: &sheet)
        }
    }

    /// The folds inside an elbow.
    private func drawFolds(_ arm: Skeleton.Limb, _ color: Color, in sheet: inout Drawing) {
        let along = (arm.joints[2] - arm.joints[0]).direction, across = along.turned * arm.widths[2]
        for (share, side) in [(0.46, 1.0), (0.55, -1)] {
            let start = arm.point(share) + across * (0.55 * side)
            let fold = Path(
                from: start, start - across * (0.25 * side), start - across * (0.3 * side),
                to: start - across * (0.5 * side) + along * arm.widths[2] * 0.2)
            sheet.line(fold, color.ink, Pen(width: 0.7, start: 0.8, end: 0.1))
        }
    }
}
