import Basics

/// What grows out of a back in stories: wings and tails.
struct Wings {
    enum Kind: CaseIterable {
        case feathered, bat, fairy, tail
    }

    let kind: Kind
    let color: Color
    let lift: Double

    init?(_ person: Person, using generator: inout SeededGenerator) {
        guard generator.chance(0.12) else { return nil }
        kind = generator.element(of: Kind.allCases)
        color = kind == .tail ? person.hair : generator.chance(0.5) ? Color(0.96, 0.01, 250) : person.cloth[2]
        lift = generator.number(in: -0.3...0.3)
    }

    func draw(behind bones: Skeleton, _ style: PaintStyle, in sheet: inout Drawing) {
        let unit = bones.body
        guard kind != .tail else {
            let root = bones(-0.5, 0.95)
            let tail = Path(
                along: [
                    root, root + [-0.2 * unit, 0.04 * unit], root + [-0.3 * unit, -0.1 * unit],
                    root + [-0.24 * unit, -0.26 * unit],
                ],
                widths: [0.05, 0.055, 0.06, 0.03].map { $0 * unit })
            return sheet.area(tail, .accessory, color, style, shadow: 0.015 * unit)
        }
        let root = bones(0, 0.15)
        for side in bones.isSide ? [-1.0] : [-1.0, 1] {
            sheet.group(.moving(root.x, root.y) * .scaling(side * unit, unit) * .turning(-lift)) { sheet in
                switch kind {
                case .feathered: drawFeathers(style, in: &sheet)
                case .bat: drawBatWing(style, in: &sheet)
                default: drawFairyWing(style, in: &sheet)
                }
            }
        }
    }

    private func drawFeathers(_ style: PaintStyle, in sheet: inout Drawing) {
        for index in 0..<7 {
            let share = Double(index) / 6
            let root = between(Point(0.36, -0.2), Point(0.08, 0.02), share)
            let tip = root + Point(angle: 0.25 + share * 1.1) * between(0.28, 0.2, share)
            let feather = Path(along: [root, between(root, tip, 0.5), tip], widths: [0.05, 0.085, 0])
            sheet.area(feather, .accessory, color, style, depth: 0.06)
        }
        let arm = Path(through: [
            .at(0, 0.04), .at(0.18, -0.2), .at(0.4, -0.28), .at(0.44, -0.2), .at(0.3, -0.08), .at(0.1, 0.1),
        ])
        sheet.area(arm, .accessory, color, style)
    }

    private func drawBatWing(_ style: PaintStyle, in sheet: inout Drawing) {
        let joint = Point(0.2, -0.24)
        let tips: [Point] = [[0.52, -0.2], [0.5, 0.02], [0.34, 0.14], [0.06, 0.12]]
        for (a, b) in zip(tips, tips.dropFirst()) {
            let dent = between(between(a, b, 0.5), joint, 0.3)
            sheet.area(
                Path(through: [.tip(joint), .tip(a), .at(dent), .tip(b)]), .accessory, color, style, depth: 0.05)
        }
        sheet.area(
            Path(along: [[0, 0.06], joint, tips[0]], widths: [0.05, 0.04, 0.012]), .accessory, color.shaded(0.8))
    }

    private func drawFairyWing(_ style: PaintStyle, in sheet: inout Drawing) {
        let lower = Path(through: [.tip(0, 0.04), .at(0.22, 0.06), .at(0.3, 0.24), .at(0.18, 0.3), .at(0.06, 0.18)])
        let upper = Path(through: [
            .tip(0, 0.04), .at(0.16, -0.24), .at(0.4, -0.36), .at(0.46, -0.18), .at(0.26, 0.02),
        ])
        for wing in [lower, upper] { sheet.area(wing, .accessory, color, style, depth: 0.08) }
        for end in [[0.36, -0.26], [0.36, -0.12], [0.22, 0.2]] as [Point] {
            sheet.line(Path(from: .zero, end * 0.4, end * 0.7 + [0.02, 0.02], to: end), color.ink, .fine)
        }
    }
}
